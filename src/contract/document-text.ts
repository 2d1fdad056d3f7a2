/** A contract as one JSON text that refers to nothing outside itself: what a client can be generated from. */
import type { Contract, Json } from './contract.ts';
import { WRITTEN_DOCUMENT } from './limits.ts';

/** Undefined where it would be enormous: YAML aliases say in a word what JSON must write out. */
export function documentText(contract: Contract): string | undefined {
  const document = contract.whole?.() ?? contract.document;
  return isWritable(document) ? JSON.stringify(document) : undefined;
}

/** Counts what would be written, and stops where it is too much. */
function isWritable(document: Json): boolean {
  let room = WRITTEN_DOCUMENT;
  const waiting: Json[] = [document];
  for (let value = waiting.pop(); value !== undefined && room >= 0; value = waiting.pop()) {
    room -= typeof value === 'string' ? value.length + 3 : 6;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      room -= name.length + 3;
      waiting.push(member);
    }
  }
  return room >= 0;
}

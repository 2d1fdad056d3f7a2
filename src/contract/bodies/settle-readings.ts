/** Values read from texts: a text that could be several things is read as the likeliest, and as another where the contract refuses that. */
import type { Checker, Json, SchemaFault } from '../contract.ts';
import { changedAt } from '../json-edit.ts';
import { tokensOf } from '../json-pointer.ts';
import { readingsOf, type ValueShape } from '../value-shape.ts';

/** Reads one text that stands at a pointer of the value. */
export type ReadText = (shape: ValueShape | undefined, text: string, pointer: string) => Json;

export interface Settled {
  readonly value: Json;
  readonly faults: readonly SchemaFault[];
  /** What the explanation of the request should say of how it was read. */
  readonly notes?: readonly string[];
}

/** How often faults may lead to other readings before they stand. */
const ROUNDS = 8;

export function settleReadings(make: (read: ReadText) => Json, check: Checker): Settled {
  const others = new Map<string, Json[]>();
  const likeliest = make((shape, text, pointer) => {
    if (!shape) return text;
    const [first = text, ...rest] = readingsOf(shape, text);
    if (rest.length > 0) others.set(pointer, rest);
    return first;
  });
  const found = check(likeliest);
  let value = likeliest;
  let faults = found;
  for (let round = 0; round < ROUNDS && faults.length > 0; round++) {
    const before = value;
    for (const { pointer } of faults) {
      const other = others.get(pointer)?.shift();
      if (other !== undefined) value = changedAt(value, tokensOf(pointer), other);
    }
    if (value === before) break;
    faults = check(value);
  }
  return faults.length === 0 ? { value, faults } : { value: likeliest, faults: found };
}

/** What a document has no room for is left out of it, the smallest part that helps, and never replaced by anything. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { escapeToken } from '../../contract/json.ts';
import type { Call } from '../../mock.ts';

/** Checks that may be spent on one document. */
const TRIALS = 24;

/** The value without the members and items that the schema refuses; as it was where leaving out does not help. */
export function withoutMisfits(call: Call, at: SchemaAt, value: Json): Json {
  let kept = value;
  let faults = faultsOf(call, at, kept);
  const left: string[] = [];
  for (let trials = 0; faults.length > 0 && trials < TRIALS; trials++) {
    const better = smallestCut(call, at, kept, faults);
    if (!better) break;
    left.push(better.pointer);
    kept = better.value;
    faults = better.faults;
  }
  if (left.length > 0) call.note(`Left out, since an item of this API has no room for it: ${left.slice(0, 5).join(', ')}.`);
  return kept;
}

type Faults = readonly { readonly pointer: string; readonly keyword: string }[];

const faultsOf = (call: Call, at: SchemaAt, value: Json): Faults => call.check(at, value).filter(({ keyword }) => keyword !== 'cost');

function smallestCut(
  call: Call,
  at: SchemaAt,
  value: Json,
  faults: Faults,
): { readonly value: Json; readonly faults: Faults; readonly pointer: string } | undefined {
  for (const { pointer } of faults) {
    const tokens = tokensOf(pointer);
    for (let length = tokens.length; length > 0; length--) {
      const place = tokens.slice(0, length);
      if (valueAt(value, place) === undefined) continue;
      const cut = changedAt(value, place, undefined);
      const found = faultsOf(call, at, cut);
      if (found.length < faults.length)
        return { value: cut, faults: found, pointer: place.map((token) => `/${escapeToken(token)}`).join('') };
    }
  }
  return undefined;
}

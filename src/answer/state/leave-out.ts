/** What a document has no room for is left out of it, the smallest part that helps, and never replaced by anything. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { changedAt, modelAt } from '../../contract/json-edit.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { escapeToken } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';

/** Checks that may be spent on one document. */
const TRIALS = 24;

/** The value without the members and items that the schema refuses; as it was where leaving out does not help. */
export function withoutMisfits(call: Call, at: SchemaAt, value: Json): Json {
  const { kept, left } = cutToFit(call, at, value);
  if (left.length > 0) call.note(`Left out, since an item of this API has no room for it: ${left.slice(0, 5).join(', ')}.`);
  return kept;
}

/** The same, and where what was left out stood. */
export function cutToFit(call: Pick<Call, 'check'>, at: SchemaAt, value: Json): { readonly kept: Json; readonly left: readonly string[] } {
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
  return { kept, left };
}

type Faults = readonly { readonly pointer: string; readonly keyword: string }[];

const faultsOf = (call: Pick<Call, 'check'>, at: SchemaAt, value: Json): Faults =>
  call.check(at, value).filter(({ keyword }) => keyword !== 'cost');

function smallestCut(
  call: Pick<Call, 'check'>,
  at: SchemaAt,
  value: Json,
  faults: Faults,
): { readonly value: Json; readonly faults: Faults; readonly pointer: string } | undefined {
  const places = faults.map(({ pointer }) => tokensOf(pointer));
  // What is around a fault goes only where leaving out the faults themselves does not help.
  for (let climbed = 0; places.some((tokens) => tokens.length > climbed); climbed++) {
    for (const tokens of places) {
      const place = tokens.slice(0, tokens.length - climbed);
      if (place.length === 0 || valueAt(value, place) === undefined) continue;
      const cut = changedAt(value, place, undefined);
      const found = faultsOf(call, at, cut);
      if (found.length < faults.length)
        return { value: cut, faults: found, pointer: place.map((token) => `/${escapeToken(token)}`).join('') };
    }
  }
  return undefined;
}

/** What the schema wants otherwise, and nobody has said: as a document of that schema has it. A new order is `received`, whatever its row will say. */
export function withOwnWords(call: Call, at: SchemaAt, value: Json, model: () => Json | undefined): Json {
  let suited = value;
  for (const { pointer, keyword } of call.check(at, value)) {
    if (!/^(enum|const|pattern|format|type)$/.test(keyword)) continue;
    const tokens = tokensOf(pointer);
    const [shown, sent] = [valueAt(suited, tokens), valueAt(call.body, tokens)];
    if (typeof shown === 'object' || (sent !== undefined && sent === shown)) continue;
    const instead = modelAt(model(), tokens);
    if (instead !== undefined && typeof instead !== 'object') suited = changedAt(suited, tokens, instead);
  }
  return suited;
}

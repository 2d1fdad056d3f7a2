/** Makes a body fit the schema it is sent under, keeping what a client sent wherever the schema has room for it. */
import type { Contract, Json, SchemaAt } from '../../contract/contract.ts';
import { changedAt, modelAt, tokensOf, valueAt } from '../../contract/json-edit.ts';

const rounds = 8;

/**
 * `model` is a body known to suit this schema (an example, or a generated one): what is required and missing comes from it,
 * and what the schema refuses gives way to it.
 */
export function shapeTo(contract: Contract, at: SchemaAt, sent: Json, model: () => Json | undefined): Json | undefined {
  let value = sent;
  let cached: { readonly body: Json | undefined } | undefined;
  const pattern = (): Json | undefined => (cached ??= { body: model() }).body;
  for (let round = 0; round < rounds; round++) {
    const faults = contract.check(at, value);
    if (faults.length === 0) return value;
    const before = value;
    // From the end backwards, so that taking an array item away moves no other fault's place.
    for (const fault of [...faults].reverse()) {
      const tokens = tokensOf(fault.pointer);
      if (tokens.length === 0) return pattern();
      const unwanted = fault.keyword === 'additionalProperties' || fault.keyword === 'unevaluatedProperties';
      const wanted = unwanted ? undefined : modelAt(pattern(), tokens);
      if (wanted === undefined || wanted !== valueAt(value, tokens)) value = changedAt(value, tokens, wanted);
    }
    if (value === before) break;
  }
  return contract.check(at, value).length === 0 ? value : pattern();
}

/** A pointer is made under an id of the producer's own, as the service of 2024 had it: there must be none yet. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor } from '../record-locator/access.ts';
import { ownerOf, type SentPointer } from '../record-locator/pointer.ts';
import { refused } from '../record-locator/refusals.ts';
import { brokenRule } from '../record-locator/rules.ts';
import { make } from './create.ts';

export function upsert(call: AnyCall, sent: SentPointer): ReturnType<typeof make> | Problem {
  const { id } = sent;
  if (id === undefined) return refused('INVALID_RESOURCE', "The required field 'id' is missing", { at: '/id', issue: 'required' });
  const refusal = brokenRule(sent);
  if (refusal) return refusal;
  if (ownerOf(id) !== askingFor(call))
    return refused('BAD_REQUEST', 'The id of the provided DocumentReference does not include the expected ODS code for this organisation', {
      at: '/id',
    });
  return make(call, { ...sent, id });
}

/** A pointer is changed, but for what makes it this one. */
import { equal } from '../../src/contract/equal.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor } from '../record-locator/access.ts';
import { idOf, ownerOf, type SentPointer } from '../record-locator/pointer.ts';
import { notFound, otherId, refused } from '../record-locator/refusals.ts';
import { brokenRule, unwritable } from '../record-locator/rules.ts';
import { findPointer, keep } from '../record-locator/store.ts';
import { done } from './outcomes.ts';

/** Of 2026: the service of 2024 held identifier, status, relatesTo and author besides. */
const immutable = ['masterIdentifier', 'type', 'subject', 'custodian'] as const;

export function update(call: AnyCall, path: string, sent: SentPointer): ReturnType<typeof done<'RESOURCE_UPDATED'>> | Problem {
  const id = idOf(path);
  if (sent.id === undefined || idOf(sent.id) !== id) return otherId;
  const refusal = brokenRule(sent);
  if (refusal) return refusal;
  if (ownerOf(id) !== askingFor(call))
    return refused(
      'AUTHOR_CREDENTIALS_ERROR',
      'The id of the provided DocumentReference does not include the expected ODS code for this organisation',
    );
  const before = findPointer(call, id);
  if (!before) return notFound;
  for (const field of immutable)
    if (!equal(sent[field] ?? null, before[field] ?? null))
      return refused('BAD_REQUEST', `The field '${field}' is immutable and cannot be updated`, { at: `/${field}` });
  const misfit = unwritable(call, sent);
  if (misfit) return misfit;
  const lastUpdated = instant(call.clock.now());
  // When it was made stays, whatever is sent.
  keep(call, { ...sent, id, ...(before.date !== undefined && { date: before.date }), meta: { ...sent.meta, lastUpdated } });
  return done('RESOURCE_UPDATED');
}

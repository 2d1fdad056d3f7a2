/** A pointer is made, and those that it replaces are deleted in the same step: all of it is done, or nothing. */
import { uuidBy } from '../../src/contract/uuid.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor, hasFlag } from '../record-locator/access.ts';
import type { Pointer, SentPointer } from '../record-locator/pointer.ts';
import { refused } from '../record-locator/refusals.ts';
import { brokenRule, unwritable } from '../record-locator/rules.ts';
import { findPointer, keep, remove } from '../record-locator/store.ts';
import { done } from './outcomes.ts';
import { replacedBy } from './replaced.ts';

type Made = ReturnType<typeof done<'RESOURCE_CREATED' | 'RESOURCE_SUPERSEDED'>> & { readonly headers: { readonly Location: string } };

export function create(call: AnyCall, sent: SentPointer): Made | Problem {
  return brokenRule(sent) ?? make(call, { ...sent, id: freshId(call) });
}

export function make(call: AnyCall, sent: Pointer): Made | Problem {
  const refusal = unwritable(call, sent);
  if (refusal) return refusal;
  const replaced = replacedBy(call, sent);
  if ('problem' in replaced) return replaced;
  if (findPointer(call, sent.id)) return refused('DUPLICATE_REJECTED', 'There is a DocumentReference with this id already', { at: '/id' });
  for (const pointer of replaced) remove(call, pointer);
  keep(call, dated(call, sent));
  // The address that stands behind the gateway, as the service sends it: its last part is the id.
  const headers = { Location: `/producer/FHIR/R4/DocumentReference/${sent.id}` };
  return { ...done(replaced.length > 0 ? 'RESOURCE_SUPERSEDED' : 'RESOURCE_CREATED'), headers };
}

/** When it was made is now, whatever was sent, but for those who may bring dates of their own. */
function dated(call: AnyCall, sent: Pointer): Pointer {
  const now = instant(call.clock.now());
  const date = sent.date !== undefined && hasFlag(call, 'audit-dates-from-payload') ? sent.date : now;
  return { ...sent, date, meta: { ...sent.meta, lastUpdated: now } };
}

/** Counted, so that two requests that are the same make two pointers. */
function freshId(call: AnyCall): string {
  const { store } = call;
  const counters = 'record-locator/counter';
  const n = Number(store.get(counters, 'made') ?? '0') + 1;
  store.put(counters, 'made', String(n));
  return `${askingFor(call)}-${uuidBy((part) => call.chance(`pointer/${n}/${part}`))}`;
}

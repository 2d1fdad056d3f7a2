/** What pharmacies say of an item that stands in somebody's record is written there, so that every API tells it. */
import type { IssueEntry } from '../../../src/clinical-record.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { BusinessStatus } from './statuses.ts';
import type { StatusUpdate } from './updates.ts';

const statuses: Readonly<Record<BusinessStatus, IssueEntry['status']>> = {
  'With Pharmacy': 'with-pharmacy',
  'With Pharmacy - Preparing Remainder': 'with-pharmacy',
  'Ready to Collect': 'ready',
  'Ready to Collect - Partial': 'ready',
  'Ready to Dispatch': 'ready',
  'Ready to Dispatch - Partial': 'ready',
  Collected: 'collected',
  Dispatched: 'collected',
  'Not Dispensed': 'not-collected',
};

/** Of the record of the person whom the update is about, and of nobody else. One that is dated ahead says nothing yet. */
export function enterOutcome(call: AnyCall, { nhsNumber, item, status, modified }: StatusUpdate): void {
  const person = parseNhsNumber(nhsNumber);
  const entry = person && call.population.record(person)?.entry(item);
  if (person === undefined || entry?.kind !== 'issue' || modified > call.clock.now()) return;
  const { dispensed: _, ...before } = entry;
  const now = statuses[status];
  call.enter({
    nhsNumber: person,
    id: entry.id,
    entry: { ...before, status: now, ...(now === 'collected' && { dispensed: dateOf(modified) }) },
  });
}

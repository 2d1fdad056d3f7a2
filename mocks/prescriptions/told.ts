/**
 * Prescriptions that nobody ordered here: those of people's records, with the steps that they have taken by the day. A pharmacy that is
 * nominated has one on the day after; what is collected is claimed for by the fifth of the month after, what is not goes back on the shelf.
 */
import type { IssueEntry } from '../../src/clinical-record.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { englishInstant } from '../../src/fhir/clinical/england-time.ts';
import type { Call } from '../../src/mock/call.ts';
import type { NhsNumber } from '../../src/population.ts';
import type { Actor, Item, KeptPrescription, Step } from './prescription.ts';
import type { ItemStatus, PrescriptionStatus } from './status.ts';

export type Telling = Pick<Call, 'population' | 'clock' | 'chance'>;

const day = 86_400_000;
const hour = 3_600_000;
const morning = 8 * hour;
/** What is not collected by then was not dispensed. */
const keptFor = 28;

export function toldPrescription(telling: Telling, nhsNumber: NhsNumber, issues: readonly IssueEntry[]): KeptPrescription | undefined {
  const [first] = issues;
  if (first === undefined) return undefined;
  const { prescription: id, recorded, time, organisation, practitioner, pharmacy } = first;
  const authored = Date.parse(englishInstant(recorded, time));
  const by = { ...(organisation !== undefined && { organisation }), ...(practitioner !== undefined && { practitioner }) };
  const isRepeat = issues.every(({ course }) => course === 'repeat');
  const place = isRepeat && issues.every(({ of }) => of !== undefined) ? { number: first.number, of: first.of ?? 1 } : undefined;
  return {
    id,
    uuid: uuidBy((part) => telling.chance(`prescription/${id}/${part}`)),
    patient: nhsNumber,
    prescriber: { organisation: organisation ?? '', ...(practitioner !== undefined && { practitioner }) },
    type: '0101',
    treatment: place ? 'continuous-repeat-dispensing' : isRepeat ? 'continuous' : 'acute',
    authored,
    until: monthsAfter(authored, place ? 12 : 6),
    ...(pharmacy !== undefined && { pharmacy }),
    siteType: pharmacy === undefined ? '0004' : 'P1',
    issues: 1,
    ...(place && { place }),
    items: issues.map(({ id: item, medicine, dose, quantity, days, medication }): Item => ({
      id: item,
      medicine,
      dose,
      quantity,
      days,
      medication,
    })),
    steps: stepsTold(issues, { authored, now: telling.clock.now(), by, at: pharmacy === undefined ? {} : { organisation: pharmacy } }),
  };
}

/** Calendar months later. */
export function monthsAfter(instant: number, months: number): number {
  const date = new Date(instant);
  const month = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) + (instant % day);
}

interface Told {
  readonly authored: number;
  readonly now: number;
  readonly by: Actor;
  readonly at: Actor;
}

/** Of a day, what is told is told from its beginning: steps are taken at noon, or have been taken just now. */
function stepsTold(issues: readonly IssueEntry[], { authored, now, by, at }: Told): readonly Step[] {
  const step = (what: Step['what'], when: number, status: PrescriptionStatus, items?: ItemStatus): Step => ({
    at: Math.max(authored, Math.min(when, now)),
    what,
    issue: 1,
    status,
    ...(items && { items: Object.fromEntries(issues.map(({ id }) => [id, items])) }),
    by: what === 'ordered' ? by : at,
  });
  const ordered = step('ordered', authored, '0001');
  const released = step('released', authored + day + morning, '0002', '0008');
  const [{ status, dispensed = '' } = { status: 'prescribed' }] = issues;
  if (status === 'prescribed') return [ordered];
  if (status === 'cancelled') return [ordered, step('cancelled', authored, '0005', '0005')];
  if (status === 'not-collected') return [ordered, released, step('dispensed', authored + keptFor * day, '0007', '0002')];
  if (status !== 'collected') return [ordered, released];
  const collected = Date.parse(englishInstant(dispensed, '12:00')) || authored;
  const claimed = fifthOfNextMonth(collected);
  return [
    ordered,
    released.at < collected ? released : step('released', collected - hour, '0002', '0008'),
    step('dispensed', collected, '0006', '0001'),
    ...(claimed <= now ? [step('claimed', claimed, '0008')] : []),
  ];
}

function fifthOfNextMonth(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 5);
}

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

const itemStatuses: Readonly<Record<IssueEntry['status'], ItemStatus>> = {
  prescribed: '0007',
  'with-pharmacy': '0008',
  ready: '0008',
  collected: '0001',
  'not-collected': '0002',
  cancelled: '0005',
};

/** Of a day, what is told is told from its beginning: steps are taken at noon, or have been taken just now. */
function stepsTold(issues: readonly IssueEntry[], { authored, now, by, at }: Told): readonly Step[] {
  const step = (what: Step['what'], when: number, status: PrescriptionStatus, of: readonly IssueEntry[] = [], as?: ItemStatus): Step => ({
    at: Math.max(authored, Math.min(when, now)),
    what,
    issue: 1,
    status,
    ...(of.length > 0 && { items: Object.fromEntries(of.map(({ id, status: told }) => [id, as ?? itemStatuses[told]])) }),
    by: what === 'ordered' || what === 'cancelled' ? by : at,
  });
  const cancelled = issues.filter(({ status }) => status === 'cancelled');
  const others = issues.filter(({ status }) => status !== 'cancelled');
  const steps = [step('ordered', authored, '0001')];
  if (cancelled.length > 0) steps.push(step('cancelled', authored, others.length > 0 ? '0001' : '0005', cancelled));
  if (others.every(({ status }) => status === 'prescribed')) return steps;
  const settled = others.filter(({ status }) => status === 'collected' || status === 'not-collected');
  const collected = settled.flatMap(({ dispensed }) => (dispensed === undefined ? [] : Date.parse(englishInstant(dispensed, '12:00'))));
  const dispensed = collected.length > 0 ? Math.max(...collected) : authored + keptFor * day;
  steps.push(step('released', Math.min(authored + day + morning, dispensed - hour), '0002', others, '0008'));
  if (settled.length === 0) return steps;
  const isOver = settled.length === others.length;
  steps.push(step('dispensed', dispensed, !isOver ? '0003' : collected.length > 0 ? '0006' : '0007', settled));
  const claimed = fifthOfNextMonth(dispensed);
  if (isOver && collected.length > 0 && claimed <= now) steps.push(step('claimed', claimed, '0008'));
  return steps;
}

function fifthOfNextMonth(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 5);
}

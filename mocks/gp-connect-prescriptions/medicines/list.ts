/** What the practice has prescribed to a patient: orders, and the plans that they are issues of, out of the record. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuid } from '../../../src/contract/uuid.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { textsIn } from '../../gp-practice/asked-texts.ts';
import { patientWhoMay } from '../asking.ts';
import { invalidParameter, notFound } from '../faults.ts';
import { askedDays } from './asked-dates.ts';
import { orderOf, planWritten, timesIssued, writingOf } from './written.ts';

export const todayOf = ({ clock }: Pick<AnyCall, 'clock'>): string => englishDayAndTime(instant(clock.now()))?.date ?? '';

interface Told {
  readonly resource: JsonObject;
  readonly id: string;
  /** The day on which it was written. */
  readonly on: string;
  /** Of an order. */
  readonly plan?: string;
  readonly prescription?: string;
}

export function listPrescribed(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const patient = patientWhoMay(call, call.path['id'] ?? '', 'view');
  if (isProblem(patient)) return patient;
  const query = askedIn(call);
  const days = askedDays('authoredon', query['authoredon'], todayOf(call));
  if (isProblem(days)) return days;
  const [identifier] = textsIn(query['identifier']);
  const wanted = identifier === undefined ? undefined : readIdentifier(identifier);
  if (typeof wanted === 'object') return wanted;
  const { plans, orders } = prescribedTo(call, patient.person.nhsNumber);
  const [[intent], [status]] = [textsIn(query['intent']), textsIn(query['status'])];
  const isWanted = ({ resource, id, on, prescription }: Told): boolean =>
    on >= days.from &&
    on <= days.to &&
    (status === undefined || resource['status'] === status) &&
    (wanted === undefined || wanted === id || wanted === prescription);
  const foundOrders = intent === 'plan' ? [] : orders.filter(isWanted);
  const issued = new Set(foundOrders.map(({ plan }) => plan));
  // An order never comes without its plan.
  const foundPlans = plans.filter((plan) => issued.has(plan.id) || (intent !== 'order' && isWanted(plan)));
  const found = [...foundOrders, ...foundPlans];
  if (wanted !== undefined && found.length === 0) return notFound('Nothing that was prescribed to this patient has this identifier.');
  const entry = found.map(({ resource, id }) => ({ fullUrl: call.url(`/MedicationRequest/${id}`), resource }));
  return { status: 200, rendered: JSON.stringify(fhirElement({ resourceType: 'Bundle', type: 'searchset', entry })) };
}

function readIdentifier(text: string): string | Problem {
  const [of, value] = text.includes('|') ? text.split('|') : [system.uuid, text];
  if (of === system.prescription && value) return value.toUpperCase();
  return of === system.uuid && uuid.test(value ?? '')
    ? (value ?? '').toLowerCase()
    : invalidParameter(`identifier is a UUID, or ${system.prescription}| and the number of a prescription.`);
}

/** Newest first. */
function prescribedTo({ population }: AnyCall, nhsNumber: string): { readonly plans: readonly Told[]; readonly orders: readonly Told[] } {
  const record = population.record(nhsNumber);
  if (record === undefined) return { plans: [], orders: [] };
  const writing = writingOf(record, population);
  const issues = record.of('issue').toReversed();
  const counts = Map.groupBy(issues, ({ medication }) => medication);
  const planned = record.of('medication').filter(({ id, course, end }) => counts.has(id) || (course === 'repeat' && end === undefined));
  return {
    orders: issues.map((entry) => ({
      resource: orderOf(entry, writing),
      id: entry.id,
      on: entry.recorded,
      plan: entry.medication,
      prescription: entry.prescription,
    })),
    plans: planned
      .map((entry) => ({
        resource: planWritten(entry, writing, timesIssued(counts.get(entry.id))),
        id: entry.id,
        on: entry.recorded,
      }))
      .toReversed(),
  };
}

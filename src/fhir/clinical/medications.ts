/** What somebody takes as MedicationRequest (a plan) and MedicationStatement, and back. In STU3 the medicine stands apart, as a Medication. */
import type { MedicationEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toPerson, toPractitioner, toResource, type Writing } from './about.ts';
import { conceptOf, extension, inDays, maybeConcept, period, readConcept, readQuantity, writtenQuantity } from './concepts.ts';
import { eachOf, extensionIn, fhirElement, listOf, numberAt, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, readHead, sortFrom, uuidIdentifier, type ReadingEntry } from './head.ts';
import {
  community,
  courseMember,
  courseTold,
  dosageIn,
  dosageOf,
  medicineIn,
  medicineMember,
  medicineOf,
  noSubstitution,
  prescribersIn,
  prescriptionType,
} from './medicine-elements.ts';
import { toEntries } from './referents.ts';
import { careConnectGpcExtension, stu3System, ukCoreExtension } from './systems.ts';

export function writtenMedication(entry: MedicationEntry, writing: Writing): readonly JsonObject[] {
  const [plan, statement] = [planOf(entry, writing), statementOf(entry, writing)];
  return writing.version === 'R4' ? [plan, statement] : [statement, plan, medicineOf(entry, writing)];
}

const statusOf = ({ end, stopped }: MedicationEntry) => (end === undefined ? 'active' : stopped === undefined ? 'completed' : 'stopped');

function planOf(entry: MedicationEntry, writing: Writing): JsonObject {
  const { version } = writing;
  const { course, dose, route, quantity, days, start, end, stopped, reason, review } = entry;
  const by = toPractitioner(writing, entry.practitioner, entry.organisation);
  const shared = {
    status: statusOf(entry),
    intent: 'plan',
    ...medicineMember(entry, writing),
    subject: toPerson(writing),
    authoredOn: englishDateTime(entry.recorded, entry.time),
    reasonCode: listOf(maybeConcept(reason)),
    reasonReference: toEntries(writing, entry.for, ['condition']),
    dosageInstruction: [dosageOf(dose, maybeConcept(route))],
    dispenseRequest: {
      validityPeriod: period(start, end),
      quantity: writtenQuantity(quantity),
      expectedSupplyDuration: inDays(days),
    },
  };
  const head = { ...headOfEntry('MedicationRequest', entry, writing), identifier: [uuidIdentifier(entry.id)] };
  if (version === 'STU3')
    return fhirElement({
      ...head,
      extension: [
        prescriptionType(course),
        ...listOf(repeatInformation(careConnectGpcExtension('MedicationRepeatInformation'), review)),
        ...listOf(stopped === undefined ? undefined : stoppedFor(stopped, end)),
      ],
      ...shared,
      recorder: by,
    });
  return fhirElement({
    ...head,
    extension: listOf(repeatInformation(ukCoreExtension('MedicationRepeatInformation'), review)),
    ...shared,
    statusReason: stopped === undefined ? undefined : { text: stopped },
    category: [community()],
    requester: by,
    recorder: by,
    courseOfTherapyType: courseMember(course),
    substitution: noSubstitution,
  });
}

function repeatInformation(url: string, review: string | undefined): JsonObject | undefined {
  return review === undefined ? undefined : { url, extension: [extension('authorisationExpiryDate', { valueDateTime: review })] };
}

function stoppedFor(why: string, end: string | undefined): JsonObject {
  return {
    url: careConnectGpcExtension('MedicationStatusReason'),
    extension: [
      extension('statusReason', { valueCodeableConcept: { text: why } }),
      ...(end === undefined ? [] : [extension('statusChangeDate', { valueDateTime: end })]),
    ],
  };
}

function statementOf(entry: MedicationEntry, writing: Writing): JsonObject {
  const { version } = writing;
  const { dose, route, start, end, reason } = entry;
  const dosage = [dosageOf(dose, maybeConcept(route))];
  const shared = {
    status: statusOf(entry),
    ...medicineMember(entry, writing),
    subject: toPerson(writing),
    effectivePeriod: period(start, end),
    dateAsserted: englishDateTime(entry.recorded, entry.time),
    basedOn: listOf(toResource(writing, { type: 'MedicationRequest', id: entry.id })),
    reasonCode: listOf(maybeConcept(reason)),
    reasonReference: toEntries(writing, entry.for, ['condition']),
    dosage,
  };
  const head = { ...headOfEntry('MedicationStatement', entry, writing), identifier: [uuidIdentifier(entry.id)] };
  if (version === 'R4') return fhirElement({ ...head, ...shared });
  const agency = conceptOf(stu3System('PrescribingAgency'), 'prescribed-at-gp-practice', 'Prescribed at GP practice');
  return fhirElement({
    ...head,
    extension: [extension(careConnectGpcExtension('PrescribingAgency'), { valueCodeableConcept: agency })],
    ...shared,
    taken: 'unk',
  });
}

export function readMedication(resource: JsonObject, reading: ReadingEntry): MedicationEntry | undefined {
  const before = beforeOf('medication', reading);
  const medicine = medicineIn(resource, before);
  if (medicine === undefined) return undefined;
  const head = readHead(
    'medication',
    { recorded: [stringAt(resource, 'authoredOn'), stringAt(resource, 'dateAsserted')], by: prescribersIn(resource) },
    reading,
  );
  const { start, end } = courseIn(resource);
  const dispense = elementAt(resource, 'dispenseRequest');
  const dose = dosageIn(resource);
  const reason = readConcept(resource['reasonCode']) ?? before?.reason;
  const review = reviewIn(resource) ?? before?.review;
  const route = readConcept(elementAt(dose.element, 'route'));
  const stopped = stoppedIn(resource) ?? (end === undefined ? undefined : before?.stopped);
  const conditions = idsReferredTo(eachOf(resource['reasonReference']));
  return {
    ...head,
    sort: before?.sort ?? sortFrom(medicine.text.split(' ')[0] ?? medicine.text),
    medicine,
    form: before?.form ?? formOf(medicine.text),
    course: courseTold(resource) ?? before?.course ?? (review === undefined ? 'acute' : 'repeat'),
    dose: dose.text ?? before?.dose ?? 'As directed',
    ...(route !== undefined && { route }),
    quantity: readQuantity(elementAt(dispense, 'quantity')) ?? before?.quantity ?? { value: 1, unit: 'item' },
    days: numberAt(dispense, 'expectedSupplyDuration', 'value') ?? before?.days ?? 28,
    start: start ?? before?.start ?? head.recorded,
    ...(end !== undefined && { end }),
    ...(stopped !== undefined && { stopped }),
    ...(reason !== undefined && { reason }),
    for: conditions.length > 0 ? conditions : (before?.for ?? []),
    ...(review !== undefined && { review }),
  };
}

const finished: ReadonlySet<string | undefined> = new Set(['completed', 'stopped', 'cancelled', 'entered-in-error']);

function courseIn(resource: JsonObject): { readonly start?: string | undefined; readonly end?: string | undefined } {
  const span = elementAt(resource, 'dispenseRequest', 'validityPeriod') ?? elementAt(resource, 'effectivePeriod');
  const start = dayOfText(stringAt(span, 'start') ?? stringAt(resource, 'effectiveDateTime'));
  const end = dayOfText(stringAt(span, 'end'));
  return { start, end: finished.has(stringAt(resource, 'status')) ? (end ?? start) : undefined };
}

function reviewIn(resource: JsonObject): string | undefined {
  const parts = eachOf(extensionIn(resource, 'MedicationRepeatInformation')?.['extension']);
  const part = parts.find((each) => stringAt(each, 'url') === 'authorisationExpiryDate');
  return dayOfText(stringAt(part, 'valueDateTime'));
}

function stoppedIn(resource: JsonObject): string | undefined {
  const parts = eachOf(extensionIn(resource, 'MedicationStatusReason')?.['extension']);
  const why = parts.find((part) => stringAt(part, 'url') === 'statusReason');
  return readConcept(resource['statusReason'])?.text ?? readConcept(elementAt(why, 'valueCodeableConcept'))?.text;
}

/** The longer ones first. */
const forms =
  'Oral suspension|Oral solution|Eye drops|Ear drops|Nasal spray|Inhaler|Tablet|Capsule|Cream|Ointment|Gel|Patch|Drops|Spray|Injection'.split(
    '|',
  );

function formOf(medicine: string): string {
  const words = medicine.toLowerCase();
  return forms.find((form) => words.includes(form.toLowerCase())) ?? 'Item';
}

/** Entries of a record as the resources of GP Connect's profiles: the STU3 that any API tells, with what these profiles want besides. */
import type {
  ConditionEntry,
  EncounterEntry,
  Entry,
  IssueEntry,
  MedicationEntry,
  ObservationEntry,
  ReportEntry,
  VaccinationEntry,
} from '../../../src/clinical-record.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from '../../../src/fhir/clinical/about.ts';
import { writtenAllergy } from '../../../src/fhir/clinical/allergies.ts';
import { conceptOf, extension, writtenConcept } from '../../../src/fhir/clinical/concepts.ts';
import { writtenCondition } from '../../../src/fhir/clinical/conditions.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { writtenEncounter } from '../../../src/fhir/clinical/encounters.ts';
import { englishDateTime, englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { uuidIdentifier } from '../../../src/fhir/clinical/head.ts';
import { writtenIssue } from '../../../src/fhir/clinical/issues.ts';
import { writtenMedication } from '../../../src/fhir/clinical/medications.ts';
import { writtenObservation } from '../../../src/fhir/clinical/observations.ts';
import { writtenReferral } from '../../../src/fhir/clinical/referrals.ts';
import { writtenReport } from '../../../src/fhir/clinical/reports.ts';
import { careConnectExtension, careConnectGpcExtension, stu3System, system } from '../../../src/fhir/clinical/systems.ts';
import { writtenVaccination } from '../../../src/fhir/clinical/vaccinations.ts';
import { ageOn, dayOf } from '../../../src/world/calendar.ts';

/** Clinical resources have a profile, and neither version nor time. */
function clinical(resource: JsonObject, changes: JsonObject = {}): JsonObject {
  const { meta } = resource;
  const profile = isObject(meta) ? meta['profile'] : undefined;
  return fhirElement({ ...resource, meta: fhirElement({ profile }), ...changes });
}

const without = (resource: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));

const extensionsOf = ({ extension: held }: JsonObject): readonly Json[] => (isArray(held) ? held : []);

const observationProfile = 'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Observation-1';
const [commentCode, comment] = ['37331000000100', 'Comment note'];

/** Words of somebody's own, which are no coded entry. */
export function freeText(writing: Writing, id: string, text: string, entry: Entry, related?: string): JsonObject {
  return fhirElement({
    resourceType: 'Observation',
    id,
    meta: { profile: [observationProfile] },
    identifier: [{ system: 'https://fhir.nhs.uk/Id/cross-care-setting-identifier', value: id }],
    status: related === undefined ? 'final' : 'unknown',
    code: conceptOf(system.snomed, commentCode, comment),
    subject: toPerson(writing),
    effectiveDateTime: englishDateTime(entry.recorded, entry.time),
    issued: englishInstant(entry.recorded, entry.time),
    performer: performers(writing, entry),
    comment: text,
    related: related === undefined ? [] : [{ type: 'derived-from', target: { reference: related } }],
  });
}

function performers(writing: Writing, { practitioner, organisation }: Entry): readonly JsonObject[] {
  const by = toPractitioner(writing, practitioner, organisation) ?? toOrganisation(writing, organisation);
  return by && Object.keys(by).length > 0 ? [by] : [];
}

export const allergy = (entry: Extract<Entry, { kind: 'allergy' }>, writing: Writing): JsonObject => {
  const [resource = {}] = writtenAllergy(entry, writing);
  return clinical(resource, entry.substance ? {} : { category: ['medication'] });
};

/** Which of the profiles' types of prescription it is: repeats that are authorised ahead are dispensed again and again. */
export const prescriptionTypeOf = ({ course }: MedicationEntry, issues: readonly IssueEntry[]): string =>
  course === 'repeat' && issues.some(({ of }) => of !== undefined) ? 'repeat-dispensing' : course;

const typeNames: Readonly<Record<string, string>> = { acute: 'Acute', repeat: 'Repeat', 'repeat-dispensing': 'Repeat dispensing' };

const typeExtension = (type: string): JsonObject =>
  extension(careConnectGpcExtension('PrescriptionType'), {
    valueCodeableConcept: conceptOf(stu3System('PrescriptionType'), type, typeNames[type]),
  });

/** The statement first, then the plan, what was issued by it, and the medicine. */
export function medication(
  entry: MedicationEntry,
  issues: readonly IssueEntry[],
  orders: readonly IssueEntry[],
  writing: Writing,
): readonly JsonObject[] {
  const [statement = {}, plan = {}, medicine = {}] = writtenMedication(entry, writing);
  const type = prescriptionTypeOf(entry, issues);
  const last = issues.at(-1);
  const isOfPractice = entry.organisation === undefined || writing.about.organisation(entry.organisation)?.kind === 'gp-practice';
  const told = clinical(statement, {
    extension: [
      agency(isOfPractice),
      ...listOf(last && extension(careConnectGpcExtension('MedicationStatementLastIssueDate'), { valueDateTime: last.recorded })),
    ],
  });
  const more = entry.course === 'repeat' ? [repeats(entry, issues)] : [];
  const stopped = extensionsOf(plan).filter((each) => isObject(each) && String(each['url']).includes('MedicationStatusReason'));
  const planned = clinical(plan, { extension: [typeExtension(type), ...more, ...stopped], dispenseRequest: inWords(plan) });
  const issued = orders.map((issue) => {
    const [order = {}] = writtenIssue(issue, writing);
    return clinical(order, { extension: [typeExtension(type)], dispenseRequest: inWords(order) });
  });
  return [told, planned, ...issued, clinical(medicine)];
}

function agency(isOfPractice: boolean): JsonObject {
  const [code, display] = isOfPractice
    ? ['prescribed-at-gp-practice', 'Prescribed at GP practice']
    : ['prescribed-by-another-organisation', 'Prescribed by another organisation'];
  return extension(careConnectGpcExtension('PrescribingAgency'), {
    valueCodeableConcept: conceptOf(stu3System('PrescribingAgency'), code, display),
  });
}

function repeats({ review }: MedicationEntry, issues: readonly IssueEntry[]): JsonObject {
  const last = issues.at(-1);
  return {
    url: careConnectGpcExtension('MedicationRepeatInformation'),
    extension: [
      ...(last?.of === undefined ? [] : [extension('numberOfRepeatPrescriptionsAllowed', { valueUnsignedInt: last.of })]),
      extension('numberOfRepeatPrescriptionsIssued', { valueUnsignedInt: last?.number ?? 0 }),
      ...(review === undefined ? [] : [extension('authorisationExpiryDate', { valueDateTime: review })]),
    ],
  };
}

/** How much, in words too. */
function inWords({ dispenseRequest }: JsonObject): JsonObject {
  const request = isObject(dispenseRequest) ? dispenseRequest : {};
  const quantity = isObject(request['quantity']) ? request['quantity'] : {};
  const text = `${String(quantity['value'])} ${String(quantity['unit'])}`;
  return {
    ...request,
    quantity: { ...quantity, extension: [extension(careConnectGpcExtension('MedicationQuantityText'), { valueString: text })] },
  };
}

export function vaccination(entry: VaccinationEntry, writing: Writing): JsonObject {
  const [resource = {}] = writtenVaccination(entry, writing);
  const isChild = ageOn(dayOf(writing.about.person.birthDate), dayOf(entry.given)) < 16;
  return clinical(resource, {
    extension: [...extensionsOf(resource), extension(careConnectGpcExtension('ParentPresent'), { valueBoolean: isChild })],
  });
}

export function encounter(entry: EncounterEntry, writing: Writing): JsonObject {
  const [resource = {}] = writtenEncounter({ ...entry, note: '' }, writing);
  const site = entry.organisation && writing.about.organisation(entry.organisation);
  const location = site ? [{ location: writing.about.refer({ type: 'Location', id: site.ods }) }] : [];
  return clinical(without(resource, 'class', 'length', 'diagnosis', 'reason'), { location });
}

/** Of what a problem is about, and what else in the answer has to do with it. */
export function problem(entry: ConditionEntry, related: readonly JsonObject[], isFree: boolean, writing: Writing): readonly JsonObject[] {
  const [resource = {}] = writtenCondition(entry, writing);
  const actual = `${entry.id}-actual`;
  const told = clinical(isFree ? resource : without(resource, 'note'), {
    extension: [
      extension(careConnectExtension('ActualProblem'), { valueReference: { reference: `Observation/${actual}` } }),
      ...extensionsOf(resource),
      ...related.map((valueReference) => extension(careConnectExtension('RelatedClinicalContent'), { valueReference })),
    ],
  });
  return [
    told,
    fhirElement({
      resourceType: 'Observation',
      id: actual,
      meta: { profile: [observationProfile] },
      identifier: [uuidIdentifier(entry.id)],
      status: 'final',
      code: writtenConcept(entry.what),
      subject: toPerson(writing),
      effectiveDateTime: entry.onset,
      issued: englishInstant(entry.recorded, entry.time),
      performer: performers(writing, entry),
    }),
  ];
}

export function observation(entry: ObservationEntry, writing: Writing): JsonObject {
  const [resource = {}] = writtenObservation(entry, writing);
  return clinical(without(resource, 'category'), { performer: performers(writing, entry) });
}

const studies = conceptOf(system.snomed, '721981007', 'Diagnostic studies report');

/** The report, its specimen, the request that it answers, and its results under a heading that says what was looked at. */
export function report(entry: ReportEntry, results: readonly ObservationEntry[], isFree: boolean, writing: Writing): readonly JsonObject[] {
  const [head = {}, specimen] = writtenReport(entry, writing);
  const [group, request, filed] = ['group', 'request', 'filed'].map((part) => `${entry.id}-${part}`);
  const isFiled = isFree && entry.conclusion !== undefined;
  const told = clinical(without(head, 'category', 'conclusion', 'effectiveDateTime'), {
    code: studies,
    basedOn: [{ reference: `ProcedureRequest/${request}` }],
    result: [{ reference: `Observation/${group}` }, ...(isFiled ? [{ reference: `Observation/${filed}` }] : [])],
  });
  const heading = fhirElement({
    resourceType: 'Observation',
    id: group,
    meta: { profile: [observationProfile] },
    identifier: [uuidIdentifier(entry.id)],
    status: 'final',
    code: writtenConcept(entry.what),
    subject: toPerson(writing),
    effectiveDateTime: entry.requested,
    issued: englishInstant(entry.recorded, entry.time),
    performer: performers(writing, entry),
    specimen: specimen && { reference: `Specimen/${entry.id}` },
    related: results.map(({ id }) => ({ type: 'has-member', target: { reference: `Observation/${id}` } })),
  });
  const asked = fhirElement({
    resourceType: 'ProcedureRequest',
    id: request,
    meta: { profile: [requestProfile] },
    identifier: [uuidIdentifier(entry.id)],
    status: 'completed',
    intent: 'order',
    code: writtenConcept(entry.what),
    subject: toPerson(writing),
    authoredOn: entry.requested,
  });
  return [
    told,
    heading,
    ...results.map((each) => observation(each, writing)),
    ...(specimen ? [clinical(specimen)] : []),
    asked,
    ...(isFiled ? [freeText(writing, String(filed), entry.conclusion ?? '', entry, `Observation/${group}`)] : []),
  ];
}

const requestProfile = 'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-ProcedureRequest-1';

export const referral = (entry: Extract<Entry, { kind: 'referral' }>, writing: Writing): JsonObject => {
  const [resource = {}] = writtenReferral(entry, writing);
  return clinical(resource);
};

/** The summary that a practice has sent of everybody who lives, where no client has sent one: out of the record, as of today. */
import { xhtml } from '../../src/fhir/clinical/concepts.ts';
import { englishInstant } from '../../src/fhir/clinical/england-time.ts';
import type { components } from '../../src/generated/summary-care-record.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { personId, readPersonId } from '../../src/world/clinical/person-ids.ts';
import { demographicsNow } from '../demographics-now.ts';

type Schemas = components['schemas'];
type Resource = NonNullable<Schemas['RecordEntry']['resource']>;

export interface Held {
  readonly id: string;
  readonly patient: string;
  readonly document: Schemas['RecordDocument'];
}

/** Of the official sandbox: the patient who has one, under this id, and the one who has none. */
const published = { patient: '9000000009', id: 'FA60BE64-1F34-11EB-A2A8-000C29A364EB', without: '9000000033' };

export const snomed = 'http://snomed.info/sct';
export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const uuids = 'https://tools.ietf.org/html/rfc4122';

/** The patient whose summary has this id. */
export const patientOf = ({ seed }: Pick<AnyCall, 'seed'>, id: string): string | undefined =>
  id.toUpperCase() === published.id ? published.patient : readPersonId(seed, id.toLowerCase());

export function toldSummary(call: AnyCall, patient: string): Held | undefined {
  const { population, seed } = call;
  const record = population.record(patient);
  const [registered] = record?.person.registrations ?? [];
  const now = demographicsNow(call, patient);
  if (!record || patient === published.without || now?.standing.kind !== 'live' || now.death !== undefined) return undefined;
  if (registered === undefined || registered.period.end !== undefined) return undefined;

  const id = patient === published.patient ? published.id : personId(seed, record.person.nhsNumber).toUpperCase();
  const isNow = ({ end }: { readonly end?: string }): boolean => end === undefined || end > record.asOf;
  const problems = record.of('condition').filter((each) => isNow(each) && each.isMajor);
  const repeats = record.of('medication').filter((each) => isNow(each) && each.course === 'repeat');
  const allergies = record.of('allergy').filter(isNow);
  const at = englishInstant(record.asOf);
  const practice = population.organisation(registered.practice);
  const doctor = population.practitioners(registered.practice).find(({ prefix }) => prefix === 'Dr');

  const composition: Schemas['Composition'] = {
    resourceType: 'Composition',
    id,
    meta: { lastUpdated: at },
    identifier: { system: uuids, value: id },
    status: 'final',
    type: { coding: [{ system: snomed, code: '196981000000101', display: 'General Practice Summary' }] },
    category: [{ coding: [{ system: snomed, code: '163171000000105', display: 'Care Professional Documentation' }] }],
    subject: { reference: `Patient/${patient}` },
    date: at,
    ...(doctor && { author: [{ reference: `PractitionerRole/${doctor.roleProfileId}` }] }),
    title: 'General Practice Summary',
    section: [
      section(
        'Allergies and Adverse Reactions',
        allergies.map(({ substance, reaction }) => [substance?.text ?? 'No known allergies', reaction?.text].filter(Boolean).join(': ')),
      ),
      section(
        'Current Repeat Medications',
        repeats.map(({ medicine, dose }) => `${medicine.text}: ${dose}`),
      ),
      {
        ...section(
          'Diagnoses',
          problems.map(({ what, onset }) => `${what.text}, since ${onset}`),
        ),
        ...(problems.length > 0 && { entry: problems.map((each) => ({ reference: `Condition/${each.id}` })) }),
      },
    ],
  };
  const resources: readonly Resource[] = [
    composition,
    { resourceType: 'Patient', id: patient, identifier: [{ system: nhsNumberSystem, value: patient }] },
    ...(doctor
      ? [
          {
            resourceType: 'PractitionerRole' as const,
            id: doctor.roleProfileId,
            identifier: [{ system: 'http://fhir.nhs.net/Id/sds-role-profile-id', value: doctor.roleProfileId }],
            practitioner: { reference: `Practitioner/${doctor.sdsUserId}` },
            organization: { reference: `Organization/${registered.practice}` },
          },
          {
            resourceType: 'Practitioner' as const,
            id: doctor.sdsUserId,
            identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: doctor.sdsUserId }],
            name: [{ text: `${doctor.prefix} ${doctor.given} ${doctor.family}` }],
          },
        ]
      : []),
    {
      resourceType: 'Organization',
      id: registered.practice,
      identifier: [{ use: 'official', system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: registered.practice }],
      ...(practice && { name: practice.name, telecom: [{ system: 'phone', value: practice.phone }] }),
    },
    ...problems.map(({ id: condition, what: { text, coding }, onset }): Schemas['Condition'] => ({
      resourceType: 'Condition',
      id: condition,
      identifier: [{ value: condition }],
      clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
      category: [{ coding: [{ system: snomed, code: '163001000000103', display: 'Diagnoses' }] }],
      code: { coding: [coding ?? { system: snomed, code: '64572001', display: text }] },
      onsetDateTime: onset,
    })),
  ];
  return {
    id,
    patient,
    document: {
      resourceType: 'Bundle',
      identifier: { system: uuids, value: id },
      type: 'document',
      timestamp: at,
      entry: resources.map((resource) => ({ fullUrl: call.url(`/${resource.resourceType}/${resource.id}`), resource })),
    },
  };
}

function section(title: string, lines: readonly string[]) {
  const told = (lines.length > 0 ? lines : ['None recorded.']).map((line) => `<p>${xhtml(line)}</p>`).join('');
  return {
    title,
    code: { coding: [{ code: 'Title' }] },
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml"><h2>${title}</h2>${told}</div>` },
  };
}

/** Every API of the catalogue in one workspace, and what each tells of one person, by ways that a client has. */
import { isObject } from '../../../src/contract/json.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { announcedApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, world, type Sandbox, type SandboxOptions } from '../../sandbox.ts';

/** As Node serves them, each read when it is first asked; with a clock that stands at the first of January 2026 until it is moved. */
export const everyApi = (options: SandboxOptions = {}): Sandbox =>
  sandboxOf([], { population: world(), announced: announcedApis(), ...options });

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
export const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';

const id = '60e0b220-8136-4ca5-ae46-1d97ef59d068';
const base64 = (value: object): string => btoa(JSON.stringify(value));

/** What all of them ask for, taken together. */
const headers = {
  'X-Request-ID': id,
  'X-Correlation-ID': id,
  'NHSD-Session-URID': '555254240100',
  'NHSD-End-User-Organisation-ODS': 'Y12345',
  'nhsd-organization-uuid': 'Y12345',
  'nhsd-identity-uuid': '555010203011',
  'nhsd-session-jobrole': 'S8000:G8000:R8000',
  'NHSD-Target-Identifier': base64({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '2000011147' }),
  'NHSD-End-User-Organisation': base64({
    resourceType: 'Organization',
    identifier: [{ system: odsSystem, value: 'Y12345' }],
    name: 'A practice',
  }),
  'NHSD-Requesting-Software': base64({ resourceType: 'Device', deviceName: [{ name: 'A test', type: 'manufacturer-name' }] }),
};

interface Asked {
  readonly api: string;
  readonly path: (number: string) => string;
  readonly body?: (number: string) => object;
  readonly more?: Readonly<Record<string, string>>;
  /** Headers that name the person. */
  readonly naming?: (number: string) => Readonly<Record<string, string>>;
}

const facing = '/gp-connect/patient-facing';
const patient = `${nhsNumberSystem}%7C`;
const area =
  (...areas: readonly object[]) =>
  (number: string) => ({
    resourceType: 'Parameters',
    parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system: nhsNumberSystem, value: number } }, ...areas],
  });
const structured = `${facing}/access-record-fhir/FHIR/STU3/Patient/$gpc.getstructuredrecord`;
const stu3 = { 'Content-Type': 'application/fhir+json' };
const bars = { Accept: 'application/fhir+json;version=1.4.0' };

/** How each API is asked about somebody. */
const ways: readonly Asked[] = [
  { api: 'personal-demographics', path: (number) => `/personal-demographics/FHIR/R4/Patient/${number}` },
  {
    api: 'immunisation-fhir',
    path: (number) =>
      `/immunisation-fhir-api/FHIR/R4/Immunization?patient.identifier=${patient}${number}&-immunization.target=FLU,COVID,MMR,HPV,SHINGLES,RSV,PNEUMOCOCCAL,3IN1&_include=Immunization:patient`,
  },
  {
    api: 'immunisation-history',
    path: (number) =>
      `/immunisation-history/FHIR/R4/Immunization?patient.identifier=${patient}${number}&immunization.target=FLU&_include=Immunization:patient`,
  },
  { api: 'nrl-consumer', path: (number) => `/record-locator/consumer/FHIR/R4/DocumentReference?subject:identifier=${patient}${number}` },
  // The first question switches online access on.
  { api: 'gp-connect-permissions', path: (number) => `${facing}/user-permissions/Patient/${number}` },
  { api: 'gp-connect-record', path: () => structured, body: area({ name: 'includeMedication' }), more: stu3 },
  { api: 'gp-connect-record', path: () => structured, body: area({ name: 'includeProblems' }), more: stu3 },
  { api: 'gp-connect-record', path: () => structured, body: area({ name: 'includeConsultations' }), more: stu3 },
  {
    api: 'gp-connect-record',
    path: () => structured,
    body: area(
      { name: 'includeAllergies', part: [{ name: 'includeResolvedAllergies', valueBoolean: true }] },
      { name: 'includeImmunisations', part: [{ name: 'includeNotGiven', valueBoolean: true }] },
      { name: 'includeInvestigations' },
    ),
    more: stu3,
  },
  {
    api: 'gp-connect-prescriptions',
    path: (number) => `${facing}/prescriptions-management-fhir/FHIR/R4/Patient/${number}/MedicationRequest`,
  },
  {
    api: 'gp-connect-prescriptions',
    path: (number) => `${facing}/prescriptions-management-fhir/FHIR/R4/Task?patient=${number}&_include=Task:focus:MedicationRequest`,
  },
  {
    api: 'gp-connect-appointments',
    path: (number) =>
      `${facing}/appointments-management-fhir/FHIR/STU3/Patient/${number}/Appointment?start=ge1990-01-01&start=le2027-01-01&_include:recurse=Appointment:actor:Practitioner&_include:recurse=Appointment:actor:Location`,
  },
  { api: 'summary-care-record', path: (number) => `/summary-care-record/FHIR/R4/DocumentReference?patient=${patient}${number}` },
  { api: 'prescription-tracker', path: (number) => `/clinical-prescription-tracker/RequestGroup?nhsNumber=${number}` },
  { api: 'prescriptions-for-patients', path: () => '/prescriptions-for-patients/Bundle', naming: (number) => ({ 'x-nhs-number': number }) },
  {
    api: 'e-referrals-patient-care',
    path: (number) =>
      `/e-referrals-service-patient-care-api/FHIR/R4/ServiceRequest?patient:identifier=${number}&category=3457005&_revinclude=Appointment:based-on&_revinclude=Task:focus`,
  },
  { api: 'eligibility-signposting', path: (number) => `/eligibility-signposting-api/patient-check/${number}` },
  {
    api: 'booking-and-referral',
    path: (number) => `/booking-and-referral/FHIR/R4/Appointment?patient:identifier=${patient}${number}`,
    more: bars,
  },
  {
    api: 'booking-and-referral',
    path: (number) => `/booking-and-referral/FHIR/R4/ServiceRequest?patient:identifier=${patient}${number}`,
    more: bars,
  },
];

export interface ToldByApi {
  readonly api: string;
  readonly path: string;
  readonly status: number;
  readonly text: string;
  readonly body: Json;
}

export async function everythingTold(sandbox: Sandbox, number: string): Promise<readonly ToldByApi[]> {
  const told: ToldByApi[] = [];
  // The first question about permissions switches online access on, without which practices tell nothing.
  await sandbox.request(`${facing}/user-permissions/Patient/${number}`, { headers });
  for (const { api, path, body, more, naming } of ways) {
    const at = path(number);
    const sent = { ...headers, ...more, ...naming?.(number) };
    const init = body ? { method: 'POST', headers: sent, body: JSON.stringify(body(number)) } : { headers: sent };
    const response = await sandbox.request(at, init);
    const text = await response.text();
    told.push({ api, path: at, status: response.status, text, body: text === '' ? null : (JSON.parse(text) as Json) });
  }
  for (const { url } of told.filter(({ api }) => api === 'summary-care-record').flatMap(({ body }) => [...objectsIn(body)])) {
    if (typeof url !== 'string' || !url.includes('/Bundle?')) continue;
    const response = await sandbox.request(url, { headers });
    const text = await response.text();
    told.push({ api: 'summary-care-record', path: url, status: response.status, text, body: JSON.parse(text) as Json });
  }
  return told;
}

export const asking = headers;

/** Every object in a body, at whatever depth. */
export function* objectsIn(value: Json): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item as Json);
  else if (isObject(value)) {
    yield value;
    for (const member of Object.values(value)) if (member !== undefined) yield* objectsIn(member);
  }
}

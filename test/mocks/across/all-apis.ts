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
}

const facing = '/gp-connect/patient-facing';
const patient = `${nhsNumberSystem}%7C`;
const area = (name: string) => (number: string) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system: nhsNumberSystem, value: number } }, { name }],
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
  { api: 'gp-connect-record', path: () => structured, body: area('includeMedication'), more: stu3 },
  { api: 'gp-connect-record', path: () => structured, body: area('includeProblems'), more: stu3 },
  { api: 'gp-connect-record', path: () => structured, body: area('includeConsultations'), more: stu3 },
  {
    api: 'gp-connect-prescriptions',
    path: (number) => `${facing}/prescriptions-management-fhir/FHIR/R4/Patient/${number}/MedicationRequest`,
  },
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
  for (const { api, path, body, more } of ways) {
    const at = path(number);
    const sent = { ...headers, ...more };
    const init = body ? { method: 'POST', headers: sent, body: JSON.stringify(body(number)) } : { headers: sent };
    const response = await sandbox.request(at, init);
    const text = await response.text();
    told.push({ api, path: at, status: response.status, text, body: text === '' ? null : (JSON.parse(text) as Json) });
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

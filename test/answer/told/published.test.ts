/** Contracts that the NHS publishes, loaded as anybody brings them, tell ten people's own records: the same in each. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import type { Entry, EntryKind } from '../../../src/clinical-record.ts';
import { sandboxOf, world, type Loose } from '../../sandbox.ts';

const specs = new URL('../../../../shared/specs/', import.meta.url);
const names = [
  'immunisation-fhir',
  'immunisation-history',
  'gp-connect-access-record',
  'gp-connect-appointments',
  'prescriptions-for-patients',
  'summary-care-record',
  'bars-1.4.0',
];
const id = '60e0b220-8136-4ca5-ae46-1d97ef59d068';
const base64 = (value: object): string => btoa(JSON.stringify(value));
const headers = {
  Accept: 'application/fhir+json;version=1.0.0',
  Authorization: 'Bearer g1112R_ccQ1Ebbb4gtHBP1aaaNM',
  'X-Request-ID': id,
  'X-Correlation-ID': id,
  'NHSD-Session-URID': '555254240100',
  'NHSD-Target-Identifier': base64({ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: '2000011147' }),
  'NHSD-End-User-Organisation': base64({ resourceType: 'Organization' }),
  'NHSD-Requesting-Software': base64({ resourceType: 'Device' }),
};
const system = 'https://fhir.nhs.uk/Id/nhs-number';
const facing = '/gp-connect/patient-facing';

interface Asked {
  readonly path: string;
  readonly init?: RequestInit;
}

const structured = (number: string, area: string): RequestInit => ({
  method: 'POST',
  headers: { ...headers, 'Content-Type': 'application/fhir+json' },
  body: JSON.stringify({
    resourceType: 'Parameters',
    parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value: number } }, { name: area }],
  }),
});

/** For each: how somebody is asked for, which resources tell of them, and which entries those are. */
const asked: readonly (readonly [
  name: string,
  ask: (number: string) => Asked,
  type: string,
  of: (entry: Entry) => boolean,
  kind: EntryKind,
])[] = [
  [
    'vaccinations against flu',
    (number) => ({ path: `/immunisation-fhir-api/FHIR/R4/Immunization?patient.identifier=${system}%7C${number}&-immunization.target=FLU` }),
    'Immunization',
    (entry) => entry.kind === 'vaccination' && entry.sort === 'FLU',
    'vaccination',
  ],
  [
    'the history of vaccinations against flu',
    (number) => ({
      path: `/immunisation-history/FHIR/R4/Immunization?patient.identifier=${system}%7C${number}&immunization.target=FLU&_include=Immunization:patient`,
    }),
    'Immunization',
    (entry) => entry.kind === 'vaccination' && entry.sort === 'FLU',
    'vaccination',
  ],
  [
    'vaccinations of a structured record',
    (number) => ({
      path: `${facing}/access-record-fhir/FHIR/STU3/Patient/$gpc.getstructuredrecord`,
      init: structured(number, 'includeImmunisations'),
    }),
    'Immunization',
    () => true,
    'vaccination',
  ],
  [
    'documents of a practice',
    (number) => ({ path: `${facing}/access-record-fhir/FHIR/STU3/Patient/${number}/DocumentReference?patientNHSNumber=${number}` }),
    'DocumentReference',
    () => true,
    'document',
  ],
  [
    'appointments with a practice',
    (number) => ({ path: `${facing}/appointments-management-fhir/FHIR/STU3/Patient/${number}/Appointment?start=ge2026-01-01` }),
    'Appointment',
    (entry) => entry.kind === 'appointment' && entry.on >= '2026-01-01',
    'appointment',
  ],
  [
    'prescriptions',
    (number) => ({ path: '/prescriptions-for-patients/Bundle', init: { headers: { ...headers, 'x-nhs-number': number } } }),
    'MedicationRequest',
    () => true,
    'issue',
  ],
  [
    'referrals',
    (number) => ({ path: `/booking-and-referral/FHIR/R4/ServiceRequest?patient:identifier=${system}%7C${number}` }),
    'ServiceRequest',
    () => true,
    'referral',
  ],
];

describe.skipIf(!existsSync(specs))('published contracts', () => {
  const contracts = (): ReturnType<typeof loadContract>[] =>
    names.map((name) => loadContract({ name, text: readFileSync(new URL(`${name}.json`, specs), 'utf8') }));
  const ten = (): readonly string[] => Array.from({ length: 10 }, (_, n) => world().at(n * 9_973).nhsNumber);

  test('tell the record of each of ten people, and of nobody else', { timeout: 60_000 }, async () => {
    const { request } = sandboxOf(contracts(), { population: world(), tolerateDefects: true });
    const population = world().on('2026-01-01');
    for (const number of ten()) {
      for (const [name, ask, type, isOf, kind] of asked) {
        const { path, init } = ask(number);
        const answer = (await (await request(path, { headers, ...init })).json()) as Loose;
        const found = resourcesIn(answer).filter(({ resourceType }) => resourceType === type);
        const entries = (population.record(number)?.of(kind) ?? []).filter(isOf);
        expect([number, name, found.map((one) => String(one['id'])).toSorted()]).toEqual([
          number,
          name,
          entries.map((entry) => entry.id).toSorted(),
        ]);
        const others = new Set([...JSON.stringify(found).matchAll(/"value":"(9\d{9})"/g)].map(([, one]) => one));
        expect([...others].filter((one) => one !== number)).toEqual([]);
      }
      const summary = `/summary-care-record/FHIR/R4/Bundle?composition.identifier=${id}&composition.subject:Patient.identifier=${system}%7C${number}`;
      const told = (await (await request(summary, { headers })).json()) as Loose;
      expect(resourcesIn(told).find(({ resourceType }) => resourceType === 'Patient')).toMatchObject({ id: number });
    }
  });
});

type Told = Readonly<Record<string, unknown>>;

/** However deep: a prescription is a Bundle in a Bundle. One of the contracts has resources stand bare in their entries. */
function resourcesIn(bundle: unknown): readonly Told[] {
  const { entry = [] } = bundle as { readonly entry?: readonly (Told & { readonly resource?: Told })[] };
  return entry.map((one) => one.resource ?? one).flatMap((one) => [one, ...resourcesIn(one)]);
}

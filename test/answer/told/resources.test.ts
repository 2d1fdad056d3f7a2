/** APIs in FHIR tell the clinical record of whom they are asked for, whatever their contracts show, and what one records the others tell. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import type { Entry } from '../../../src/clinical-record.ts';
import { contractOf } from '../../gateway/small-contract.ts';
import { sandboxOf, world, type Loose } from '../../sandbox.ts';

const system = 'https://fhir.nhs.uk/Id/nhs-number';
const text = { type: 'string' };
const somebodyElse = '9000000009';

const resource = (type: string, properties: object = {}): object => ({
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: { type: 'string', enum: [type] }, id: text, ...properties },
});
const fhir = (schema: object, example?: unknown): object => ({
  description: 'FHIR',
  content: { 'application/fhir+json': { schema, ...(example !== undefined && { example }) } },
});
const bundleOf = (item: object): object =>
  resource('Bundle', {
    type: text,
    total: { type: 'integer' },
    entry: { type: 'array', items: { type: 'object', properties: { resource: item } } },
  });
const shown = (...resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((one) => ({ resource: one })),
});
const query = (...names: readonly string[]): readonly object[] => names.map((name) => ({ name, in: 'query', schema: text }));
const inPath = (name: string): object => ({ name, in: 'path', required: true, schema: text });
const outcome = fhir(resource('OperationOutcome', { issue: { type: 'array' } }));

/** A vaccination as an old contract shows it: of somebody else, and with a member of its own that it asks for. */
const shownVaccination = {
  resourceType: 'Immunization',
  id: '29dc4e84-7e72-11ee-b962-0242ac120002',
  meta: { profile: ['https://example.org/Vaccination'] },
  status: 'completed',
  vaccineCode: { coding: [{ system: 'http://snomed.info/sct', code: '42605811000001109', display: 'Abrysvo vaccine' }] },
  patient: { reference: `Patient/${somebodyElse}`, identifier: { system, value: somebodyElse } },
  occurrenceDateTime: '2021-02-07',
  reportOrigin: { text: 'By the clinic' },
};
const vaccination = {
  ...resource('Immunization', {
    meta: { type: 'object' },
    status: text,
    vaccineCode: { type: 'object' },
    patient: { type: 'object' },
    occurrenceDateTime: text,
    reportOrigin: { type: 'object', required: ['text'], properties: { text } },
    lotNumber: text,
  }),
  required: ['resourceType', 'vaccineCode', 'reportOrigin'],
  additionalProperties: false,
};

const vaccinations = contractOf(
  {
    '/Immunization': {
      get: {
        parameters: query('patient', 'patient.identifier', 'patient:identifier', 'date', 'status', 'immunization.target', '_include'),
        responses: { 200: fhir(bundleOf(vaccination), shown(shownVaccination)), 404: outcome },
      },
      post: {
        requestBody: { content: { 'application/fhir+json': { schema: resource('Immunization') } } },
        responses: { 201: fhir(vaccination) },
      },
    },
    '/Immunization/{id}': {
      parameters: [inPath('id')],
      get: { responses: { 200: fhir(vaccination, shownVaccination), 404: outcome } },
      put: {
        requestBody: { content: { 'application/fhir+json': { schema: resource('Immunization') } } },
        responses: { 200: fhir(vaccination) },
      },
      delete: { responses: { 204: { description: 'Gone' }, 404: outcome } },
    },
  },
  { base: 'https://records.example/vaccinations/FHIR/R4' },
);
const open = fhir(resource('Bundle', { entry: { type: 'array' } }));
const searchOf = (type: string): object => ({
  [`/${type}`]: { get: { parameters: query('patient', 'code', 'date', 'status', '_count', '_sort'), responses: { 200: open } } },
});
const chart = contractOf(
  {
    ...searchOf('Immunization'),
    ...searchOf('Condition'),
    ...searchOf('Observation'),
    ...searchOf('Encounter'),
    ...searchOf('MedicationRequest'),
    ...searchOf('AllergyIntolerance'),
    ...searchOf('DiagnosticReport'),
    ...searchOf('ServiceRequest'),
    ...searchOf('DocumentReference'),
    '/Patient/{id}/Immunization': { get: { parameters: [inPath('id'), ...query('date')], responses: { 200: open } } },
    '/Patient/{id}/$everything': {
      get: {
        parameters: [inPath('id')],
        responses: { 200: fhir(bundleOf({ type: 'object' }), shown({ resourceType: 'Patient', id: somebodyElse }, shownVaccination)) },
      },
    },
  },
  { base: 'https://records.example/chart/FHIR/R4' },
);
const older = contractOf(searchOf('Immunization') as never, { base: 'https://records.example/older/FHIR/STU3' });
const bookings = contractOf(
  {
    '/Slot': { get: { parameters: query('organization', 'start', 'status', '_include'), responses: { 200: open } } },
    '/Appointment': {
      get: { parameters: query('patient', 'date', 'status'), responses: { 200: open } },
      post: {
        requestBody: { content: { 'application/fhir+json': { schema: resource('Appointment') } } },
        responses: { 201: fhir(resource('Appointment')), 409: outcome },
      },
    },
    '/Appointment/{id}': { get: { parameters: [inPath('id')], responses: { 200: fhir(resource('Appointment')), 404: outcome } } },
  },
  { base: 'https://records.example/bookings/FHIR/R4' },
);

const contracts = Object.entries({ vaccinations, chart, older, bookings }).map(([name, contract]) =>
  loadContract({ name, text: contract }),
);
type Told = Readonly<Record<string, unknown>>;

const today = '2026-01-01';
const population = world().on(today);

function opened(options: Parameters<typeof sandboxOf>[1] = {}) {
  const sandbox = sandboxOf(contracts, { population: world(), ...options });
  const get = async (path: string): Promise<{ status: number; body: Loose; notes: string }> => {
    const response = await sandbox.request(path);
    const trace = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).json();
    return { status: response.status, body: (await response.json()) as Loose, notes: JSON.stringify(trace) };
  };
  return { ...sandbox, get };
}

const resourcesIn = ({ body }: { readonly body: Loose }): readonly Told[] => {
  const { entry = [] } = body as { readonly entry?: readonly { readonly resource: Told }[] };
  return entry.map(({ resource: one }) => one);
};
const idsIn = (answer: { readonly body: Loose }): readonly string[] =>
  resourcesIn(answer)
    .map(({ id }) => String(id))
    .toSorted();
const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id).toSorted();
const recordOf = (nhsNumber: string) => {
  const record = population.record(nhsNumber);
  if (!record) throw new Error(`nobody has ${nhsNumber}`);
  return record;
};
/** Somebody with vaccinations, and enough else. */
const somebody = [...Array(400).keys()]
  .map((n) => population.at(n * 997))
  .find(
    ({ nhsNumber, death, registrations: [practice] }) =>
      death === undefined &&
      practice !== undefined &&
      recordOf(nhsNumber).of('vaccination').length > 5 &&
      recordOf(nhsNumber).of('issue').length > 3,
  );
const number = somebody?.nhsNumber ?? '';
const record = recordOf(number);
const base = '/vaccinations/FHIR/R4/Immunization';

describe('a search tells the record', () => {
  const { get } = opened();

  test.each([
    ['a bare number', `${base}?patient=${number}`],
    ['a reference', `${base}?patient=Patient/${number}`],
    ['an identifier', `${base}?patient.identifier=${encodeURIComponent(`${system}|${number}`)}`],
    ['the identifier of a reference', `${base}?patient:identifier=${encodeURIComponent(`${system}|${number}`)}`],
    ['the path', `/chart/FHIR/R4/Patient/${number}/Immunization`],
  ])('of whom it names by %s', async (_, path) => {
    const answer = await get(path);
    expect(idsIn(answer)).toEqual(idsOf(record.of('vaccination')));
    expect(answer.notes).toContain(`Told out of the clinical record of ${number}`);
    expect(JSON.stringify(answer.body)).not.toContain(somebodyElse);
  });

  test('in the shape of its contract: what it has no room for is left out, and what it asks for is not about anybody', async () => {
    const [first] = resourcesIn(await get(`${base}?patient=${number}`));
    expect(first).toMatchObject({ meta: { profile: ['https://example.org/Vaccination'] }, reportOrigin: { text: 'By the clinic' } });
    expect(Object.keys(first ?? {})).not.toContain('protocolApplied');
    expect(JSON.stringify(first)).not.toContain('42605811000001109');
  });

  test('narrowed by days and by vaccine, sorted and in pages', async () => {
    const jabs = record.of('vaccination');
    const [some] = jabs.slice(Math.floor(jabs.length / 2));
    const since = some?.given ?? '';
    expect(idsIn(await get(`${base}?patient=${number}&date=ge${since}`))).toEqual(idsOf(jabs.filter(({ given }) => given >= since)));
    expect(idsIn(await get(`${base}?patient=${number}&immunization.target=${some?.sort}`))).toEqual(
      idsOf(jabs.filter(({ sort }) => sort === some?.sort)),
    );
    const pages = await get(`/chart/FHIR/R4/Observation?patient=${number}&_count=2&_sort=-date`);
    expect(resourcesIn(pages).length).toBeLessThanOrEqual(2);
    expect(pages.body['total']).toBe(record.of('observation').length);
  });

  test.each([
    ['Condition', ['condition', 'pregnancy']],
    ['MedicationRequest', ['medication', 'issue']],
    ['AllergyIntolerance', ['allergy']],
    ['DiagnosticReport', ['report']],
    ['ServiceRequest', ['referral']],
    ['DocumentReference', ['document']],
  ] as const)('in %s', async (type, kinds) => {
    const answer = await get(`/chart/FHIR/R4/${type}?patient=${number}&_count=1000`);
    expect(idsIn(answer)).toEqual(idsOf(kinds.flatMap((kind): readonly Entry[] => record.of(kind))));
    for (const each of resourcesIn(answer)) expect(JSON.stringify(each)).toContain(number);
  });

  test('and whom it names beside it, where that is asked for', async () => {
    const beside = resourcesIn(await get(`/vaccinations/FHIR/R4/Immunization?patient=${number}&_include=Immunization:patient`));
    expect(beside.map(({ resourceType }) => resourceType)).not.toContain('Organization');
  });
});

test('a whole record is told in the place of the one that the contract shows', async () => {
  const { get } = opened();
  const answer = await get(`/chart/FHIR/R4/Patient/${number}/$everything`);
  const jabs = resourcesIn(answer).filter(({ resourceType }) => resourceType === 'Immunization');
  expect(jabs.map(({ id }) => String(id)).toSorted()).toEqual(idsOf(record.of('vaccination')));
  expect(JSON.stringify(answer.body)).not.toContain(somebodyElse);
});

test('an entry is read, changed and taken out by its id, and every API tells so', async () => {
  const { get, send, request } = opened();
  const [jab] = record.of('vaccination');
  const path = `${base}/${jab?.id}`;
  const read = await get(path);
  expect(read.body).toMatchObject({ resourceType: 'Immunization', id: jab?.id });
  expect((await get(`${base}/9cb26858-97ef-4704-850b-d439d01e5adb`)).status).toBe(404);

  const changed = { ...read.body, lotNumber: 'TP9999' };
  expect((await send('PUT', path, changed, { 'Content-Type': 'application/fhir+json' })).status).toBe(200);
  for (const list of [
    `${base}?patient=${number}`,
    `/chart/FHIR/R4/Immunization?patient=${number}`,
    `/older/FHIR/STU3/Immunization?patient=${number}`,
  ]) {
    const found = resourcesIn(await get(list));
    expect(found.filter(({ id }) => id === jab?.id)).toMatchObject([{ lotNumber: 'TP9999' }]);
    expect(found.length).toBe(record.of('vaccination').length);
  }
  expect((await request(path, { method: 'DELETE' })).status).toBe(204);
  expect(idsIn(await get(`/chart/FHIR/R4/Immunization?patient=${number}`))).not.toContain(jab?.id);
});

test('what one API records four others tell', async () => {
  const { get, send } = opened();
  const sent = {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: {
      coding: [{ system: 'http://snomed.info/sct', code: '1119254000', display: 'Streptococcus pneumoniae Danish serotype vaccine' }],
    },
    patient: { reference: `Patient/${number}` },
    occurrenceDateTime: '2025-12-30',
    lotNumber: 'NEW1',
    reportOrigin: { text: 'A client' },
  };
  const made = await send('POST', base, sent, { 'Content-Type': 'application/fhir+json' });
  const { id } = (await made.json()) as Loose;
  const tellings = [
    `${base}?patient=${number}`,
    `/chart/FHIR/R4/Immunization?patient=${number}&date=ge2025-12-30`,
    `/chart/FHIR/R4/Patient/${number}/Immunization`,
    `/older/FHIR/STU3/Immunization?patient=${number}`,
    `/chart/FHIR/R4/Patient/${number}/$everything`,
  ];
  for (const path of tellings) {
    const found = resourcesIn(await get(path)).filter(({ id: own }) => own === id);
    expect([path, found.map(({ lotNumber }) => lotNumber)]).toEqual([path, ['NEW1']]);
  }
});

test('slots are those of the organisation that is asked, and an appointment takes one, once', async () => {
  const { get, send } = opened();
  const practice = somebody?.registrations[0]?.practice ?? '';
  const search = `/bookings/FHIR/R4/Slot?organization=${practice}&start=ge2026-01-05&start=le2026-01-09&status=free`;
  const [slot, ...others] = resourcesIn(await get(search));
  expect([slot?.status, others.length > 3]).toEqual(['free', true]);
  const booking = {
    resourceType: 'Appointment',
    status: 'booked',
    slot: [{ reference: `Slot/${slot?.id}` }],
    start: slot?.start,
    end: slot?.end,
    participant: [{ actor: { reference: `Patient/${number}` }, status: 'accepted' }],
  };
  const book = () => send('POST', '/bookings/FHIR/R4/Appointment', booking, { 'Content-Type': 'application/fhir+json' });
  expect([(await book()).status, (await book()).status]).toEqual([201, 409]);
  expect(idsIn(await get(search))).not.toContain(slot?.id);
  const booked = resourcesIn(await get(`/bookings/FHIR/R4/Appointment?patient=${number}&date=ge2026-01-05&status=booked`));
  expect(JSON.stringify(booked)).toContain(String(slot?.id));
});

test('where examples are wanted as published, nobody’s record is told', async () => {
  const { get } = opened({ settings: { examples: 'published' } });
  expect(idsIn(await get(`${base}?patient=${somebodyElse}`))).toEqual([shownVaccination.id]);
});

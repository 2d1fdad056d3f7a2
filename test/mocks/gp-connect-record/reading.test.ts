/** A patient reads: the record, then the documents, from the practice's own id for them to the bytes of a letter. */
import { expect, test } from 'vitest';
import { nobodysNumber } from '../../../mocks/personas.ts';
import { type Loose, origin, sandboxFor, world } from '../../sandbox.ts';

const header = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
const system = 'https://fhir.nhs.uk/Id/nhs-number';
const operation = '/Patient/$gpc.getstructuredrecord';
const letter = '07a6483f-732b-461e-86b6-edb665c45510';

interface Parameter {
  readonly name: string;
  readonly valueIdentifier?: { readonly system: string; readonly value: string };
  readonly part?: { readonly name: string; readonly valueBoolean?: boolean }[];
}

const allergies = { name: 'includeAllergies', part: [{ name: 'includeResolvedAllergies', valueBoolean: true }] };

function about(value: string, ...areas: Parameter[]): { resourceType: 'Parameters'; parameter: Parameter[] } {
  return { resourceType: 'Parameters', parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value } }, ...areas] };
}

test('a record comes whole: nothing in it twice, and nothing that it names is missing', async () => {
  const { client, people } = await sandboxFor('gp-connect-record');
  const everyArea = ['Medication', 'Consultations', 'Problems', 'Immunisations', 'Investigations'].map((area) => ({
    name: `include${area}`,
  }));
  const { data } = await client.POST(operation, { params: { header }, body: about(people.recordPatient, allergies, ...everyArea) });
  const resources = data?.entry.map(({ resource }) => resource) ?? [];
  expect(resources[0]).toMatchObject({ resourceType: 'Patient', name: [{ family: 'Whinchat' }], birthDate: '1974-03-18' });

  const ids = resources.flatMap(({ resourceType, id }) => (id === undefined ? [] : [`${resourceType}/${id}`]));
  expect(new Set(ids).size).toBe(ids.length);
  const named = [...JSON.stringify(data).matchAll(/"reference":"([^#"]+)"/g)].map(([, reference]) => reference);
  expect(named.filter((reference) => !ids.includes(reference ?? ''))).toEqual([]);
});

test('an area that was asked for comes by itself', async () => {
  const { client, people } = await sandboxFor('gp-connect-record');
  const { data } = await client.POST(operation, { params: { header }, body: about(people.letterPatient, allergies) });
  const titles = data?.entry.flatMap(({ resource }) => ('title' in resource ? [resource.title] : []));
  expect(titles?.[0]).toBe('Allergies and adverse reactions');
  expect(titles?.filter((title) => !/allerg/i.test(String(title)))).toEqual([]);
  const unknown = await client.POST(operation, { params: { header }, body: about(people.letterPatient, { name: 'includeReferrals' }) });
  expect(unknown.data?.entry.at(-1)?.resource).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', details: { text: 'includeReferrals is an unrecognised parameter' } }],
  });
});

test('five people of the population have records and documents, whose bytes are where they say', async () => {
  const { client, request, contract, workspace } = await sandboxFor('gp-connect-record');
  for (const index of [10, 2_000, 30_000, 400_000, 700_000]) {
    const { nhsNumber } = world().at(index);
    const record = await client.POST(operation, { params: { header }, body: about(nhsNumber) });
    expect(record.data?.entry[0]?.resource).toMatchObject({ resourceType: 'Patient', identifier: [{ value: nhsNumber }] });

    const found = await client.GET('/documents/Patient/{id}', { params: { path: { id: nhsNumber }, header } });
    const id = found.data?.entry?.[0]?.resource.id ?? '';
    const search = { params: { path: { id }, query: { patientNHSNumber: nhsNumber }, header } };
    const documents = await client.GET('/Patient/{id}/DocumentReference', search);
    const told = workspace.population.record(nhsNumber)?.of('document').toReversed() ?? [];
    const shown = documents.data?.entry?.map(({ resource }) => resource) ?? [];
    expect(shown.map(({ id: own }) => own)).toEqual(told.map(({ id: own }) => own));
    const url = String((shown[0] as Loose | undefined)?.['content']?.[0]?.['attachment']?.['url'] ?? '');
    if (told.length === 0) continue;
    expect(url).toBe(`${origin}${contract.basePath}/documents/Binary/${told[0]?.id}`);
    const bytes = (await (await request(`${url}?patientNHSNumber=${nhsNumber}`, { headers: header })).json()) as {
      readonly content: string;
    };
    expect(atob(bytes.content)).toContain('Synthetic data');
  }
});

test('documents are searched by a word and by days', async () => {
  const { call, people, workspace } = await sandboxFor('gp-connect-record');
  const [document] = workspace.population.record(people.janeSmith)?.of('document') ?? [];
  const [word = ''] = document?.title.split(' ') ?? [];
  const search = `/Patient/${people.janeSmith}/DocumentReference?patientNHSNumber=${people.janeSmith}`;
  const days = `created=ge${document?.recorded}&created=le${document?.recorded}`;
  const { status, body } = await call('GET', `${search}&${days}&description=${word}`, { headers: header });
  expect([status, body['entry']?.[0]?.['resource']?.['id']]).toEqual([200, document?.id]);
});

test('nobody is found where a practice knows nobody of a number', async () => {
  const { client, call } = await sandboxFor('gp-connect-record');
  const found = await client.GET('/documents/Patient/{id}', { params: { path: { id: nobodysNumber }, header } });
  expect([found.response.status, found.data?.entry]).toEqual([200, []]);
  expect(said(await call('POST', operation, { headers: header, body: about(nobodysNumber) }))).toEqual([404, 'PATIENT_NOT_FOUND']);
  const document = `/documents/Binary/${letter}?patientNHSNumber=${nobodysNumber}`;
  expect(said(await call('GET', document, { headers: header }))).toEqual([404, 'NO_RECORD_FOUND']);
});

test('what is wrong is said in the shape and with the codes of GP systems', async () => {
  const { call } = await sandboxFor('gp-connect-record');
  const wrong = await call('GET', '/documents/Patient/9000000008', { headers: header });
  expect([wrong.status, wrong.body]).toEqual([
    400,
    {
      resourceType: 'OperationOutcome',
      meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1'] },
      issue: [
        {
          severity: 'error',
          code: 'value',
          details: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1',
                code: 'INVALID_NHS_NUMBER',
                display: 'Invalid NHS number',
              },
            ],
          },
          diagnostics: 'The NHS number must have ten digits, the last of which checks the others.',
        },
      ],
    },
  ]);
  const asked = async (body: unknown): Promise<unknown[]> => said(await call('POST', operation, { headers: header, body }));
  const other = { name: 'patientNHSNumber', valueIdentifier: { system: 'https://example.org', value: '9000000009' } };
  expect(await asked({ resourceType: 'Parameters', parameter: [other] })).toEqual([400, 'INVALID_IDENTIFIER_SYSTEM']);
  expect(await asked(about('9000000008'))).toEqual([400, 'INVALID_NHS_NUMBER']);
  expect(await asked({ resourceType: 'Parameters', parameter: [{ name: 'includeMedication' }] })).toEqual([422, 'INVALID_PARAMETER']);
  expect(await asked({ resourceType: 'Patient' })).toEqual([422, 'INVALID_RESOURCE']);
  expect(await asked('{')).toEqual([422, 'INVALID_RESOURCE']);
  expect(said(await call('GET', '/documents/Patient/9000000009'))).toEqual([400, 'BAD_REQUEST']);
  expect(said(await call('GET', `/documents/Binary/${letter}`, { headers: header }))).toEqual([422, 'INVALID_PARAMETER']);
  const nowhere = await call('GET', '/Appointment', { headers: header });
  expect([...said(nowhere), nowhere.body['issue']?.[0]?.['code']]).toEqual([404, '404', '404']);
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call, people } = await sandboxFor('gp-connect-record');
  for (const { method, path, responses } of contract.operations) {
    const id = path.startsWith('/documents/Patient') ? people.janeSmith : letter;
    for (const code of [...responses.keys()].flatMap((key) => (key === '4XX' ? [400, 401, 403, 404, 422, 429] : [Number(key)]))) {
      const { status, body } = await call(method.toUpperCase(), `${path.replace('{id}', id)}?patientNHSNumber=${people.janeSmith}`, {
        headers: { ...header, Prefer: `code=${code}` },
        ...(method === 'post' && { body: about(people.janeSmith) }),
      });
      expect([path, status, body['resourceType']]).toEqual([
        path,
        code,
        code >= 400 ? 'OperationOutcome' : expect.stringMatching(/^(Bundle|Binary)$/),
      ]);
    }
  }
});

function said({ status, body }: { readonly status: number; readonly body: Loose }): unknown[] {
  return [status, body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']];
}

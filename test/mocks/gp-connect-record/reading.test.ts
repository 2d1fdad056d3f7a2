/** A patient reads: the record, then the documents, from the practice's own id for them to the bytes of a letter. */
import { expect, test } from 'vitest';
import { nobodysNumber } from '../../../mocks/personas.ts';
import { origin, sandboxesFor, type Loose } from '../../sandbox.ts';
import {
  about,
  allergies,
  area,
  asked,
  brokenIn,
  documentsOf,
  everyArea,
  header,
  itemsOf,
  listTitled,
  ofType,
  operation,
  said,
} from './asking.ts';

const open = await sandboxesFor('gp-connect-record');
const letter = '07a6483f-732b-461e-86b6-edb665c45510';

test('a record comes whole: nothing in it twice, and nothing that it names is missing', async () => {
  const sandbox = open();
  const told = await asked(sandbox, about(sandbox.people.recordPatient, ...everyArea));
  expect(told.resources[0]).toMatchObject({ resourceType: 'Patient', name: [{ family: 'Whinchat' }], birthDate: '1974-03-18' });
  expect(brokenIn(told.resources)).toEqual([]);
});

test('an area that was asked for comes by itself, and what is not known is said', async () => {
  const sandbox = open();
  const told = await asked(sandbox, about(sandbox.people.letterPatient, allergies, area('includeDiaryEntries')));
  expect(ofType(told, 'List').map(({ title }) => title)).toEqual(['Allergies and adverse reactions']);
  expect(told.resources.at(-1)).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', details: { text: 'includeDiaryEntries is an unrecognised parameter' } }],
  });
});

test('allergies that have ended stand inside a List of their own', async () => {
  const sandbox = open();
  const told = await asked(sandbox, about(sandbox.people.recordEndedAllergies, allergies));
  const ended = listTitled(told, 'Ended allergies');
  expect(ended).toMatchObject({
    contained: [
      {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: 'resolved',
        extension: [{ extension: [{}, { valueString: 'No information available' }] }],
      },
      { clinicalStatus: 'resolved', extension: [{ extension: [{}, { valueString: 'Tested, and not allergic' }] }] },
    ],
  });
  expect(itemsOf(ended).every((item) => item.startsWith('#'))).toBe(true);
  expect(ofType(told, 'AllergyIntolerance')).toMatchObject([{ clinicalStatus: 'active', code: expect.anything() }]);
  const without = await asked(
    sandbox,
    about(sandbox.people.recordEndedAllergies, area('includeAllergies', { name: 'includeResolvedAllergies', valueBoolean: false })),
  );
  expect(listTitled(without, 'Ended allergies')).toBeUndefined();
});

test('documents are found by the id that the practice has for the patient, and their bytes are where they say', async () => {
  const { call, request, contract, people, workspace } = open();
  for (const number of [people.janeSmith, people.letterPatient]) {
    const documents = await documentsOf(open(), number);
    const entries = (documents.body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[];
    const shown = entries.map(({ resource }) => resource).filter(({ resourceType }) => String(resourceType) === 'DocumentReference');
    const told = workspace.population.record(number)?.of('document').toReversed() ?? [];
    expect(shown.map(({ id }) => String(id))).toEqual(told.map(({ id }) => id));
    expect(brokenIn(entries.map(({ resource }) => resource))).toEqual([]);
    for (const one of shown.slice(0, 5)) {
      const attachment = one['content']?.[0]?.['attachment'];
      const url = String(attachment?.['url']);
      expect(url).toBe(`${origin}${contract.basePath}/documents/Binary/${String(one['id'])}`);
      const bytes = (await (await request(`${url}?patientNHSNumber=${number}`, { headers: header })).json()) as Loose;
      expect(bytes['contentType']).toBe(attachment?.['contentType']);
      expect(atob(String(bytes['content'])).length).toBe(Number(attachment?.['size']));
      expect(atob(String(bytes['content']))).toContain('Synthetic data');
    }
  }
  const [document] = workspace.population.record(people.janeSmith)?.of('document') ?? [];
  const days = `&created=ge${document?.recorded}&created=le${document?.recorded}&description=${document?.title.split(' ')[0]}`;
  const one = await documentsOf(open(), people.janeSmith, days);
  expect([one.status, one.body['entry']?.[0]?.['resource']?.['id']]).toEqual([200, document?.id]);
  expect((await call('GET', `/documents/Patient/${people.janeSmith}`, { headers: header })).status).toBe(200);
});

test('nobody is found where a practice knows nobody of a number', async () => {
  const { call } = open();
  const found = await call('GET', `/documents/Patient/${nobodysNumber}`, { headers: header });
  expect([found.status, found.body['entry']]).toEqual([200, []]);
  expect(said(await call('POST', operation, { headers: header, body: about(nobodysNumber) }))).toEqual([404, 'PATIENT_NOT_FOUND']);
  const document = `/documents/Binary/${letter}?patientNHSNumber=${nobodysNumber}`;
  expect(said(await call('GET', document, { headers: header }))).toEqual([404, 'NO_RECORD_FOUND']);
});

test('what is wrong is said in the shape of GP systems', async () => {
  const { call } = open();
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
          diagnostics: 'The NHS number must have ten digits, the last of which is their check digit.',
        },
      ],
    },
  ]);
  const nowhere = await call('GET', '/Appointment', { headers: header });
  expect([...said(nowhere), nowhere.body['issue']?.[0]?.['code']]).toEqual([404, '404', '404']);
});

test('every documented status of every operation can be asked for', async () => {
  const { contract, call, people } = open();
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

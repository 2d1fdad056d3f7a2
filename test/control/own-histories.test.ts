/** People of one's own with a history: every API tells what was said of their health, and nothing beside it. */
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { contractOf } from '../gateway/small-contract.ts';
import { sandboxOf, world, type Loose } from '../sandbox.ts';

const text = { type: 'string' };
const resource = (type: string): object => ({
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: { type: 'string', enum: [type] }, id: text, code: { type: 'object' }, subject: { type: 'object' } },
});
const bundleOf = (item: object): object => ({
  type: 'object',
  required: ['resourceType'],
  properties: {
    resourceType: { type: 'string', enum: ['Bundle'] },
    total: { type: 'integer' },
    entry: { type: 'array', items: { type: 'object', properties: { resource: item } } },
  },
});
const fhir = (schema: object): object => ({ description: 'FHIR', content: { 'application/fhir+json': { schema } } });
const kinds = ['Condition', 'MedicationStatement', 'AllergyIntolerance', 'Immunization', 'Observation', 'Appointment'];
const records = contractOf(
  Object.fromEntries(
    kinds.flatMap((kind) => [
      [
        `/${kind}`,
        { get: { parameters: [{ name: 'patient', in: 'query', schema: text }], responses: { 200: fhir(bundleOf(resource(kind))) } } },
      ],
      [
        `/${kind}/{id}`,
        {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
            responses: { 200: fhir(resource(kind)), 404: { description: 'None' } },
          },
        },
      ],
    ]),
  ),
  { base: 'https://records.example/records/FHIR/R4' },
);
const base = '/records/FHIR/R4';
const sandbox = sandboxOf([loadContract({ name: 'records', text: records })], { population: world() });
const ask = async (path: string): Promise<unknown> => (await sandbox.request(path)).json();
const told = async (kind: string, nhsNumber: string): Promise<readonly Loose[]> => {
  const { entry = [] } = (await ask(`${base}/${kind}?patient=${nhsNumber}`)) as { entry?: readonly { resource: Loose }[] };
  // The latest stands first.
  return entry.map((each) => each.resource).toReversed();
};

const amina = {
  nhsNumber: '9980000007',
  name: { given: ['Amina'], family: 'Quillfeather' },
  gender: 'female',
  born: '1980-02-29',
  practice: 'Y90001',
  conditions: [
    { condition: 'asthma', since: '1991-05-01' },
    { condition: 'Type 2 diabetes mellitus', since: '2015-03-02', severity: 'moderate' },
    { condition: 'Yellow nail syndrome', code: '85707006', since: '2019-09-09' },
  ],
  medicines: ['salbutamol', { medicine: 'Metformin 500mg tablets', since: '2015-04-01', dose: 'Two with supper', for: 'type-2-diabetes' }],
  allergies: [{ substance: 'penicillin', reaction: 'Rash' }, 'Quince'],
  vaccinations: [{ vaccine: 'flu', given: '2025-10-03' }],
  results: [
    { result: 'hba1c', value: 81, on: '2025-06-02' },
    { result: 'blood-pressure', value: '140/85', on: '2025-06-02' },
  ],
  appointments: [{ on: '2026-01-09', at: '10:30', reason: 'Asthma review' }, { on: '2025-11-04' }],
};

test('what is told of their health every API tells, with codes for what is known and the caller’s for the rest', async () => {
  expect((await sandbox.send('PUT', '/_sandbox/people/9980000007', amina)).status).toBe(201);
  const conditions = await told('Condition', amina.nhsNumber);
  const coded = (wanted: string) => conditions.find(({ code }) => JSON.stringify(code).includes(`"${wanted}"`));
  const diabetes = coded('44054006');
  expect([conditions.length, coded('195967001'), diabetes, coded('85707006')]).toMatchObject([
    3,
    { code: { coding: [{ display: 'Asthma' }] } },
    { code: { coding: [{ display: 'Type 2 diabetes mellitus' }] } },
    { code: { coding: [{ display: 'Yellow nail syndrome' }] } },
  ]);
  expect(await ask(`${base}/Condition/${String(diabetes?.['id'])}`)).toMatchObject({ code: diabetes?.['code'] });
  for (const [kind, count] of [
    ['MedicationStatement', 2],
    ['AllergyIntolerance', 2],
    ['Immunization', 1],
    ['Observation', 2],
    ['Appointment', 2],
  ] as const)
    expect([kind, (await told(kind, amina.nhsNumber)).length]).toEqual([kind, count]);
});

test('they are found by it, and it stands in their timeline', async () => {
  const asked = 'condition=diabetes,asthma&on=metformin&lastHba1c=%3E75&allergy=penicillin&appointment=14&vaccinated=flu&medicines=2';
  const { people } = (await ask(`/_sandbox/people?own=true&${asked}`)) as {
    people: readonly { nhsNumber: string; why: readonly string[] }[];
  };
  expect(people.map(({ nhsNumber, why }) => [nhsNumber, why.length])).toEqual([[amina.nhsNumber, 7]]);
  const { events } = (await ask(`/_sandbox/people/${amina.nhsNumber}`)) as {
    events: readonly { kind: string; summary: string }[];
  };
  expect(events.filter(({ kind }) => kind === 'condition').map(({ summary }) => summary)).toEqual([
    'Asthma',
    'Type 2 diabetes mellitus',
    'Yellow nail syndrome',
  ]);
});

test('nothing is told of whom nothing is said, and a history that is told anew takes the place of the one before', async () => {
  const { nhsNumber, name, born } = amina;
  expect((await sandbox.send('PUT', `/_sandbox/people/${nhsNumber}`, { name, born, conditions: ['Migraine'] })).status).toBe(200);
  expect(await told('Condition', nhsNumber)).toMatchObject([{ code: { coding: [{ display: 'Migraine' }] } }]);
  expect(await told('AllergyIntolerance', nhsNumber)).toEqual([]);
});

test.each([
  ['/conditions/0', { conditions: ['diabetes'] }, 'say which of type-1-diabetes, type-2-diabetes'],
  ['/conditions/0/since', { conditions: [{ condition: 'asthma', since: '2021-02-30' }] }, 'must be'],
  ['/conditions/0', { conditions: [{ condition: 'asthma', from: '2021-02-03' }] }, ''],
  ['/conditions/0/since', { conditions: [{ condition: 'asthma', since: '1979-12-31' }] }, 'before the birth'],
  ['/conditions/0/until', { conditions: [{ condition: 'asthma', since: '2001-01-01', until: '2000-01-01' }] }, 'before it began'],
  ['/medicines/0', { medicines: ['statin'] }, 'atorvastatin'],
  ['/vaccinations/0', { vaccinations: [{ vaccine: 'mmr' }] }, 'given'],
  ['/results/0/value', { results: [{ result: 'blood-pressure', value: '140', on: '2025-01-02' }] }, '140/85'],
  ['/appointments/0/at', { appointments: [{ on: '2025-01-02', at: '9.30' }] }, ''],
])('%s is refused where it cannot be understood', async (pointer, history, sentence) => {
  const answer = await sandbox.send('POST', '/_sandbox/people', { born: '1980-01-01', ...history });
  const problem = await answer.text();
  expect([answer.status >= 400 && answer.status < 500, problem]).toEqual([true, expect.stringContaining(pointer)]);
  expect(problem).toContain(sentence);
});

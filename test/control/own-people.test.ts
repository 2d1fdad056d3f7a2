/** People of one's own beside the population: brought over the sandbox's own API, and found by every API behind it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { sandboxOf, world, type Loose, type Sandbox } from '../sandbox.ts';

const clinic = `
openapi: 3.1.0
info: { title: Clinic list, version: 1.0.0 }
servers: [{ url: /clinic }]
paths:
  /patients/{nhsNumber}:
    get:
      operationId: patient
      parameters: [{ name: nhsNumber, in: path, required: true, schema: { type: string }, example: '9000000009' }]
      responses:
        '200':
          description: Who comes
          content:
            application/json:
              schema:
                type: object
                properties:
                  nhsNumber: { type: string }
                  name: { type: object, properties: { first: { type: string }, last: { type: string } } }
                  dateOfBirth: { type: string, format: date }
                  address: { type: object, properties: { line1: { type: string }, town: { type: string }, postcode: { type: string } } }
              example:
                nhsNumber: '9000000017'
                name: { first: Example, last: Person }
                dateOfBirth: 1950-02-01
                address: { line1: 1 Example Road, town: Exampleton, postcode: ZZ1 1ZZ }
        '404': { description: Nobody has this number }
`;

const five = [
  {
    nhsNumber: '9980000007',
    name: { prefix: 'Ms', given: ['Amina', 'Noor'], family: 'Quillfeather' },
    gender: 'female',
    born: '1980-02-29',
  },
  { nhsNumber: '9980000015', name: { given: ['Ben'], family: 'Quillfeather' }, gender: 'male', born: '2012-05-01' },
  { name: { given: ['Cara'], family: 'Oddington' }, gender: 'female', born: '1944-11-30', death: { date: '2025-12-01' } },
  { name: { given: ['Dev'], family: 'Oddington' }, gender: 'male', born: '1990-07-07', restricted: true, practice: 'Y90001' },
  { name: { family: 'Mononym' }, gender: 'other', born: '2001-01-01' },
].map((person, n) => ({
  ...person,
  address: { lines: [`${n + 1} Example Road`, 'Leeds'], postcode: 'LS1 9ZZ' },
  phone: `07700 90000${n}`,
  ...(n === 1 && { relatives: [{ relationship: 'mother', nhsNumber: '9980000007' }] }),
}));

const fhir = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', Authorization: 'Bearer made-up' };
const demographics = '/personal-demographics/FHIR/R4/Patient';

let open: () => Sandbox;
beforeAll(async () => {
  const ours = await ownApis(['personal-demographics', 'immunisation-history']);
  const brought = loadContract({ name: 'clinic.yaml', text: clinic });
  const mocks = Object.fromEntries(ours.flatMap(({ contract, mock }) => (mock ? [[contract.slug, mock]] : [])));
  open = () => sandboxOf([...ours.map(({ contract }) => contract), brought], { population: world(), mocks });
});

const json = async (answer: Promise<Response>): Promise<Loose> => (await answer).json() as Promise<Loose>;
const bring = async ({ send }: Sandbox, people: unknown): Promise<readonly string[]> => {
  const answer = await send('POST', '/_sandbox/people', people);
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(JSON.stringify(body));
  return (body as { people: { nhsNumber: string }[] }).people.map(({ nhsNumber }) => nhsNumber);
};

describe('five people of your own', () => {
  test('are found by number: by Personal Demographics, by another API, and by a contract of your own', async () => {
    const sandbox = open();
    const numbers = await bring(sandbox, five);
    expect(numbers.slice(0, 2)).toEqual(['9980000007', '9980000015']);
    for (const [n, number] of numbers.entries()) {
      const patient = await json(sandbox.request(`${demographics}/${number}`, { headers: fhir }));
      expect(patient).toMatchObject({ id: number, birthDate: five[n]?.born, name: [{ family: five[n]?.name.family }] });
      const vaccinations = `/immunisation-history/FHIR/R4/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number%7C${number}`;
      const query = '&immunization.target=FLU&_include=Immunization:patient';
      expect((await sandbox.request(vaccinations + query, { headers: fhir })).status).toBe(200);
      const walker = await json(sandbox.request(`/clinic/patients/${number}`));
      expect(walker).toMatchObject({
        nhsNumber: number,
        name: { last: five[n]?.name.family },
        dateOfBirth: five[n]?.born,
        // Where somebody lives whose record is restricted is told by nobody.
        ...(n !== 3 && { address: { line1: `${n + 1} Example Road`, town: 'Leeds', postcode: 'LS1 9ZZ' } }),
      });
    }
  });

  test('are found by name, birth, gender, postcode and trait, by an API and by the control API', async () => {
    const sandbox = open();
    const [amina, ben, cara, dev] = await bring(sandbox, five);
    const found = await json(
      sandbox.request(`${demographics}?family=quillfeather&gender=female&birthdate=eq1980-02-29`, { headers: fhir }),
    );
    expect(found).toMatchObject({ total: 1, entry: [{ resource: { id: amina } }] });
    const numbers = async (query: string): Promise<readonly string[]> => {
      const { people } = (await json(sandbox.request(`/_sandbox/people?${query}`))) as unknown as { people: { nhsNumber: string }[] };
      return people.map(({ nhsNumber }) => nhsNumber);
    };
    expect(await numbers('family=Quill*')).toEqual([amina, ben]);
    expect(await numbers('q=Ben+Quillfeather')).toEqual([ben]);
    expect(await numbers('postcode=LS1+9ZZ&gender=male')).toEqual([ben, dev]);
    expect((await numbers('q=Oddington+Leeds')).toSorted()).toEqual([cara, dev].toSorted());
    expect(await numbers('trait=restricted&limit=1')).toEqual([dev]);
    expect((await numbers('own=true')).length).toBe(5);
    expect(await numbers('own=true&born=1944')).toEqual([cara]);
    expect((await numbers('born=1944')).length).toBe(20);
  });

  test('have families both ways, and a timeline of what was told and nothing else', async () => {
    const sandbox = open();
    const [amina, ben, , dev] = await bring(sandbox, five);
    const mother = await json(sandbox.request(`/_sandbox/people/${amina}`));
    expect(mother).toMatchObject({ own: true, family: [{ relationship: 'child', nhsNumber: ben, name: 'Ben Quillfeather' }] });
    expect(await json(sandbox.request(`${demographics}/${ben}/RelatedPerson`, { headers: fhir }))).toMatchObject({
      entry: [{ resource: { patient: { identifier: { value: amina } } } }],
    });
    const { events } = await json(sandbox.request(`/_sandbox/people/${dev}`));
    expect(events).toMatchObject([
      { kind: 'birth', date: '1990-07-07' },
      { kind: 'registration', organisation: { ods: 'Y90001' } },
    ]);
  });

  test('may be relatives of somebody of the population, who then has them in the family too', async () => {
    const sandbox = open();
    const child = { name: { given: ['Zed'], family: 'Smith' }, gender: 'male', born: '2025-06-01' };
    const [number] = await bring(sandbox, { ...child, relatives: [{ relationship: 'sibling', nhsNumber: '9000000009' }] });
    const { family } = await json(sandbox.request('/_sandbox/people/9000000009'));
    expect(family).toContainEqual({ relationship: 'sibling', nhsNumber: number, name: 'Zed Smith', born: '2025-06-01' });
  });

  test('are changed by a client as anybody is; a reset undoes that and leaves them', async () => {
    const sandbox = open();
    const [amina] = await bring(sandbox, five);
    const address = `${demographics}/${amina}`;
    const read = await sandbox.request(address, { headers: fhir });
    const change = { patches: [{ op: 'replace', path: '/gender', value: 'male' }] };
    const changed = await sandbox.send('PATCH', address, change, {
      ...fhir,
      'Content-Type': 'application/json-patch+json',
      'If-Match': read.headers.get('etag') ?? '',
    });
    expect([changed.status, await changed.json()]).toEqual([200, expect.objectContaining({ gender: 'male' })]);
    expect((await sandbox.request(`/_sandbox/reset`, { method: 'POST' })).status).toBe(204);
    expect(await json(sandbox.request(address, { headers: fhir }))).toMatchObject({ id: amina, gender: 'female' });
  });
});

test('a person of your own is told anew under the number, and taken away', async () => {
  const { request, send } = open();
  const url = '/_sandbox/people/9980000007';
  const amina = { name: { given: ['Amina'], family: 'Quillfeather' }, born: '1980-02-29' };
  expect((await send('PUT', url, amina)).status).toBe(201);
  expect(await json(request(`${demographics}/9980000007`, { headers: fhir }))).toMatchObject({ gender: 'unknown' });
  expect((await send('PUT', url, { ...amina, gender: 'female' })).status).toBe(200);
  expect(await json(request(`${demographics}/9980000007`, { headers: fhir }))).toMatchObject({ gender: 'female' });
  expect((await request(url, { method: 'DELETE' })).status).toBe(204);
  expect((await request(`${demographics}/9980000007`, { headers: fhir })).status).toBe(404);
  expect((await request(url, { method: 'DELETE' })).status).toBe(404);
});

test('a number that nobody has is given, the same for the same seed, and never one twice', async () => {
  const twenty = Array.from({ length: 20 }, (_, n) => ({ name: { given: [`Given${n}`], family: 'Twenty' }, born: '1970-01-01' }));
  const [first, again] = [await bring(open(), twenty), await bring(open(), twenty)];
  expect(first).toEqual(again);
  expect(new Set(first).size).toBe(20);
  for (const number of first) expect([number.slice(0, 3), world().find(number)]).toEqual(['999', undefined]);
});

test('a person of your own goes along with an export, and with a fork', async () => {
  const [from, to] = [open(), open()];
  await bring(from, five.slice(0, 2));
  const file = await (await from.request('/_sandbox/export')).text();
  const taken = await to.send('POST', '/_sandbox/import', file, { 'Content-Type': 'application/x-ndjson' });
  expect(taken.status).toBe(200);
  const forked = await json(from.send('POST', '/_sandbox/workspace/fork', {}));
  for (const [sandbox, base] of [
    [to, ''],
    [from, `/w/${String(forked['id'])}`],
  ] as const) {
    expect(await json(sandbox.request(`${base}/_sandbox/people/9980000007`))).toMatchObject({
      name: 'Ms Amina Noor Quillfeather',
      own: true,
      family: [{ relationship: 'child', nhsNumber: '9980000015' }],
    });
  }
});

describe('refused with a sentence, and nobody is brought', () => {
  const born = '1980-01-01';
  test.each([
    ['the number of somebody of the population', { nhsNumber: '9000000009', born }, 409, 'somebody of the population'],
    ['a number of a range that is issued to patients', { nhsNumber: realRange(randomFrom(3)), born }, 422, 'issued to real patients'],
    ['a relative whom nobody knows', { born, relatives: [{ relationship: 'mother', nhsNumber: '9980000023' }] }, 422, 'nobody here'],
    ['a date that no calendar has', { born: '1981-02-29' }, 422, 'must be'],
    ['a word that is not known', { born, surname: 'X' }, 422, ''],
    ['a number whose check digit is wrong', { born, nhsNumber: '9980000000' }, 422, 'check digit'],
  ])('%s', async (_, person, status, sentence) => {
    const sandbox = open();
    const answer = await sandbox.send('POST', '/_sandbox/people', [{ born }, person]);
    const text = await answer.text();
    expect([answer.status === 400 ? 422 : answer.status, text]).toEqual([status, expect.stringContaining(sentence)]);
    expect(await json(sandbox.request('/_sandbox/people?own=true'))).toMatchObject({ people: [] });
  });
});

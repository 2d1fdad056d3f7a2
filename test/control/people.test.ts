/** Who is in the population, as the sandbox's own API tells it. */
import { describe, expect, test } from 'vitest';
import { personas, testPerson } from '../../mocks/personas.ts';
import type { operations } from '../../src/generated/sandbox-control.types.ts';
import { sandboxFor, sandboxForAll, sandboxOf, world } from '../sandbox.ts';
import { notebook } from '../gateway/notebook.ts';

type Told<Id extends 'list-people' | 'read-person' | 'read-record' | 'list-requests-about' | 'list-answers-about' | 'list-test-people'> =
  operations[Id]['responses'][200]['content']['application/json'];

const { request } = sandboxOf(notebook, { population: world() });
const asked = async <Id extends 'list-people' | 'read-person' | 'read-record' | 'list-test-people'>(path: string): Promise<Told<Id>> =>
  (await request(`/_sandbox${path}`)).json() as Promise<Told<Id>>; // held to its contract by the gateway
const find = (q: string, limit = 20) => asked<'list-people'>(`/people?q=${encodeURIComponent(q)}&limit=${limit}`);

describe('what a person types into one box', () => {
  test.each([
    ['9000000009', 'an NHS number'],
    ['900 000 0009', 'one as it is printed'],
    ['Jane Smith', 'a name'],
    ['smith, jane', 'a name the other way round'],
    ['Jane Smith Leeds', 'a name and a town'],
    ['Smith 2010-10-22', 'a name and a date of birth'],
    ['LS1 6AE', 'a postcode'],
    ['ls1', 'the beginning of one'],
    ['Leeds', 'a town'],
    ['West Yorkshire', 'a county'],
    ['Y12345', 'the code of a practice'],
  ])('%s finds Jane Smith of Leeds: %s', async (q) => {
    const { people } = await find(q, 200);
    expect(people).toContainEqual(expect.objectContaining({ nhsNumber: '9000000009', name: 'Mrs Jane Smith MBE', town: 'Leeds' }));
  });

  test('that nobody is called finds names that sound alike, and says so', async () => {
    const { people, notes } = await find('Smyth Jayn');
    expect([people.length > 0, notes]).toEqual([true, [expect.stringContaining('sound alike')]]);
  });

  test.each([
    ['9111231130', 'Nobody has this NHS number.'],
    ['9000000000', 'This is no NHS number: its check digit is wrong.'],
  ])('%s finds nobody, and says why', async (q, why) => {
    expect(await find(q)).toEqual({ data: 'synthetic', asOf: '2026-01-01', people: [], more: false, notes: [why] });
  });

  test('says where it stopped early: a given name alone is looked for among some', async () => {
    expect((await find('Zebedee')).notes.join()).toContain('Not everybody who might fit was looked at');
  });

  test('gives as many as are asked for, and says that there are more', async () => {
    const { people, more } = await find('Smith', 5);
    expect([people.length, more]).toEqual([5, true]);
  });
});

describe('a search by particular fields', () => {
  test('keeps to all of them', async () => {
    const { people } = await asked<'list-people'>('/people?family=Sm*&born=1960..1985&place=Leeds&gender=female');
    expect(people.length).toBeGreaterThan(0);
    for (const { name, born = '', gender, town } of people)
      expect([name, born.slice(0, 3), gender, town]).toEqual([
        expect.stringMatching(/ Sm/),
        expect.stringMatching(/19[678]/),
        'female',
        'Leeds',
      ]);
  });

  test.each(personasTraits())('finds people who are %s', async (trait) => {
    const { people } = await asked<'list-people'>(`/people?trait=${trait}&limit=5`);
    expect(people.length).toBeGreaterThan(0);
    for (const { traits } of people) expect(traits).toContain(trait);
  });

  test('finds nobody where nothing is asked', async () => {
    expect((await asked<'list-people'>('/people')).people).toEqual([]);
  });

  test.each([
    ['born=spring', 'born'],
    ['gp=A00000', 'gp'],
    ['gender=f', 'gender'],
    ['limit=1001', 'limit'],
    ['family=*', 'family'],
    ['nickname=x', 'nickname'],
  ])('refuses %s and names the field', async (query, field) => {
    const answer = await request(`/_sandbox/people?${query}`);
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([400, expect.stringContaining(`"name":"${field}"`)]);
  });
});

function personasTraits(): readonly string[] {
  return [
    'restricted',
    'superseded',
    'invalidated',
    'minimal',
    'no-fixed-abode',
    'one-name',
    'newborn-without-name',
    'changed-name',
    'temporary-address',
    'textphone',
    'gender-other',
  ];
}

describe('one person', () => {
  test('comes with family and timeline, and nothing is withheld', async () => {
    const person = await asked<'read-person'>(`/people/${testPerson.motherOfTwins}`);
    expect(person.family).toEqual([
      expect.objectContaining({ relationship: 'child', name: 'Poppy Siskin' }),
      expect.objectContaining({ relationship: 'child' }),
    ]);
    expect(person.events.map(({ kind }) => kind)).toContain('birth');
    const restricted = await asked<'read-person'>('/people/9000000025');
    expect([restricted.restricted, restricted.traits, restricted.addresses.length]).toEqual([true, ['restricted'], 1]);
  });

  test('whose record is minimal is a number', async () => {
    const { born, names, minimal } = await asked<'read-person'>('/people/9000000033');
    expect([born, names, minimal]).toEqual([undefined, [], true]);
  });

  test.each(['9111231130', 'abc'])('whom nobody knows (%s) is refused', async (number) => {
    expect([400, 404]).toContain((await request(`/_sandbox/people/${number}`)).status);
  });
});

describe('the clinical record of one person', () => {
  const of = `/people/9000000009/record`;

  test('is a page, and entries of the kinds that are asked for', async () => {
    const { data, sections, due, entries } = await asked<'read-record'>(of);
    expect([data, sections[0]?.title, sections.some(({ more }) => more > 0), entries]).toEqual(['synthetic', 'Summary', true, []]);
    expect(due).toEqual([expect.objectContaining({ sort: '3IN1', what: '3-in-1 teenage booster vaccination' })]);
    const whole = await asked<'read-record'>(`${of}?all=true&kind=vaccination,allergy`);
    expect(whole.sections.filter(({ more }) => more > 0)).toEqual([]);
    expect(new Set(whole.entries.map(({ kind }) => kind))).toEqual(new Set(['vaccination']));
    expect(whole.sections.find(({ title }) => title === 'Vaccinations')?.lines.length).toBe(whole.entries.length);
  });

  test('on an earlier day holds what was recorded by then', async () => {
    const { asOf, entries } = await asked<'read-record'>(`${of}?asOf=2018-06-01&kind=vaccination,condition`);
    expect(asOf).toBe('2018-06-01');
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ recorded }) => recorded > asOf)).toEqual([]);
  });

  test.each([
    ['/people/9111231130/record', 404],
    [`${of}?asOf=2001-01-01`, 400],
    [`${of}?kind=secret`, 400],
  ])('%s is refused with %i', async (path, status) => {
    expect((await request(`/_sandbox${path}`)).status).toBe(status);
  });
});

test('the test people are listed with what each is for', async () => {
  const { groups } = await asked<'list-test-people'>('/personas');
  expect(groups.map(({ title }) => title)).toEqual(['From the official sandboxes', 'Of this sandbox']);
  expect(groups.flatMap(({ people }) => people).length).toBe(personas.length);
});

describe('requests about a person', () => {
  test('are answered with that person by each API that knows people by NHS number, and leave nothing behind', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const number = '9000000017';
    const answer = await sandbox.request(`/_sandbox/people/${number}/requests`);
    const { requests } = (await answer.json()) as Told<'list-requests-about'>;
    expect(requests).toEqual([expect.objectContaining({ slug: 'personal-demographics', operation: 'get-patient', status: 200 })]);
    const [{ path, headers } = { path: '', headers: {} }] = requests;
    expect((await (await sandbox.request('/_sandbox/exchanges')).json()).exchanges).toEqual([]);
    const told = await sandbox.request(path, { headers });
    expect([told.status, (await told.json()).id]).toEqual([200, number]);
  });

  test('are given with the refusal where the API does not give the person', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const answer = await sandbox.request(`/_sandbox/people/${testPerson.invalidated}/requests`);
    const { requests } = (await answer.json()) as Told<'list-requests-about'>;
    expect(requests.map(({ status }) => status)).toEqual([404]);
  });

  test('are given in a moment where none is to be tried, and of one API where it is named', async () => {
    const sandbox = await sandboxForAll(['personal-demographics', 'immunisation-history']);
    const asked = async (query: string) => {
      const answer = await sandbox.request(`/_sandbox/people/9000000017/requests?${query}`);
      return ((await answer.json()) as Told<'list-requests-about'>).requests;
    };
    const untried = await asked('tried=false');
    expect(untried.map(({ slug }) => slug).toSorted()).toEqual(['immunisation-history', 'personal-demographics']);
    expect(untried.map(({ status }) => status)).toEqual([undefined, undefined]);
    expect(await asked('api=immunisation-history')).toEqual([expect.objectContaining({ slug: 'immunisation-history', status: 200 })]);
    expect(await asked('api=nothing')).toEqual([]);
  });
});

describe('answers about a person', () => {
  test('are what each operation that reads about people answers, whoever may ask it, and leave nothing behind', async () => {
    const sandbox = await sandboxForAll(['personal-demographics', 'gp-connect-record']);
    await sandbox.send('PATCH', '/_sandbox/settings', { access: 'strict' });
    const before = (await (await sandbox.request('/_sandbox/exchanges')).json()).exchanges;
    const answer = await sandbox.request('/_sandbox/people/9000000017/answers');
    const { answers } = (await answer.json()) as Told<'list-answers-about'>;
    const patient = answers.find(({ operation }) => operation === 'get-patient');
    expect([patient?.status, JSON.parse(patient?.text ?? '').id]).toEqual([200, '9000000017']);
    expect(answers.filter(({ slug }) => slug === 'personal-demographics').length).toBeGreaterThan(1);
    const record = answers.find(({ method }) => method === 'POST');
    expect([record?.status, record?.text]).toEqual([200, expect.stringContaining('"9000000017"')]);
    expect(record?.text).not.toContain('"9000000009"');
    expect((await (await sandbox.request('/_sandbox/exchanges')).json()).exchanges).toEqual(before);
    expect((await sandbox.request('/_sandbox/people/9111231130/answers')).status).toBe(404);
  });
});

/** The people as of a day: that of the workspace's clock, of the setting `asOf`, or of whoever asks. */
import { describe, expect, test } from 'vitest';
import { testPerson } from '../../mocks/personas.ts';
import { createInProcessSandbox } from '../../src/runtimes/browser/in-process.ts';
import type { components, operations } from '../../src/generated/sandbox-control.types.ts';
import { firstDay, lastDay } from '../../src/world/reach.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxFor, sandboxOf, world, type Sandbox } from '../sandbox.ts';

type Person = components['schemas']['Person'];
type Found = operations['list-people']['responses'][200]['content']['application/json'];

const opened = (): Sandbox => sandboxOf(notebook, { population: world() });
const text = async ({ request }: Sandbox, path: string): Promise<string> => (await request(`/_sandbox${path}`)).text();
const read = async <T>(sandbox: Sandbox, path: string): Promise<T> => JSON.parse(await text(sandbox, path)) as T; // held to its contract by the gateway
const person = (sandbox: Sandbox, nhsNumber: string, query = '') => read<Person>(sandbox, `/people/${nhsNumber}${query}`);
const stand = ({ send }: Sandbox, day: string) =>
  send('PUT', '/_sandbox/clock', { mode: 'frozen', at: day.includes('T') ? day : `${day}T09:00:00Z` });
const { newborn, proxyChild, deceasedFormal, changedNames, temporaryAddress, turning65, motherOfNewborn, janeSmith } = testPerson;

describe('a clock that is moved ten years on, and back', () => {
  test.each([
    ['a newborn', newborn],
    ['a child', proxyChild],
    ['somebody with a history', changedNames],
    ['somebody of the generated population', world().at(1_234).nhsNumber],
  ])('tells %s as of each day, and the same bytes as before', async (_, nhsNumber) => {
    const sandbox = opened();
    await stand(sandbox, '2026-01-01');
    const before = await text(sandbox, `/people/${nhsNumber}`);
    await sandbox.send('POST', '/_sandbox/clock/advance', { by: 'P10Y' });
    const later = await person(sandbox, nhsNumber);
    expect(later.asOf).toBe('2036-01-01');
    expect(later.born).toBe((JSON.parse(before) as Person).born);
    // What is booked lies ahead.
    expect(later.events.every(({ date, kind }) => date <= '2036-01-01' || kind === 'appointment')).toBe(true);
    await stand(sandbox, '2026-01-01');
    expect(await text(sandbox, `/people/${nhsNumber}`)).toBe(before);
  });

  test('takes a practice along: its list, its newborn, those who start school and those who have died, and brings back the same', async () => {
    const sandbox = opened();
    const asked = async (day: string): Promise<readonly string[]> => {
      await stand(sandbox, day);
      const paths = ['gp=Y90003&limit=100', 'newborn=true&limit=5', 'startsSchool=true&limit=5', 'died=30&limit=5'];
      return Promise.all(paths.map((query) => text(sandbox, `/people?${query}`)));
    };
    const bornIn = (found: string | undefined): readonly number[] =>
      (JSON.parse(found ?? '{}') as Found).people.map(({ born = '' }) => Number(born.slice(0, 4)));
    const before = await asked('2026-08-01');
    const later = await asked('2036-08-01');
    expect(later).not.toEqual(before);
    expect([bornIn(before[1]), bornIn(later[1])]).toEqual([bornIn(before[1]).map(() => 2026), bornIn(later[1]).map(() => 2036)]);
    expect(bornIn(later[2]).every((born) => born === 2031 || born === 2032)).toBe(true);
    expect(bornIn(later[0]).some((born) => born > 2026)).toBe(true);
    const size = (day: string): number => [...world().on(day).members('Y90003')].length;
    expect(Math.abs(size('2036-08-01') - size('2026-08-01'))).toBeGreaterThan(0);
    expect(await asked('2026-08-01')).toEqual(before);
  });

  test('lets a newborn grow up, and a baby have the vaccinations that were due', async () => {
    const sandbox = opened();
    const before = await person(sandbox, newborn);
    await sandbox.send('POST', '/_sandbox/clock/advance', { by: 'P10Y' });
    const later = await person(sandbox, newborn);
    expect([before.traits, later.traits]).toEqual([
      expect.arrayContaining(['newborn-without-name']),
      expect.not.arrayContaining(['newborn-without-name']),
    ]);
    const vaccinations = async (asOf: string): Promise<number> =>
      (await person(sandbox, testPerson.dueVaccines, `?asOf=${asOf}`)).events.filter(({ kind }) => kind === 'immunisation').length;
    expect(await vaccinations('2026-01-01')).toBe(0);
    expect(await vaccinations('2027-01-01')).toBeGreaterThan(0);
  });

  test('cuts what has not happened by then: a death, a name, an address', async () => {
    const sandbox = opened();
    await stand(sandbox, '2018-06-01');
    expect(await person(sandbox, deceasedFormal)).not.toHaveProperty('death');
    const { names } = await person(sandbox, changedNames);
    expect(names.map(({ use, text: name }) => `${use} ${name}`)).toEqual([
      'usual Ms Rosalind Kay Garganey',
      'nickname Roz Merganser',
      'old Mrs Rosalind Kay Pochard',
      'maiden Miss Rosalind Kay Garganey',
    ]);
    const { addresses } = await person(sandbox, temporaryAddress);
    expect(addresses.map(({ use }) => use)).toEqual(['home', 'old']);
    await stand(sandbox, '2025-10-01');
    expect((await person(sandbox, deceasedFormal)).death).toEqual({ date: '2024-11-02', notification: 'formal' });
    expect((await person(sandbox, temporaryAddress)).addresses.map(({ use }) => use)).toEqual(['home', 'temp', 'old']);
  });

  test('whoever is not born yet is nobody yet: not read, not found, not told of as a child', async () => {
    const sandbox = opened();
    await stand(sandbox, '2025-12-29');
    const unborn = await sandbox.request(`/_sandbox/people/${newborn}`);
    expect([unborn.status, await unborn.text()]).toEqual([404, expect.stringContaining('is not born by 2025-12-29')]);
    expect((await person(sandbox, motherOfNewborn)).family).toEqual([]);
    expect((await read<Found>(sandbox, '/people?family=Fieldfare&born=2025-12')).people).toEqual([]);
    const taken = await sandbox.send('POST', '/_sandbox/people', { nhsNumber: newborn, born: '2000-01-01' });
    expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('somebody of the population')]);
    await stand(sandbox, '2025-12-30');
    expect((await person(sandbox, motherOfNewborn)).family).toMatchObject([{ relationship: 'child', nhsNumber: newborn }]);
  });

  test('what official sandboxes publish stands as it is published, whatever the day', async () => {
    const sandbox = opened();
    const { asOf: _, events: __, family: ___, traits: ____, ...now } = await person(sandbox, janeSmith);
    await stand(sandbox, firstDay);
    expect(await person(sandbox, janeSmith)).toMatchObject(now);
  });

  test('people of one’s own are told as of the day, too', async () => {
    const sandbox = opened();
    const amina = { nhsNumber: '9980000007', name: { family: 'Quillfeather', given: ['Amina'] }, born: '2000-01-01' };
    const names = [
      { family: 'Quillfeather', from: '2031-01-01' },
      { family: 'Oddington', to: '2030-12-31' },
    ];
    const ben = { nhsNumber: '9980000015', names, born: '2027-05-01', relatives: [{ relationship: 'mother', nhsNumber: amina.nhsNumber }] };
    await sandbox.send('POST', '/_sandbox/people', [amina, ben]);
    expect((await sandbox.request('/_sandbox/people/9980000015')).status).toBe(404);
    expect((await person(sandbox, amina.nhsNumber)).family).toEqual([]);
    expect((await read<Found>(sandbox, '/people?own=true')).people).toHaveLength(1);
    await stand(sandbox, '2030-06-01');
    expect((await person(sandbox, ben.nhsNumber)).names).toMatchObject([
      { use: 'usual', text: 'Oddington', period: { start: '2027-05-01' } },
    ]);
    expect((await person(sandbox, amina.nhsNumber)).family).toMatchObject([{ relationship: 'child', nhsNumber: ben.nhsNumber }]);
    await stand(sandbox, '2032-06-01');
    expect((await person(sandbox, ben.nhsNumber)).name).toBe('Quillfeather');
  });
});

describe('the day', () => {
  test('may be asked for, of one person and of a search, and is told', async () => {
    const sandbox = opened();
    expect((await person(sandbox, turning65, '?asOf=2031-05-01')).asOf).toBe('2031-05-01');
    expect((await read<Found>(sandbox, '/people?family=Fieldfare&asOf=2031-05-01')).asOf).toBe('2031-05-01');
    expect((await read<Found>(sandbox, '/people?family=Fieldfare')).asOf).toBe('2026-01-01');
    expect((await read<Found>(sandbox, '/people?family=Fieldfare&born=2025-12&asOf=2025-12-29')).people).toEqual([]);
  });

  test('is pinned by a setting, whatever the clock says, until the setting goes back', async () => {
    const sandbox = opened();
    await sandbox.send('PATCH', '/_sandbox/settings', { asOf: '2031-05-01' });
    expect(await read(sandbox, '/settings')).toMatchObject({ asOf: '2031-05-01' });
    await stand(sandbox, '2036-01-01');
    expect((await person(sandbox, newborn)).asOf).toBe('2031-05-01');
    expect(await read(sandbox, '/clock')).toMatchObject({ now: '2036-01-01T09:00:00.000Z', populationAsOf: '2031-05-01' });
    await sandbox.send('PATCH', '/_sandbox/settings', { asOf: null });
    expect(await read(sandbox, '/settings')).toMatchObject({ asOf: 'clock' });
    expect((await person(sandbox, newborn)).asOf).toBe('2036-01-01');
  });

  test.each([
    ['before the first', '2016-12-31', 422],
    ['the first', firstDay, 200],
    ['the last', lastDay, 200],
    ['after the last', '2041-01-01', 422],
    ['of no calendar', '2030-02-30', 422],
    ['that is a word', 'today', 422],
  ])('%s is refused in one sentence, or taken', async (_, asOf, status) => {
    const sandbox = opened();
    const sentence = expect.stringContaining('a day from 2017-01-01 to 2040-12-31');
    for (const answer of [
      await sandbox.send('PATCH', '/_sandbox/settings', { asOf }),
      await sandbox.request(`/_sandbox/people?family=Fieldfare&asOf=${asOf}`),
      await sandbox.request(`/_sandbox/people/${janeSmith}?asOf=${asOf}`),
    ])
      expect([answer.status < 400 ? 200 : 422, await answer.text()]).toEqual([status, status === 200 ? expect.anything() : sentence]);
  });

  test.each([
    ['2041-01-01', lastDay],
    ['2016-12-31', firstDay],
  ])('is the nearest one that the population reaches where the clock stands at %s, and trace and report say so', async (day, nearest) => {
    const sandbox = opened();
    await stand(sandbox, day);
    expect((await person(sandbox, janeSmith)).asOf).toBe(nearest);
    expect(await read(sandbox, '/clock')).toMatchObject({ populationAsOf: nearest });
    await sandbox.request(notes);
    const { exchanges } = await read<{ exchanges: { notes: readonly string[] }[] }>(sandbox, '/exchanges');
    expect(exchanges[0]?.notes.join()).toContain(`people are as of ${nearest}`);
    expect(await read(sandbox, '/report')).toMatchObject({ populationAsOf: nearest });
    expect(await text(sandbox, '/report?as=markdown')).toContain(`people are told as of ${nearest}`);
    await stand(sandbox, '2030-01-01');
    expect(await read(sandbox, '/report')).not.toHaveProperty('populationAsOf');
  });

  test('ends at midnight: an answer that was kept for one day is not that of the next', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const asked = { headers: { 'X-Request-ID': '6B5D2F55-0A1C-4E9B-9B0C-000000000001' } };
    const status = async () => (await sandbox.call('GET', `/Patient/${newborn}`, asked)).status;
    await stand(sandbox, '2025-12-30T00:00:00Z');
    expect(await status()).toBe(200);
    await stand(sandbox, '2025-12-29T23:59:59Z');
    expect(await status()).toBe(404);
    await stand(sandbox, '2025-12-30T00:00:00Z');
    expect(await status()).toBe(200);
  });
});

describe('test people who are an age', () => {
  test('have it on the day that their workspace was made, and keep their numbers', async () => {
    const bornWhereMade = async (clock: string): Promise<readonly unknown[]> => {
      const sandbox = createInProcessSandbox({ apis: ['personal-demographics'], clock });
      const born = async (nhsNumber: string): Promise<unknown> =>
        ((await (await sandbox.fetch(`http://localhost:8787/_sandbox/people/${nhsNumber}`)).json()) as Person).born;
      sandbox.clock.set('2035-01-01T09:00:00Z');
      const fork = sandbox.fork();
      fork.clock.set('2036-01-01T09:00:00Z');
      expect(fork.population.find(newborn)?.birthDate).toBe(await born(newborn));
      return [await born(newborn), await born(turning65)];
    };
    expect(await bornWhereMade('2033-03-01T09:00:00Z')).toEqual(['2033-02-27', '1968-03-08']);
    expect(await bornWhereMade('2019-03-01T09:00:00Z')).toEqual(['2019-02-27', '1954-03-08']);
  });
});

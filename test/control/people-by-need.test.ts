/** People are found by what they have to be: each need of the table, over HTTP and on the command line, held against the record itself. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testPerson } from '../../mocks/personas.ts';
import { needDocuments, withNeeds } from '../../src/cli/build/need-table.ts';
import { parseOptions } from '../../src/cli/options.ts';
import { needOptions, optionOf, typedNeeds } from '../../src/cli/people/need-options.ts';
import { listPeople } from '../../src/cli/people/people.ts';
import type { EntryKind } from '../../src/clinical-record.ts';
import type { operations } from '../../src/generated/sandbox-control.types.ts';
import type { Person, Relative } from '../../src/population.ts';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { type NeedName, needNames, needs } from '../../src/world/needs/needs.ts';
import { sandboxOf, world } from '../sandbox.ts';
import { notebook } from '../gateway/notebook.ts';

type Found = operations['list-people']['responses'][200]['content']['application/json'];

const everybody = world();
const { request, send } = sandboxOf(notebook, { population: everybody });

async function ask(query: string): Promise<Found> {
  return (await request(`/_sandbox/people?${query}`)).json() as Promise<Found>; // held to its contract by the gateway
}

const today = dayOf(everybody.asOf);
const daysAgo = (date: string): number => today - dayOf(date);
const ageOf = ({ birthDate }: Person): number => ageOn(dayOf(birthDate), today);
const related = ({ nhsNumber }: Person, ...wanted: readonly Relative['relationship'][]): readonly Person[] =>
  everybody
    .relatives(nhsNumber)
    .filter(({ relationship }) => wanted.includes(relationship))
    .flatMap(({ nhsNumber: number = '' }) => everybody.find(number) ?? []);
const others = ({ nhsNumber }: Person): readonly Person[] =>
  everybody
    .household(nhsNumber)
    .slice(1)
    .flatMap((number) => everybody.find(number) ?? []);
const atHome = (person: Person, ...wanted: readonly Relative['relationship'][]): readonly Person[] => {
  const numbers = everybody.household(person.nhsNumber);
  return related(person, ...wanted).filter(({ nhsNumber }) => numbers.includes(nhsNumber));
};
const couples = ({ nhsNumber }: Person) => everybody.partnerships(nhsNumber);
const isBornAbroad = ({ birthPlace }: Person): boolean => birthPlace !== undefined && birthPlace.country !== 'GBR';

const of = <Kind extends EntryKind>({ nhsNumber }: Person, kind: Kind) => everybody.record(nhsNumber)?.of(kind) ?? [];
const has = (person: Person, ...sorts: readonly string[]): boolean =>
  of(person, 'condition').some(({ sort, end }) => sorts.includes(sort) && end === undefined);
const due = ({ nhsNumber }: Person): readonly string[] =>
  everybody
    .record(nhsNumber)
    ?.due()
    .map((each) => each.due) ?? [];
const last = (person: Person, wanted: string) => of(person, 'observation').findLast(({ sort }) => sort === wanted);
function value(person: Person, sort: string): number {
  const found = last(person, sort);
  return found?.value?.value ?? found?.parts?.[0]?.value.value ?? NaN;
}

/** The example of each need, as the record has it. */
const told: Readonly<Record<NeedName, (person: Person) => boolean>> = {
  age: (person) => ageOf(person) >= 60 && ageOf(person) <= 70,
  turns: ({ birthDate }) => ageOn(dayOf(birthDate), today - 1) === 64 && ageOn(dayOf(birthDate), today + 14) === 65,
  newborn: ({ birthDate }) => daysAgo(birthDate) <= 28,
  startsSchool: ({ birthDate }) => birthDate >= '2021-09-02' && birthDate <= '2022-09-01',
  livesWith: (person) => atHome(person, 'partner').length === 1 && atHome(person, 'child').length > 0,
  livesIn: ({ addresses: [home] }) => home?.lines[0].endsWith(' Home') === true,
  deprived: ({ addresses: [home] }) => (home?.area?.deprivation ?? 10) <= 2,
  rural: ({ addresses: [home] }) => home?.area?.rural === true,
  moved: ({ addresses: [home, ...former] }) =>
    daysAgo(home?.period?.start ?? '1900-01-01') <= 365 && former.some(({ use }) => use === 'old'),
  newToEngland: (person) => isBornAbroad(person) && person.addresses.every(({ period }) => daysAgo(period?.start ?? '') <= 365),
  maritalStatus: (person) => couples(person).findLast(({ wedding }) => wedding !== undefined)?.end?.by === 'death',
  sameSexCouple: (person) => related(person, 'partner').some(({ gender }) => gender === person.gender),
  children: (person) => related(person, 'child').length === 2,
  childrenAtHome: (person) => atHome(person, 'child').some((child) => ageOf(child) < 18),
  loneParent: (person) => atHome(person, 'child').some((child) => ageOf(child) < 18) && atHome(person, 'partner').length === 0,
  twin: ({ multipleBirth = 0 }) => multipleBirth > 0,
  carer: (person) => ageOf(person) >= 18 && others(person).some((other) => ageOf(other) >= 80),
  nextOfKin: (person) => related(person, 'mother', 'father', 'partner').every(({ death }) => death !== undefined),
  bereaved: (person) =>
    couples(person).some(({ end }) => end?.by === 'death' && daysAgo(end.date) <= 90) ||
    related(person, 'mother', 'father', 'child').some(({ death }) => death !== undefined && daysAgo(death.date) <= 90),
  bornAbroad: isBornAbroad,
  bornIn: ({ birthPlace }) => birthPlace?.country === 'POL',
  language: ({ language }) => language === 'pl',
  ethnicity: ({ ethnicity }) => /[HJKLR]/.test(ethnicity),
  religion: ({ religion }) => religion === 'I',
  pharmacy: ({ pharmacy }) => pharmacy === undefined,
  died: ({ death }) => death !== undefined && daysAgo(death.date) <= 30,
  pregnant: (person) =>
    of(person, 'pregnancy').some(
      ({ lastPeriod, outcome }) => outcome === undefined && daysAgo(lastPeriod) >= 20 * 7 && daysAgo(lastPeriod) < 29 * 7,
    ),
  gaveBirth: (person) => of(person, 'pregnancy').some(({ outcome }) => outcome?.how === 'birth' && daysAgo(outcome.on) <= 90),
  condition: (person) => has(person, 'type-1-diabetes', 'type-2-diabetes') && has(person, 'hypertension'),
  withoutCondition: (person) => !has(person, 'hypertension'),
  frail: (person) => has(person, 'frailty'),
  endOfLife: (person) => has(person, 'palliative-care'),
  allergy: (person) => of(person, 'allergy').some(({ sort }) => sort === 'penicillin'),
  behindOnVaccinations: (person) => ageOf(person) < 18 && due(person).some((date) => daysAgo(date) > 28),
  due: (person) => due(person).length > 0,
  vaccinated: (person) => of(person, 'vaccination').some(({ sort, status }) => sort === 'RSV' && status === 'completed'),
  on: (person) => of(person, 'medication').some(({ sort, end }) => sort === 'metformin' && (end ?? everybody.asOf) >= everybody.asOf),
  medicines: (person) =>
    of(person, 'medication').filter(({ course, end }) => course === 'repeat' && (end ?? everybody.asOf) >= everybody.asOf).length >= 10,
  reviewDue: (person) =>
    [...of(person, 'medication'), ...of(person, 'care-plan')].some(({ review }) => review !== undefined && daysAgo(review) >= -28),
  waiting: (person) => of(person, 'referral').some(({ waitingFor, recorded }) => waitingFor !== undefined && daysAgo(recorded) >= 18 * 7),
  twoWeekWait: (person) => of(person, 'referral').some(({ priority, status }) => priority === 'two-week-wait' && status !== 'closed'),
  appointment: (person) => of(person, 'appointment').some(({ status, on }) => status === 'booked' && daysAgo(on) >= -14),
  inHospital: (person) => of(person, 'admission').some(({ discharged }) => discharged === undefined),
  discharged: (person) => of(person, 'admission').some(({ discharged }) => discharged !== undefined && daysAgo(discharged) <= 14),
  consulted: (person) => of(person, 'encounter').some(({ recorded }) => daysAgo(recorded) <= 30),
  adjustment: (person) => of(person, 'flag').some(({ category }) => category === 'reasonable-adjustment'),
  smoker: (person) => last(person, 'smoking')?.finding?.text === 'Smoker',
  lastHba1c: (person) => value(person, 'hba1c') > 58,
  lastSystolic: (person) => value(person, 'blood-pressure') >= 150,
  lastBmi: (person) => value(person, 'bmi') >= 30 && value(person, 'bmi') <= 35,
  lastEgfr: (person) => value(person, 'egfr') < 60,
  lastCholesterol: (person) => value(person, 'cholesterol') > 5,
  lastPeakFlow: (person) => value(person, 'peak-flow') < 400,
  lastPhq9: (person) => value(person, 'depression-score') >= 10,
};

const isTold = (name: NeedName, number: string): boolean => {
  const person = everybody.find(number);
  return person !== undefined && told[name](person) && (name === 'died' || person.death === undefined);
};

describe.each(needNames)('people are found by %s', (name) => {
  const { value, example, lookedAt } = needs[name];
  // Where records take long to make, one of them shows it.
  const [least, draws] = lookedAt === undefined ? [3, ['', '&random=7']] : [1, ['']];

  test('through the control API, whose answer says why', async () => {
    for (const draw of draws) {
      const { people } = await ask(`${name}=${encodeURIComponent(example)}&limit=${least}${draw}`);
      expect(people).toHaveLength(least);
      for (const { nhsNumber, why = [] } of people) {
        expect([nhsNumber, isTold(name, nhsNumber)]).toEqual([nhsNumber, true]);
        expect([why.length, why[0]?.length]).toEqual([1, expect.toSatisfy((length: number) => length > 3 && length < 80)]);
      }
    }
  });

  test('on the command line', () => {
    const { values } = parseOptions(needOptions, value === undefined ? [optionOf(name)] : [optionOf(name), example]);
    const answer = listPeople(everybody, { ...typedNeeds(values), limit: least });
    const lines = 'lines' in answer ? answer.lines.filter((line) => /^\d{10}/.test(line)) : [];
    expect(lines).toHaveLength(least);
    for (const line of lines) expect([line, isTold(name, line.slice(0, 10))]).toEqual([expect.stringMatching(/: \S/), true]);
  });
});

describe('needs', () => {
  test('all hold together, and with names, places, practices and days of birth', async () => {
    const { people } = await ask('age=30..50&childrenAtHome=2..&maritalStatus=married&gender=female&place=Birmingham&limit=5');
    expect(people.length).toBeGreaterThanOrEqual(3);
    for (const { nhsNumber, gender, town, why = [] } of people)
      expect([gender, town, why.length, isTold('childrenAtHome', nhsNumber)]).toEqual(['female', 'Birmingham', 3, true]);
    const smiths = await ask('family=Smith&age=60..70&limit=5');
    expect(smiths.people.length).toBeGreaterThanOrEqual(3);
    for (const { name, nhsNumber } of smiths.people) expect([name.includes('Smith'), isTold('age', nhsNumber)]).toEqual([true, true]);
    const interpreters = await ask('trait=interpreter&bornAbroad=true&limit=5');
    for (const { traits } of interpreters.people) expect(traits).toContain('interpreter');
    const two = await ask('trait=interpreter,changed-name&age=40..&limit=3');
    expect(two.people).toHaveLength(3);
    for (const { traits } of two.people) expect(traits).toEqual(expect.arrayContaining(['interpreter', 'changed-name']));
  });

  test('may be of one pharmacy, which must be there', async () => {
    const nominated = async (query: string) =>
      (await ask(`${query}&limit=3`)).people.map(({ nhsNumber }) => everybody.find(nhsNumber)?.pharmacy ?? '');
    const [ods = ''] = await nominated('pharmacy=some&place=Leeds&random=1');
    expect(await nominated(`pharmacy=${ods}`)).toEqual([ods, ods, ods]);
    // Test people’s own pharmacy, which nobody else has nominated.
    const rare = await ask('pharmacy=Y23456&age=..1');
    expect([rare.people, rare.notes]).toEqual([[], [expect.stringContaining('Not everybody who might fit was looked at')]]);
    expect(await (await request('/_sandbox/people?pharmacy=FZZZZ')).json()).toMatchObject({ status: 400 });
  });

  test('that nobody can meet together find nobody', async () => {
    for (const query of ['newborn=true&maritalStatus=widowed', 'newborn=true&age=60..70', 'family=Smith&newborn=true&age=60..70&turns=5'])
      expect(await ask(query)).toMatchObject({ people: [], more: false, notes: [] });
  });

  test('are met by others with another seed, and by the same with the same one', async () => {
    const numbers = async (query: string) => (await ask(`${query}&limit=5`)).people.map(({ nhsNumber }) => nhsNumber);
    for (const query of ['twin=true', 'family=Kowalski&age=40..']) {
      const [first, again, other] = [
        await numbers(`${query}&random=1`),
        await numbers(`${query}&random=1`),
        await numbers(`${query}&random=2`),
      ];
      expect([again, other.join() === first.join()]).toEqual([first, false]);
    }
  });

  test('are those of the day that is asked for', async () => {
    const { people } = await ask('turns=65:0&asOf=2031-03-05&limit=3');
    expect(people.map(({ born }) => born)).toEqual(['1966-03-05', '1966-03-05', '1966-03-05']);
  });

  test('are met by test people as their records tell', async () => {
    const { people } = await ask('childrenAtHome=0&children=2&family=Siskin');
    expect(people).toEqual([]);
    const parents = await ask('children=2&family=Siskin');
    expect(parents.people.map(({ nhsNumber }) => nhsNumber)).toContain(testPerson.motherOfTwins);
    expect((await ask('twin=true&family=Siskin')).people).toHaveLength(2);
  });

  test('are met by people of one’s own as they are told, and nothing is made up of the rest', async () => {
    const [mother, child] = ['9980000007', '9980000015'];
    await send('POST', '/_sandbox/people', [
      { nhsNumber: mother, name: { family: 'Quillfeather' }, gender: 'female', born: '1980-02-29' },
      {
        nhsNumber: child,
        name: { family: 'Quillfeather' },
        born: '2012-05-01',
        relatives: [{ relationship: 'mother', nhsNumber: mother }],
      },
    ]);
    const numbers = async (query: string) => (await ask(`own=true&${query}`)).people.map(({ nhsNumber }) => nhsNumber);
    expect(await numbers('children=1')).toEqual([mother]);
    expect(await numbers('age=..15&nextOfKin=parent')).toEqual([child]);
    expect(await numbers('livesWith=nobody')).toEqual([]);
    expect((await ask('children=1&family=Quillfeather')).people.map(({ nhsNumber }) => nhsNumber)).toEqual([mother]);
  });

  test.each(needNames.filter((name) => needs[name].value !== undefined))(
    '%s that is written wrongly is refused with what is right',
    async (name) => {
      const answer = await request(`/_sandbox/people?${name}=%23`);
      const text = JSON.stringify(await answer.json());
      expect([answer.status, text]).toEqual([400, expect.stringContaining(`"name":"${name}"`)]);
      expect(text).toContain(`${name} wants `);
      expect(listPeople(everybody, { [name]: '#' })).toMatchObject({ wrong: `${optionOf(name)} wants ${needs[name].wants}` });
    },
  );

  test.each(needDocuments)('stand in $file as they are (else: node src/cli/build/need-table.ts)', (document) => {
    const text = readFileSync(resolve(import.meta.dirname, '../..', document.file), 'utf8');
    expect(text).toBe(withNeeds(text, document));
  });
});

test.each(['__proto__', 'constructor', 'toString'])('nothing is called %s, whatever is asked for by a word', async (word) => {
  const asked = await Promise.all(
    ['q', ...needNames].map(async (name) => [name, (await request(`/_sandbox/people?limit=1&${name}=${word}`)).status] as const),
  );
  expect(asked.filter(([, status]) => status >= 500)).toEqual([]);
  const brought = await send('POST', '/_sandbox/people', {
    name: { family: 'Wren' },
    born: '1980-02-29',
    conditions: [word],
    medicines: [word],
  });
  expect(brought.status).toBeLessThan(500);
});

import { describe, expect, test } from 'vitest';
import { organisations, personas, testPerson } from '../../../mocks/personas.ts';
import { bornBetween } from '../../../src/people/born.ts';
import { exportPeople } from '../../../src/cli/people/export.ts';
import { listPeople, type PeopleOptions } from '../../../src/cli/people/people.ts';
import { describePerson } from '../../../src/cli/people/person.ts';
import { listPersonas } from '../../../src/cli/people/personas.ts';
import { createWorld } from '../../../src/world/world.ts';

const world = createWorld({ size: 50_000, personas, organisations });

function lines(options: PeopleOptions): readonly string[] {
  const answer = listPeople(world, options);
  return 'wrong' in answer ? [answer.wrong] : [...answer.lines];
}

describe('born', () => {
  test.each([
    ['1980', { from: '1980-01-01', to: '1980-12-31' }],
    ['1980-02', { from: '1980-02-01', to: '1980-02-29' }],
    ['1980-12', { from: '1980-12-01', to: '1980-12-31' }],
    ['1980-02-29', { from: '1980-02-29', to: '1980-02-29' }],
    ['1980..1985', { from: '1980-01-01', to: '1985-12-31' }],
    ['1980-06..', { from: '1980-06-01', to: '9999-12-31' }],
    ['..1950', { from: '0001-01-01', to: '1950-12-31' }],
  ])('understands %s', (text, range) => {
    expect(bornBetween(text)).toEqual(range);
  });

  test.each(['80', '1981-02-29', '1985..1980', '1980-13', 'spring', '1..2..3'])('refuses %s', (text) => {
    expect(bornBetween(text)).toBeUndefined();
  });
});

describe('people', () => {
  test('lists those who fit, with number, birth date, gender, practice, postcode and name', () => {
    expect(lines({ family: 'Smythe', born: '2005-06-16' })).toEqual([
      '9000000025  2005-06-16  female   Y12345  LS1 6AE   Mrs Janet Smythe MBE  [restricted]',
    ]);
  });

  test('keeps to a wildcard, a span of years and a practice', () => {
    const found = lines({ family: 'Sm*', born: '1960..1985', gp: 'y90002', limit: 5 });
    expect(found.length).toBeGreaterThan(1);
    for (const line of found.filter((each) => !each.startsWith('…'))) expect(line).toMatch(/^\d{10} {2}19[678]\d-.* Y90002 .* Sm/);
  });

  test('stops at the limit and says so', () => {
    expect(lines({ family: 'Smith', limit: 3 })).toHaveLength(4);
    expect(lines({ family: 'Smith', limit: 3 }).at(-1)).toContain('--limit');
  });

  test('finds people by what is awkward about them', () => {
    expect(lines({ trait: 'restricted', limit: 2 })[0]).toContain('[restricted');
    expect(lines({ trait: 'deceased-formal', family: 'Bittern' })).toHaveLength(1);
  });

  test('says what would be right when it is asked wrongly', () => {
    expect(lines({ born: 'spring' })[0]).toContain('1980..1985');
    expect(lines({ gender: 'f' })[0]).toContain('female, male');
    expect(lines({ trait: 'odd' })[0]).toContain('restricted');
    expect(lines({ gp: 'A00000' })[0]).toContain('Y90001');
    expect(lines({ family: 'Nobodyatall' })).toEqual(['nobody in this world fits']);
  });
});

describe('person', () => {
  test('tells the record, the family and the life', () => {
    const text = describePerson(world, testPerson.motherOfTwins, { all: true })?.join('\n') ?? '';
    expect(text).toContain('Ms Naomi Siskin  9990000174');
    expect(text).toMatch(/Family\n {2}├─ child {5}Poppy Siskin.*\n {2}└─ child/);
    expect(text).toMatch(/Timeline\n[\s\S]*2017-02-14 {2}birth/);
  });

  test('tells the clinical record as a page, the latest of each part and all of it where that is asked', () => {
    const { nhsNumber } = [...world.search({ family: 'Smith', born: { from: '1940-01-01', to: '1950-12-31' } })].find(
      (one) => one.death === undefined && (world.record(one.nhsNumber)?.of('medication').length ?? 0) > 20,
    ) ?? { nhsNumber: '' };
    const page = describePerson(world, nhsNumber, { width: 80 }) ?? [];
    const text = page.join('\n');
    expect(text).toContain('Clinical record: synthetic data, of nobody real');
    for (const title of ['Summary', 'Problems', 'Repeat medicines', 'Vaccinations', 'Latest results', 'Appointments', 'Documents'])
      expect(page).toContain(title);
    expect(text).toMatch(/ {2}… and \d+ more/);
    expect(Math.max(...page.flatMap((lines) => lines.split('\n')).map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(describePerson(world, nhsNumber, { all: true })?.join('\n')).not.toMatch(/… and \d+ more/);
  });

  test('tells of nobody when nobody has the number, and takes it as printed', () => {
    expect(describePerson(world, '9111231130')).toBeUndefined();
    expect(describePerson(world, '900 000 0009')?.[0]).toContain('Jane Smith');
  });

  test('says how a record stands', () => {
    expect(describePerson(world, testPerson.superseded)?.join('\n')).toContain(`reading it gives ${testPerson.survivor}`);
    expect(describePerson(world, testPerson.minimal)).toEqual(['(no name)  9000000033', '  minimal: nothing but the number is known']);
  });
});

describe('personas', () => {
  test('lists every test person with what they are for', () => {
    const all = listPersonas(personas, { width: 100 }).join('\n');
    const missing = personas.filter(
      ({ person, meaning }) => !all.includes(person.nhsNumber) || !all.replaceAll(/\s+/g, ' ').includes(meaning),
    );
    expect(missing).toEqual([]);
  });

  test('lists those that a word is about', () => {
    expect(listPersonas(personas, { word: 'TWINS', width: 300 }).filter((line) => line.startsWith('  '))).toHaveLength(3);
    expect(listPersonas(personas, { word: 'unicorn', width: 100 })).toEqual(['no test person fits']);
  });
});

describe('export', () => {
  test('gives as many different people as asked for, as JSON a line', () => {
    const people = [...exportPeople(world, { count: 300, format: 'ndjson' })].map((line): { nhsNumber: string } => JSON.parse(line));
    expect(new Set(people.map(({ nhsNumber }) => nhsNumber)).size).toBe(300);
    expect(people[0]).toEqual(world.find(people[0]?.nhsNumber ?? ''));
  });

  test('gives a header and a row each as CSV, quoted where they need it', () => {
    const [header, ...rows] = exportPeople(world, { count: 50, format: 'csv' });
    expect(header).toMatch(/^nhs_number,prefix,given,family,gender,birth_date/);
    expect(rows).toHaveLength(50);
    expect(rows.every((row) => /^999\d{7},/.test(row))).toBe(true);
    expect(rows.some((row) => row.includes('", ') || /"[^"]+, [^"]+"/.test(row))).toBe(true);
  });

  test('gives everybody of a small world at most once, and tells how far it is', () => {
    const small = createWorld({ size: 3_000 });
    const told: number[] = [];
    const rows = [...exportPeople(small, { count: 10_000, format: 'ndjson', progress: (done) => told.push(done) })];
    expect(new Set(rows).size).toBe(rows.length);
    // A fifth of them are not born yet, or have not come.
    expect(rows.length).toBeGreaterThan(2_200);
    expect(told.at(-1)).toBe(rows.length);
    expect(told.slice(0, 2)).toEqual([1_000, 2_000]);
  });
});

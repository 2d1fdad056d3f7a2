import { describe, expect, test } from 'vitest';
import { peopleWithHistories } from '../../mocks/people-with-histories.ts';
import { nobodysNumber, organisations, personas, testPerson, wrongCheckDigit } from '../../mocks/personas.ts';
import type { Person, PersonQuery, Relative } from '../../src/population.ts';
import { isLiveNhsNumber, isNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { EntryKind } from '../../src/clinical-record.ts';
import { isoDate, dayOf } from '../../src/world/calendar.ts';
import { readNeeds, reasonsFor } from '../../src/world/needs/needs.ts';
import { surroundingsOf } from '../../src/world/needs/surroundings.ts';
import { createWorld } from '../../src/world/world.ts';

const entryKinds: readonly EntryKind[] = [
  'condition',
  'medication',
  'issue',
  'allergy',
  'vaccination',
  'observation',
  'referral',
  'appointment',
  'admission',
  'procedure',
  'document',
  'pregnancy',
  'flag',
];
const world = createWorld({ personas, organisations });
const on = (date: string): NonNullable<PersonQuery['born']> => ({ from: date, to: date });
const found = (query: PersonQuery): string[] => [...world.search(query)].map(({ nhsNumber }) => nhsNumber);

describe('the documented searches', () => {
  const jane = on('2010-10-22');

  test('find Jane Smith by family name, gender and birth date, and by a range about it', () => {
    expect(found({ family: 'Smith', gender: 'female', born: jane })).toEqual([testPerson.janeSmith]);
    expect(found({ family: 'smith', gender: 'female', born: { from: '2010-10-21', to: '2010-10-23' } })).toEqual([testPerson.janeSmith]);
  });

  test('find two by wildcard', () => {
    expect(found({ family: 'Sm*', gender: 'female', born: jane })).toEqual([testPerson.janeSmith, testPerson.jayneSmyth]);
  });

  test('find the same two by sound', () => {
    expect(found({ family: 'Smith', given: ['Jane'], gender: 'female', born: jane, fuzzy: true })).toEqual([
      testPerson.janeSmith,
      testPerson.jayneSmyth,
    ]);
  });

  test('find the restricted Janet Smythe', () => {
    expect(found({ family: 'Smythe', born: on('2005-06-16') })).toEqual([testPerson.janetSmythe]);
    expect(world.find(testPerson.janetSmythe)?.restricted).toBe(true);
  });

  test('find a compound given name', () => {
    expect(found({ family: 'Smith', given: ['John Paul', 'James'], gender: 'male', born: jane })).toEqual([testPerson.johnPaulSmith]);
  });

  test('find four people called Youds, two McMatch-Multiple and one McMatch-Single', () => {
    expect(found({ family: 'YOUDS', born: on('1970-01-24') })).toHaveLength(4);
    expect(found({ family: 'McMatch-Multiple', born: on('1997-08-20') })).toHaveLength(2);
    expect(found({ family: 'McMatch-Single', gender: 'male', born: on('1954-10-26') })).toEqual([testPerson.mcMatchSingle]);
  });

  test('find nobody called Spiderman or Bingham', () => {
    expect(found({ family: 'Spiderman', born: on('1962-07-31') })).toEqual([]);
    expect(found({ family: 'Bingham', born: on('1934-12-18') })).toEqual([]);
  });

  test('find nobody under the number that has no owner, nor under one that is wrong', () => {
    expect(isNhsNumber(nobodysNumber)).toBe(true);
    expect(world.find(nobodysNumber)).toBeUndefined();
    expect(world.find(wrongCheckDigit)).toBeUndefined();
  });
});

describe('the personas', () => {
  test('have names of their own, whichever API they come from', () => {
    expect(Object.keys(testPerson)).toEqual(personas.map(({ key }) => key));
  });

  test('have valid numbers that are not in a live range, no two the same', () => {
    const numbers = personas.map(({ person }) => person.nhsNumber);
    expect(numbers.filter((number) => !isNhsNumber(number) || isLiveNhsNumber(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(personas.filter(({ official, person }) => !official && !person.nhsNumber.startsWith('999'))).toEqual([]);
  });

  test('are found as published', () => {
    for (const { person } of personas) expect(world.find(person.nhsNumber)).toBe(person);
  });

  test('stand alone: searches for their names, in any spelling, find only personas', () => {
    const published = new Set<string>(personas.map(({ person }) => person.nhsNumber));
    const queries = personas.flatMap(({ person }): PersonQuery[] => {
      const day = dayOf(person.birthDate);
      const born = { from: isoDate(day - 1), to: isoDate(day + 1) };
      return person.names.flatMap(({ family, given }) => [
        { family, born, history: true },
        { family: `${family.slice(0, 2)}*`, born, history: true },
        { family, given: given.slice(0, 1), born, fuzzy: true },
      ]);
    });
    expect(queries.flatMap(found).filter((number) => !published.has(number))).toEqual([]);
  });

  test('refer to organisations and people that exist, and are their relatives too', () => {
    const practices = personas.flatMap(({ person }) => [
      ...person.registrations.map(({ practice }) => practice),
      person.pharmacy,
      person.dispenser,
      person.applianceSupplier,
    ]);
    expect(practices.filter((ods) => ods !== undefined && world.organisation(ods) === undefined)).toEqual([]);
    const links = personas.flatMap(({ person, relatives = [] }) =>
      relatives.map((relative): [string, Relative] => [person.nhsNumber, relative]),
    );
    expect(links.filter(([, { nhsNumber = '' }]) => world.find(nhsNumber) === undefined)).toEqual([]);
  });

  test('have one of every awkward kind', () => {
    const kinds: Readonly<Record<string, (person: Person) => boolean>> = {
      restricted: ({ restricted }) => restricted,
      superseded: ({ status }) => status.kind === 'superseded',
      invalidated: ({ status }) => status.kind === 'invalidated',
      'formally dead': ({ death }) => death?.notification === 'formal',
      'informally dead': ({ death }) => death?.notification === 'informal',
      twin: ({ multipleBirth }) => multipleBirth === 2,
      'newborn without a name': ({ names, birthDate }) => names[0]?.given.length === 0 && birthDate > '2025-12-01',
      'of no fixed abode': ({ addresses }) => addresses[0]?.postcode === 'ZZ99 3VZ',
      overseas: ({ birthPlace, registrations }) => birthPlace?.country === 'ITA' && registrations.length === 0,
      'in need of an interpreter': ({ interpreterRequired }) => interpreterRequired,
      'several times renamed': ({ names }) => names.length > 4,
      minimal: ({ minimal }) => minimal,
      'very long in name': ({ names }) => (names[0]?.family.length ?? 0) >= 34 && names[0]?.given.length === 5,
      'of one letter': ({ names }) => names[0]?.family.length === 1,
      accented: ({ names }) => /[^\x20-\x7e]/.test(names[0]?.family ?? ''),
      'without an address': ({ addresses, minimal, status }) => addresses.length === 0 && !minimal && status.kind === 'live',
      temporary: ({ addresses }) => addresses.some(({ use, text }) => use === 'temp' && text !== undefined),
    };
    const missing = Object.entries(kinds).filter(([, has]) => !personas.some(({ person }) => has(person)));
    expect(missing.map(([kind]) => kind)).toEqual([]);
  });

  test('include two different people whom their names and birth date do not tell apart', () => {
    expect(found({ family: 'Stonechat', given: ['David'], gender: 'male', born: on('1980-01-01') })).toEqual([
      testPerson.ambiguousFirst,
      testPerson.ambiguousSecond,
    ]);
  });

  test('have the changed number point to the record that replaced it', () => {
    expect(world.find(testPerson.superseded)?.status).toEqual({ kind: 'superseded', by: testPerson.survivor });
  });

  test.each([
    ['diabeticForReview', { condition: 'diabetes,hypertension', on: 'metformin', lastHba1c: '>75', reviewDue: 'true', appointment: '14' }],
    ['behindOnVaccinations', { behindOnVaccinations: 'true', due: '6in1', vaccinated: '6in1', allergy: 'none-known' }],
    ['pregnant', { pregnant: '24', due: 'pertussis', appointment: '14' }],
    ['waitingForHip', { waiting: '18..,trauma-and-orthopaedics', on: 'opioid,painkiller', appointment: '30', allergy: 'penicillin' }],
    ['frailCarer', { frail: 'true', medicines: '10', adjustment: 'wheelchair', on: 'anticoagulant,inhaler', lastEgfr: '<60' }],
    ['afterHeartAttack', { discharged: '14', condition: 'heart-attack', medicines: '5' }],
    ['allergicToAll', { allergy: 'penicillin,peanut,latex' }],
    ['suspectedCancer', { twoWeekWait: 'true', condition: 'anaemia', withoutCondition: 'cancer', appointment: '14' }],
  ] as const)('%s has the history that is told, on whichever day the workspace was made', (key, asked) => {
    for (const made of ['2026-01-01', '2031-06-19']) {
      const then = world.on(made, made);
      const person = then.find(testPerson[key]);
      const read = readNeeds(asked);
      expect(person && 'needs' in read && reasonsFor(read.needs, surroundingsOf(then, person))).toHaveLength(Object.keys(asked).length);
    }
  });

  test('have histories whose entries are found by their ids, refer to one another, and are told from their day on', () => {
    for (const { person } of personas.filter(({ historyFor }) => historyFor !== undefined)) {
      const record = world.record(person.nhsNumber);
      const entries = entryKinds.flatMap((kind) => record?.of(kind) ?? []);
      // Test people of a GP system are there to have little, or nothing.
      const most = new Set<string>(Object.values(peopleWithHistories).map(({ person: { nhsNumber } }) => nhsNumber));
      if (most.has(person.nhsNumber)) expect([person.nhsNumber, entries.length > 3]).toEqual([person.nhsNumber, true]);
      for (const entry of entries) expect(world.entry(entry.id)).toEqual({ nhsNumber: person.nhsNumber, entry });
      const ids = new Set(entries.map(({ id }) => id));
      expect(ids.size).toBe(entries.length);
      for (const { for: causes } of record?.of('medication') ?? []) expect(causes.filter((id) => !ids.has(id))).toEqual([]);
      const earlier = world.on('2025-07-01', '2026-01-01').record(person.nhsNumber);
      const kept = entries.filter(({ recorded }) => recorded <= '2025-07-01' && recorded >= '2024-01-02').map(({ id }) => id);
      const before = entryKinds.flatMap((kind) => earlier?.of(kind) ?? []).filter(({ recorded }) => recorded >= '2024-01-02');
      expect(before.map(({ id }) => id)).toEqual(kept);
    }
  });

  test('have lives of their own', () => {
    expect(world.events(testPerson.motherOfTwins, { kind: 'birth' })).toHaveLength(3);
    expect(world.events(testPerson.minimal)).toEqual([]);
    expect(world.events(testPerson.deceasedFormal).at(-1)).toMatchObject({ kind: 'death', date: '2024-11-02' });
  });
});

test('a test person who has died has a record that ends there, whichever day was asked for before', () => {
  const world = createWorld({ personas, organisations });
  const after = world.on('2026-01-01');
  const dead = after.published.flatMap(({ person: { nhsNumber, death } }) => (death ? [{ nhsNumber, died: death.date }] : []));
  expect(dead.length).toBeGreaterThan(1);
  for (const { nhsNumber } of dead) world.on('2015-01-01').record(nhsNumber)?.of('observation');
  const late = dead.flatMap(({ nhsNumber, died }) =>
    (['medication', 'vaccination', 'observation'] as const).flatMap((kind) =>
      (after.record(nhsNumber)?.of(kind) ?? [])
        .filter(({ recorded }) => recorded > died)
        .map(({ recorded }) => `${nhsNumber} ${kind} ${recorded}`),
    ),
  );
  expect(late).toEqual([]);
});

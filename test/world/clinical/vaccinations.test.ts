/** Vaccinations by the schedule of each time, of lives that are made up for it, and of people of the population. */
import { expect, test } from 'vitest';
import { dayOf, isoDate } from '../../../src/world/calendar.ts';
import type { LivedVaccination } from '../../../src/world/clinical/health.ts';
import { type Life, type LifeFacts, lifeOf } from '../../../src/world/clinical/life.ts';
import { vaccinationsOf } from '../../../src/world/clinical/vaccinations/vaccinations.ts';
import { isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { nhsNumbers } from '../../../src/world/nhs-numbers.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const numbers = nhsNumbers(3);
const horizon = dayOf('2040-12-31');

function lifeBorn(birthDate: string, n: number, facts: Partial<LifeFacts> = {}): Life {
  const arrival = dayOf(birthDate);
  const about = {
    nhsNumber: numbers.of(n),
    birthDate,
    sex: 'female',
    ethnicity: 'A',
    arrival,
    death: undefined,
    children: [],
    sibship: n,
  } as const;
  return lifeOf({ ...about, ...facts }, { seed: 3, horizon });
}

/** Of somebody who is never ill or pregnant. */
const completedOf = (life: Life): readonly LivedVaccination[] =>
  vaccinationsOf({ life, conditions: [], pregnancies: [] }).filter(({ isGiven }) => isGiven);

const manyBorn = (birthDate: string, facts: Partial<LifeFacts> = {}, count = 300): readonly (readonly LivedVaccination[])[] =>
  Array.from({ length: count }, (_, n) => completedOf(lifeBorn(birthDate, n, facts)));

test.each([
  ['1962-03-10', 'female', ['DTP 3', 'POLIO 4', 'TD 1', 'BCG 1', 'RUBELLA 1', 'COVID 2'], ['MMR 1', 'MENC 1', 'HPV 1', 'MEASLES 1']],
  ['1976-03-10', 'male', ['DT 3', 'DTP 3', 'MEASLES 1', 'BCG 1'], ['RUBELLA 1', 'MMR 1', 'MR 1']],
  ['1983-03-10', 'female', ['DTP 3', 'MR 1', 'MENC 1', 'BCG 1'], ['HIB 1', 'HPV 1']],
  ['1992-12-10', 'female', ['HIB 3', 'MMR 2', 'MENC 1', 'HPV 3', '3IN1 1'], ['BCG 1', 'MENB 1', 'MENACWY 1', '5IN1 1']],
  ['2007-03-10', 'male', ['5IN1 3', '4IN1 1', 'HIBMENC 1', 'PNEUMOCOCCAL 3', 'HPV 2', 'MENACWY 1'], ['6IN1 3', 'ROTAVIRUS 1', 'MENB 1']],
  ['2018-03-10', 'female', ['6IN1 3', 'MENB 3', 'ROTAVIRUS 2', 'PNEUMOCOCCAL 3', 'MMR 2', 'FLU 1'], ['5IN1 1', 'COVID 1', 'MMRV 2']],
  ['2025-09-10', 'male', ['6IN1 4', 'MENB 3', 'MMRV 2', 'PNEUMOCOCCAL 2', 'HPV 1'], ['HIBMENC 1', 'MMR 1', 'PNEUMOCOCCAL 3', 'HPV 2']],
] as const)('those born on %s, %s, have the vaccines of their time', (birthDate, sex, had, hadNot) => {
  const seen = new Set(manyBorn(birthDate, { sex }, 120).flatMap((given) => given.map(({ sort, dose }) => `${sort} ${dose}`)));
  expect([...had, ...hadNot].filter((each) => seen.has(each))).toEqual(had);
});

test.each([
  ['DTP', 3, '1965-05-05', 24, 73],
  ['DTP', 3, '1976-10-05', 24, 30],
  ['MMR', 1, '2001-10-05', 24, 80],
  ['MMR', 1, '2011-10-05', 24, 92.7],
  ['5IN1', 3, '2011-10-05', 12, 94.7],
  ['6IN1', 3, '2022-02-05', 12, 91.2],
  ['ROTAVIRUS', 2, '2022-02-05', 12, 88.9],
  ['MENB', 2, '2021-02-05', 12, 91.2],
  ['MMR', 2, '2018-10-05', 60, 83.9],
  ['HPV', 1, '2008-11-05', 190, 83.2],
  ['MENACWY', 1, '2008-11-05', 190, 73],
  ['SHINGLES', 1, '1943-02-05', 948, 80],
] as const)(
  '%s %i of those born on %s is taken up by %i months as published, by %d in a hundred',
  (sort, dose, birthDate, months, percent) => {
    const by = dayOf(birthDate) + Math.ceil(months * 30.5);
    const lives = manyBorn(birthDate, {}, 400);
    const taken = lives.filter((given) => given.some((each) => each.sort === sort && each.dose === dose && each.day <= by));
    expect(Math.abs((100 * taken.length) / lives.length - percent)).toBeLessThan(5);
  },
);

test('a dose comes weeks after the one before it, and never without it', () => {
  const wrong = ['1975-02-03', '1999-09-09', '2012-04-01', '2024-07-15', '1950-01-01'].flatMap((birthDate) =>
    manyBorn(birthDate, { sex: 'male' }, 150).flatMap((given) =>
      given.filter(({ sort, dose, day }) => {
        // Measles, mumps and rubella is one series, with chickenpox or without.
        const series = sort === 'MMRV' ? ['MMR', 'MMRV'] : [sort];
        return (
          dose > 1 &&
          !given.some((other) => series.includes(other.sort) && other.dose === dose - 1 && other.day <= day - (sort === 'RABIES' ? 7 : 25))
        );
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

test('half of what makes people refuse is shared among the children of one mother', () => {
  const pairs = Array.from({ length: 700 }, (_, n) =>
    [n, n + 5_000].map((number) => completedOf(lifeBorn('2014-05-05', number, { sibship: n })).some(({ sort }) => sort === 'MMR')),
  );
  const mean = pairs.flat().filter(Boolean).length / pairs.flat().length;
  const both = pairs.filter(([a, b]) => a && b).length / pairs.length;
  const correlation = (both - mean * mean) / (mean * (1 - mean));
  expect(correlation).toBeGreaterThan(0.25);
  expect(correlation).toBeLessThan(0.75);
});

test('those who come as children bring some vaccinations with them, and catch up on others here', () => {
  const arrival = dayOf('2016-06-01');
  const lives = manyBorn('2012-03-03', { arrival, ethnicity: 'J' });
  const all = lives.flat();
  expect(all.filter(({ recorded }) => recorded < arrival)).toEqual([]);
  expect(all.filter(({ day, place }) => day < arrival && place !== 'abroad')).toEqual([]);
  expect(new Set(all.filter(({ place }) => place === 'abroad').map(({ sort }) => sort))).toContain('MMR');
  expect(lives.some((given) => given.some(({ sort, place }) => sort === 'MMR' && place === 'practice'))).toBe(true);
});

const [before, today] = ['2023-10-20', '2026-11-02'];
const world = createWorld({ asOf: today });
const people = sample(world, 200);

test('the record of a day is the later record, cut there', () => {
  const earlier = world.on(before);
  for (const { nhsNumber } of people) {
    const then = earlier.record(nhsNumber)?.of('vaccination');
    if (then === undefined) continue;
    const cut = world
      .record(nhsNumber)
      ?.of('vaccination')
      .filter(({ recorded }) => recorded <= before);
    expect(cut).toEqual(then);
  }
});

test('vaccinations are given in a life, on working days, with a batch that is still good', () => {
  const faults = people.flatMap(({ nhsNumber, birthDate, death }) =>
    (world.record(nhsNumber)?.of('vaccination') ?? []).filter(
      ({ given, recorded, expiry }) =>
        given < birthDate ||
        recorded < given ||
        recorded > (death?.date ?? today) ||
        !isWorkingDay(dayOf(given)) ||
        (expiry !== undefined && expiry < given),
    ),
  );
  expect(faults).toEqual([]);
});

test('what is due is what is offered on the day and was not given', () => {
  const records = people.flatMap(({ nhsNumber, death }) => (death === undefined ? (world.record(nhsNumber) ?? []) : []));
  const due = records.flatMap((record) => record.due().map((each) => ({ ...each, record })));
  const given = due.filter(({ sort, dose, due: since, record }) =>
    record.of('vaccination').some((each) => each.sort === sort && each.dose === dose && each.status === 'completed' && each.given >= since),
  );
  expect(given).toEqual([]);
  expect(new Set(due.map(({ sort }) => sort))).toContain('FLU');
  expect(due.filter(({ due: since }) => since > isoDate(dayOf(today) + 28))).toEqual([]);
});

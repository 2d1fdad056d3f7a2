import { describe, expect, test } from 'vitest';
import { dayOf, year, yearOf } from '../../src/world/calendar.ts';
import { conditions, prevalence } from '../../src/world/events/conditions.ts';
import { givenNameTable } from '../../src/world/given-names.ts';
import { agesOf, ethnicityWeights, everybodyByAge, type Group, groups, groupShare } from '../../src/world/groups.ts';
import { female, layOut, male } from '../../src/world/layout.ts';
import { namingOf } from '../../src/world/naming.ts';
import { rates } from '../../src/world/records.ts';
import { createWorld } from '../../src/world/world.ts';
import { chiSquare } from './chi-square.ts';
import { sample } from './everyone.ts';

const today = dayOf('2026-01-01');
const layout = layOut(42, 909_091, today);
const world = createWorld({ seed: 42, size: 909_091 });
const people = sample(world, 20_000);
const total = groups.reduce((sum, group) => sum + groupShare[group], 0);

function fit(observed: readonly number[], shares: readonly number[]): void {
  const { statistic, critical } = chiSquare(observed, shares);
  expect(statistic).toBeLessThan(critical);
}

function count<T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

const band = (birthDate: string): number => Math.min(19, Math.floor((today - dayOf(birthDate)) / (5 * year)));

/** How far a share of `n` draws may stray from what it should be, one time in ten thousand. */
const margin = (share: number, n: number): number => 3.9 * Math.sqrt((share * (1 - share)) / n);

describe('the population', () => {
  test('is 51 % female', () => {
    const women = layout.surnames.reduce((sum, _, s) => sum + layout.count(s, female), 0);
    expect(Math.abs(women / layout.size - 0.513)).toBeLessThan(0.003);
  });

  test('has the ages of the table', () => {
    const counts = count(people, ({ birthDate }) => String(band(birthDate)));
    fit(
      Array.from({ length: 20 }, (_, n) => counts.get(String(n)) ?? 0),
      everybodyByAge.toReversed(),
    );
  });

  test('has surnames as frequent as the table says, Smith the commonest of British ones', () => {
    const bearers = layout.surnames.map((_, s) => layout.count(s, female) + layout.count(s, male));
    fit(
      bearers,
      layout.surnames.map(({ share }) => share),
    );
    const commonest = layout.surnames[bearers.indexOf(Math.max(...bearers))];
    expect(commonest?.name).toBe('Smith');
    expect(commonest?.share).toBeCloseTo(0.0114, 3);
  });

  test('has the surname groups and, within each, the ages of the tables', () => {
    const groupOf = (family: string, index: number): Group => layout.surnames[index]?.group ?? (family as Group);
    const located = Array.from({ length: 60_000 }, (_, n) => layout.locate((n * 7_919) % layout.size));
    const inGroup = count(located, ({ surname }) => groupOf('', surname));
    fit(
      groups.map((group) => inGroup.get(group) ?? 0),
      groups.map((group) => groupShare[group]),
    );
    for (const group of groups) {
      const members = located.filter(({ surname }) => groupOf('', surname) === group);
      const ages = members.map(({ surname, sex, rank }) =>
        Math.min(19, Math.floor((today - layout.birthDay(surname, sex, rank)) / (5 * year))),
      );
      const counts = count(ages, String);
      fit(
        Array.from({ length: 20 }, (_, n) => counts.get(String(n)) ?? 0),
        agesOf(group).toReversed(),
      );
    }
  });

  test('has ethnic categories as its surname groups and ages make expected, near the 2021 Census', () => {
    const expected = new Map<string, number>();
    for (const group of groups) {
      const ages = agesOf(group).toReversed();
      const sum = ages.reduce((a, b) => a + b, 0);
      ages.forEach((weight, n) => {
        const table = ethnicityWeights(group, n * 5 + 2);
        for (const [code, share] of Object.entries(table)) {
          expected.set(code, (expected.get(code) ?? 0) + ((groupShare[group] / total) * (weight / sum) * share) / 1000);
        }
      });
    }
    const codes = [...expected.keys()];
    const seen = count(people, ({ ethnicity }) => ethnicity);
    fit(
      codes.map((code) => seen.get(code) ?? 0),
      codes.map((code) => expected.get(code) ?? 0),
    );
    const share = (list: string): number =>
      [...list].reduce((sum, code) => sum + (expected.get(code) ?? 0), 0) / (1 - (expected.get('Z') ?? 0));
    expect(share('ABC')).toBeCloseTo(0.81, 1);
    expect(share('HJKLR')).toBeGreaterThan(0.08);
    expect(share('HJKLR')).toBeLessThan(0.11);
    expect(share('MNP')).toBeGreaterThan(0.03);
    expect(share('MNP')).toBeLessThan(0.055);
    expect(share('DEFG')).toBeGreaterThan(0.02);
    expect(share('DEFG')).toBeLessThan(0.04);
  });

  test('gives first names as often as the lists for sex, decade and group say', () => {
    const table = givenNameTable();
    const naming = namingOf(layout, table);
    const born = new Map<string, string[]>();
    for (let n = 0; n < 120_000; n += 1) {
      const index = (n * 6_007) % layout.size;
      const place = layout.locate(index);
      const birth = layout.birthDay(place.surname, place.sex, place.rank);
      if (layout.surnames[place.surname]?.group !== 'british' || today - birth < 21) continue;
      const [first] = naming.given(index, place, birth);
      const key = `${place.sex} ${Math.floor(yearOf(birth) / 10)}`;
      if (!born.has(key)) born.set(key, []);
      if (first !== undefined) born.get(key)?.push(first);
    }
    expect(born.size).toBe(22);
    for (const [key, names] of born) {
      const [sex = '0', decade = '192'] = key.split(' ');
      const list = table.listFor('british', sex === '0' ? female : male, Number(decade) * 10, 0);
      const counts = count(names, (name) => name);
      fit(
        list.names.map((name) => counts.get(name) ?? 0),
        list.names.map((_, n) => (list.cumulative[n] ?? 0) - (list.cumulative[n - 1] ?? 0)),
      );
    }
  });
});

describe('records', () => {
  const traits: readonly (readonly [string, number, (person: (typeof people)[number]) => boolean])[] = [
    ['restricted', rates.restricted, ({ restricted }) => restricted],
    ['deceased', 0.06, ({ death }) => death !== undefined],
    ['without an address', rates.noAddress, ({ addresses }) => addresses.length === 0],
    ['of no fixed abode', rates.noFixedAbode, ({ addresses }) => addresses[0]?.postcode === 'ZZ99 3VZ'],
    ['needing an interpreter', rates.interpreter, ({ interpreterRequired }) => interpreterRequired],
  ];

  test.each(traits)('are %s at the rate of the table', (_, rate, has) => {
    const share = people.filter(has).length / people.length;
    expect(Math.abs(share - rate)).toBeLessThan(margin(rate, people.length) + rate * 0.05);
  });

  test('are superseded, invalidated and minimal at the rates of the table', () => {
    const small = createWorld({ seed: 5, size: 30_000 });
    for (const [trait, rate] of [
      ['superseded', rates.superseded],
      ['invalidated', rates.invalidated],
      ['minimal', rates.minimal],
    ] as const) {
      const listed = [...small.withTrait(trait)].length;
      expect(Math.abs(listed / small.size - rate)).toBeLessThan(margin(rate, small.size));
    }
  });
});

describe('long-term conditions', () => {
  test('are as common as their shares by age and sex make expected', () => {
    const living = people.slice(0, 4_000).filter(({ death }) => death === undefined);
    const has = living.map(({ nhsNumber }) => new Set(world.events(nhsNumber, { kind: 'condition' }).map(({ summary }) => summary)));
    for (const condition of conditions) {
      const expected = living.reduce(
        (sum, { birthDate, gender }) => sum + prevalence(condition, (today - dayOf(birthDate)) / year, gender),
        0,
      );
      const having = has.filter((names) => names.has(condition.name)).length;
      expect(Math.abs(having - expected)).toBeLessThan(3.9 * Math.sqrt(expected) + 1);
    }
  });
});

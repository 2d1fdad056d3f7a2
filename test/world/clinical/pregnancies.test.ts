/** Pregnancies: one for each birth, and those that end early. */
import { expect, test } from 'vitest';
import type { PregnancyEntry } from '../../../src/clinical-record.ts';
import { dayOf } from '../../../src/world/calendar.ts';
import { createWorld } from '../../../src/world/world.ts';

const today = '2026-06-15';
const world = createWorld({ asOf: today });
const later = world.on('2034-06-15');
const records = Array.from({ length: 3_500 }, (_, n) => world.at(n * 7_907 + 31)).flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);
const women = records.filter(({ person }) => person.gender === 'female');
const all = women.flatMap((record) => record.of('pregnancy'));
const births = all.filter(({ outcome }) => outcome?.how === 'birth');
const share = (those: readonly PregnancyEntry[], holds: (one: PregnancyEntry) => boolean): number =>
  those.filter(holds).length / those.length;
const between = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};

test('every child of a woman in England was born of a pregnancy of hers, twins of one', () => {
  for (const { person, of } of women.slice(0, 600)) {
    const born = of('pregnancy').flatMap(({ outcome }) => outcome?.babies ?? []);
    const arrived = person.registrations.map(({ period }) => period.start).toSorted()[0] ?? today;
    const children = world
      .relatives(person.nhsNumber)
      .flatMap(({ relationship, nhsNumber }) => (relationship === 'child' && nhsNumber !== undefined ? (world.find(nhsNumber) ?? []) : []))
      .filter(({ birthDate }) => birthDate > arrived)
      .map(({ nhsNumber }) => nhsNumber);
    expect(new Set(born).size).toBe(born.length);
    expect(children.filter((child) => !born.includes(child))).toEqual([]);
  }
});

test('men have none; those of a woman never overlap', () => {
  const ofMen = records.filter(({ person, of }) => person.gender === 'male' && of('pregnancy').length > 0);
  const faults = women.flatMap(({ of }) => {
    const inOrder = of('pregnancy').toSorted((a, b) => (a.lastPeriod < b.lastPeriod ? -1 : 1));
    return inOrder.filter(
      ({ lastPeriod, recorded }, n) =>
        recorded <= lastPeriod || recorded > today || (n > 0 && (inOrder[n - 1]?.outcome?.on ?? '9') >= lastPeriod),
    );
  });
  expect(ofMen).toEqual([]);
  expect(faults).toEqual([]);
});

test('births come when they do in England, and more by caesarean section than they used to', () => {
  between(
    share(births, ({ outcome }) => (outcome?.weeks ?? 0) < 37),
    0.05,
    0.11,
  );
  const sections = (from: string, to: string): number =>
    share(
      births.filter(({ outcome }) => outcome !== undefined && outcome.on >= from && outcome.on < to),
      ({ outcome }) => /caesarean/.test(outcome?.delivery?.text ?? ''),
    );
  between(sections('1970', '1990'), 0.02, 0.14);
  between(sections('2020', '2027'), 0.3, 0.55);
});

test('some women are pregnant today, most of them known by the thirteenth week, and how it ends is not told yet', () => {
  const pregnant = all.filter(({ outcome }) => outcome === undefined);
  between(pregnant.length / women.length, 0.005, 0.03);
  for (const { due } of pregnant) expect(dayOf(due) - dayOf(today)).toBeGreaterThan(-21);
  expect(share(births, ({ recorded, lastPeriod }) => dayOf(recorded) - dayOf(lastPeriod) < 91)).toBeGreaterThan(0.75);
});

test('of recent pregnancies some are lost and some are ended', () => {
  const recent = all.filter(({ outcome }) => outcome !== undefined && outcome.on >= '2011');
  between(
    share(recent, ({ outcome }) => outcome?.how === 'miscarriage'),
    0.05,
    0.16,
  );
  between(
    share(recent, ({ outcome }) => outcome?.how === 'termination'),
    0.14,
    0.36,
  );
});

test('the pregnancies of a later day, cut at this one, are those of this day', () => {
  for (const { person, of } of women.slice(0, 250)) {
    const then = later.record(person.nhsNumber)?.of('pregnancy') ?? [];
    const cut = then.filter(({ recorded }) => recorded <= today).map((one) => [one.id, one.due, (one.outcome?.on ?? '9') <= today]);
    expect(cut).toEqual(of('pregnancy').map((one) => [one.id, one.due, one.outcome !== undefined]));
  }
});

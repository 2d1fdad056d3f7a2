/** Care plans, and what whoever cares for somebody has to know first. */
import { expect, test } from 'vitest';
import type { ClinicalRecord } from '../../../src/clinical-record.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const [before, today] = ['2023-10-20', '2026-11-02'];
const world = createWorld({ asOf: today });
const records: readonly ClinicalRecord[] = sample(world, 400).flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);
const living = records.filter(({ person }) => person.death === undefined);

test('a plan is for something in the record, and is made anew at its review', () => {
  const plans = records.flatMap((record) => record.of('care-plan').map((plan) => ({ plan, record })));
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter(({ plan: { about }, record }) => about.some((id) => record.entry(id) === undefined))).toEqual([]);
  for (const { plan, record } of plans) {
    const others = record.of('care-plan').filter(({ sort, id }) => sort === plan.sort && id !== plan.id);
    expect(others.filter(({ start, end = '9999' }) => start <= plan.start && end > plan.start)).toEqual([]);
  }
});

test('nothing is written before birth, or after death', () => {
  const written = records.flatMap(({ of, person }) =>
    [...of('care-plan'), ...of('flag')].map(({ recorded }) => ({ recorded, born: person.birthDate, died: person.death?.date ?? today })),
  );
  expect(written.filter(({ recorded, born, died }) => recorded < born || recorded > died)).toEqual([]);
});

test('who takes an anticoagulant is flagged for as long as they do', () => {
  const thinners = ['apixaban', 'edoxaban', 'rivaroxaban', 'warfarin'];
  const takers = living.filter(({ of }) =>
    of('medication').some(({ sort, end, course }) => thinners.includes(sort) && course === 'repeat' && end === undefined),
  );
  expect(takers.length).toBeGreaterThan(3);
  const unflagged = takers.filter(
    ({ of }) => !of('flag').some(({ what, end }) => what.text.startsWith('Takes an anticoagulant') && end === undefined),
  );
  expect(unflagged).toEqual([]);
});

test('an adjustment is needed because of a condition, and only once', () => {
  const flags = records.map(({ of }) =>
    of('flag')
      .filter(({ category }) => category === 'reasonable-adjustment')
      .map(({ what }) => what.text),
  );
  expect(flags.flat().length).toBeGreaterThan(3);
  expect(flags.filter((each) => new Set(each).size < each.length)).toEqual([]);
});

test('plans and flags of a day are the later ones, cut there', () => {
  const earlier = world.on(before);
  const open = <Each extends { readonly end?: string }>({ end, ...others }: Each): object =>
    end !== undefined && end <= before ? { ...others, end } : others;
  for (const kind of ['care-plan', 'flag'] as const) {
    for (const record of records) {
      const then = earlier.record(record.person.nhsNumber)?.of(kind);
      if (then === undefined) continue;
      expect(
        record
          .of(kind)
          .filter(({ recorded }) => recorded <= before)
          .map(open),
      ).toEqual(then);
    }
  }
});

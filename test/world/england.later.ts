/** England's figures held against a sample of the people. A test from the day that the world meets them: rename it to `england.test.ts`. */
import { expect, test } from 'vitest';
import { judge, survey } from '../../bench/population/measure.ts';
import { topics } from '../../bench/population/topics/topics.ts';
import { world } from '../sandbox.ts';

/** Each family of the pattern about once, each in one of its copies. */
const told = survey(world(), { sample: 13_900 });

test.each(topics.flatMap(({ title, sections }) => sections.map((section) => ({ name: `${title}: ${section.title}`, section }))))(
  'the people are as England’s are, as far as a sample tells. $name',
  ({ section }) => {
    const missed = judge(told, section).filter(({ verdict }) => verdict === 'missed');
    expect(missed.map(({ figure: { label, accepted }, measured }) => ({ label, accepted, ours: measured?.value }))).toEqual([]);
  },
);

/** England's figures held against everybody, for the long suite from the day that the world meets them: rename it to `england.soak.ts`. */
import { expect, test } from 'vitest';
import { judge, survey } from '../../bench/population/measure.ts';
import { topics } from '../../bench/population/topics/topics.ts';
import { world } from '../sandbox.ts';

const told = survey(world());

test.each(topics.flatMap(({ title, sections }) => sections.map((section) => ({ name: `${title}: ${section.title}`, section }))))(
  'all the people together are as England’s are. $name',
  ({ section }) => {
    const others = judge(told, section).filter(({ verdict }) => verdict !== 'met');
    expect(others.map(({ figure: { label, accepted }, measured }) => ({ label, accepted, ours: measured?.value }))).toEqual([]);
  },
);

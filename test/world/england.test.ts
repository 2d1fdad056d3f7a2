/** England's figures that the people are made for, held against a sample of them, and what holds of every record. */
import { expect, test } from 'vitest';
import { judge, survey } from '../../bench/population/measure.ts';
import { topics } from '../../bench/population/topics/topics.ts';
import { world } from '../sandbox.ts';

/** Each family of the pattern about once, each in one of its copies. */
const told = survey(world(), { sample: 13_900 });
const sections = topics.flatMap(({ title, sections: all }) => all.map((section) => ({ name: `${title}: ${section.title}`, section })));
/** A family moves to a town as a whole: of a sample of families nobody can tell how large towns are. The soak tells. */
const ofTowns = 'Cities by size';
const aimedAt = sections.filter(({ section }) => section.title !== ofTowns && section.figures.some(({ isTarget }) => isTarget === true));

test.each(aimedAt)('the people are as England’s are, as far as a sample tells. $name', ({ section }) => {
  const missed = judge(told, section).filter(({ figure, verdict }) => figure.isTarget === true && verdict === 'missed');
  expect(missed.map(({ figure: { label, accepted }, measured }) => ({ label, accepted, ours: measured?.value }))).toEqual([]);
});

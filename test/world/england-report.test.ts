import { expect, test } from 'vitest';
import { Counts } from '../../bench/population/counts.ts';
import { bandOf, bandsOf, close, figure, inside, law, verdictOf } from '../../bench/population/figures.ts';
import { peopleOf } from '../../bench/population/life.ts';
import { inMarkdown } from '../../bench/population/markdown.ts';
import { judge, survey } from '../../bench/population/measure.ts';
import { inHtml } from '../../bench/population/page.ts';
import { drawnStories } from '../../bench/population/stories.ts';
import { topics } from '../../bench/population/topics/topics.ts';
import { createWorld } from '../../src/world/world.ts';

const world = createWorld({ size: 2_000 });
const told = survey(world, { sample: 400 });
const sections = topics.flatMap((topic) => topic.sections);

test('a figure is met within a tenth, within its margin, within a margin alone, or inside a range', () => {
  const share = { share: 'any' };
  const met = (one: Parameters<typeof verdictOf>[0], value: number): boolean => verdictOf(one, { value, error: 0 }) === 'met';
  const values = [8.9, 9, 11, 11.1];
  expect(values.map((value) => met(figure('', share, 10, 'census'), value))).toEqual([false, true, true, false]);
  expect(values.map((value) => met(figure('', share, 10, 'census', 1.1), value))).toEqual([true, true, true, true]);
  expect(values.map((value) => met(close('', share, 10, 'census', 0.5), value))).toEqual([false, false, false, false]);
  expect(values.map((value) => met(inside('', share, [11, 12], 'census'), value))).toEqual([false, false, true, true]);
  expect(values.map((value) => met(law('', share), value))).toEqual([false, false, false, false]);
  expect(verdictOf(law('', share), undefined)).toBe('not told');
});

test('a sample is allowed what chance may do, and the whole is not', () => {
  const one = figure('', { share: 'tall' }, 10, 'census');
  const counts = new Counts();
  for (let n = 0; n < 100; n += 1) counts.share('tall', n < 20);
  const measured = counts.read(one.reading);
  expect(measured?.value).toBe(20);
  expect(measured?.error).toBeCloseTo(4);
  expect([verdictOf(one, measured), verdictOf(one, measured, 4)]).toEqual(['missed', 'met']);
  expect(verdictOf(law('', one.reading), measured, 4)).toBe('missed');
});

test('people are counted as shares, odds, groups, indices and values', () => {
  const counts = new Counts();
  for (let n = 0; n < 10; n += 1) {
    counts.share('boys', n < 6);
    counts.among('day', n < 2 ? 'Monday' : 'Tuesday', 0.5);
    counts.value('age', n);
  }
  const read = (reading: Parameters<Counts['read']>[0]): number | undefined => counts.read(reading)?.value;
  expect(read({ share: 'boys' })).toBe(60);
  expect(read({ share: 'boys', outOf: 1_000 })).toBe(600);
  expect(read({ odds: 'boys' })).toBe(1.5);
  expect(read({ group: 'day', key: 'Monday' })).toBe(20);
  expect(read({ group: 'day', key: 'Friday' })).toBe(0);
  expect(read({ group: 'day', key: 'Monday', expected: 0.5 })).toBe(40);
  expect(read({ values: 'age', take: 'mean' })).toBe(4.5);
  expect([read({ values: 'age', take: 'min' }), read({ values: 'age', take: 'p90' })]).toEqual([0, 9]);
  expect(read({ share: 'nobody' })).toBeUndefined();
});

test('everybody is seen once, and of a sample nobody twice', () => {
  const few = createWorld({ size: 500 });
  const people = peopleOf(few);
  const numbers = (sample?: number): string[] => [...people.all(sample)].map(({ person }) => person.nhsNumber);
  const everybody = numbers();
  expect(new Set(everybody).size).toBe(everybody.length);
  expect(everybody).toHaveLength(new Set(Array.from({ length: few.size }, (_, index) => few.at(index).nhsNumber)).size);
  for (const sample of [1, 50, 120, 400]) {
    const seen = numbers(sample);
    expect(new Set(seen).size).toBe(seen.length);
    // Of those who are asked for, some are not there yet.
    expect(seen.length).toBeGreaterThanOrEqual(sample / 2);
    expect(seen.length).toBeLessThanOrEqual(sample);
  }
});

test('ages fall into bands that leave none out', () => {
  expect(bandsOf([0, 1, 5])).toEqual(['0', '1–4', '5+']);
  expect([0, 4, 99].map((age) => bandOf([0, 1, 5], age))).toEqual(['0', '1–4', '5+']);
  expect(bandOf([16, 25], 15)).toBeUndefined();
});

test('every figure has a name of its own in its section, and every section in the report', () => {
  for (const { figures } of sections) expect(new Set(figures.map(({ label }) => label)).size).toBe(figures.length);
  expect(new Set(sections.map(({ title }) => title)).size).toBe(sections.length);
});

test('the report prints ours beside England’s, with its source, for every figure', () => {
  const text = inMarkdown(told, world);
  const rows = text.split('\n').filter((line) => /\| (?:met|not told|\*\*missed\*\*) \|/.test(line));
  const figures = sections.flatMap((section) => section.figures);
  const targets = figures.filter(({ isTarget }) => isTarget);
  expect(rows).toHaveLength(targets.length + figures.length);
  expect(rows[targets.length]).toMatch(
    /^\| women 0–4 \| [\d.]+ % \| 2\.59 % \| 2\.33 to 2\.85 % \| (?:met|\*\*missed\*\*) \| ONS, mid-2023/,
  );
  expect(judge(told, sections[0] ?? { title: '', unit: '%', about: '', figures: [] })[0]?.measured?.value).toBeGreaterThan(0);
});

test('the page has a chart and a table for every section, and fetches and runs nothing', async () => {
  const page = await inHtml(told, world);
  const count = (text: string): number => page.split(text).length - 1;
  expect([count('<svg role="img"'), count('<table>')]).toEqual([sections.length, sections.length + 1]);
  expect(page).not.toMatch(/<script|<link|<img|https?:|url\(/);
});

test('stories tell of as many households as were asked for, the same ones for the same draw', () => {
  const stories = [...drawnStories(world, { count: 5, seed: 3 })];
  expect(stories).toHaveLength(5);
  expect(stories[0]).toMatch(/^## 1\. .+\n\n.+ (?:lives alone|lives in this home|\(\d+.+)\./);
  expect([...drawnStories(world, { count: 5, seed: 3 })]).toEqual(stories);
  expect([...drawnStories(world, { count: 5, seed: 4 })]).not.toEqual(stories);
});

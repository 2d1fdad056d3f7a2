/** Contracts of one workspace are understood when they are asked for, in as many steps as a workspace may take together. */
import { expect, test } from 'vitest';
import { understandTogether } from '../../src/contract/understand-together.ts';

const textOf = (title: string): string =>
  `{"openapi":"3.1.0","info":{"title":"${title}","version":"1"},"paths":{"/a":{"get":{"responses":{"204":{"description":"Done."}}}}}}`;

/** Its examples take more than a third of the steps that a workspace has, and less than one contract may take. */
const large = (title: string): string =>
  textOf(title).replace('"paths"', `"x-more":[${Array.from({ length: 70_000 }, (_, i) => `{"a":${i}}`).join(',')}],"paths"`);

test('a text is read when its contract is first asked for, once', () => {
  const read: string[] = [];
  const contracts = understandTogether(['a', 'b'], (slug) => {
    read.push(slug);
    return textOf(slug);
  });
  expect([...contracts.keys()]).toEqual(['a', 'b']);
  expect(read).toEqual([]);
  expect(contracts.get('b')?.()?.title).toBe('b');
  expect(contracts.get('b')?.()?.slug).toBe('b');
  expect(read).toEqual(['b']);
});

test('one that cannot be understood is left out, and those beside it are not', () => {
  const contracts = understandTogether(['bad', 'good'], (slug) => (slug === 'bad' ? 'no contract' : textOf(slug)));
  expect(contracts.get('bad')?.()).toBeUndefined();
  expect(contracts.get('good')?.()?.title).toBe('good');
});

test('what one takes of the steps is not there for the others', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
  const contracts = understandTogether(slugs, large);
  const steps = slugs.map((slug) => contracts.get(slug)?.()?.readingSteps ?? 0);
  expect(steps[0]).toBeGreaterThan(500_000);
  expect(steps.filter((each) => each > 0).length).toBeLessThan(6);
  expect(steps.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(3_000_000);
});

/** Finding the word that was meant. */
import { expect, test } from 'vitest';
import { nearest } from '../../src/contract/nearest.ts';

const words = ['start', 'check', 'people', 'person', 'personas', 'export'];

test.for([
  ['strat', 'start'],
  ['chekc', 'check'],
  ['star', 'start'],
  ['persno', 'person'],
  ['exprot', 'export'],
  ['exp', 'export'],
])('takes %s for %s', ([typed = '', meant]) => {
  expect(nearest(typed, words)).toBe(meant);
});

test('takes nothing for a word that is like none of them', () => {
  expect(nearest('deploy', words)).toBeUndefined();
  expect(nearest('', words)).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});

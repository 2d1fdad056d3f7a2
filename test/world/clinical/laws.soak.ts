/** What holds of every record, tried on so many people that what is rare is among them: some minutes. */
import { expect, test } from 'vitest';
import { breaking, laws } from './record-laws.ts';
import { toldLives } from './told-lives.ts';

const people = 20_000;
const broken = breaking(toldLives(people, 2));

test.each(laws)('of twenty thousand people: %s', (name) => {
  expect(broken.get(name)).toEqual([]);
});

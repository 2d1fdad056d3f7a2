/** What holds of every record, tried on some people; the soak tries it on twenty thousand. */
import { expect, test } from 'vitest';
import { breaking, laws } from './record-laws.ts';
import { toldLives } from './told-lives.ts';

const broken = breaking(toldLives(100));

test.each(laws)('%s', (name) => {
  expect(broken.get(name)).toEqual([]);
});

/** Rows of the sheet that are about advice, files, worklists, lists, staff and services. */
import { expect, test } from 'vitest';
import { adviceRows } from './sheet-advice.ts';

test.each(Object.entries(adviceRows))('%s', async (_, { shows }) => shows());

test('none is answered by a mere example', () => {
  expect(Object.values(adviceRows).map(({ by }) => by)).not.toContain('example');
});

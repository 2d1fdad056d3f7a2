/** Every operation of our own contracts: the line that is said to work does. */
import { expect, test } from 'vitest';
import { contracts } from '../../answer/every-contract.ts';
import { linesOf } from './every-line.ts';

const own = contracts.filter(({ name }) => name.startsWith('our '));

test.each(own)('the lines of $name work', { timeout: 30_000 }, async ({ read }) => {
  const { refused, broken } = await linesOf(read());
  expect(broken).toEqual([]);
  expect(refused).toBeGreaterThan(read().contract.operations.length);
});

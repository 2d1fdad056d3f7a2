/** Every operation of our own contracts: the line that is said to work does. */
import { expect, test } from 'vitest';
import { contracts } from '../../answer/every-contract.ts';
import { linesOf } from './every-line.ts';

/** What only follows another request: no single line can stand for it. */
const following = ['send_chunk (an id of nothing): there is no line'];

const own = contracts.filter(({ name }) => name.startsWith('our '));

test.each(own)('the lines of $name work', { timeout: 30_000 }, async ({ read }) => {
  const { refused, broken } = await linesOf(read());
  expect(broken.filter((line) => !following.includes(line))).toEqual([]);
  expect(refused).toBeGreaterThan(read().contract.operations.length / 2);
});

/** Every operation of our own contracts: the line that is said to work does. */
import { expect, test } from 'vitest';
import { contracts } from '../../answer/every-contract.ts';
import { linesOf } from './every-line.ts';

/** What only follows another request: no single line can stand for it. */
const following = new Set([
  'send_chunk (an id of nothing)',
  // A slot is searched for first; what is cancelled is sent as it was read.
  'book-appointment',
  'cancel-appointment',
]);

const follows = (line: string): boolean => {
  const [said = ''] = line.split(': there is no line');
  return said !== line && (following.has(said) || following.has(said.replace(/ \(.*/, '')));
};

const own = contracts.filter(({ name }) => name.startsWith('our '));

test.each(own)('the lines of $name work', { timeout: 30_000 }, async ({ read }) => {
  const { refused, broken } = await linesOf(read());
  expect(broken.filter((line) => !follows(line))).toEqual([]);
  expect(refused).toBeGreaterThan(read().contract.operations.length / 2);
});

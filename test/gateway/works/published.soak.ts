/** Every operation of every published contract at hand: the line that is said to work does. */
import { describe, expect, test } from 'vitest';
import { contracts } from '../../answer/every-contract.ts';
import { linesOf } from './every-line.ts';

const published = contracts.filter(({ name }) => !name.startsWith('our '));

/** Its schema wants of one member what it forbids of it, so that no request can be right. */
const contradictory = /^alert /;

describe.skipIf(published.length === 0)('published contracts', () => {
  test.each(published)('the lines of $name work', { timeout: 120_000 }, async ({ read }) => {
    const { broken } = await linesOf(read());
    expect(broken.filter((line) => !contradictory.test(line))).toEqual([]);
  });
});

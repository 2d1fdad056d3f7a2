/** Every way in which a test says what it held; see `../numbers-withheld.test.ts`. */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { randomFrom, realRange } from '../../gateway/live-numbers.ts';

const number = realRange(randomFrom(7));
const printed = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;

afterEach(({ task }) => {
  if (task.name === 'behind a test') throw new Error(`left behind: ${number}`);
});

test('of a property', () => fc.assert(fc.property(fc.constant(number), () => false)));
test('of values that differ', () => expect({ number, printed }).toEqual({ number: '', printed: '' }));
test('of a text', () => expect(`said ${printed}`).toContain('nothing'));
test('with a cause', () => {
  throw new Error('outside', { cause: new Error(number) });
});
test('behind a test', () => {});

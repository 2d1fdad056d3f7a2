import fc from 'fast-check';
import nhsNumberValidator from 'nhs-number-validator';
import { expect, test } from 'vitest';
import { nhsNumbers, numbersInRange } from '../../src/world/nhs-numbers.ts';

const isValid = nhsNumberValidator.validate;
const numbers = nhsNumbers(42);

test('there are 909,091 valid numbers beginning 999', () => {
  expect(numbersInRange).toBe(909_091);
});

test('seed 42 gives the published first three numbers', () => {
  expect([0, 1, 2].map(numbers.of)).toEqual(['9994281151', '9993262021', '9991436685']);
});

test('person and number are one to one over the whole range', () => {
  let wrong = 0;
  for (let index = 0; index < numbersInRange; index += 1) if (numbers.index(numbers.of(index)) !== index) wrong += 1;
  expect(wrong).toBe(0);
});

test('an independent validator accepts 100,000 of them', () => {
  const step = Math.floor(numbersInRange / 100_000);
  let refused = 0;
  for (let n = 0; n < 100_000; n += 1) if (!isValid(numbers.of(n * step))) refused += 1;
  expect(refused).toBe(0);
});

test('any ten digits beginning 999 have an owner exactly when an independent validator accepts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (rest) => {
      const digits = `999${String(rest).padStart(7, '0')}`;
      return (numbers.index(digits) !== undefined) === isValid(digits);
    }),
    { numRuns: 2_000 },
  );
});

test('text that is no number of the range has no owner', () => {
  for (const text of ['', '999', '99942811510', '9994281152', '999428115x', '999 428 1151', '9000000009']) {
    expect(numbers.index(text)).toBeUndefined();
  }
});

test('another seed deals the numbers differently', () => {
  expect(nhsNumbers(43).of(0)).not.toBe(numbers.of(0));
});

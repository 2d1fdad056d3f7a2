/** Wildcards: what fits, how much of it is spelled out, and that no pattern takes long. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverage, folded, foldedPostcode } from '../../../../mocks/personal-demographics/search/wildcard.ts';

test.for<[string, string, number | undefined]>([
  ['smith', 'smith', 1],
  ['smith', 'smyth', undefined],
  ['sm*', 'smith', 2 / 5],
  ['sm*t*', 'smith', 3 / 5],
  ['sm*h', 'smith', 3 / 5],
  ['sm*x', 'smith', undefined],
  ['smith*', 'smith', 1],
  ['smi*ith', 'smith', undefined],
  ['sm*', 'jones', undefined],
])('%s on %s', ([pattern, text, share]) => {
  expect(coverage(pattern, text)).toBe(share);
});

test('agrees with a regular expression of the same meaning', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  fc.assert(
    fc.property(letters, text, (pattern, held) => {
      expect(coverage(pattern, held) !== undefined).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(held));
    }),
  );
});

test('names are compared without case and accents, postcodes without case and spaces', () => {
  expect(folded(' Kociński ')).toBe('kocinski');
  expect(foldedPostcode('ls1 6ae')).toBe('LS16AE');
});

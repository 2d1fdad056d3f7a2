/** The score: the published fixed points, and the law that a worse fit never scores better. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { score, type Likeness } from '../../../../mocks/personal-demographics/search/score.ts';

const exact: Likeness = {
  family: 1,
  given: 1,
  postcode: 1,
  historicName: false,
  historicBirth: false,
  practice: 'not asked',
  death: 'fits',
  contacts: 0,
};

describe('the published points', () => {
  test.for<[string, Partial<Likeness>, number]>([
    ['an exact match', {}, 1],
    ['a wildcard in the family name (Sm* for Smith)', { family: 2 / 5 }, 0.8343],
    ['the same beside a practice that fits', { family: 2 / 5, practice: 'fits' }, 0.9259],
    ['the same beside an e-mail address or telephone number that fits', { family: 2 / 5, contacts: 1 }, 1],
    ['a wildcard in the postcode (LS1* for LS1 6AE)', { postcode: 3 / 6 }, 0.965],
    ['names that sound alike', { family: 'homophone', given: 'homophone' }, 0.8976],
    ['the same beside one of e-mail and telephone', { family: 'homophone', given: 'homophone', contacts: 1 }, 0.9124],
    ['the same beside both', { family: 'homophone', given: 'homophone', contacts: 2 }, 0.9542],
    ['a historic name', { historicName: true }, 1],
    ['a historic name and birth date', { historicName: true, historicBirth: true }, 0.6806],
  ])('%s', ([, likeness, points]) => {
    expect(score({ ...exact, ...likeness })).toBe(points);
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyLikeness: fc.Arbitrary<Likeness> = fc.record({
  family: fc.oneof(share, fc.constantFrom('homophone' as const, 'transposed' as const)),
  given: fc.oneof(share, fc.constantFrom('homophone' as const, 'transposed' as const)),
  postcode: share,
  historicName: fc.boolean(),
  historicBirth: fc.boolean(),
  practice: fc.constantFrom('not asked' as const, 'fits' as const, 'differs' as const),
  death: fc.constantFrom('fits' as const, 'differs' as const),
  contacts: fc.constantFrom(0, 1, 2),
});

describe('the law', () => {
  test('a score is from 0 to 1 with four decimals at most', () => {
    fc.assert(
      fc.property(anyLikeness, (likeness) => {
        const points = score(likeness);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(1);
        expect(Math.round(points * 10_000)).toBeCloseTo(points * 10_000, 6);
      }),
    );
  });

  test('anything that fits worse never scores better', () => {
    const worse: readonly ((one: Likeness, by: number) => Likeness)[] = [
      (one, by) => ({ ...one, family: typeof one.family === 'number' ? one.family * by : one.family }),
      (one, by) => ({ ...one, given: typeof one.given === 'number' ? one.given * by : one.given }),
      (one, by) => ({ ...one, postcode: one.postcode * by }),
      (one) => ({ ...one, historicBirth: true }),
      (one) => ({ ...one, historicName: true }),
      (one) => ({ ...one, death: 'differs' }),
      (one) => (one.practice === 'not asked' ? one : { ...one, practice: 'differs' }),
      (one) => ({ ...one, contacts: 0 }),
    ];
    fc.assert(
      fc.property(anyLikeness, fc.constantFrom(...worse), share, (likeness, change, by) => {
        expect(score(change(likeness, by))).toBeLessThanOrEqual(score(likeness));
      }),
    );
  });
});

/** Cursors have the shape that a contract gives them, and are read back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorCodec } from '../../../../src/plan/list/paging/cursor.ts';

const shapes: readonly (readonly [name: string, pattern: RegExp, shown: string | undefined])[] = [
  ['any text', /^[\s\S]*$/, undefined],
  ['hexadecimal digits', /^[0-9a-f]{8,64}$/, undefined],
  ['capital hexadecimal digits', /^[0-9A-F]{16}$/, undefined],
  ['a UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, undefined],
  ['digits', /^[0-9]+$/, undefined],
  ['twelve digits', /^[0-9]{12}$/, undefined],
  ['letters and digits', /^[A-Za-z0-9]{10,40}$/, undefined],
  ['letters of a form', /^[A-Z]{4}-[A-Z]{6}$/, undefined],
  ['like a number that is shown', /^[\s\S]*$/, '120'],
];

test.each([...shapes])('%s', (_, pattern, shown) => {
  const codec = cursorCodec({ fits: (text) => pattern.test(text), pattern: pattern.source, shown: shown === undefined ? [] : [shown] });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (start) => {
      const text = codec.write(start);
      expect(text).toMatch(pattern);
      expect(codec.read(text)).toBe(start);
    }),
    { numRuns: 30 },
  );
});

test('what was not written here is not read', () => {
  const codec = cursorCodec({ fits: () => true, shown: [] });
  for (const text of ['', 'nonsense', 'ZnJvbTo', '%%%', '{"offset":3}']) expect(codec.read(text)).toBeUndefined();
});

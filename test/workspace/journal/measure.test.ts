/** Bytes are counted as an encoder counts them, and a text is cut between code points. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMeasure } from '../../../src/workspace/journal/measure.ts';
import { runs } from '../../runs.ts';

const { bytesOf, cut } = openMeasure();
const bytes = (text: string): number => new TextEncoder().encode(text).byteLength;
const text = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(1, 700, 5_461, 16_383), fc.string({ unit: 'grapheme' }))
  .map(([one, times, rest]) => one.repeat(times).slice(0, 100_000).toWellFormed() + rest);

test('however long it is', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 40_000 }), (long, most) => {
      expect(bytesOf(long)).toBe(bytes(long));
      const beginning = cut(long, most);
      expect(long.startsWith(beginning) && bytes(beginning) <= most && beginning.isWellFormed()).toBe(true);
      // Nothing more would have fitted in.
      const next = String.fromCodePoint(long.codePointAt(beginning.length) ?? 0x61);
      expect(beginning === long || bytes(beginning + next) > most).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

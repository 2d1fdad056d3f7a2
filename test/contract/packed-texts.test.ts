/** What the worker has of texts is one file, out of which each line comes as it was. */
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from '../../src/cli/build/packed-texts.ts';
import { generatedContracts } from '../../src/generated/catalogue.ts';

const lines = (bytes: Uint8Array): readonly string[] => brotliDecompressSync(bytes).toString().split('\n');

test('every contract comes out as it went in, and all together take less than an eighth of their room', async () => {
  const contracts = await Promise.all(Object.values(generatedContracts).map((load) => load()));
  const texts = contracts.flatMap(({ document, examples }) => [document, examples]);
  const bytes = packed(texts);
  expect(lines(bytes)).toEqual(texts);
  expect(bytes.byteLength).toBeLessThan(texts.join('').length / 8);
});

test('a text of two lines is no line, and is not packed', () => {
  expect(lines(packed(['It’s', '', '{"a":"\\n"}']))).toEqual(['It’s', '', '{"a":"\\n"}']);
  expect(() => packed(['one', 'two\nthree'])).toThrow('one line');
});

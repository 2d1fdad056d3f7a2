/** JSON at our border. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whereJsonBreaks } from '../../src/contract/reading/text/json-place.ts';
import { bodyShape, escapeToken, parseJson, parseLossless, unescapeToken } from '../../src/contract/json.ts';
import { tokensOf, valueAt } from '../../src/contract/json-pointer.ts';
import { ARRAY_ITEMS, BODY_BYTES, JSON_DEPTH, OBJECT_KEYS } from '../../src/contract/limits.ts';

function problemOf(text: string): string | undefined {
  const parsed = parseJson(text);
  return 'problem' in parsed ? `${parsed.problem} ${parsed.pointer}` : undefined;
}

test('escaping a pointer token and back gives the token again', () => {
  fc.assert(fc.property(fc.string(), (token) => unescapeToken(escapeToken(token)) === token && !escapeToken(token).includes('/')));
});

test('a pointer finds members and items, and nothing that is inherited', () => {
  const document = { 'a/b': [{ '~': 1 }] };
  expect(valueAt(document, tokensOf(''))).toBe(document);
  expect(valueAt(document, tokensOf('/a~1b/0/~0'))).toBe(1);
  expect(valueAt(document, tokensOf('/a~1b/length'))).toBeUndefined();
  expect(valueAt(document, tokensOf('/a~1b/1'))).toBeUndefined();
  expect(valueAt(document, tokensOf('/constructor'))).toBeUndefined();
});

test('malformed JSON is refused with the place and without a word of the text', () => {
  for (const text of ['{"resourceType": ', '{"secret": x}', '', '[1,]', '{"a":1}}', 'NaN', '\u0000']) {
    const parsed = parseJson(text);
    expect(parsed).toMatchObject({ problem: 'malformed', pointer: '' });
    expect('message' in parsed && parsed.message).not.toMatch(/secret|resourceType/);
  }
  expect(parseJson('{"a": 1')).toMatchObject({ message: expect.stringContaining('ends before') });
  expect(parseJson('{\n "a": x}')).toMatchObject({ message: expect.stringContaining('line 2, column 7') });
});

test('a place is found only in texts that JSON.parse refuses', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '01', '-', 'true', 'nul', ' ', '"\\x"', '1.', '1e5', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      if (whereJsonBreaks(text)) expect(() => JSON.parse(text)).toThrow(SyntaxError);
    }),
    { numRuns: 2000 },
  );
});

test('CAP-5: JSON nests as deep as the limit and no deeper, however deep the text goes', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(problemOf(nested(JSON_DEPTH))).toBeUndefined();
  expect(problemOf(nested(JSON_DEPTH + 1))).toBe(`too-deep ${'/0'.repeat(JSON_DEPTH)}`);
  expect(problemOf(nested(200_000))).toMatch(/^too-deep/);
});

test('CAP-6: members and items are allowed up to their limits, which grow with the body that is taken', () => {
  const members = (count: number): string =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 0])));
  expect(problemOf(members(OBJECT_KEYS))).toBeUndefined();
  expect(problemOf(members(OBJECT_KEYS + 1))).toBe('too-many-keys ');
  expect(problemOf(JSON.stringify(Array(ARRAY_ITEMS).fill(0)))).toBeUndefined();
  expect(problemOf(JSON.stringify({ a: Array(ARRAY_ITEMS + 1).fill(0) }))).toBe('too-many-items /a');
  const items = JSON.stringify(Array(3 * ARRAY_ITEMS).fill(0));
  expect(parseJson(items, bodyShape(3 * BODY_BYTES))).toHaveProperty('value');
  expect(parseJson(items, bodyShape(2 * BODY_BYTES))).toHaveProperty('problem', 'too-many-items');
  expect(parseJson(items, bodyShape(100))).toHaveProperty('problem', 'too-many-items');
  expect(problemOf(JSON.stringify(Array(ARRAY_ITEMS).fill(0)))).toBeUndefined();
});

test('PP-1: names that reach a prototype are refused wherever they stand', () => {
  expect(problemOf('{"a":[{"__proto__":{"x":1}}]}')).toBe('forbidden-key /a/0/__proto__');
  expect(problemOf('{"constructor":1}')).toBe('forbidden-key /constructor');
  expect(problemOf('{"prototype":1}')).toBe('forbidden-key /prototype');
  expect(Object.prototype).not.toHaveProperty('x');
});

test('numbers come back as they were written', () => {
  for (const text of [
    '1.0',
    '1e2',
    '1E400',
    '-0',
    '12345678901234567890',
    '0.10',
    '1.5',
    '{"a":[1.00,2,{"b":-3.50}]}',
    '"1.0"',
    '[1.0,"x: 1.0, "]',
  ]) {
    expect(JSON.stringify(parseLossless(text))).toBe(text);
  }
});

test('any JSON value survives lossless parsing as plain parsing has it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => JSON.stringify(JSON.parse(JSON.stringify(parseLossless(text)))) === JSON.stringify(JSON.parse(text))),
  );
});

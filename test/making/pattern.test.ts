/** Text written from regular expressions is text that they match, judged by the engine that judges requests. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writePattern } from '../../src/making/pattern/write-pattern.ts';
import { chanceOf } from '../../src/making/seed.ts';
import { compilePattern } from '../../src/contract/validation/pattern.ts';

const anyLength = { least: 0, most: Infinity };

const patterns = [
  '^\\d{10}$',
  '[A-Za-z0-9\\-\\.]{1,64}',
  '[ \\r\\n\\t\\S]+',
  '[^\\s]+(\\s[^\\s]+)*',
  '\\S*',
  '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  '([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)-(0[1-9]|1[0-2])-(0[1-9]|[1-2][0-9]|3[0-1])T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?(Z|(\\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))',
  '(\\s*([0-9a-zA-Z\\+/=]){4}\\s*)+',
  '^W/"[0-9]+"$',
  '^(?=.{1,64}$)[A-Za-z0-9\\.]+-[A-Za-z0-9]+[A-Za-z0-9\\_\\-]*$',
  '^https\\:\\/\\/fhir\\.nhs\\.uk\\/Id\\/nhs-number\\|(\\d+)$',
  '^eventType=.*$',
  '^(?:queue://[\\w]*\\?id=[\\w_.-]+|arn:aws:sqs:eu-west-2:\\d{0,12}:[\\w_.-]*)$',
  '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Z|a-z]{2,}',
  '^(?!0)\\d{3,5}$',
  '^(?<year>\\d{4})(?:-\\d{2}){2}$',
  '^\\p{Lu}\\p{L}+$',
  '^[^A-Za-z]{3}$',
  '^\\u0041\\x42\\t?C$',
  'a|b|',
];

test.each(patterns)('some text written for %s matches it', (pattern) => {
  const matches = compilePattern(pattern);
  if (typeof matches !== 'function') throw new Error(matches.problem);
  for (const key of ['one', 'two', 'three']) expect(writePattern(pattern, chanceOf(key), 'leaf', anyLength).some(matches)).toBe(true);
});

test('the same key writes the same text, another key another', () => {
  const write = (key: string): readonly string[] => [...writePattern('^[a-z]{12}$', chanceOf(key), 'leaf', anyLength)];
  expect(write('a')).toEqual(write('a'));
  expect(write('a')).not.toEqual(write('b'));
});

test('lengths that the schema asks for are met where the pattern allows them', () => {
  const [text = ''] = writePattern('^[a-z]+$', chanceOf('key'), 'leaf', { least: 40, most: 50 });
  expect(text.length).toBeGreaterThanOrEqual(40);
});

test('nested repeats end', () => {
  for (const pattern of ['((a?){20000}){20000}', '((((a*)*)*)*)*', '(((((x{99999}){99999}){99999})))', '('.repeat(500)]) {
    expect([...writePattern(pattern, chanceOf('key'), 'leaf', anyLength)].length).toBeLessThan(100);
  }
});

test('no text of symbols makes it throw', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\^$.|?*+()[\]{}\\\-,0-9a-dpuxsSwWbB:=!<>]{0,20}$/), (pattern) => {
      expect([...writePattern(pattern, chanceOf('key'), 'leaf', anyLength)].length).toBeLessThan(100);
    }),
    { numRuns: 500 },
  );
});

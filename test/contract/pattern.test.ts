/** Patterns mean what ECMAScript says, in bounded time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePattern } from '../../src/contract/validation/pattern.ts';
import { runs } from '../runs.ts';

function matcher(pattern: string): (text: string) => boolean {
  const compiled = compilePattern(pattern);
  if (typeof compiled !== 'function') throw new Error(compiled.problem);
  return compiled;
}

/** Patterns of the kinds that contracts hold, some of them odd. */
const PATTERNS = [
  String.raw`^\d{10}$`,
  String.raw`^https\:\/\/fhir\.nhs\.uk\/Id\/nhs-number\|(\d+)$`,
  String.raw`^W/"[0-9]+"$`,
  String.raw`[A-Za-z0-9\-\.]{1,64}`,
  String.raw`[^\s]+(\s[^\s]+)*`,
  String.raw`[ \r\n\t\S]+`,
  String.raw`^[a-zA-Z0-9\-,/:'. ]{1,25}$`,
  String.raw`^(a|b|)c?$`,
  String.raw`^[\w-.]+$`,
  String.raw`^[a-\d]+$`,
  String.raw`[[:ascii:]]`,
  String.raw`^\u0041\x42\cA?\0?$`,
  String.raw`^a{,3}b{2}{?$`.replace('{?', ''),
  String.raw`^[^]$`,
  String.raw`^[]$`,
  String.raw`^[\b]$`,
  String.raw`^\e\_\-$`,
  String.raw`x{2`,
  String.raw`^.$`,
  String.raw`^\S+\s\S+$`,
  String.raw`^(?<year>\d{4})-\d\d$`,
  String.raw`\bid\b`,
  String.raw`^(?=.{1,5}$)[a-z]+-[a-z]+$`,
  String.raw`^(?!000)\d{3}$`,
  String.raw`^(?=.*\d)(?!.*x)[a-z0-9]{3,}$|^none$`,
  String.raw`(?<!a)b$`,
  String.raw`(?<=a)b`,
  String.raw`a]b}c`,
];

const TEXTS = [
  '',
  'a',
  'b',
  'ab',
  'abc',
  '9000000009',
  'W/"5"',
  'a b',
  'a\u00a0b',
  ' ',
  '\n',
  '\u2028',
  '\ufeff',
  'AB',
  'AB\u0001',
  '\b',
  'e_-',
  'a-b',
  'ab-cd-ef',
  '000',
  '001',
  'a1b',
  'x1a',
  'none',
  'a]b}c',
  '[a]',
  'xx{2',
  'x{2',
  'https://fhir.nhs.uk/Id/nhs-number|9',
  '2020-01',
  'my id here',
  'identity',
  'a{,3}bb',
  '-',
  '.',
  'é',
  '1234567',
];

test.each(PATTERNS)('%s matches what ECMAScript matches', (pattern) => {
  const test = matcher(pattern);
  const native = new RegExp(pattern);
  const disagreements = TEXTS.filter((text) => test(text) !== native.test(text));
  expect(disagreements).toEqual([]);
  fc.assert(fc.property(fc.stringMatching(/^[\w\s.:/|{}"-]{0,12}$/), (text) => test(text) === native.test(text)));
});

test('repeats beyond what RE2 counts to are counted by length', () => {
  const test = matcher('^[a-z]{1,5000}$');
  expect(test('a'.repeat(5000))).toBe(true);
  expect(test('a'.repeat(5001))).toBe(false);
  expect(test('')).toBe(false);
  expect(matcher(String.raw`^[\s\S]{2,}$`)('a')).toBe(false);
  expect(matcher('^.{2000,}$')('a'.repeat(1999))).toBe(false);
});

test('RX-2: what cannot be checked in bounded time is reported, never run and never a crash', () => {
  for (const pattern of [
    String.raw`^(a)\1$`,
    String.raw`^a(?=b(?!c)).*d(?!e)f$(?=x)\1()`,
    '(',
    'a)',
    '[a',
    '*a',
    'a**',
    '[z-a]',
    'a{3,2}',
    '\\',
    '(?i)a',
    `^${'a'.repeat(600)}$`,
  ]) {
    expect(compilePattern(pattern)).toMatchObject({ problem: expect.stringMatching(/pattern/) });
  }
});

test('P-28: patterns made to run for ever end at once', () => {
  const hostile = [
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(.*)*x',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    String.raw`^(\w+\s?)*$`,
    '(x+x+)+y',
    '^(?!(a+)+$)a*b?$',
  ];
  for (const pattern of hostile) {
    const compiled = compilePattern(pattern);
    if (typeof compiled === 'function')
      for (const text of ['a'.repeat(20_000) + '!', 'x'.repeat(20_000)]) expect(typeof compiled(text)).toBe('boolean');
  }
});

/** Sequences of characters and how many of them: what is tested without RE2, and patterns just beyond. */
const atom = fc.constantFrom(
  'a',
  'b',
  '-',
  '[ab]',
  '[a-c]',
  '[^a]',
  String.raw`\d`,
  String.raw`\D`,
  String.raw`\w`,
  String.raw`\S`,
  String.raw`\s`,
  '.',
  String.raw`\.`,
  '(a)',
  '(ab)',
  '(a|b)',
  '[]',
  '[^]',
);
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,2}', '{0,3}', '{2,}', '{0}', '+?');
const sequence = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(atom, quantifier), { maxLength: 4 }), fc.boolean())
  .map(([start, steps, end]) => (start ? '^' : '') + steps.map(([what, times]) => what + times).join('') + (end ? '$' : ''));
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '1', ' ', '\n', '.', 'é', '\u00a0', '😀', '\u2028'), maxLength: 8 });

test('a sequence of characters means what ECMAScript says, whatever tests it', () => {
  fc.assert(
    fc.property(sequence, fc.array(letters, { minLength: 1, maxLength: 6 }), (pattern, texts) => {
      const [ours, theirs] = [matcher(pattern), new RegExp(pattern, 'u')];
      for (const text of texts) expect([pattern, text, ours(text)]).toEqual([pattern, text, theirs.test(text)]);
    }),
    { numRuns: runs(1_000) },
  );
});

test('a long text is tested in time that grows with it alone', () => {
  const long = 'a'.repeat(200_000);
  expect(matcher('^[a-z]+[0-9]$')(long)).toBe(false);
  expect(matcher('[0-9]{2,}')(long)).toBe(false);
  expect(matcher('^[a-z]{1,5000}$')(long)).toBe(false);
});

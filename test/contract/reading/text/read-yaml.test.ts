/** YAML as contracts have it: read as another library reads it, in time linear in its size. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify, type ToStringOptions } from 'yaml';
import type { Json, Quirk } from '../../../../src/contract/contract.ts';
import { UNBOUNDED } from '../../../../src/contract/work.ts';
import { readYaml } from '../../../../src/contract/reading/text/read-yaml.ts';
import { runs } from '../../../runs.ts';

function read(text: string, quirks: Quirk[] = []): Json {
  return readYaml({ name: 'x.yaml', text }, { quirks, budget: UNBOUNDED });
}

const lines = (...all: string[]): string => all.join('\n');

const styles: readonly ToStringOptions[] = [
  {},
  { collectionStyle: 'flow' },
  { indent: 4, lineWidth: 20 },
  { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 },
  { defaultStringType: 'BLOCK_LITERAL' },
  { defaultStringType: 'BLOCK_FOLDED', lineWidth: 30 },
];

const name = fc.oneof(fc.stringMatching(/^[a-z$/{}:.x-]{1,12}$/), fc.constantFrom('200', '4XX', 'true', 'null', '#a', '- b', 'é', '名'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
  ),
  leaf: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      '1_000',
      '0o17',
      '010',
      '2020-01-01',
      '12:30',
      '~',
      '',
      ' lead',
      'trail ',
      'two\nlines',
      'ends\n',
      '# no comment',
      'a: b',
      '*x',
      '&y',
      '!z',
      '{',
      '1e3',
      '.5',
      '@',
      '`',
      '%',
      '|',
      '>',
      "it's",
      '"q"',
      '\t',
    ),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
}));

test('whatever another library writes is read back, in every style', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { minKeys: 1 }), fc.constantFrom(...styles), (tree, style) => {
      const text = stringify(tree, style);
      expect(read(text)).toEqual(parse(text));
    }),
    { numRuns: runs(150) },
  );
});

test.each([
  [
    'numbers and words',
    'a: 1_000\nb: 0o17\nc: 0x1F\nd: .5\ne: 1e3\nf: yes\ng: 010\nh: ~\ni:\nj: True\nk: +5\nl: 1.\nm: 2020-01-01\nn: 12:30\no: "5"\np: !!str 5',
  ],
  ['keys that are no texts', '200: ok\n404: none\ntrue: a\n1.5: b'],
  ['merges', 'x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: {b: 4, <<: *x}\nw: {<<: [{c: 1}, *x]}'],
  ['aliases of anything', 'a: &a [1, &b two]\nc: *a\nd: *b'],
  [
    'texts over several lines',
    'a: plain\n  goes on\nb: >-\n  folded\n  text\n\n  more\nc: |+\n  kept\n\nd: "double\n  \\u00e9 \\"q\\""\ne: \'it\'\'s\'',
  ],
  ['comments and directives', '# top\n%YAML 1.2\n---\na: 1 # one\n...\n'],
  ['a mark of byte order and carriage returns', 'a: 1\r\nb:\r\n  - 2\r\n'],
])('%s are read as another library reads them', (_what, text) => {
  expect(read(text)).toEqual(parse(text, { merge: true }));
});

test('tags that nobody here knows are passed over', () => {
  expect(read('a: !Ref b\nc: !include {d: 1}\ne: !!binary aGk=\nf: !<tag:example.org,2000:g> [1]')).toEqual({
    a: 'b',
    c: { d: 1 },
    e: 'aGk=',
    f: [1],
  });
});

test('every line that repeats a key is named, and the last one counts', () => {
  const quirks: Quirk[] = [];
  expect(read(lines('a: 1', 'a: 2', 'b: {c: 1, c: 2}', '"d": 1', '"d": 2', 'e:', '  - f: 1', '    f: 2'), quirks)).toEqual({
    a: 2,
    b: { c: 2 },
    d: 2,
    e: [{ f: 2 }],
  });
  expect(quirks.map(({ message }) => Number(/Line (\d+)/.exec(message)?.[1]))).toEqual([2, 3, 5, 8]);
});

describe('what cannot be read', () => {
  test.each([
    ['a list that does not end', 'a: 1\nb: [\nc: {}\n', /line 3/],
    ['bad indentation', 'a: 1\n b: 2\nc: 3\n', /line 2/],
    ['a tab in the indentation', 'a:\n\t- b\n', /line 2/],
    ['an alias of nothing', 'a: 1\nb: *none\n', /line 2/],
    ['more than one document', 'a: 1\n---\nb: 2\n', /single document/],
    ['a fault behind a repeated key', 'a: 1\na: 2\nb: [\n', /line 3/],
    ['nesting without end', `a: ${'['.repeat(100_000)}`, /line 1/],
  ])('%s is said, with its line', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test.each([
    [
      'an alias that grows',
      Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}, *a${i - 1}`}]`).join('\n'),
    ],
    [
      'an alias in maps that grows',
      Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} {b: ${i === 0 ? 'x' : `*a${i - 1}, c: *a${i - 1}`}}`).join('\n'),
    ],
    ['an alias that holds itself', 'a: &a {b: {c: *a}}'],
  ])('%s is refused', (_what, text) => {
    expect(() => read(text)).toThrow(/anchors/);
  });

  test('an alias that many places share is no bomb', () => {
    const text = lines('shared: &shared {type: string, enum: [a, b, c]}', ...Array.from({ length: 20_000 }, (_, i) => `p${i}: *shared`));
    expect(Object.keys(read(text) as object)).toHaveLength(20_001);
  });
});

test('P-13: twice the text takes about twice the time, not more, also with many keys of one mapping', () => {
  const text = (count: number): string =>
    lines(
      'paths:',
      ...Array.from(
        { length: count },
        (_, i) => `  /things${i}:\n    get:\n      description: "Thing ${i}"\n      responses: {200: {description: ok}}`,
      ),
    );
  const best = (count: number): number => {
    const whole = text(count);
    const times = Array.from({ length: 5 }, () => {
      // Processor time: what else the machine does must not count.
      const start = process.cpuUsage();
      read(whole);
      return process.cpuUsage(start).user;
    });
    return Math.min(...times);
  };
  best(2000);
  // Quadratic work would take 16 times as long; the bound is wide because machines are busy.
  expect(best(20_000)).toBeLessThan(10 * best(5000) + 20_000);
});

/** Options of the command line: what they read and what they say of a mistake. */
import { expect, expectTypeOf, test } from 'vitest';
import { UsageError } from '../../src/cli/failure.ts';
import { choice, flag, integer, listOption, parseOptions, size, textOption } from '../../src/cli/options.ts';

const options = {
  port: integer('number', 'Port.', { initial: 8787, min: 0, max: 65_535 }),
  data: textOption('file', 'File.'),
  ephemeral: flag('Forget.'),
  examples: choice(['fitting', 'published'], 'Examples.', 'fitting'),
  most: size('Most.', { initial: 5, max: 1024 ** 3 }),
};

test('gives initial values where nothing was typed', () => {
  const { values, words, wantsHelp } = parseOptions(options, []);
  expect(values).toEqual({ port: 8787, data: undefined, ephemeral: false, examples: 'fitting', most: 5 });
  expect(words).toEqual([]);
  expect(wantsHelp).toBe(false);
  expectTypeOf(values).toEqualTypeOf<{
    readonly port: number;
    readonly data: string | undefined;
    readonly ephemeral: boolean;
    readonly examples: 'fitting' | 'published';
    readonly most: number;
  }>();
});

test('reads values beside words, in either spelling and any order', () => {
  const { values, words } = parseOptions(options, [
    'a.yaml',
    '--port',
    '0',
    '--examples=published',
    'b.yaml',
    '--ephemeral',
    '--data=x y.sqlite',
  ]);
  expect(values).toEqual({ port: 0, data: 'x y.sqlite', ephemeral: true, examples: 'published', most: 5 });
  expect(words).toEqual(['a.yaml', 'b.yaml']);
});

test.for([
  ['500', 500],
  ['64MB', 64 * 1024 ** 2],
  ['2 kib', undefined],
  ['2kib', 2048],
  ['1g', 1024 ** 3],
] as const)('reads the size %s', ([typed, bytes]) => {
  if (bytes === undefined) expect(() => parseOptions(options, ['--most', typed])).toThrow(/a size such as/);
  else expect(parseOptions(options, ['--most', typed]).values.most).toBe(bytes);
});

test('takes what follows -- as words', () => {
  expect(parseOptions(options, ['--', '--port']).words).toEqual(['--port']);
});

test('asks for help with -h and --help', () => {
  expect(parseOptions(options, ['-h']).wantsHelp).toBe(true);
  expect(parseOptions(options, ['x', '--help']).wantsHelp).toBe(true);
});

test.for([
  [['--prot', '1'], 'there is no option --prot; did you mean --port?'],
  [['--wholly-unknown'], 'there is no option --wholly-unknown'],
  [['-p', '1'], 'there is no option -p'],
  [['--__proto__=1'], 'there is no option --__proto__'],
  [['--port'], '--port wants a value: --port <number>'],
  [['--port', '--ephemeral'], '--port wants a value: --port <number>'],
  [['--port', 'x'], '--port wants a whole number from 0 to 65535'],
  [['--port', '65536'], '--port wants a whole number from 0 to 65535'],
  [['--port', '-1'], '--port wants a whole number from 0 to 65535'],
  [['--port', '1e3'], '--port wants a whole number from 0 to 65535'],
  [['--examples', 'good'], '--examples wants one of fitting, published'],
  [['--most', '2GB'], '--most wants a size such as 500kB or 64MB, at most 1024MB'],
  [['--most', '0'], '--most wants a size such as 500kB or 64MB, at most 1024MB'],
  [['--ephemeral=yes'], '--ephemeral takes no value'],
] as const)('refuses %s and says what would be right', ([typed, message]) => {
  expect(() => parseOptions(options, typed)).toThrow(expect.objectContaining({ name: 'UsageError', message }));
});

const several = {
  name: listOption('name', 'Names.', (typed) => {
    if (!/^[a-z]+$/.test(typed)) throw new UsageError('a name of small letters');
    return typed;
  }),
  log: {
    ...choice(['text', 'json'], 'Log.', undefined),
    alone: true,
    read: (typed: string) => (typed === '' ? 'text' : choice(['json'], '', undefined).read(typed)),
  },
};

test('gathers an option that is given several times, or whose values stand between commas', () => {
  expect(parseOptions(several, []).values.name).toEqual([]);
  expect(parseOptions(several, ['--name', 'a', 'word', '--name=b,c', '--name', 'd, e']).values.name).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(() => parseOptions(several, ['--name', 'a', '--name', 'B'])).toThrow('--name wants a name of small letters');
  expect(() => parseOptions(several, ['--name', 'a,'])).toThrow('--name wants a name of small letters');
});

test('reads an option that may stand alone, and never takes the next word for its value', () => {
  expect(parseOptions(several, ['--log', 'json'])).toMatchObject({ values: { log: 'text' }, words: ['json'] });
  expect(parseOptions(several, ['--log=json'])).toMatchObject({ values: { log: 'json' }, words: [] });
  expect(() => parseOptions(several, ['--log=xml'])).toThrow('--log wants the word json');
  expect(() => parseOptions(several, ['--log='])).toThrow('--log wants a value: --log=<text|json>');
});

test('reads the word behind an option that may stand alone where it may follow', () => {
  const options = { weeks: { ...textOption('weeks', ''), alone: true, mayFollow: true } };
  expect(parseOptions(options, ['--weeks', '24', 'more'])).toMatchObject({ values: { weeks: '24' }, words: ['more'] });
  expect(parseOptions(options, ['--weeks'])).toMatchObject({ values: { weeks: '' }, words: [] });
  expect(parseOptions(options, ['--weeks=24', '25'])).toMatchObject({ values: { weeks: '24' }, words: ['25'] });
});

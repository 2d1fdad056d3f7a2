/** Codes of the record: each is one that a document of the NHS prints, as it prints it, and none is mistyped. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { snomedSystem } from '../../../src/world/clinical/coded.ts';
import { toldLives } from './told-lives.ts';

const folder = resolve(import.meta.dirname, '../../../src/world/clinical');
const published = resolve(import.meta.dirname, '../../../../shared/world/published-codes.tsv');

/** Calls of `snomed` in the tables. */
const written = globSync('**/*.ts', { cwd: folder }).flatMap((file) =>
  [...readFileSync(resolve(folder, file), 'utf8').matchAll(/\bsnomed\(\s*(['"])(\d+)\1,\s*(['"])(.+?)\3[,)]/g)].map(
    ([, , code = '', , display = '']): readonly [string, string] => [code, display],
  ),
);

/** Codings anywhere in what is told of some people. */
function* codingsIn(value: unknown): Generator<readonly [system: string, code: string, display: string]> {
  if (typeof value !== 'object' || value === null) return;
  if ('system' in value && 'code' in value && 'display' in value) yield [`${value.system}`, `${value.code}`, `${value.display}`];
  for (const inner of Object.values(value)) yield* codingsIn(inner);
}

const told = [
  ...new Set([...toldLives(60, 3)].flatMap(({ entries }) => [...codingsIn(entries)].map((coding) => JSON.stringify(coding)))),
].map(
  (text): readonly [string, string, string] => JSON.parse(text) as [string, string, string], // written a line above
);

const all: readonly (readonly [code: string, display: string])[] = [
  ...written,
  ...told.flatMap(([system, code, display]): readonly (readonly [string, string])[] => (system === snomedSystem ? [[code, display]] : [])),
];

/** The last digit of a SNOMED CT identifier, by Verhoeff's scheme: products of the dihedral group of order ten. */
const permuted = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'];

function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b - 5) % 5);
  return b < 5 ? 5 + ((a - 5 - b + 5) % 5) : (a - b + 5) % 5;
}

const isWhole = (code: string): boolean =>
  [...code].toReversed().reduce((check, digit, n) => product(check, Number(permuted[n % 8]?.[Number(digit)])), 0) === 0;

test('the tables have codes, and records tell some of them', () => {
  expect(written.length).toBeGreaterThan(150);
  expect(told.length).toBeGreaterThan(100);
});

test('every code of SNOMED CT has the check digit that it needs', () => {
  expect([isWhole('73211009'), isWhole('73211008'), isWhole('72311009')]).toEqual([true, false, false]);
  expect(all.filter(([code]) => !isWhole(code))).toEqual([]);
});

test('a code of another system is none of SNOMED CT', () => {
  expect(told.filter(([system]) => system !== snomedSystem)).toEqual([]);
});

test.skipIf(!existsSync(published))('every code is printed, with that display', () => {
  const printed = new Set(
    readFileSync(published, 'utf8')
      // Taken from XML as it stands there.
      .replaceAll('&amp;', '&')
      .split('\n')
      .map((line) => line.split('\t').slice(0, 2).join('\t')),
  );
  expect(all.filter(([code, display]) => !printed.has(`${code}\t${display}`))).toEqual([]);
});

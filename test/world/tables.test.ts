import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/world/fold.ts';
import { field } from '../../src/world/fields.ts';
import { givenNameTable } from '../../src/world/given-names.ts';
import { groups } from '../../src/world/groups.ts';
import { female, male } from '../../src/world/layout.ts';
import { soundex } from '../../src/world/soundex.ts';
import { surnameTable } from '../../src/world/surnames.ts';

const folder = join(import.meta.dirname, '../../src/world');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('the surnames', () => {
  const table = surnameTable();

  test('are at least 1,500, in code-point order, none twice in a group', () => {
    expect(new Set(table.map(({ folded }) => folded)).size).toBeGreaterThan(1_500);
    expect(table.map(({ folded }) => folded)).toEqual(table.map(({ folded }) => folded).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(new Set(table.map(({ folded, group }) => `${folded}/${group}`)).size).toBe(table.length);
  });

  test('share out everybody', () => {
    expect(table.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('include the hard cases: apostrophes, hyphens, accents, spaces, one letter, very long', () => {
    const names = table.map(({ name }) => name);
    for (const name of ["O'Reilly", 'Kociński', 'Smith-Jones', 'O', 'de la Mare', "N'Diaye", 'Featherstonehaugh-Cholmondeley'])
      expect(names).toContain(name);
    expect(names.filter((name) => name.length > 35)).toEqual([]);
  });

  test('fold to plain letters', () => {
    expect(table.filter(({ folded }) => !/^[a-z' -]+$/.test(folded))).toEqual([]);
  });
});

describe('the given names', () => {
  const table = givenNameTable();

  test('are at least sixty for each sex, decade and group, none twice in a list', () => {
    for (const group of groups) {
      for (const sex of [female, male] as const) {
        for (let year = 1925; year <= 2025; year += 10) {
          const { names } = table.listFor(group, sex, year, 0.999_999);
          expect(new Set(names).size).toBeGreaterThanOrEqual(60);
          expect(new Set(names).size).toBe(names.length);
        }
      }
    }
  });

  test('are of their time: Margaret in the 1930s, Susan in the 1950s, Olivia in the 2020s', () => {
    const first = (year: number): string | undefined => table.listFor('british', female, year, 0).names[0];
    expect([1935, 1955, 2022].map(first)).toEqual(['Margaret', 'Susan', 'Olivia']);
  });
});

test('folding takes off accents and case, and keeps apostrophes and hyphens', () => {
  expect(foldName('Ó Súilleabháin-KOCIŃSKI O’Brien Weiß Łukasz Øre')).toBe("o suilleabhain-kocinski o'brien weiss lukasz ore");
});

test('Soundex is the standard one, where h and w do not separate', () => {
  const codes = {
    robert: 'R163',
    rupert: 'R163',
    ashcraft: 'A261',
    tymczak: 'T522',
    pfister: 'P236',
    smith: 'S530',
    smyth: 'S530',
    smythe: 'S530',
    o: 'O000',
  };
  for (const [name, code] of Object.entries(codes)) expect([name, soundex(name)]).toEqual([name, code]);
  expect(soundex("'")).toBeUndefined();
});

describe('the source of the world', () => {
  test('uses nothing that differs between runtimes', () => {
    const forbidden =
      /\bIntl\b|localeCompare|toLocale|Math\.(?:sin|cos|tan|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot|random)\b|\*\*[^/]|\bnew Date\b|\bDate\./;
    const code = (file: string): string => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(sources.filter((file) => forbidden.test(code(file)))).toEqual([]);
  });

  test('gives every attribute a field constant of its own, and uses all of them', () => {
    const constants = Object.values(field);
    expect(new Set(constants).size).toBe(constants.length);
    const text = sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(Object.keys(field).filter((name) => !text.includes(`field.${name}`))).toEqual([]);
  });
});

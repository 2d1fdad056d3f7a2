import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/world/fold.ts';
import { field } from '../../src/world/fields.ts';
import { soundex } from '../../src/world/soundex.ts';

const folder = join(import.meta.dirname, '../../src/world');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

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

/** Every row of what is known of a service is shown by a request to its mock, and few of the answers are mere examples. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesOfRows, type Sheet } from './sheet.ts';

interface Described {
  readonly sheet: Sheet;
  /** What other sheets say of the same API. */
  readonly further?: readonly Sheet[];
}

const sheets = resolve(import.meta.dirname, '../../../shared/nhs/apis');

for (const file of globSync('*/sheet.ts', { cwd: import.meta.dirname }).toSorted()) {
  const slug = basename(dirname(file));
  const { sheet, further } = (await import(`./${slug}/sheet.ts`)) as Described; // as each of them exports
  for (const [n, each] of [sheet, ...(further ?? [])].entries()) shows(n === 0 ? slug : `${slug} (${each.file})`, each);
}

function shows(name: string, sheet: Sheet): void {
  const rows = Object.entries(sheet.rows);

  describe(`${name} does what is known of it`, () => {
    test.each(rows)('%s', async (_, { shows }) => shows());

    test('five in a hundred of its answers are mere examples, at most', () => {
      const examples = rows.flatMap(([name, { by }]) => (by === 'example' ? [name] : []));
      expect([examples.length / rows.length <= 0.05, examples]).toEqual([true, examples]);
    });

    const text = resolve(sheets, sheet.file);
    test.skipIf(!existsSync(text))('no row is left out', () => {
      const known = namesOfRows(readFileSync(text, 'utf8'), sheet.sections);
      expect(known.length).toBeGreaterThan(0);
      expect(known.filter((name) => !(name in sheet.rows))).toEqual([]);
      expect(Object.keys(sheet.rows).filter((name) => !known.includes(name) && !/^(lifecycle|list)\b/.test(name))).toEqual([]);
    });
  });
}

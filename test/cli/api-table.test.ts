/** The table of APIs in the documentation says what is served, and nothing else. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { apiCalls, apiTable, documentation, withApis } from '../../src/cli/build/api-table.ts';

const files = documentation(resolve(import.meta.dirname, '../..'));
const table = await apiTable();

test('has a row for each API of the catalogue, with its numbers', async () => {
  const rows = table.split('\n').slice(2);
  expect(rows).toHaveLength(catalogueNames.length);
  for (const row of rows) expect(row).toMatch(/^\| [^|]+ \| `[\w-]+` \| [^|]+ \| `\/[^|]*` \| \d+ \| \d+ \| \d+ \| .{20,} \|$/);
  expect(rows.find((row) => row.includes('`personal-demographics`'))).toMatch(/\| 8 \| 8 \| 0 \|/);
});

test('stands in the documentation as it is written now (else: node src/cli/build/api-table.ts)', async () => {
  const written = { table, calls: await apiCalls() };
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const marked = texts.filter((text) => withApis(text, written) !== undefined);
  expect(marked.length).toBeGreaterThan(1);
  for (const text of marked) expect(text).toBe(withApis(text, written));
});

/** The documentation of the APIs says what is served, and nothing else. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { apiSections, apiTable, documentation, everyTable, fidelityDocuments, withWritten } from '../../src/cli/build/api-table.ts';

const files = documentation(resolve(import.meta.dirname, '../..'));

test('has a short row for each API of the catalogue, the first of a group with its name', async () => {
  const rows = (await apiTable()).split('\n').slice(2);
  expect(rows).toHaveLength(catalogueNames.length);
  for (const row of rows) {
    expect(row).toMatch(
      /^\| (\*\*[A-Z][\w ]+\*\* )?\| \[`([\w-]+)`\]\(docs\/apis\.md#\2\) \| [^|]+ \| \d+ \| (rules|some rules|by its contract) \|$/,
    );
    expect(row.length).toBeLessThan(180);
  }
  expect(rows[0]).toMatch(/^\| \*\*People and records\*\* \|/);
  expect(rows.find((row) => row.includes('`personal-demographics`'))).toMatch(/\| 9 \| rules \|/);
});

test('has a section for each, with a heading that the table links to, its operations and a call', async () => {
  const sections = (await apiSections()).split(/^### /m).slice(1);
  expect(sections.map((text) => text.split('\n')[0]).toSorted()).toEqual([...catalogueNames].toSorted());
  for (const text of sections) {
    expect(text).toMatch(/base path `\/[^`]*`; version \S+; \d+ operations?, /);
    expect(text).toMatch(
      /^\| `(GET|POST|PUT|PATCH|DELETE|HEAD) \/[^`]*` \| [^|]+ \| (rules|out of the record|with an example|by its contract) \|$/m,
    );
    expect(text).toMatch(/^```sh\ncurl -sf /m);
  }
});

test('stands in the documentation as it is written now (else: node src/cli/build/api-table.ts)', async () => {
  const written = await everyTable();
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const marked = texts.filter((text) => withWritten(text, written) !== undefined);
  expect(marked.length).toBeGreaterThan(2);
  for (const text of marked) expect(text).toBe(withWritten(text, written));
});

test('what is known of the rules of an API stands in a document of its own, as it is written now (else: node src/cli/build/api-table.ts)', async () => {
  const documents = await fidelityDocuments();
  expect(documents.map(({ file }) => file)).toContain('docs/apis/personal-demographics.md');
  const root = resolve(import.meta.dirname, '../..');
  for (const { file, text } of documents) expect(readFileSync(resolve(root, file), 'utf8')).toBe(text);
});

/** `node src/cli/build/api-table.ts`: writes the table of the APIs that are served into the documentation, between its marks. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownApis } from '../../runtimes/own-apis.ts';
import { FIDELITY } from './api-folders.ts';
import { versionText } from '../check/version-text.ts';
import { reportOn } from '../check/contract-report.ts';

/** What stands between these in a Markdown file is written by this script. */
const BEGIN = '<!-- The table of APIs, written by node src/cli/build/api-table.ts -->';
const END = '<!-- End of the table of APIs -->';

const HEAD = [
  'API',
  'Name here',
  'Version',
  'Base path',
  'Operations',
  'With rules of their own',
  'By the contract alone',
  'How near to the real service',
];

const byItsContract = 'As far as its contract says; it has no rules of its own.';

export async function apiTable(): Promise<string> {
  const rows = (await ownApis()).map((served) => {
    const { slug, title, version, base, operations } = reportOn(served);
    const ruled = operations.filter(({ answeredBy }) => answeredBy === 'behaviour').length;
    const { [FIDELITY]: fidelity = byItsContract } = served.contract.document.info as { readonly [FIDELITY]?: string }; // as our contracts have it
    const others = operations.length - ruled;
    return [title, `\`${slug}\``, versionText(version), `\`${base}\``, operations.length, ruled, others, fidelity].map(cell);
  });
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const cell = (value: string | number): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`);

/** A Markdown text with the table where it wants one; undefined where it wants none. */
export function withTable(text: string, table: string): string | undefined {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END, from);
  return from < 0 || to < 0 ? undefined : `${text.slice(0, from + BEGIN.length)}\n\n${table}\n\n${text.slice(to)}`;
}

/** The Markdown files of the project that a reader meets first. */
export const documentation = (root: string): readonly string[] =>
  ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((file) => join(root, file));

if (import.meta.main) {
  const table = await apiTable();
  for (const file of documentation(resolve(import.meta.dirname, '../../..'))) {
    const before = readFileSync(file, 'utf8');
    const after = withTable(before, table);
    if (after !== undefined && after !== before) writeFileSync(file, after);
  }
}

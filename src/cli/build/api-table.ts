/** `node src/cli/build/api-table.ts`: writes the table of the APIs that are served, and a call to each, into the documentation, between its marks. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ownApis } from '../../runtimes/own-apis.ts';
import { callOf } from './api-calls.ts';
import { fidelityOf } from '../../contract/fidelity.ts';
import { versionText } from '../check/version-text.ts';
import { reportOn } from '../check/contract-report.ts';

/** What stands between these in a Markdown file is written by this script. */
const TABLE = { begin: '<!-- The table of APIs, written by node src/cli/build/api-table.ts -->', end: '<!-- End of the table of APIs -->' };
const CALLS = { begin: '<!-- A call to each API, written by node src/cli/build/api-table.ts -->', end: '<!-- End of the calls -->' };

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
    const others = operations.length - ruled;
    return [
      title,
      `\`${slug}\``,
      versionText(version),
      `\`${base}\``,
      operations.length,
      ruled,
      others,
      fidelityOf(served.contract) ?? byItsContract,
    ].map(cell);
  });
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const cell = (value: string | number): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`);

/** A section for each API: how near it is, and a line for a shell that works. */
export async function apiCalls(): Promise<string> {
  const sections: string[] = [];
  for (const served of await ownApis()) {
    const { title, slug } = served.contract;
    const call = await callOf(served);
    const shown =
      call === undefined
        ? 'Nothing of it succeeds without something that was sent before.'
        : ['```sh', call.replace(/^curl -i/, 'curl -sf'), '```'].join('\n');
    sections.push([`## ${title}`, `\`${slug}\`. ${fidelityOf(served.contract) ?? byItsContract}`, shown].join('\n\n'));
  }
  return sections.join('\n\n');
}

/** A Markdown text with what it wants of the two, each between its marks; undefined where it wants neither. */
export function withApis(text: string, { table, calls }: { readonly table: string; readonly calls: string }): string | undefined {
  const tabled = between(text, TABLE, table);
  return between(tabled ?? text, CALLS, calls) ?? tabled;
}

function between(text: string, { begin, end }: typeof TABLE, content: string): string | undefined {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? undefined : `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The Markdown files of the project that a reader meets first. */
export const documentation = (root: string): readonly string[] =>
  ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((file) => join(root, file));

if (import.meta.main) {
  const written = { table: await apiTable(), calls: await apiCalls() };
  for (const file of documentation(resolve(import.meta.dirname, '../../..'))) {
    const before = readFileSync(file, 'utf8');
    const after = withApis(before, written);
    if (after !== undefined && after !== before) writeFileSync(file, after);
  }
}

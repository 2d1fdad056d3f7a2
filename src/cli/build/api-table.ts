/** `node src/cli/build/api-table.ts`: writes which APIs are served, and all that is to know of each, into the documentation, between its marks. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { counted } from '../../contract/counted.ts';
import type { Operation } from '../../contract/contract.ts';
import { basisOf, fidelityOf } from '../../contract/fidelity.ts';
import { groupOf, inGroups } from '../../contract/group.ts';
import type { Served } from '../../gateway/announced.ts';
import { identityServed } from '../../identity/identity.ts';
import { ownApis } from '../../runtimes/own-apis.ts';
import { extraNames, extras } from '../../workspace/extras.ts';
import { versionText } from '../check/version-text.ts';
import { apiName } from '../api-name.ts';
import { callsOf } from './api-calls.ts';
import { fidelityDocument, fidelityIndex, type FidelityDocument } from './fidelity-documents.ts';
import { cell, row } from './markdown-table.ts';

/** What stands between these in a Markdown file is written by this script. */
const TABLE = { begin: '<!-- The table of APIs, written by node src/cli/build/api-table.ts -->', end: '<!-- End of the table of APIs -->' };
const SECTIONS = { begin: '<!-- All of each API, written by node src/cli/build/api-table.ts -->', end: '<!-- End of the APIs -->' };

const EXTRAS = { begin: '<!-- The extras, written by node src/cli/build/api-table.ts -->', end: '<!-- End of the extras -->' };

/** Headings of docs/apis.md are the names, so that a link to one is its name. */
const documentOfAll = 'docs/apis.md';

const grouped = async () => inGroups(await ownApis(), ({ contract }) => groupOf(contract));

/** A row for each API; the first of a group has its name. */
export async function apiTable(): Promise<string> {
  const rows = (await grouped()).flatMap(({ group, members }) =>
    members.map((served, i) => {
      const { slug, operations } = served.contract;
      const name = i === 0 ? `**${group}**` : '';
      return [name, `[\`${slug}\`](${documentOfAll}#${slug})`, apiName(served.contract), operations.length, basis(served)].map(cell);
    }),
  );
  const head = ['', 'Name here', 'API', 'Operations', 'How good'];
  return [head, ['---', '---', '---', '--:', '---'], ...rows].map(row).join('\n');
}

const basis = ({ contract, mock }: Served) => basisOf(contract, (id) => mock?.behaviours[id] !== undefined);

/** A section for each API: where it is, what it has, how near it is, and a line for a shell that works. */
export async function apiSections(): Promise<string> {
  const apis = await ownApis();
  const calls = await callsOf(apis);
  const notes = new Map(await Promise.all(apis.map(async (served) => [served.contract.slug, await fidelityDocument(served)] as const)));
  return (await grouped())
    .flatMap(({ group, members }) => [
      `## ${group}`,
      ...members.map((served) => section(served, { call: calls.get(served.contract.slug), notes: notes.get(served.contract.slug) })),
    ])
    .join('\n\n');
}

/** A document for each API, and for each provider of identities, of whose rules somebody has noted what is known, and the table of them. */
export async function fidelityDocuments(): Promise<readonly Pick<FidelityDocument, 'file' | 'text'>[]> {
  const documents = await Promise.all([...(await ownApis()), ...identityServed()].map(fidelityDocument));
  const noted = documents.filter((document) => document !== undefined);
  return [...noted, fidelityIndex(noted)];
}

interface Beside {
  readonly call: string | undefined;
  readonly notes: FidelityDocument | undefined;
}

function section(served: Served, { call, notes }: Beside): string {
  const { slug, version, basePath, operations } = served.contract;
  const facts = [
    `base path \`${basePath || `/${slug}`}\``,
    `version ${versionText(version)}`,
    `${counted(operations.length, 'operation')}, ${IN_WORDS[basis(served)]}`,
  ];
  return [
    `### ${slug}`,
    `**${apiName(served.contract)}**: ${facts.join('; ')}.`,
    fidelityOf(served.contract) ?? 'As far as its contract says; it has no rules of its own.',
    ...(notes ? [notes.link] : []),
    operationTable(served, notes?.answers),
    call === undefined
      ? 'Nothing of it succeeds without something that was sent before.'
      : ['```sh', call.replace(/^curl -i/, 'curl -sf'), '```'].join('\n'),
  ].join('\n\n');
}

const IN_WORDS = {
  rules: 'with rules of their own',
  'some rules': 'some of them with rules of their own',
  'by its contract': 'served by the contract',
} as const;

const ANSWERED = { rule: 'rules', record: 'out of the record', example: 'with an example' } as const;

function operationTable({ contract, mock }: Served, noted: FidelityDocument['answers'] = {}): string {
  const answered = ({ id }: Operation): string => {
    const by = noted[id];
    return by === undefined ? (mock?.behaviours[id] ? 'rules' : 'by its contract') : ANSWERED[by];
  };
  const rows = contract.operations.map((operation) => [shown(operation), operation.summary ?? operation.id, answered(operation)].map(cell));
  return [['Operation', 'What it does', 'Answers'], ['---', '---', '---'], ...rows].map(row).join('\n');
}

const shown = ({ method, path }: Operation): string => `\`${method.toUpperCase()} ${path}\``;

/** What the sandbox has for whoever signs in that the real services have not: a row for each. */
export function extrasTable(): string {
  const rows = extraNames.map((name) => {
    const { what, without, stays } = extras[name];
    return [`\`${name}\``, what, stays ? `Stays. ${without}` : without].map(cell);
  });
  return [['Extra', 'What it is', 'Without it'], ['---', '---', '---'], ...rows].map(row).join('\n');
}

interface Written {
  readonly table: string;
  readonly sections: string;
  readonly extras: string;
}

/** A Markdown text with what it wants of these, each between its marks; undefined where it wants none. */
export function withWritten(text: string, written: Written): string | undefined {
  const places = [
    [TABLE, written.table],
    [SECTIONS, written.sections],
    [EXTRAS, written.extras],
  ] as const;
  return places.reduce<string | undefined>((known, [marks, content]) => between(known ?? text, marks, content) ?? known, undefined);
}

export const everyTable = async (): Promise<Written> => ({ table: await apiTable(), sections: await apiSections(), extras: extrasTable() });

function between(text: string, { begin, end }: typeof TABLE, content: string): string | undefined {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? undefined : `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The Markdown files of the project that a reader meets first. */
export const documentation = (root: string): readonly string[] =>
  ['README.md', ...globSync('docs/**/*.md', { cwd: root })].map((file) => join(root, file));

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../../..');
  for (const { file, text } of await fidelityDocuments()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const written = await everyTable();
  for (const file of documentation(root)) {
    const before = readFileSync(file, 'utf8');
    const after = withWritten(before, written);
    if (after !== undefined && after !== before) writeFileSync(file, after);
  }
}

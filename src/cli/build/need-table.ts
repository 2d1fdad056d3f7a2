/** `node src/cli/build/need-table.ts`: writes what can be needed of people into the contract of the control API and into the documents, between its marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needNames, needs } from '../../world/needs/needs.ts';
import { optionOf } from '../people/need-options.ts';
import { cell, row } from './markdown-table.ts';

const begin = 'The needs, written by node src/cli/build/need-table.ts';
const end = 'End of the needs';

/** Texts are single-quoted YAML. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function parameters(): string {
  return needNames
    .map((name) => {
      const { value, means, example } = needs[name];
      const rest =
        value === undefined ? 'schema: { type: boolean }' : `schema: { type: string, maxLength: 60 }, example: ${quoted(example)}`;
      return `        - { name: ${name}, in: query, description: ${quoted(means)}, ${rest} }\n`;
    })
    .join('');
}

function table(): string {
  const rows = needNames.map((name) => {
    const { value, means, example } = needs[name];
    return [`\`${optionOf(name)}${value === undefined ? '' : ` ${example}`}\``, `\`${name}=${example}\``, means].map(cell);
  });
  return [['Option', 'Of the API', 'Who is meant'], ['---', '---', '---'], ...rows].map(row).join('\n');
}

/** What is written where. */
export const needDocuments = [
  { file: 'openapi/sandbox-control.yaml', marks: [`        # ${begin}\n`, `        # ${end}`], content: parameters },
  { file: 'docs/people.md', marks: [`<!-- ${begin} -->\n\n`, `\n\n<!-- ${end} -->`], content: table },
] as const;

export function withNeeds(text: string, { marks: [from, to], content }: (typeof needDocuments)[number]): string {
  const start = text.indexOf(from) + from.length;
  return `${text.slice(0, start)}${content()}${text.slice(text.indexOf(to, start - 2))}`;
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../../..');
  for (const document of needDocuments) {
    const file = join(root, document.file);
    writeFileSync(file, withNeeds(readFileSync(file, 'utf8'), document));
  }
}

/** Reports on several contracts as one table: in groups, a line for each. */
import { counted } from '../../contract/counted.ts';
import { inGroups } from '../../contract/group.ts';
import { plainText } from '../../contract/plain-text.ts';
import { table, wrapped } from '../lay-out.ts';
import type { Terminal } from '../terminal.ts';
import type { ContractReport } from './contract-report.ts';

const LONGEST_NAME = 40;
const HEADINGS = ['by rules', 'guesses', 'quirks'] as const;

export function summaryPage(reports: readonly ContractReport[], { bold, dim, columns }: Terminal): string {
  const grouped = inGroups(reports, ({ group }) => group);
  const rows = grouped.flatMap(({ group, members }) => [[group], ...members.map(rowOf)]);
  const operations = reports.reduce((sum, report) => sum + report.operations.length, 0);
  return [
    table(['', ...HEADINGS, 'how good'], rows, bold),
    '',
    `${counted(reports.length, 'API')}, ${counted(operations, 'operation')}.`,
    ...wrapped(EXPLAINED, columns).split('\n').map(dim),
  ].join('\n');
}

const EXPLAINED =
  'By rules: operations that rules were written for, of how many. Guesses: operations whose answer is in part one. Quirks: what in the contract could not ' +
  'be taken as it stands. nhs-sandbox check <name> says all of one, and --verbose all of each.';

function rowOf({ slug, operations, basis, quirks }: ContractReport): readonly string[] {
  const ruled = operations.filter(({ answeredBy }) => answeredBy === 'behaviour').length;
  const guessed = operations.filter(({ guesses }) => guesses.length > 0).length;
  const cells = [`${ruled} of ${String(operations.length).padStart(2)}`, String(guessed), String(quirks.length)];
  return [`  ${plainText(slug, LONGEST_NAME)}`, ...cells.map((cell, i) => cell.padStart(HEADINGS[i]?.length ?? 0)), basis];
}

/** Reads the tables of error codes that APIs write into the descriptions of their responses, in Markdown. */
import type { Term } from './read-example.ts';

/** What a column tells, from its heading: `HTTP status`, `Error code`, `issue.details.coding.code`, `Coding System` … */
type Column = 'status' | 'code' | 'issue' | 'system' | 'display' | 'about';

function columnOf(heading: string): Column {
  const name = heading.toLowerCase();
  if (/issue\.code/.test(name)) return 'issue';
  if (/status|http code/.test(name)) return 'status';
  if (/system/.test(name)) return 'system';
  if (/display|title|message/.test(name)) return 'display';
  return /code/.test(name) ? 'code' : 'about';
}

const LONGEST_DESCRIPTION = 50_000;
const LONGEST_CELL = 400;
const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-+:?$/.test(cell));

export function readCodeTable(description: string): readonly Term[] {
  const terms: Term[] = [];
  let columns: readonly Column[] | undefined;
  let before: readonly string[] = [];
  for (const line of description.slice(0, LONGEST_DESCRIPTION).split('\n')) {
    const cells = cellsOf(line);
    if (cells.length < 2) columns = undefined;
    else if (isRule(cells)) columns = before.map(columnOf);
    else if (columns) {
      const term = termOf(columns, cells);
      if (term) terms.push(term);
    }
    before = cells;
  }
  return terms;
}

function cellsOf(line: string): readonly string[] {
  const text = line.trim();
  if (!text.includes('|')) return [];
  return text
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.slice(0, LONGEST_CELL).replaceAll(/[`*]/g, '').trim());
}

function termOf(columns: readonly Column[], cells: readonly string[]): Term | undefined {
  const cell: Partial<Record<Column, string>> = {};
  for (const [i, text] of cells.entries()) cell[columns[i] ?? 'about'] ??= text;
  const code = cell.code?.replaceAll(' ', '_') ?? '';
  // A lower-case code in such a table is FHIR's issue.code, which says no more than the status does.
  if (!/^[A-Z][A-Z0-9_-]{2,79}$/.test(code)) return undefined;
  const status = Number(cell.status);
  const system = /\((https?:[^)\s]+)\)/.exec(cell.system ?? '')?.[1];
  const issue = /[a-z][a-z-]+/.exec((cell.issue ?? '').replaceAll(/<[^>]*>/g, ' '))?.[0];
  return {
    code,
    about: cells.join(' '),
    ...(status >= 400 && status < 600 && { status }),
    ...(cell.display !== undefined && cell.display !== '' && { display: cell.display }),
    ...(issue !== undefined && { issue }),
    ...(system !== undefined && { system }),
  };
}

/** Takes comma-separated values apart (RFC 4180); tabs may separate too. */
import type { Malformed } from './form-entry.ts';

/** Rows of cells; an empty line at the end is none. */
export function readTable(text: string, separator: ',' | '\t'): readonly (readonly string[])[] | Malformed {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let line = 1; at < text.length; line++) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at, separator);
    if (!cell)
      return { malformed: `The text is no table: the quotation mark of value ${row.length + 1} in row ${rows.length + 1} is not closed.` };
    row.push(cell.text);
    at = cell.end;
    const next = text[at];
    if (next === separator) {
      at++;
      if (at === text.length) row.push('');
    }
    if (next === separator && at < text.length) continue;
    if (next !== undefined && next !== separator && next !== '\r' && next !== '\n')
      return { malformed: `The text is no table: something follows the quotation mark of value ${row.length} in row ${rows.length + 1}.` };
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++;
  return { text: text.slice(from, end), end };
}

/** Two quotation marks inside are one. */
function quotedCell(text: string, from: number): Cell | undefined {
  let cell = '';
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

/** A table as rows by the names of their columns, to look through: any separator, a header within the first lines. */
import type { Json } from '../../../contract/contract.ts';
import { namesIdentifier } from './says-identifier.ts';

const HEADER_WITHIN = 10;
const separators = [',', '\t', ';', '|'];

/** Undefined where no line near the top names a column of patients' identifiers: then every line is a text. */
export function tableAsJson(text: string): Json | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < Math.min(lines.length - 1, HEADER_WITHIN); at++) {
    for (const separator of separators) {
      const names = cellsOf(lines[at] ?? '', separator);
      if (!names.some((name) => name.length <= 60 && namesIdentifier(name))) continue;
      return [...lines.slice(0, at + 1), ...lines.slice(at + 1).map((line) => rowOf(names, cellsOf(line, separator)))];
    }
  }
  return undefined;
}

function rowOf(names: readonly string[], cells: readonly string[]): Json {
  return Object.fromEntries(cells.flatMap((cell, index) => (cell === '' ? [] : [[names[index] ?? String(index), cell]])));
}

/** Quotation marks as RFC 4180 has them; one that is never closed is a character like others. */
function cellsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells.map((cell) => cell.trim());
}

/** Rows as text: comma-separated (RFC 4180) or apart by tabs. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';

/** The rows are the value itself, or the one list that it holds. A first line names the columns. */
export function writeTable(value: Json, between: ',' | '\t'): string {
  const rows = rowsOf(value);
  const objects = rows.filter(isObject);
  const line = (cells: readonly Json[]): string => `${cells.map((item) => cell(item, between)).join(between)}\r\n`;
  if (objects.length < rows.length || rows.length === 0)
    return rows.map((row) => line(isArray(row) ? row : isObject(row) ? Object.values(row) : [row])).join('');
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return line(columns) + objects.map((row) => line(columns.map((name) => own(row, name)))).join('');
}

const own = (row: JsonObject, name: string): Json => (Object.hasOwn(row, name) ? (row[name] ?? null) : null);

function rowsOf(value: Json): readonly Json[] {
  if (isArray(value)) return value;
  if (!isObject(value)) return [value];
  const lists = Object.values(value).filter(isArray);
  return lists.length === 1 && lists[0] ? lists[0] : [value];
}

function cell(value: Json, between: ',' | '\t'): string {
  const text = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (between === '\t') return text.replaceAll(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

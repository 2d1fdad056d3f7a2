/** JSON as Python prints it: Spine is written in Python, and echoes a list as `['a', 'b']`. */
import type { Json } from '../../contract/contract.ts';

const words: ReadonlyMap<Json, string> = new Map<Json, string>([
  [null, 'None'],
  [true, 'True'],
  [false, 'False'],
]);

export function pythonText(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(pythonText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return words.get(value) ?? String(value);
  const members = Object.entries(value).map(([name, member]) => `${quoted(name)}: ${pythonText(member)}`);
  return `{${members.join(', ')}}`;
}

/** Double quotes where that saves escaping, as `repr` does. */
function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}

/**
 * Finds what several documents say word for word, so that a bundle has it once. Contracts of one family repeat each other's schemas and
 * examples, further apart than gzip looks back.
 */
import { quoted } from './quoted.ts';

interface SharedTexts {
  /** A module that exports the shared texts. */
  readonly module: string;
  /** Of each document, in the order given: an expression for its text, made of those. */
  readonly expressions: readonly string[];
}

/** Characters: what is shorter costs as much to name as to repeat. */
const worthSharing = 100;

/** `documents` are texts as JSON.stringify writes them; `from` is what the expressions call the module. */
export function shareTexts(documents: readonly string[], from: string): SharedTexts {
  const values = documents.map((text): unknown => JSON.parse(text));
  const times = new Map<string, number>();
  for (const value of values) count(value);
  const names = new Map<string, string>();
  const lines: string[] = [];
  const expressions = values.map((value) => `'${written(value, `${from}.`)}'`);
  return { module: `${lines.join('\n')}\n`, expressions };

  /** What is in one that was met before has been counted with it. */
  function count(value: unknown): void {
    const text = JSON.stringify(value);
    if (text.length < worthSharing) return;
    const met = times.get(text) ?? 0;
    times.set(text, met + 1);
    if (met === 0 && isOfParts(value)) for (const part of Object.values(value)) count(part);
  }

  /** The inside of a literal, with what is shared left out of it and named. */
  function written(value: unknown, place: string): string {
    const text = JSON.stringify(value);
    if (text.length < worthSharing) return inside(text);
    return (times.get(text) ?? 0) > 1 ? `'+${place}${nameOf(text, value)}+'` : writtenOut(value, place);
  }

  function nameOf(text: string, value: unknown): string {
    const known = names.get(text);
    if (known !== undefined) return known;
    // Those inside it come first, since it is made of them.
    const line = `'${writtenOut(value, '')}'`;
    const name = `text${names.size}`;
    names.set(text, name);
    lines.push(`export const ${name} = ${line};`);
    return name;
  }

  function writtenOut(value: unknown, place: string): string {
    if (!isOfParts(value)) return inside(JSON.stringify(value));
    if (Array.isArray(value)) return `[${value.map((part: unknown) => written(part, place)).join(',')}]`;
    return `{${Object.entries(value)
      .map(([key, part]) => `${inside(JSON.stringify(key))}:${written(part, place)}`)
      .join(',')}}`;
  }
}

const isOfParts = (value: unknown): value is object => typeof value === 'object' && value !== null;

const inside = (text: string): string => quoted(text).slice(1, -1);

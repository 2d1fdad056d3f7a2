/** Lines of data of one's own, as a person writes them: people, and requests to the APIs. What was exported has lines of another form. */
import { isRecord, readLine } from './read-line.ts';

/** A person, or a request to an operation of an API. */
export type SeedLine = { readonly person: unknown } | SeedRequest;

export interface SeedRequest {
  readonly api: string;
  readonly operation: string;
  /** By the names of the parameters. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** In the place of those that the contract shows. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Those that say something: empty ones, and those that begin with `#`, are passed over. */
export function seedLinesIn(text: string, first = 1): readonly NumberedLine[] {
  return text.split(/\r?\n/).flatMap((line, n) => (/^\s*(?:#|$)/.test(line) ? [] : [{ number: first + n, text: line }]));
}

/** Whether the text is such lines, and no export. */
export const isSeed = (text: string): boolean => !/^\s*\{\s*"format"/.test(seedLinesIn(text.slice(0, 10_000))[0]?.text ?? '{"format"');

/** So that somebody who watches sees how far it is. */
export const linesOfPart = 500;

/** The text cut into parts that are sent one after the other, each with the number of its first line; an export stays whole. */
export function seedParts(text: string, linesAtMost = linesOfPart): readonly { readonly first: number; readonly text: string }[] {
  if (!isSeed(text)) return [{ first: 1, text }];
  const lines = text.split(/\r?\n/);
  const parts: { first: number; text: string }[] = [];
  for (let at = 0; at < lines.length; at += linesAtMost) {
    const part = lines.slice(at, at + linesAtMost).join('\n');
    if (seedLinesIn(part).length > 0) parts.push({ first: at + 1, text: part });
  }
  return parts;
}

const members = new Set(['api', 'operation', 'path', 'query', 'headers', 'body']);

/** The line, or what is wrong with it. */
export function readSeedLine(text: string): SeedLine | string {
  const line = readLine(text);
  if (!isRecord(line)) return 'a line must be a JSON object: {"person": {…}}, or {"api": "…", "operation": "…", "body": {…}}.';
  if ('person' in line)
    return Object.keys(line).length === 1 ? { person: line['person'] } : 'a line that has a person has nothing else beside it.';
  const unknown = Object.keys(line).some((name) => !members.has(name));
  const { api, operation, path = {}, query = {}, headers = {}, body } = line;
  if (unknown || typeof api !== 'string' || typeof operation !== 'string')
    return `a request has the members ${[...members].join(', ')}, of which api and operation must be there; a person stands in person.`;
  for (const [name, said] of Object.entries({ path, query, headers }))
    if (!isRecord(said) || Object.values(said).some((value) => !/^(?:string|number|boolean)$/.test(typeof value)))
      return `${name} must be an object of texts.`;
  return { api, operation, path: texts(path), query: texts(query), headers: texts(headers), ...(body !== undefined && { body }) };
}

const texts = (said: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(said as object).map(([name, value]) => [name, String(value)])); // looked at before

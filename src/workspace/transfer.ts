/** The overlay of a workspace as a file, one row a line (NDJSON), and back: whole, or not at all. */
import { bytesOf } from '../contract/bytes-of.ts';
import { SHOWN_FAULTS } from '../contract/limits.ts';
import type { Problem } from '../mock/problem.ts';
import { hash32 } from './keyed-hash.ts';
import { ownPeopleCollection, type OwnPeople } from './own-people.ts';
import { documentLimit } from './store/guarded-store.ts';
import { linesOf } from './store/pieces.ts';
import { isOverlay, type Store } from './store/store.ts';
import { isRecord, readLine } from './read-line.ts';
import { isSameWorld, otherWorld, type WorldId } from './world-mark.ts';

const format = 'nhs-sandbox-workspace';
const version = 1;

interface FirstLine {
  readonly format: typeof format;
  readonly version: number;
  readonly madeWith: string;
  /** The people that it is about. */
  readonly world: number;
  readonly seed: number;
  readonly population: number;
  /** The instant at which it was made, by the clock of the workspace. */
  readonly clock: string;
}

/** Entries are left out: they are made anew of the documents where somebody searches. */
interface RowLine {
  readonly collection: string;
  readonly key: string;
  readonly position: number;
  readonly document: string;
}

/** By it a file that was cut, or changed on its way, is known. */
interface LastLine {
  readonly rows: number;
  readonly check: string;
}

/** What goes along with the overlay: people of one's own, without whom what is written about them would be about nobody. */
const isCarried = (collection: string): boolean => isOverlay(collection) || collection === ownPeopleCollection;

/** Each with its end. */
export function* exportLines(store: Store, { version: world, seed, size: population }: WorldId, now: number): Generator<string> {
  const clock = new Date(now).toISOString();
  const first: FirstLine = { format, version, madeWith: 'nhs-api-sandbox', world, seed, population, clock };
  yield `${JSON.stringify(first)}\n`;
  let rows = 0;
  let check = 0;
  for (const collection of store.collections().filter(isCarried)) {
    for (const { key, position, document } of store.rows(collection)) {
      const line = JSON.stringify({ collection, key, position, document } satisfies RowLine);
      check = hash32(check, line);
      rows++;
      yield `${line}\n`;
    }
  }
  yield `${JSON.stringify({ rows, check: hexOf(check) } satisfies LastLine)}\n`;
}

const hexOf = (check: number): string => check.toString(16).padStart(8, '0');

export interface Imported {
  readonly rows: number;
  readonly notes: readonly string[];
}

/** Takes the rows of a file in the place of the overlay, and its people beside those who are there. Only within a transaction. */
export function importText(
  store: Store,
  text: string,
  { world, people }: { readonly world: WorldId; readonly people: OwnPeople },
): Imported | Problem {
  const read = readFile(text);
  if ('problem' in read) return read;
  if (!read.world || !isSameWorld(read.world, world)) return otherWorld('The file is', read.world, world);
  const refused = takePeople(
    read.rows.filter(({ collection }) => !isOverlay(collection)),
    people,
  );
  if (refused) return refused;
  store.clear();
  for (const { collection, key, position, document } of read.rows)
    if (isOverlay(collection)) store.putRow(collection, { key, position, entries: [], document });
  return { rows: read.rows.length, notes: [] };
}

/** In the place of those of the same number. */
function takePeople(rows: readonly RowLine[], people: OwnPeople): Problem | undefined {
  for (const { key } of rows) people.delete(key);
  const told = rows.map(({ key, document }) => ({ ...(readLine(document) as object), nhsNumber: key })); // whatever it is, it is looked at when it is added
  const added = rows.length > 0 ? people.add(told) : [];
  return 'problem' in added ? added : undefined;
}

interface ReadFile {
  /** Undefined where an earlier release made the file. */
  readonly world: WorldId | undefined;
  readonly rows: readonly RowLine[];
}

function readFile(text: string): ReadFile | Problem {
  // Line ends may have been changed on the way; those within a document are escaped.
  const lines = [...linesOf([text.replaceAll('\r\n', '\n')])];
  const [first = ''] = lines;
  const begun = readFirst(readLine(first));
  if (typeof begun === 'string') return invalid([`Line 1: ${begun}`]);
  const { world } = begun;
  const last = readLast(readLine(lines.at(-1) ?? ''));
  if (!last || lines.length === 1)
    return invalid([
      `Line ${lines.length}: the last line must say how many rows there are, as in {"rows":1,"check":"…"}; was the file cut short?`,
    ]);
  const rows: RowLine[] = [];
  const wrong: string[] = [];
  const places = new Map<string, number>();
  let check = 0;
  for (let i = 1; i < lines.length - 1 && wrong.length < SHOWN_FAULTS; i++) {
    const line = lines[i] ?? '';
    check = hash32(check, line);
    const row = readRow(readLine(line));
    const fault = typeof row === 'string' ? row : repeated(row, places, i + 1);
    if (fault !== undefined) wrong.push(`Line ${i + 1}: ${fault}`);
    else if (typeof row !== 'string') rows.push(row);
  }
  if (wrong.length > 0) return invalid(wrong);
  if (rows.length !== last.rows)
    return invalid([`Line ${lines.length}: there must be ${last.rows} rows, and there are ${rows.length}; was the file cut short?`]);
  if (hexOf(check) !== last.check)
    return invalid([
      `Line ${lines.length}: the rows are not those that were exported. They are kept as each API wrote them, and cannot be edited by hand.`,
    ]);
  return { world, rows };
}

function readFirst(line: unknown): Pick<ReadFile, 'world'> | string {
  if (!isRecord(line) || line['format'] !== format)
    return `the first line must be that of an export, as in {"format":"${format}","version":${version},…}.`;
  if (line['version'] !== version) return `this release reads version ${version} of the format, and no other.`;
  const { world, seed, population } = line;
  if (!isWhole(seed, 0, 2 ** 32)) return 'seed must be a whole number.';
  if (world === undefined) return { world: undefined };
  if (!isWhole(world, 1, 1_000) || !isWhole(population, 0, 1_000_000)) return 'world and population must be whole numbers.';
  return { world: { version: world, seed, size: population } };
}

function readLast(line: unknown): LastLine | undefined {
  if (!isRecord(line)) return undefined;
  const { rows, check } = line;
  return isWhole(rows, 0, Number.MAX_SAFE_INTEGER) && typeof check === 'string' ? { rows, check } : undefined;
}

const members = new Set(['collection', 'key', 'position', 'document']);
export const longestCollection = 1_000;
export const longestKey = 8_000;
export const highestPosition = 1_000_000_000_000;

/** The row, or what is wrong with it. */
function readRow(line: unknown): RowLine | string {
  if (!isRecord(line)) return 'a row must be a JSON object.';
  if (Object.keys(line).some((name) => !members.has(name))) return `a row has the members ${[...members].join(', ')} and no others.`;
  const { collection, key, position, document } = line;
  if (!isText(collection, longestCollection) || collection === '' || !isCarried(collection))
    return `collection must be a text of 1 to ${longestCollection} characters that does not begin with ~.`;
  if (!isText(key, longestKey)) return `key must be a text of at most ${longestKey} characters.`;
  if (!isWhole(position, 1, highestPosition)) return `position must be a whole number from 1 to ${highestPosition}.`;
  if (!isText(document, documentLimit) || bytesOf(document) > documentLimit)
    return `document must be a text of at most ${documentLimit} bytes.`;
  return { collection, key, position, document };
}

/** Says which of an earlier line is there again, and remembers this one. */
function repeated({ collection, key, position }: RowLine, places: Map<string, number>, line: number): string | undefined {
  for (const [what, place] of [
    ['key', `k${collection.length} ${collection}${key}`],
    ['position', `p${position} ${collection}`],
  ] as const) {
    const earlier = places.get(place);
    if (earlier !== undefined) return `its ${what} is that of line ${earlier}, in the same collection.`;
    places.set(place, line);
  }
  return undefined;
}

function invalid(sentences: readonly string[]): Problem {
  return {
    problem: 'invalid-value',
    message: sentences.join(' '),
    faults: sentences.map((message) => ({ in: 'body', pointer: '', keyword: 'format', message })),
  };
}

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most && value.isWellFormed();

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

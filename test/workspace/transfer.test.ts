/** Files of a workspace: what they look like, and what is said of one that is not as it was exported. */
import { expect, test } from 'vitest';
import { isProblem } from '../../src/mock/problem.ts';
import { hash32 } from '../../src/workspace/keyed-hash.ts';
import { StoreRefusal } from '../../src/workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { isOverlay } from '../../src/workspace/store/store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { highestPosition, longestCollection, longestKey } from '../../src/workspace/transfer.ts';
import { opened } from './opened.ts';

const first = {
  format: 'nhs-sandbox-workspace',
  version: 1,
  madeWith: 'nhs-api-sandbox',
  world: worldVersion,
  seed: 42,
  population: 0,
  clock: '2026-01-01T00:00:00.000Z',
};
const row = { collection: 'letters', key: '1', position: 1, document: 'Ada' };

/** A file of these rows, with the end that an export of them has. */
function fileOf(rows: readonly unknown[], { head = first, count = rows.length }: { head?: unknown; count?: number } = {}): string {
  const lines = rows.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const check = lines.reduce(hash32Of, 0).toString(16).padStart(8, '0');
  return [JSON.stringify(head), ...lines, JSON.stringify({ rows: count, check }), ''].join('\n');
}
const overlayIn = ({ store }: Workspace): readonly string[] => store.collections().filter(isOverlay);

const hash32Of = (check: number, line: string): number => hash32(check, line);

test('an export is a line of where it is from, a line for each row, and a line by which a cut file is known', () => {
  const workspace = opened();
  workspace.store.put('letters', 'b', 'Ada', [{ name: 'sender', value: 'Ada' }]);
  workspace.store.put('letters', 'a', '{"n":1.0}');
  workspace.snapshots.take('s');
  expect([...workspace.exportLines()].join('')).toBe(
    fileOf([
      { collection: 'letters', key: 'a', position: 2, document: '{"n":1.0}' },
      { collection: 'letters', key: 'b', position: 1, document: 'Ada' },
    ]),
  );
});

test.each([
  ['as it is', (file: string) => file],
  ['without the end of its last line', (file: string) => file.trimEnd()],
  ['with the line ends of Windows', (file: string) => file.replaceAll('\n', '\r\n')],
])('a file is taken %s, in the place of what was there', (_, sent) => {
  const workspace = opened();
  workspace.store.put('others', '1', '{}');
  expect(workspace.importText(sent(fileOf([row])))).toEqual({ rows: 1, notes: [] });
  expect(overlayIn(workspace)).toEqual(['letters']);
  expect(workspace.importText(sent(fileOf([])))).toEqual({ rows: 0, notes: [] });
  expect(overlayIn(workspace)).toEqual([]);
});

test.each([
  ['another seed', { seed: 7 }, `world/${worldVersion} of seed 7 with 0 people`],
  ['another size', { population: 1_000 }, `world/${worldVersion} of seed 42 with 1000 people`],
  ['a later version of the world', { world: worldVersion + 1 }, `world/${worldVersion + 1} of seed 42 with 0 people`],
  ['the first version, which wrote none down', { world: undefined, population: undefined }, 'world/1, whose people no release since has'],
])('a file about the people of %s is refused in one sentence, and nothing is changed', (_, other, theirs) => {
  const workspace = opened();
  workspace.store.put('others', '1', '{}');
  expect(workspace.importText(fileOf([row], { head: { ...first, ...other } }))).toEqual({
    problem: 'conflict',
    message: `The file is of ${theirs}, and this is world/${worldVersion} of seed 42 with 0 people: what is written there is about other people.`,
  });
  expect(overlayIn(workspace)).toEqual(['others']);
});

const second = { ...row, key: '2', position: 2 };

test.each<readonly [string, string, string]>([
  ['nothing', '', 'Line 1: the first line must be that of an export'],
  ['no JSON', 'hello', 'Line 1: the first line must be that of an export'],
  ['another format', fileOf([], { head: { format: 'other' } }), 'Line 1: the first line must be that of an export'],
  ['a later version', fileOf([], { head: { ...first, version: 2 } }), 'Line 1: this release reads version 1 of the format, and no other.'],
  ['no seed', fileOf([], { head: { ...first, seed: 'x' } }), 'Line 1: seed must be a whole number.'],
  ['its first line only', JSON.stringify(first), 'Line 1: the last line must say how many rows there are'],
  ['a cut end', fileOf([row, second]).split('\n').slice(0, 2).join('\n'), 'Line 2: the last line must say how many rows there are'],
  ['a cut line', fileOf([row, second]).slice(0, -20), 'Line 4: the last line must say how many rows there are'],
  ['a row too few', fileOf([row, second], { count: 3 }), 'Line 4: there must be 3 rows, and there are 2; was the file cut short?'],
  ['a changed row', fileOf([row]).replace('Ada', 'Eve'), 'Line 3: the rows are not those that were exported.'],
  ['rows in another order', fileOf([row, second]).replace(/(.*)\n(.*"2".*)/, '$2\n$1'), 'Line 4: the rows are not those'],
  ['no row', fileOf([row, '7']), 'Line 3: a row must be a JSON object.'],
  ['an empty line', fileOf([row, '']), 'Line 3: a row must be a JSON object.'],
  ['a stranger', fileOf([{ ...row, entries: [] }]), 'Line 2: a row has the members collection, key, position, document and no others.'],
  ['a collection of the workspace’s own', fileOf([{ ...row, collection: '~settings' }]), 'Line 2: collection must be a text of 1 to 1000'],
  ['a nameless collection', fileOf([{ ...row, collection: '' }]), 'Line 2: collection must be a text of 1 to 1000'],
  ['a key that is none', fileOf([{ ...row, key: 7 }]), 'Line 2: key must be a text of at most 8000 characters.'],
  ['half a character', fileOf([{ ...row, key: '\ud800' }]), 'Line 2: key must be a text'],
  ['a position of zero', fileOf([{ ...row, position: 0 }]), `Line 2: position must be a whole number from 1 to ${highestPosition}.`],
  ['half a position', fileOf([{ ...row, position: 1.5 }]), 'Line 2: position must be a whole number'],
  ['a document that is no text', fileOf([{ ...row, document: {} }]), 'Line 2: document must be a text of at most 1500000 bytes.'],
  ['a key twice', fileOf([row, { ...second, key: '1' }]), 'Line 3: its key is that of line 2, in the same collection.'],
  ['a position twice', fileOf([row, second, { ...second, key: '3' }]), 'Line 4: its position is that of line 3, in the same collection.'],
])('a file with %s is refused, and nothing is changed', (_, file, sentence) => {
  const workspace = opened();
  workspace.store.put('others', '1', '{}');
  const answer = workspace.importText(file);
  expect(answer).toMatchObject({ problem: 'invalid-value', message: expect.stringContaining(sentence) });
  expect(overlayIn(workspace)).toEqual(['others']);
});

test('every wrong line is told of, up to a bound', () => {
  const answer = opened().importText(fileOf(Array.from({ length: 30 }, () => '7')));
  expect(isProblem(answer) && answer.faults?.map(({ message }) => message.split(':')[0])).toEqual(
    Array.from({ length: 20 }, (_, i) => `Line ${i + 2}`),
  );
});

test.each<readonly [string, (n: number) => unknown, number]>([
  ['name of a collection', (n) => ({ ...row, collection: 'x'.repeat(n) }), longestCollection],
  ['key', (n) => ({ ...row, key: 'x'.repeat(n) }), longestKey],
  ['position', (n) => ({ ...row, position: n }), highestPosition],
  ['document in letters of one byte', (n) => ({ ...row, document: 'x'.repeat(n) }), 1_500_000],
  ['document in letters of two bytes', (n) => ({ ...row, document: 'é'.repeat(n) }), 750_000],
])('the bound of a %s is taken, and not one more', (_, rowOf, most) => {
  const isTaken = (n: number) => !isProblem(opened().importText(fileOf([rowOf(n)])));
  expect([most - 1, most, most + 1].map(isTaken)).toEqual([true, true, false]);
});

test('rows that are imported want room like any others, and where there is none for all, none is there', () => {
  const store = createMemoryStore();
  let room = Infinity;
  const take = (bytes: number): void => {
    if (bytes > room) throw new StoreRefusal({ problem: 'rate-limited', message: 'No room.' });
    room -= bytes;
  };
  const workspace = opened(store, { take });
  room = 1_000;
  store.put('others', '1', '{}');
  const file = fileOf([row, { ...second, document: 'x'.repeat(900) }]);
  expect(() => workspace.importText(file)).toThrow(StoreRefusal);
  expect(overlayIn(workspace)).toEqual(['others']);
  room = 2_000;
  expect(workspace.importText(file)).toMatchObject({ rows: 2 });
});

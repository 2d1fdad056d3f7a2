/** The SQLite file of the Node runtime passes the suite of all stores, keeps its schema, and is held by one process. */
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { openNodeStore } from '../../src/runtimes/node/file-store.ts';
import { sandboxOf } from '../sandbox.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { worldVersion } from '../../src/world/reach.ts';
import { storeSuite } from '../workspace/store/store-suite.ts';
import { countDown } from '../workspace/failing-store.ts';
import { workspaceSuite } from '../workspace/workspace-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);
const lastFile = () => join(folder, `${files}.sqlite`);

storeSuite('SQLite file', { open: () => openNodeStore(newFile()), reopen: () => openNodeStore(lastFile()) });
const { tick, failsAt } = countDown();
const statement = StatementSync.prototype;
const { get, all, iterate, run } = statement;
/** The same function, which may be told to fail instead. */
const mayFail = <F extends (...parameters: never[]) => unknown>(call: F): F =>
  new Proxy(call, {
    apply(target, self, parameters) {
      tick();
      return Reflect.apply(target, self, parameters);
    },
  });
beforeAll(() => void Object.assign(statement, { get: mayFail(get), all: mayFail(all), iterate: mayFail(iterate), run: mayFail(run) }));
afterAll(() => void Object.assign(statement, { get, all, iterate, run }));

test('SQLite’s name for a database in memory leaves no file of that name', () => {
  openNodeStore(':memory:').close();
  expect(existsSync(':memory:')).toBe(false);
});

workspaceSuite('workspace in a SQLite file', {
  open: () => openNodeStore(newFile()),
  failing: { 'statement of SQLite': (store) => ({ store, failsAt }) },
});

test('leaves one file behind when it is closed, the write-ahead log folded in', () => {
  const file = newFile();
  const store = openNodeStore(file);
  store.put('c', '1', 'x');
  store.close();
  rmSync(`${file}-wal`, { force: true });
  const again = openNodeStore(file);
  expect(again.get('c', '1')).toBe('x');
  again.close();
});

test('refuses a second store on the same file while the first is open', () => {
  const file = newFile();
  const store = openNodeStore(file);
  expect(() => openNodeStore(file)).toThrow('locked');
  store.close();
  openNodeStore(file).close();
});

test('refuses data of a later release and leaves them as they are', () => {
  const file = newFile();
  openNodeStore(file).close();
  const database = new DatabaseSync(file);
  database.exec('UPDATE schema_version SET version = 99');
  database.close();
  expect(() => openNodeStore(file)).toThrow('schema version 99');
});

/** A file that the first release left behind: four clubs were founded, one of them renamed, one closed, and three members admitted. */
const fileOfSchema1 = (): string => copyOf('of-schema-1.sqlite');

/**
 * A file of the last release whose journal lay among everything else: four clubs were founded, listed by town, the first renamed, the last
 * closed, and a member admitted.
 */
const fileOfSchema5 = (): string => copyOf('of-schema-5.sqlite');

function copyOf(name: string): string {
  const file = newFile();
  copyFileSync(new URL(`../workspace/store/${name}`, import.meta.url), file);
  return file;
}

/** Those files are about clubs, and would be as good in this release: what is about the people of the first world is opened by none. */
const ofThisWorld = (store: Store): void =>
  store.put('~world', 'is', JSON.stringify({ version: worldVersion, seed: 42, size: 0, made: '2026-01-01' }));

function everyRow(file: string): unknown {
  const database = new DatabaseSync(file);
  const tables = ['schema_version', 'document'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return tables;
}

test('migrates once: a second opening changes nothing', () => {
  for (const file of [newFile(), fileOfSchema1(), fileOfSchema5()]) {
    openNodeStore(file).close();
    const before = everyRow(file);
    openNodeStore(file).close();
    expect(everyRow(file)).toEqual(before);
  }
});

test('keeps what the first release stored, in the order in which it was stored, and finds it once it is indexed', () => {
  const store = openNodeStore(fileOfSchema1());
  const town = (document: string) => [{ name: 'town', value: String(/"town":"([^"]*)"/.exec(document)?.[1]) }];
  store.reindex('clubs/clubs', 'town', town);
  const found = store.find('clubs/clubs', [{ name: 'town', anyOf: ['Leeds', 'York'] }], { limit: 10 });
  expect(found.map(({ document }) => /"name":"([^"]*)"/.exec(document)?.[1])).toEqual(['Strings', 'Brass Band', 'Choir']);
  expect(store.count('clubs/clubs')).toBe(4);
  expect(store.count('clubs/clubs/{clubId}/members')).toBe(3);
  store.put('clubs/clubs', 'new', '{"town":"York"}', [{ name: 'town', value: 'York' }]);
  expect(store.find('clubs/clubs', [{ name: 'town', anyOf: ['York'] }], { limit: 10 }).map(({ position }) => position)).toEqual([3, 5]);
  store.close();
});

test('serves what the first release stored: read, listed, searched and changed', async () => {
  const text = readFileSync(new URL('../workspace/store/clubs.yaml', import.meta.url), 'utf8');
  const contract = loadContract({ name: 'clubs.yaml', text });
  const store = openNodeStore(fileOfSchema1());
  expect(() => sandboxOf(contract, { store })).toThrow('The data are of world/1');
  ofThisWorld(store);
  const { send } = sandboxOf(contract, { store });
  const get = async (path: string) => (await send('GET', `/clubs/v1${path}`)).json();
  const strings = { id: '279ce961-3646-47ef-842e-008f5eebf9c7', name: 'Strings', town: 'Leeds' };
  const brass = { id: '8a6bde59-80bf-4d0a-aa14-73578e9549b4', name: 'Brass Band', town: 'Leeds' };
  const choir = { id: '716100c8-ee88-4340-b4ab-968b8205b3a4', name: 'Choir', town: 'York' };
  expect(await get(`/clubs/${brass.id}`)).toEqual(brass);
  expect(await get('/clubs')).toEqual({ items: [strings, brass, choir], total: 3 });
  expect(await get('/clubs?town=York')).toEqual({ items: [choir], total: 1 });
  expect((await send('GET', '/clubs/v1/clubs/a108eda2-9108-441d-ac4c-099402ccab49')).status).toBe(404);
  expect(await get(`/clubs/${strings.id}/members?instrument=cello`)).toEqual([expect.objectContaining({ name: 'Bo' })]);
  expect((await send('POST', '/clubs/v1/clubs', { name: 'Bells', town: 'York' })).status).toBe(201);
  expect((await send('PUT', `/clubs/v1/clubs/${choir.id}`, { name: 'Choir', town: 'Ripon' })).status).toBe(200);
  expect(await get('/clubs?town=York')).toEqual({ items: [expect.objectContaining({ name: 'Bells' })], total: 1 });
  store.close();
});

test('tells journal and overlay apart in a file of a release that did not', async () => {
  const text = readFileSync(new URL('../workspace/store/clubs.yaml', import.meta.url), 'utf8');
  const store = openNodeStore(fileOfSchema5());
  const rows = ['clubs/clubs', 'clubs/clubs#history', 'clubs/clubs/{clubId}/members'];
  expect(store.collections()).toEqual([...rows, '~journal']);
  expect(store.definition('clubs/clubs')).toContain('town');
  ofThisWorld(store);
  const { send, workspace } = sandboxOf(loadContract({ name: 'clubs.yaml', text }), { store });
  expect(workspace.journal.list(9).map(({ number, method }) => `${number} ${method}`)).toEqual(
    ['POST', 'DELETE', 'PUT', 'GET', 'POST', 'POST', 'POST', 'POST'].map((method, i) => `${7 - i} ${method}`),
  );
  const york = await (await send('GET', '/clubs/v1/clubs?town=York')).json();
  expect(york).toEqual({ items: [expect.objectContaining({ name: 'Choir' })], total: 1 });
  store.clear();
  expect(store.collections()).toEqual(['~journal', '~world']);
  store.close();
});

/** Windows knows no such modes. */
describe.skipIf(process.platform === 'win32')('nobody else on the machine reads what is stored', () => {
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const modesIn = (folder: string) => Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
  let folders = 0;

  test.each(['.sandbox', 'deep/of/my own'])('in a folder that is made: %s', (name) => {
    const place = join(folder, `made-${++folders}`, name);
    const before = process.umask(0);
    try {
      const store = openNodeStore(join(place, 'data.sqlite'));
      store.put('c', '1', 'x');
      expect(modeOf(place)).toBe('700');
      expect(modesIn(place)).toMatchObject({ 'data.sqlite': '600', 'data.sqlite-wal': '600' });
      expect(new Set(Object.values(modesIn(place)))).toEqual(new Set(['600']));
      store.close();
    } finally {
      process.umask(before);
    }
  });

  test('files of an earlier release and the folder of ours are tightened, a folder of somebody else is left alone', () => {
    for (const [name, mode] of [
      ['.sandbox', '700'],
      ['theirs', '755'],
    ] as const) {
      const place = join(folder, `found-${++folders}`, name);
      mkdirSync(place, { recursive: true, mode: 0o755 });
      const file = join(place, 'data.sqlite');
      openNodeStore(file).close();
      for (const beside of ['', '-wal', '-shm']) {
        appendFileSync(file + beside, '');
        chmodSync(file + beside, 0o644);
      }
      chmodSync(place, 0o755);
      const store = openNodeStore(file);
      store.put('c', '1', 'x');
      expect(new Set(Object.values(modesIn(place)))).toEqual(new Set(['600']));
      expect(modeOf(place)).toBe(mode);
      store.close();
    }
  });
});

/** The SQLite file of the Node runtime passes the suite of all stores, keeps its schema, and is held by one process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openNodeStore } from '../../src/runtimes/node-store.ts';
import { storeSuite } from '../workspace/store/store-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);
const lastFile = () => join(folder, `${files}.sqlite`);

storeSuite('SQLite file', { open: () => openNodeStore(newFile()), reopen: () => openNodeStore(lastFile()) });

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

test('migrates once: a second opening changes nothing', () => {
  const file = newFile();
  openNodeStore(file).close();
  openNodeStore(file).close();
  const database = new DatabaseSync(file);
  expect(database.prepare('SELECT version FROM schema_version').all()).toEqual([{ version: 1 }]);
  database.close();
});

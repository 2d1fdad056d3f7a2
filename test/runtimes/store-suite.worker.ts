/** Runs the suites of all stores and of all workspaces inside a real Durable Object and answers with the outcome of each test. */
import { DurableObject, type DurableObjectNamespace, type DurableObjectStorage } from 'cloudflare:workers';
import { createDurableObjectStore } from '../../src/runtimes/edge/object-store.ts';
import { openContractTexts } from '../../src/workspace/contract-texts.ts';
import { storeSuite } from '../workspace/store/store-suite.ts';
import { countDown } from '../workspace/failing-store.ts';
import { workspaceSuite } from '../workspace/workspace-suite.ts';
import { expect, runTests, test } from './vitest-in-workerd.ts';

/** One object has one database: each store has tables of its own in it. */
function apart(storage: DurableObjectStorage, number: number, tick = () => {}): DurableObjectStorage {
  const exec: DurableObjectStorage['sql']['exec'] = (statement, ...parameters) => {
    tick();
    return storage.sql.exec(statement.replaceAll(/\b(document(?:_1)?|schema_version)\b/g, `$1_of_${number}`), ...parameters);
  };
  return {
    sql: { exec, databaseSize: 0 },
    kv: storage.kv,
    transactionSync: (work) => storage.transactionSync(work),
    setAlarm: (at) => storage.setAlarm(at),
    getAlarm: () => storage.getAlarm(),
    deleteAll: () => storage.deleteAll(),
  };
}

export class WorkspaceObject extends DurableObject<unknown> {
  async fetch(): Promise<Response> {
    const { storage } = this.ctx;
    storeSuite('Durable Object', {
      open() {
        for (const table of ['document', 'schema_version']) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
        return createDurableObjectStore(storage);
      },
      reopen: () => createDurableObjectStore(storage),
    });
    test('keeps what an object of the first release stored, and finds it once it is indexed', () => {
      for (const table of ['document', 'schema_version']) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
      storage.sql.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
      storage.sql.exec('INSERT INTO schema_version (version) VALUES (1)');
      storage.sql.exec(
        'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
      );
      for (const key of ['b', 'a', 'c']) storage.sql.exec('INSERT INTO document VALUES (?, ?, ?)', 'letters', key, `letter ${key}`);
      const store = createDurableObjectStore(storage);
      expect(store.list('letters')).toHaveLength(3);
      store.reindex('letters', 'first', (document) => [{ name: '^', value: document.slice(0, 6) }]);
      store.put('letters', 'A', 'letter A', [{ name: '^', value: 'letter' }]);
      const found = store.find('letters', [{ name: '^', anyOf: ['letter'] }], { limit: 9 });
      expect(found.map(({ document }) => document)).toEqual(['letter a', 'letter b', 'letter c', 'letter A']);
      const again = createDurableObjectStore(storage);
      expect(again.tally('letters', [{ name: '^', anyOf: ['letter'] }])).toBe(4);
    });
    let stores = 0;
    const { tick, failsAt } = countDown();
    workspaceSuite('workspace in an object', {
      open: () => createDurableObjectStore(apart(storage, ++stores, tick)),
      failing: { 'statement of SQLite': (store) => ({ store, failsAt }) },
    });
    test('moves contracts into its store that an older release kept beside it, once', () => {
      const texts = { long: ['openapi: ', '3.1.0', '\n😀'], short: ['{}'] };
      for (const [slug, pieces] of Object.entries(texts)) {
        storage.kv.put(`reading/${slug}`, pieces.length);
        for (const [i, piece] of pieces.entries()) storage.kv.put(`contract/${slug}/00${i}`, piece);
      }
      storage.kv.put('facts', { id: 'kept' });
      const place = apart(storage, ++stores);
      for (const store of [createDurableObjectStore(place), createDurableObjectStore(place)]) {
        const contracts = openContractTexts(store);
        expect(contracts.list().map(({ slug, steps }) => [slug, steps, contracts.text(slug)])).toEqual([
          ['long', 3, 'openapi: 3.1.0\n😀'],
          ['short', 1, '{}'],
        ]);
        expect([...storage.kv.list({ prefix: '' })]).toEqual([['facts', { id: 'kept' }]]);
      }
    });
    test('tells journal and overlay apart in an object of a release that did not', () => {
      for (const table of ['document', 'schema_version']) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
      storage.sql.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
      storage.sql.exec('INSERT INTO schema_version (version) VALUES (5)');
      storage.sql.exec(
        'CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, entries TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
      );
      const put = (collection: string, key: string, entries: string, body: string) =>
        storage.sql.exec('INSERT INTO document VALUES (?, ?, 1, ?, ?)', collection, key, entries, body);
      put('letters', 'a', '["^","letter"]', 'letter a');
      put('definition', 'letters', '', 'first');
      put('journal', '000000000000.0.1.2', '', '[]');
      const store = createDurableObjectStore(storage);
      expect(store.collections()).toEqual(['letters', '~journal']);
      expect(store.definition('letters')).toBe('first');
      expect(store.tally('letters', [{ name: '^', anyOf: ['letter'] }])).toBe(1);
      store.clear();
      expect(store.list('~journal')).toEqual([['000000000000.0.1.2', '[]']]);
    });
    return Response.json(runTests());
  }
}

export { WorkspaceObject as RegistryObject };

export default {
  fetch: (request: Request, env: { readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject> }) =>
    env.WORKSPACES.getByName('suite').fetch(request),
};

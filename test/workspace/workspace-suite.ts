/** What a workspace must do over any store: snapshots, files, forks and contracts, and nothing by halves whatever fails. Each store runs it. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WORKSPACE_READING_STEPS } from '../../src/contract/limits.ts';
import { isProblem } from '../../src/mock/problem.ts';
import { contractsAtMost } from '../../src/workspace/contract-texts.ts';
import { copyPages, pageLength, putPage } from '../../src/workspace/row-lines.ts';
import { snapshotsAtMost } from '../../src/workspace/snapshots.ts';
import { longestPiece } from '../../src/workspace/store/pieces.ts';
import type { IndexEntry, Store } from '../../src/workspace/store/store.ts';
import { nobody } from '../../src/population.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { OtherWorld } from '../../src/workspace/world-mark.ts';
import { failingStore, type FailingStore } from './failing-store.ts';
import { addExchange, opened } from './opened.ts';

const sender = (document: string): readonly IndexEntry[] => [{ name: 'sender', value: document }];

/** Two collections, one of them indexed; a row was deleted, so that positions have a gap. */
function fill(store: Store): void {
  store.reindex('letters', 'by sender', sender);
  for (const [key, document] of Object.entries({ c: 'Ada', b: 'Bo', a: 'Ada' })) store.put('letters', key, document, sender(document));
  store.delete('letters', 'b');
  store.put('parcels/é', '😀\n', '{"weight":1.0,\r\n"of":"\u2028"}');
}

const dump = (store: Store, collections = store.collections()) =>
  collections.map((name) => [
    name,
    store.definition(name) ?? null,
    [...store.rows(name)].map((row) => [row.key, row.position, row.entries, row.document]),
  ]);

const overlayOf = (store: Store) =>
  dump(
    store,
    store.collections().filter((name) => !name.startsWith('~')),
  );

const numbers = (journal: Workspace['journal']) => journal.list(1_000).map(({ number }) => number);

/** Everything that can be seen of a workspace. */
function seen(workspace: Workspace) {
  const { settings, snapshots, journal, controlJournal, contracts, store } = workspace;
  const { requests, refused, changes } = workspace.counters();
  const { delay, checks } = settings;
  const texts = contracts.list().map(({ slug }) => contracts.text(slug));
  return {
    rows: dump(store),
    found: store.find('letters', [{ name: 'sender', anyOf: ['Ada', 'New'] }], { limit: 9 }),
    settings: { delay, checks },
    journals: [numbers(journal), numbers(controlJournal)],
    counted: { requests, refused, changes },
    kept: { snapshots: snapshots.list(), contracts: contracts.list(), texts },
  };
}

const problemOf = (answer: object | undefined): string => (answer && isProblem(answer) ? answer.problem : 'no problem');

/** A character that takes two UTF-16 units, one of either side of which may be where a text is cut. */
const longText = (units: number): string => `x${'😀'.repeat(units / 2)}`;

export interface HomeUnderTest {
  /** A new, empty store. */
  open(): Store;
  /** What of a store may fail, besides its calls, and the store that was opened last with that failing. */
  readonly failing?: Readonly<Record<string, (store: Store) => FailingStore>>;
}

export function workspaceSuite(name: string, { open, failing: more = {} }: HomeUnderTest): void {
  const failings = Object.entries({ 'call of the store': failingStore, ...more });

  describe(name, () => {
    const stores: Store[] = [];
    const newStore = (): Store => {
      const store = open();
      stores.push(store);
      return store;
    };
    afterEach(() => {
      for (const store of stores.splice(0)) store.close();
    });

    test('a snapshot brings back what was changed and the settings, and leaves everything else alone', () => {
      const workspace = opened(newStore());
      const { store, snapshots } = workspace;
      fill(store);
      workspace.changeSettings({ delay: 5 });
      const before = overlayOf(store);
      snapshots.take('first');
      workspace.changeSettings({ delay: 7, checks: 'warn' });
      store.put('letters', 'd', 'Di', sender('Di'));
      store.put('others', '1', '{}');
      snapshots.take('second');
      addExchange(workspace.journal);
      workspace.contracts.put('mine', 'openapi: 3.1.0', 10);
      workspace.reset();
      addExchange(workspace.journal);
      expect(snapshots.restore('first')).toEqual(snapshots.list()[0]);
      expect(overlayOf(store)).toEqual(before);
      expect([workspace.settings.delay, workspace.settings.checks]).toEqual([5, 'enforce']);
      expect(numbers(workspace.journal)).toEqual([1]);
      expect(workspace.contracts.text('mine')).toBe('openapi: 3.1.0');
      expect(snapshots.list().map(({ name, rows, at }) => [name, rows, at])).toEqual([
        ['first', 3, Date.UTC(2026, 0, 1)],
        ['second', 5, Date.UTC(2026, 0, 1)],
      ]);
      store.reindex('letters', 'by sender', () => []);
      expect(store.find('letters', [{ name: 'sender', anyOf: ['Ada'] }], { limit: 9 }).map(({ key }) => key)).toEqual(['c', 'a']);
      store.put('letters', 'e', 'Eve', sender('Eve'));
      expect(store.find('letters', [{ name: 'sender', anyOf: ['Eve'] }], { limit: 9 }).map(({ position }) => position)).toEqual([4]);
      snapshots.restore('second');
      expect(store.keys('letters')).toEqual(['a', 'c', 'd']);
      expect([workspace.settings.delay, workspace.settings.checks]).toEqual([7, 'warn']);
    });

    test('a snapshot brings back exactly what there was, whatever happened before and after', () => {
      const change = fc.record({
        collection: fc.constantFrom('a', 'b'),
        key: fc.constantFrom('1', '2', '3', '10', '\uffff', '😀'),
        document: fc.constantFrom('x', 'y', undefined),
      });
      const history = fc.array(fc.oneof({ weight: 20, arbitrary: change }, { weight: 1, arbitrary: fc.constant('reset' as const) }), {
        maxLength: 20,
      });
      const find = (store: Store) => ['a', 'b'].map((name) => store.find(name, [{ name: 'sender', anyOf: ['x', 'y'] }], { limit: 9 }));
      const workspace = opened(newStore());
      const { store, snapshots } = workspace;
      function live(
        steps: readonly ('reset' | { readonly collection: string; readonly key: string; readonly document: string | undefined })[],
      ): void {
        for (const name of ['a', 'b']) store.reindex(name, 'by sender', sender);
        for (const step of steps) {
          if (step === 'reset') workspace.reset();
          else if (step.document === undefined) store.delete(step.collection, step.key);
          else store.put(step.collection, step.key, step.document, sender(step.document));
        }
      }
      fc.assert(
        fc.property(history, history, (earlier, later) => {
          workspace.reset();
          live(earlier);
          const before = [overlayOf(store), find(store)];
          snapshots.take('s');
          live(later);
          snapshots.restore('s');
          expect([overlayOf(store), find(store)]).toEqual(before);
        }),
        { numRuns: 100, interruptAfterTimeLimit: 2_000 },
      );
    });

    test('an empty snapshot brings back an untouched workspace', () => {
      const workspace = opened(newStore());
      workspace.snapshots.take('untouched');
      fill(workspace.store);
      workspace.snapshots.restore('untouched');
      expect(overlayOf(workspace.store)).toEqual([]);
    });

    test('what changes everything drops replies that were kept', () => {
      const workspace = opened(newStore());
      workspace.snapshots.take('s');
      const file = [...workspace.exportLines()].join('');
      for (const change of [
        () => workspace.reset(),
        () => workspace.snapshots.restore('s'),
        () => workspace.importText(file),
        () => workspace.changeSettings({ delay: 1 }),
        () => workspace.contracts.put('mine', '', 1),
        () => workspace.contracts.delete('mine'),
      ]) {
        workspace.replies.put('place', { status: 200, rendered: 'text' });
        change();
        expect(workspace.replies.get('place')).toBeUndefined();
      }
    });

    test('a workspace keeps ten snapshots: one more is refused, one of a name that is there is replaced', () => {
      const { snapshots, store } = opened(newStore());
      for (let i = 1; i <= snapshotsAtMost; i++) expect(problemOf(snapshots.take(`s${i}`))).toBe('no problem');
      expect(problemOf(snapshots.take('one-more'))).toBe('conflict');
      fill(store);
      expect(problemOf(snapshots.take('s1'))).toBe('no problem');
      expect(snapshots.list().map(({ rows }) => rows)).toEqual([3, ...Array.from({ length: 9 }, () => 0)]);
      expect(snapshots.delete('s2')).toBe(true);
      expect(snapshots.delete('s2')).toBe(false);
      expect(problemOf(snapshots.take('one-more'))).toBe('no problem');
      expect(snapshots.list()).toHaveLength(10);
      for (const { name } of snapshots.list()) snapshots.delete(name);
      store.clear();
      expect(store.collections()).toEqual(['~world']);
    });

    test('what is stored is opened over the people whom it is about, and over no others', () => {
      const store = newStore();
      const workspace = opened(store);
      fill(store);
      workspace.snapshots.take('s');
      const pages = [...copyPages(store)];
      expect(opened(store).made).toBe('2026-01-01');
      for (const other of [{ seed: 7 }, { population: { ...nobody, size: 9 } }]) expect(() => opened(store, other)).toThrow(OtherWorld);
      store.delete('~world', 'is');
      expect(() => opened(store)).toThrow(OtherWorld);
      store.clear();
      expect(() => opened(store)).toThrow(OtherWorld);
      // Nothing about anybody is in what has settings and contracts alone.
      store.clear(['~snapshot', '~snapshot/s']);
      workspace.contracts.put('mine', '', 1);
      expect(opened(store).contracts.list()).toHaveLength(1);
      const fork = newStore();
      for (const page of pages) putPage(fork, page);
      expect(() => opened(fork, { seed: 7 })).toThrow(OtherWorld);
      expect(opened(fork, { clock: frozenClock(Date.UTC(2031, 4, 1)) }).made).toBe('2026-01-01');
    });

    test('a snapshot of another world is refused, and nothing is changed', () => {
      const { store, snapshots } = opened(newStore());
      fill(store);
      snapshots.take('s');
      const before = overlayOf(store);
      const kept = JSON.parse(store.get('~snapshot', 's') ?? '') as { world: object };
      for (const world of [{ ...kept.world, seed: 7 }, undefined]) {
        store.put('~snapshot', 's', JSON.stringify({ ...kept, world }));
        expect(problemOf(snapshots.restore('s'))).toBe('conflict');
        expect(overlayOf(store)).toEqual(before);
      }
    });

    test('names of snapshots are short and plain, and one that is not there is not found', () => {
      const { snapshots } = opened(newStore());
      for (const right of ['a', '7', 'a'.repeat(63), 'a'.repeat(64), 'Before.the-demo_2'])
        expect(problemOf(snapshots.take(right))).toBe('no problem');
      for (const wrong of ['', '-a', '.a', 'a/b', 'a b', 'é', 'a'.repeat(65), 'a\n'])
        expect(problemOf(snapshots.take(wrong))).toBe('invalid-value');
      expect(problemOf(snapshots.restore('nothing'))).toBe('not-found');
    });

    test('a row of any size and any character goes through snapshots, files and forks byte for byte', () => {
      const workspace = opened(newStore());
      const { store } = workspace;
      fill(store);
      for (const units of [longestPiece - 2, longestPiece, longestPiece + 2, 700_000]) store.put('long', String(units), longText(units));
      store.put('long', 'escaped', '"\u0001\\\n\0'.repeat(100_000));
      const before = overlayOf(store);
      workspace.snapshots.take('s');
      const file = [...workspace.exportLines()].join('');
      const pages = [...copyPages(store)];
      store.clear();
      workspace.snapshots.restore('s');
      expect(overlayOf(store)).toEqual(before);
      const fork = newStore();
      for (const page of pages) putPage(fork, page);
      expect(overlayOf(fork)).toEqual(before);
      const other = opened(newStore());
      expect(other.importText(file)).toEqual({ rows: 8, notes: [] });
      other.store.reindex('letters', 'by sender', sender);
      expect(overlayOf(other.store)).toEqual(before);
    });

    test('a fork begins with what was changed, the settings and the contracts, and with nothing else', () => {
      const workspace = opened(newStore());
      fill(workspace.store);
      workspace.changeSettings({ delay: 5 });
      workspace.contracts.put('mine', longText(500_000), 10);
      workspace.snapshots.take('s');
      addExchange(workspace.journal);
      addExchange(workspace.controlJournal);
      workspace.flush();
      const store = newStore();
      for (const page of copyPages(workspace.store)) putPage(store, page);
      expect(store.collections()).toEqual(['letters', 'parcels/é', '~contract', '~contract/mine', '~settings', '~world']);
      const fork = opened(store);
      expect(overlayOf(store)).toEqual(overlayOf(workspace.store));
      expect(fork.settings.delay).toBe(5);
      expect(fork.contracts.text('mine') === longText(500_000)).toBe(true);
    });

    test('a fork is handed on in pages of a bounded length, whose rows go on where the last one ended', () => {
      const { store } = opened(newStore());
      store.reindex('letters', 'by sender', sender);
      for (let i = 0; i < 250; i++) store.put('letters', String(i), 'x'.repeat(10_000), sender('Ada'));
      const pages = [...copyPages(store)];
      expect(pages.map(({ length }) => length <= pageLength)).toEqual([true, true, true]);
      const fork = newStore();
      for (const page of pages) putPage(fork, page);
      expect(dump(fork)).toEqual(dump(store));
    });

    test('a contract comes back as it was brought, and its version tells of every change', () => {
      const { contracts, reset } = opened(newStore());
      expect(contracts.version()).toBe(0);
      const text = longText(1_300_000);
      expect(problemOf(contracts.put('long', text, 5))).toBe('no problem');
      expect(problemOf(contracts.put('a', 'openapi: 3.1.0', 7))).toBe('no problem');
      expect(contracts.version()).toBe(2);
      reset();
      expect(contracts.list()).toEqual([
        { slug: 'a', bytes: 14, steps: 7 },
        { slug: 'long', bytes: 2_600_001, steps: 5 },
      ]);
      expect(contracts.text('long') === text).toBe(true);
      expect(contracts.text('nothing')).toBeUndefined();
      contracts.put('long', 'short', 6);
      expect([contracts.text('long'), contracts.version()]).toEqual(['short', 3]);
      expect([contracts.delete('long'), contracts.delete('long'), contracts.version()]).toEqual([true, false, 4]);
      expect(contracts.list()).toHaveLength(1);
    });

    test('a workspace brings ten contracts, and no more than can be read in its steps', () => {
      const { contracts } = opened(newStore());
      for (let i = 1; i <= contractsAtMost; i++) expect(problemOf(contracts.put(`c${i}`, '', 100))).toBe('no problem');
      expect(problemOf(contracts.put('one-more', '', 1))).toBe('unprocessable');
      const room = WORKSPACE_READING_STEPS - 900;
      expect(problemOf(contracts.put('c1', '', room + 1))).toBe('unprocessable');
      for (const steps of [room - 1, room]) expect(problemOf(contracts.put('c1', '', steps))).toBe('no problem');
      expect(contracts.list().find(({ slug }) => slug === 'c1')?.steps).toBe(room);
    });

    /** A workspace in which there is something of everything, some of it only in memory. */
    function lived(failingOf: (store: Store) => FailingStore) {
      const failing = failingOf(newStore());
      const workspace = opened(failing.store);
      fill(workspace.store);
      workspace.changeSettings({ delay: 5 });
      workspace.contracts.put('mine', 'openapi: 3.1.0', 10);
      workspace.snapshots.take('s');
      addExchange(workspace.journal);
      addExchange(workspace.controlJournal);
      workspace.flush();
      workspace.changeSettings({ delay: 6 });
      workspace.store.put('letters', 'n', 'New', sender('New'));
      addExchange(workspace.journal, { method: 'POST', status: 422 });
      return { workspace, failing };
    }

    const someFile = (): string => {
      const { store, exportLines } = opened(newStore());
      fill(store);
      return [...exportLines()].join('');
    };

    const changes: readonly (readonly [string, (workspace: Workspace, file: string) => unknown])[] = [
      ['reset', ({ reset }) => reset()],
      ['changing settings', ({ changeSettings }) => changeSettings({ delay: null, checks: 'warn' })],
      ['taking a snapshot', ({ snapshots }) => snapshots.take('t')],
      ['replacing a snapshot', ({ snapshots }) => snapshots.take('s')],
      ['restoring a snapshot', ({ snapshots }) => snapshots.restore('s')],
      ['deleting a snapshot', ({ snapshots }) => snapshots.delete('s')],
      ['importing a file', ({ importText }, file) => importText(file)],
      ['bringing a contract', ({ contracts }) => contracts.put('yours', 'openapi: 3.0.0', 10)],
      ['replacing a contract', ({ contracts }) => contracts.put('mine', 'openapi: 3.0.0', 11)],
      ['removing a contract', ({ contracts }) => contracts.delete('mine')],
      ['storing exchanges', ({ journal }) => journal.flush()],
    ];

    test.each(changes)('%s is undone with the rest of a transaction', (_, change) => {
      const file = someFile();
      const { workspace } = lived(failingStore);
      const before = seen(workspace);
      expect(() =>
        workspace.store.transaction(() => {
          change(workspace, file);
          throw new Error('something that came after');
        }),
      ).toThrow(Error);
      expect(seen(workspace)).toEqual(before);
    });

    const failures = changes.flatMap(([what, change]) =>
      failings.map(([which, failingOf]) => [`${what} is done or not done, whichever ${which} fails`, change, failingOf] as const),
    );

    test.each(failures)('%s', (_, change, failingOf) => {
      const file = someFile();
      const { workspace, failing } = lived(failingOf);
      const before = seen(workspace);
      const stored = seen(opened(failing.store));
      let calls = 1;
      while (failing.failsAt(calls, () => change(workspace, file))) {
        expect(seen(workspace)).toEqual(before);
        expect(seen(opened(failing.store))).toEqual(stored);
        calls++;
      }
      expect(calls > 2).toBe(true);
      expect(JSON.stringify(seen(workspace)) === JSON.stringify(before)).toBe(false);
      workspace.flush();
      expect(seen(opened(failing.store))).toEqual(seen(workspace));
    });

    test('a fork’s page is put whole or not at all', () => {
      const [page = ''] = copyPages(lived(failingStore).workspace.store);
      const { store, failsAt } = failingStore(newStore());
      let calls = 1;
      while (failsAt(calls, () => putPage(store, page))) {
        expect(store.collections()).toEqual([]);
        calls++;
      }
      expect(calls > 5).toBe(true);
      expect(store.collections()).toEqual(['letters', 'parcels/é', '~contract', '~contract/mine', '~settings', '~world']);
    });
  });
}

/** The ring of exchanges: it keeps the last thousand within its bytes, however they came to be stored, counts on after a restart, and lets nothing fail. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { batchBounds, exchangeBounds } from '../../../src/workspace/journal/bounds.ts';
import { exchangesIn } from '../../../src/workspace/journal/batch-text.ts';
import type { Exchange } from '../../../src/workspace/journal/exchange.ts';
import { openJournal as open, type Journal, type JournalOptions } from '../../../src/workspace/journal/journal.ts';
import { defaultSettings } from '../../../src/workspace/settings.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import type { Store } from '../../../src/workspace/store/store.ts';

const clock = frozenClock(0);
const most = defaultSettings.journal;
const ringBounds = { exchanges: most, bytes: defaultSettings.journalBytes };

const openJournal = (store: Store, time = clock, more: Partial<JournalOptions> = {}): Journal =>
  open(store, time, {
    ring: () => ringBounds,
    body: () => defaultSettings.journalBody,
    fingerprint: () => '0123abcd',
    idOf: String,
    ...more,
  });

const exchangeOf = (number: number, more: Partial<Exchange> = {}): Exchange => ({
  number,
  id: String(number),
  at: 0,
  method: 'GET',
  url: '/',
  status: 200,
  ...more,
});

function add(journal: Journal, count: number, flushEvery = Infinity, more: Partial<Exchange> = {}): void {
  for (let i = 1; i <= count; i++) {
    journal.add(exchangeOf(journal.next(), more));
    if (i % flushEvery === 0) journal.flush();
  }
}

const numbers = (journal: Journal): readonly number[] => journal.list(most).map(({ number }) => number);
const bytes = (text: string): number => new TextEncoder().encode(text).byteLength;
const storedBytes = (store: Store): number => store.list('~journal').reduce((sum, [, text]) => sum + bytes(text), 0);

test.each([1, 2, 7, 49, 50, 51, Infinity])('keeps the last thousand when they are stored %s at a time', (flushEvery) => {
  const store = createMemoryStore();
  const journal = openJournal(store, clock);
  add(journal, 2_345, flushEvery);
  const wanted = Array.from({ length: most }, (_, i) => 2_344 - i);
  expect(numbers(journal)).toEqual(wanted);
  journal.flush();
  expect(numbers(openJournal(store, clock))).toEqual(wanted);
  // What has left the ring leaves the store, save for the rest of its batch.
  const stored = store.list('~journal').flatMap(([, text]) => exchangesIn(text));
  expect(stored.length).toBeLessThan(most + 51);
});

test('counts on after a restart', () => {
  const store = createMemoryStore();
  const journal = openJournal(store, clock);
  add(journal, 3);
  journal.flush();
  const again = openJournal(store, clock);
  add(again, 2);
  expect(numbers(again)).toEqual([4, 3, 2, 1, 0]);
});

test('finds what is still in memory, and forgets everything when it is cleared', () => {
  const journal = openJournal(createMemoryStore(), clock);
  add(journal, 60);
  expect(journal.find('59')?.number).toBe(59);
  expect(journal.find('3')?.number).toBe(3);
  expect(journal.find('60')).toBeUndefined();
  journal.clear();
  expect(numbers(journal)).toEqual([]);
  expect(journal.bytes()).toBe(0);
  add(journal, 1);
  expect(numbers(journal)).toEqual([60]);
});

test('keeps exchanges that were answered in another order than they began, under their own numbers', () => {
  const store = createMemoryStore();
  const journal = openJournal(store, clock);
  const slow = journal.next();
  add(journal, 120);
  journal.add(exchangeOf(slow));
  journal.flush();
  const again = openJournal(store, clock);
  expect(numbers(again)[0]).toBe(slow);
  expect(again.find(String(slow))).toMatchObject({ number: slow });
  expect(again.next()).toBe(121);
});

/** Everything about an exchange that somebody else has a hand in, far beyond any bound. */
const long = fc.oneof(
  fc
    .constantFrom('k', '\u0001', 'é', '\u4e2d', '😀', '"', '\ud800')
    .chain((letter) => fc.integer({ min: 0, max: 20_000 }).map((n) => letter.repeat(n))),
  fc.string({ unit: 'binary', maxLength: 400 }),
);
const few = <T>(of: fc.Arbitrary<T>) =>
  fc.tuple(of, fc.constantFrom(0, 1, 20, 21, 5_000)).map(([one, count]) => Array.from({ length: count }, () => one));
const unbounded = fc.record({
  method: long,
  url: long,
  api: long,
  operation: long,
  message: long,
  faults: few(fc.record({ in: fc.constant('body' as const), name: long, pointer: long, keyword: long, message: long, value: long })),
  notes: few(long),
  defects: few(long),
});

test('bounds whatever it is given, each exchange and all of them, in number and bytes', () => {
  fc.assert(
    fc.property(unbounded, (more) => {
      const store = createMemoryStore();
      const journal = openJournal(store, clock);
      add(journal, 1, 1, more);
      const [kept] = journal.list(1);
      expect(bytes(JSON.stringify(kept))).toBeLessThanOrEqual(exchangeBounds.bytes);
      expect(kept?.faults?.length ?? 0).toBeLessThanOrEqual(20);
      for (const { name = '', pointer, ...rest } of kept?.faults ?? []) {
        expect(Math.max(name.length, pointer.length)).toBeLessThanOrEqual(200);
        expect(rest).not.toHaveProperty('value');
      }
      if (more.faults.length > 20) expect(kept?.notes?.at(-1)).toMatch(/^\d+ more faults are not listed\.$/);
    }),
    { numRuns: 60 },
  );
});

test('keeps to its bytes, in rows of a bounded size, and says how many it holds', () => {
  const store = createMemoryStore();
  const journal = openJournal(store, clock);
  const faults = Array.from({ length: 500 }, () => ({
    in: 'body' as const,
    pointer: '/\u4e2d'.repeat(500),
    keyword: 'type',
    message: 'é'.repeat(600),
  }));
  add(journal, 1_200, 30, { faults });
  journal.flush();
  expect(storedBytes(store)).toBeLessThanOrEqual(ringBounds.bytes);
  expect(journal.bytes()).toBe(storedBytes(store));
  expect(openJournal(store, clock).bytes()).toBe(storedBytes(store));
  for (const [, text] of store.list('~journal')) expect(bytes(text)).toBeLessThan(batchBounds.bytes * 3 + exchangeBounds.bytes);
  expect(journal.find('1199')?.faults).toBeDefined();
  expect(journal.find('0')).toBeUndefined();
});

/** A store whose writes fail for as long as `isBroken`. */
function breakable(): Store & { isBroken: boolean } {
  const store = createMemoryStore();
  const breaking = {
    ...store,
    isBroken: false,
    put: (...row: Parameters<Store['put']>) => {
      if (breaking.isBroken) throw new Error('database or disk is full');
      store.put(...row);
    },
  };
  return breaking;
}

test('never throws, loses nothing when the store fails for a while, and says so once', () => {
  const store = breakable();
  const failures: unknown[] = [];
  const journal = openJournal(store, clock, { failed: (error) => failures.push(error) });
  add(journal, 120);
  store.isBroken = true;
  add(journal, 300, 10);
  expect(failures).toHaveLength(1);
  expect(numbers(journal)).toEqual(Array.from({ length: 420 }, (_, i) => 419 - i));
  store.isBroken = false;
  journal.flush();
  expect(numbers(openJournal(store, clock))).toEqual(Array.from({ length: 420 }, (_, i) => 419 - i));
  store.isBroken = true;
  add(journal, 5_000, 100);
  expect(failures).toHaveLength(2);
  expect(numbers(journal)).toHaveLength(most);
});

test('reads keys alone when it is opened, and of one trace no more than is needed', () => {
  const store = createMemoryStore();
  add(openJournal(store, clock), 1_000);
  const read: string[] = [];
  const watched: Store = {
    ...store,
    get: (collection, key) => {
      read.push(key);
      return store.get(collection, key);
    },
    list: () => {
      throw new Error('everything was read');
    },
  };
  const journal = openJournal(watched, clock);
  expect(read).toEqual([]);
  expect(journal.next()).toBe(1_000);
  for (const [index, id] of ['999', '500', '0'].entries()) {
    expect(journal.find(id)?.number).toBe(Number(id));
    expect(read).toHaveLength(index + 1);
  }
  expect(journal.find('1000')).toBeUndefined();
  expect(read).toHaveLength(3);
  expect(journal.list(60)).toHaveLength(60);
  expect(read).toHaveLength(5);
});

test('throws away unread what the first release kept without bounds', () => {
  const store = createMemoryStore();
  store.put('~journal', '000000000000', JSON.stringify([exchangeOf(0)]));
  store.put('~journal', '000000000050', JSON.stringify([exchangeOf(50)]));
  const journal = openJournal(store, clock);
  expect(store.count('~journal')).toBe(0);
  expect(journal.list(10)).toEqual([]);
});

/** The ring of exchanges: it keeps the last thousand, however they came to be stored, and counts on after a restart. */
import { expect, test } from 'vitest';
import { frozenClock } from '../../src/workspace/clock.ts';
import { journalLimit, openJournal, type Exchange, type Journal } from '../../src/workspace/journal.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';

const clock = frozenClock(0);

function add(journal: Journal, count: number, flushEvery = Infinity): void {
  for (let i = 1; i <= count; i++) {
    const number = journal.next();
    const exchange: Exchange = { number, id: String(number), at: 0, method: 'GET', url: '/', status: 200 };
    journal.add(exchange);
    if (i % flushEvery === 0) journal.flush();
  }
}

const numbers = (journal: Journal): readonly number[] => journal.list(journalLimit).map(({ number }) => number);

test.each([1, 2, 7, 49, 50, 51, Infinity])('keeps the last thousand when they are stored %s at a time', (flushEvery) => {
  const store = createMemoryStore();
  const journal = openJournal(store, clock);
  add(journal, 2_345, flushEvery);
  const wanted = Array.from({ length: journalLimit }, (_, i) => 2_344 - i);
  expect(numbers(journal)).toEqual(wanted);
  journal.flush();
  expect(numbers(openJournal(store, clock))).toEqual(wanted);
  // What has left the ring leaves the store, save for the rest of its batch.
  const stored = store.list('journal').flatMap(([, text]) => JSON.parse(text) as readonly Exchange[]);
  expect(stored.length).toBeLessThan(journalLimit + 51);
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
  journal.clear();
  expect(numbers(journal)).toEqual([]);
  add(journal, 1);
  expect(numbers(journal)).toEqual([60]);
});

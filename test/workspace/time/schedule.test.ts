/** What is put off is done once and whole, whatever call of the store fails on the way. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { openSchedule } from '../../../src/workspace/time/schedule.ts';
import { failingStore } from '../failing-store.ts';

test('a store that fails at any one call loses nothing, does nothing twice, and fails nobody who asks', () => {
  for (let n = 1, isMore = true; isMore; n += 1) {
    const inner = createMemoryStore();
    const writing = openSchedule(inner);
    for (const about of ['a', 'b', 'c']) writing.put({ api: 'letters', do: 'send', about }, 10);
    const { store, failsAt } = failingStore(inner);
    const told: unknown[] = [];
    const schedule = openSchedule(store, (error) => told.push(error));
    const ask = (now: number): void => {
      if (!schedule.isDue(now)) return;
      schedule.run(now, ({ about }) => {
        const done = store.get('letters/done', String(about)) ?? '';
        store.put('letters/done', String(about), `${done}x`);
      });
    };
    isMore = failsAt(n, () => ask(10));
    expect(told).toHaveLength(isMore ? 1 : 0);
    ask(11);
    expect([n, inner.list('letters/done')]).toEqual([n, ['a', 'b', 'c'].map((about) => [about, 'x'])]);
    expect(inner.keys('schedule')).toEqual(['next']);
    expect(schedule.isDue(12)).toBe(false);
  }
});

test('a store in which nothing can be written keeps what is put off for a better time', () => {
  const inner = createMemoryStore();
  openSchedule(inner).put({ api: 'letters', do: 'send', about: 'a' }, 10);
  const full = {
    ...inner,
    transaction: (): never => {
      throw new Error('database or disk is full');
    },
  };
  const told: unknown[] = [];
  const schedule = openSchedule(full, (error) => told.push(error));
  for (let asked = 0; asked < 5; asked += 1) expect(schedule.isDue(10)).toBe(false);
  expect(told).toHaveLength(5);
  const done: unknown[] = [];
  openSchedule(inner).run(10, ({ about }) => done.push(about));
  expect(done).toEqual(['a']);
});

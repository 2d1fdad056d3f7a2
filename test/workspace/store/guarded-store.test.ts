/** Stores that refuse: read-only ones every write, bounded ones what is too large. */
import { expect, test } from 'vitest';
import { openQuota } from '../../../src/workspace/quota.ts';
import { boundedStore, readOnlyStore, StoreRefusal } from '../../../src/workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';

test('a read-only store reads and refuses every write with its problem', () => {
  const inner = createMemoryStore();
  inner.put('c', '1', 'x');
  const store = readOnlyStore(inner, { problem: 'forbidden', message: 'No.' });
  expect(store.get('c', '1')).toBe('x');
  const putRow = () => store.putRow('c', { key: '2', position: 2, entries: [], document: 'y' });
  for (const write of [() => store.put('c', '2', 'y'), () => store.delete('c', '1'), () => store.clear(), putRow]) {
    expect(write).toThrow(StoreRefusal);
  }
  expect(inner.list('c')).toEqual([['1', 'x']]);
});

test('a document may have 1,500,000 bytes and not one more (CAP-9)', () => {
  const store = boundedStore(createMemoryStore(), () => {});
  for (const [text, fits] of [
    ['x'.repeat(1_499_999), true],
    ['x'.repeat(1_500_000), true],
    ['x'.repeat(1_500_001), false],
    ['é'.repeat(750_000), true],
    ['é'.repeat(750_001), false],
  ] as const) {
    const put = () => store.put('c', '1', text);
    const putRow = () => store.putRow('c', { key: '1', position: 1, entries: [], document: text });
    for (const write of [put, putRow]) {
      if (fits) write();
      else expect(write).toThrow(expect.objectContaining({ problem: expect.objectContaining({ problem: 'too-large' }) }));
    }
  }
});

const refusal = expect.objectContaining({ problem: expect.objectContaining({ problem: 'rate-limited' }) });

test('a workspace may hold 50,000,000 bytes, and takes more once something was deleted (CAP-10)', () => {
  let size = 49_999_000;
  const store = boundedStore(createMemoryStore(), openQuota(() => size).take);
  const put = (bytes: number) => store.put('c', '1', 'x'.repeat(bytes));
  put(800);
  size = 50_000_000;
  expect(() => put(800)).toThrow(refusal);
  expect(() => put(1)).toThrow(refusal);
  expect(store.delete('c', '1')).toBe(true);
  size = 49_000_000;
  put(800);
});

test.each([
  ['ASCII', 'x', 1],
  ['letters of three bytes', '\u4e2d', 3],
])('no burst of writes between two looks goes beyond it: %s', (_, letter, bytes) => {
  const held = new Map<string, number>();
  const size = () => [...held.values()].reduce((sum, each) => sum + each, 0);
  let looks = 0;
  const quota = openQuota(() => {
    looks++;
    return size();
  });
  const store = boundedStore(createMemoryStore(), quota.take);
  let refused = 0;
  for (let i = 0; refused < 50; i++) {
    try {
      store.put('c', String(i), letter.repeat(450_000));
      held.set(String(i), 450_000 * bytes);
    } catch {
      refused++;
    }
    expect(size()).toBeLessThanOrEqual(50_000_000);
  }
  expect(size()).toBeGreaterThan(48_000_000);
  expect(looks).toBeLessThan(200);
});

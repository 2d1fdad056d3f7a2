/** Stores that refuse: read-only ones every write, bounded ones what is too large. */
import { expect, test } from 'vitest';
import { boundedStore, readOnlyStore, StoreRefusal } from '../../../src/workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';

test('a read-only store reads and refuses every write with its problem', () => {
  const inner = createMemoryStore();
  inner.put('c', '1', 'x');
  const store = readOnlyStore(inner, { problem: 'forbidden', message: 'No.' });
  expect(store.get('c', '1')).toBe('x');
  for (const write of [() => store.put('c', '2', 'y'), () => store.delete('c', '1'), () => store.clear()]) {
    expect(write).toThrow(StoreRefusal);
  }
  expect(inner.list('c')).toEqual([['1', 'x']]);
});

test('a document may have 1,500,000 bytes and not one more (CAP-9)', () => {
  const store = boundedStore(createMemoryStore(), () => 0);
  for (const [text, fits] of [
    ['x'.repeat(1_499_999), true],
    ['x'.repeat(1_500_000), true],
    ['x'.repeat(1_500_001), false],
    ['é'.repeat(750_000), true],
    ['é'.repeat(750_001), false],
  ] as const) {
    const put = () => store.put('c', '1', text);
    if (fits) put();
    else expect(put).toThrow(expect.objectContaining({ problem: expect.objectContaining({ problem: 'too-large' }) }));
  }
});

test('a workspace may hold 50,000,000 bytes, is stopped within 32 writes of it, and takes more once something was deleted (CAP-10)', () => {
  let size = 50_000_000;
  const store = boundedStore(createMemoryStore(), () => size);
  const put = () => store.put('c', '1', 'x');
  put();
  size += 1;
  for (let i = 0; i < 31; i++) put();
  const refusal = expect.objectContaining({ problem: expect.objectContaining({ problem: 'rate-limited' }) });
  expect(put).toThrow(refusal);
  expect(put).toThrow(refusal);
  expect(store.delete('c', '1')).toBe(true);
  size -= 1;
  put();
});

/** What rows were before they were last written. */
import { expect, test } from 'vitest';
import { keepingEarlier } from '../../src/workspace/earlier.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';

const open = () => keepingEarlier(createMemoryStore(), { clock: frozenClock(0), isAskedFor: () => true });

test('of what one transaction writes several times, what was before it counts', () => {
  const { store, earlier } = open();
  store.put('letters', '1', 'first');
  store.transaction(() => {
    store.put('letters', '1', 'draft');
    store.put('letters', '1', 'second');
  });
  expect([earlier.within(() => store.get('letters', '1'), -Infinity), store.get('letters', '1')]).toEqual(['first', 'second']);
});

test('what is undone is not remembered', () => {
  const { store, earlier } = open();
  store.put('letters', '1', 'first');
  store.transaction(() => {
    const failing = (): void =>
      store.transaction(() => {
        store.put('letters', '1', 'undone');
        throw new Error('refused');
      });
    expect(failing).toThrow('refused');
    store.put('letters', '1', 'second');
  });
  expect(earlier.within(() => store.get('letters', '1'), -Infinity)).toBe('first');
});

test('looking back changes nothing: neither what is written meanwhile nor what fails stays', () => {
  const { store, earlier } = open();
  for (const text of ['first', 'second']) store.put('letters', '1', text, [{ name: 'text', value: text }]);
  const found = (value: string) => store.find('letters', [{ name: 'text', anyOf: [value] }], { limit: 9 }).map(({ key }) => key);
  const back = earlier.within(() => {
    store.put('letters', '2', 'written meanwhile');
    return [found('first'), found('second')];
  }, -Infinity);
  const failing = (): unknown =>
    earlier.within(() => {
      throw new Error('refused');
    }, -Infinity);
  expect(failing).toThrow('refused');
  expect([back, found('first'), found('second'), store.keys('letters')]).toEqual([[['1'], []], [], ['1'], ['1']]);
});

test('the rows that were written last are remembered, and none that is very long', () => {
  const { store, earlier } = open();
  for (const text of ['first', 'second']) for (let i = 1; i <= 201; i++) store.put('letters', String(i), text);
  expect(store.count('~earlier')).toBe(200);
  expect(earlier.within(() => [store.get('letters', '1'), store.get('letters', '201')], -Infinity)).toEqual(['second', 'first']);
  store.put('letters', 'long', 'x'.repeat(60_000));
  store.put('letters', 'long', 'short');
  expect(earlier.within(() => store.get('letters', 'long'), -Infinity)).toBe('short');
});

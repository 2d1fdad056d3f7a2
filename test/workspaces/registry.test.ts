/** Facts of workspaces, events and switches over a store: kept in order, all or nothing, and nothing of what has ended but its id. */
import { describe, expect, test } from 'vitest';
import type { WorkspaceFacts } from '../../src/workspaces/facts.ts';
import { openRegistry } from '../../src/workspaces/registry/registry.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { failingStore, writesOf } from './failing-store.ts';

/** UTF-16 units after which texts are cut. */
const pieceLength = 400_000;

const facts = (id: string, more: Partial<WorkspaceFacts> = {}): WorkspaceFacts => ({
  id,
  name: `the name of ${id}`,
  keys: [{ hash: `hash of ${id}` }],
  secret: `secret of ${id}`,
  seed: 42,
  clock: 'real',
  made: 1_000,
  expires: 2_000,
  ...more,
});

const event = (id: string, workspaces = 3) => ({ id, name: 'A day', codeHash: 'code', made: 1_000, workspaces, expires: 5_000 });

describe('facts', () => {
  test('are found as they were added, and changed in place', () => {
    const { workspaces, add } = openRegistry(createMemoryStore());
    add([facts('a'), facts('b')]);
    expect(workspaces.find('a')).toEqual(facts('a'));
    expect(workspaces.change('b', { name: 'renamed', expires: 9_000 })).toEqual(facts('b', { name: 'renamed', expires: 9_000 }));
    expect(workspaces.find('b')?.expires).toBe(9_000);
    expect(workspaces.change('c', { name: 'nobody' })).toBeUndefined();
    expect(workspaces.find('c')).toBeUndefined();
  });

  test('leave nothing but the id when their workspace ends, and the id is never used again (ISO-6)', () => {
    const store = createMemoryStore();
    const registry = openRegistry(store);
    registry.add([facts('a', { event: 'e' })]);
    expect(registry.end('a')).toBe(true);
    expect(registry.end('a')).toBe(false);
    registry.workspaces.loose.remove('a');
    const left = ['workspace', 'ended', 'loose'].flatMap((collection) => store.list(collection));
    expect(left).toEqual([['a', '']]);
    expect(registry.workspaces.hasEnded('a')).toBe(true);
    expect(() => registry.add([facts('b'), facts('a')])).toThrow(/made before/);
    expect(registry.workspaces.find('b')).toBeUndefined();
  });

  test('of a workspace that its user named leave nothing at all, so that the name can be used again', () => {
    const { workspaces, add, end } = openRegistry(createMemoryStore());
    add([facts('shard-1', { isOpen: true })]);
    expect(workspaces.countNamed()).toBe(1);
    expect(end('shard-1')).toBe(true);
    expect(workspaces.hasEnded('shard-1')).toBe(false);
    add([facts('shard-1', { isOpen: true })]);
    expect(workspaces.countNamed()).toBe(1);
  });

  test.for([1, 2, 3, 7, 8])('are listed in order of making, %i at a time, whatever ends in between', (limit) => {
    const { workspaces, add, end } = openRegistry(createMemoryStore());
    add(['g', 'c', 'a', 'e', 'b', 'f', 'd'].map((id, i) => facts(id, i % 2 === 0 ? { event: 'e' } : {})));
    const page = workspaces.list({ limit });
    const seen = page.workspaces.map(({ id }) => id);
    end('g');
    if (limit > 1) end(seen.at(-1) ?? '');
    let next = page.next;
    while (next !== undefined) {
      const more = workspaces.list({ after: next, limit });
      seen.push(...more.workspaces.map(({ id }) => id));
      next = more.next;
    }
    expect(seen.join('')).toBe('gcaebfd');
    expect(workspaces.list({ after: 'nonsense', limit }).workspaces).toEqual([]);
  });

  test('are listed and counted by event', () => {
    const { workspaces, add } = openRegistry(createMemoryStore());
    add([facts('a', { event: 'e' }), facts('b'), facts('c', { event: 'e' }), facts('d', { event: 'f' })]);
    expect(workspaces.list({ event: 'e', limit: 10 }).workspaces.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([workspaces.count(), workspaces.count('e'), workspaces.count('nobody')]).toEqual([4, 2, 0]);
  });

  test('tell when time is over: at the very millisecond, and none before (QTA-4)', () => {
    const { workspaces, add } = openRegistry(createMemoryStore());
    const { expires: _, ...forever } = facts('forever');
    add([facts('a', { expires: 1_999 }), facts('b', { expires: 2_000 }), facts('c', { expires: 2_001 }), forever]);
    const over = (now: number) => workspaces.expired(now, 10).map(({ id }) => id);
    expect([over(1_998), over(1_999), over(2_000), over(2_001)]).toEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']]);
    workspaces.change('a', { expires: 99_999_999_999_999 });
    expect(over(2_001)).toEqual(['b', 'c']);
  });
});

describe('an event', () => {
  test.for([2, 3, 4])('with room for three takes %i at once only where they fit', (count) => {
    const { events, refusal, add } = openRegistry(createMemoryStore());
    events.add(event('e', 3));
    const refused = refusal({ count, event: 'e' }, 1_000);
    expect(refused?.problem).toBe(count > 3 ? 'conflict' : undefined);
    add([facts('a', { event: 'e' }), facts('b', { event: 'e' })]);
    expect(refusal({ count: 1, event: 'e' }, 1_000)).toBeUndefined();
    expect(refusal({ count: 2, event: 'e' }, 1_000)?.message).toContain('1 more can be made');
  });

  test('is over when its time is, and then makes none', () => {
    const { events, refusal } = openRegistry(createMemoryStore());
    events.add(event('e'));
    expect(refusal({ count: 1, event: 'e' }, 4_999)).toBeUndefined();
    expect(refusal({ count: 1, event: 'e' }, 5_000)?.problem).toBe('not-found');
    expect(refusal({ count: 1, event: 'f' }, 1_000)?.problem).toBe('not-found');
  });

  test.for([0, 1, pieceLength - 1, pieceLength, pieceLength + 1, 3 * pieceLength])(
    'shares a contract of %i characters as it was put',
    (length) => {
      const store = createMemoryStore();
      const { events } = openRegistry(store);
      events.add(event('e'));
      const text = 'é'.repeat(length);
      events.putContract('e', { name: 'wards', text: 'earlier'.repeat(pieceLength) });
      events.putContract('e', { name: 'wards', text });
      events.putContract('e', { name: 'ward', text: 'another' });
      expect(events.contracts('e')).toEqual([
        { name: 'ward', text: 'another' },
        { name: 'wards', text },
      ]);
      for (const collection of store.collections())
        for (const [, piece] of store.list(collection)) expect(new TextEncoder().encode(piece).byteLength).toBeLessThan(1_900_000);
      expect(events.removeContract('e', 'wards')).toBe(true);
      expect(events.removeContract('e', 'wards')).toBe(false);
      expect(events.contracts('e').map(({ name }) => name)).toEqual(['ward']);
      expect(events.remove('e')).toBe(true);
      expect(store.collections()).toEqual([]);
    },
  );
});

test.for([
  ['open', undefined, undefined, undefined],
  ['events', 'forbidden', undefined, undefined],
  ['closed', 'forbidden', 'forbidden', undefined],
] as const)('where sign-up is %s, whoever may not make workspaces is told so', ([signUp, anybody, organiser, operator]) => {
  const { deployment, events, refusal } = openRegistry(createMemoryStore());
  events.add(event('e'));
  deployment.setSignUp(signUp);
  expect(deployment.signUp()).toBe(signUp);
  expect(refusal({ count: 1 }, 0)?.problem).toBe(anybody);
  expect(refusal({ count: 1, event: 'e' }, 0)?.problem).toBe(organiser);
  expect(refusal({ count: 1, byOperator: true }, 0)?.problem).toBe(operator);
});

describe('where a write fails', () => {
  const prepared = () => {
    const store = createMemoryStore();
    const registry = openRegistry(store);
    registry.events.add(event('e'));
    registry.events.putContract('e', { name: 'wards', text: 'x'.repeat(2 * pieceLength + 1) });
    registry.add([facts('a', { event: 'e' }), facts('b')]);
    return store;
  };
  type Operation = (registry: ReturnType<typeof openRegistry>) => void;
  const operations: Readonly<Record<string, Operation>> = {
    'adding two workspaces': ({ add }) => add([facts('c'), facts('d')]),
    'changing one': ({ workspaces }) => workspaces.change('a', { name: 'other', keys: [{ hash: 'new' }] }),
    'ending one': ({ end }) => end('a'),
    'making an event': ({ events }) => events.add(event('f')),
    'changing an event': ({ events }) => events.change('e', { expires: 9_000, announcement: 'Lunch' }),
    'putting a contract in place of another': ({ events }) => events.putContract('e', { name: 'wards', text: 'y'.repeat(pieceLength + 1) }),
    'removing a contract': ({ events }) => events.removeContract('e', 'wards'),
    'removing an event': ({ events }) => events.remove('e'),
    'closing sign-up': ({ deployment }) => deployment.setSignUp('closed'),
  };

  test.for(Object.entries(operations))('%s happens wholly or not at all', ([, operate]) => {
    const before = everything(prepared());
    const whole = prepared();
    operate(openRegistry(whole));
    const writes = writesOf(prepared(), (store) => operate(openRegistry(store)));
    expect(writes).toBeGreaterThan(0);
    for (let nth = 1; nth <= writes; nth++) {
      const store = prepared();
      expect(() => operate(openRegistry(failingStore(store, nth)))).toThrow('no room');
      expect(everything(store)).toEqual(before);
      operate(openRegistry(store));
      expect(everything(store)).toEqual(everything(whole));
    }
  });

  function everything(store: ReturnType<typeof createMemoryStore>): unknown {
    return store
      .collections()
      .map((collection) => [
        collection,
        store.list(collection),
        store.find(collection, [{ name: 'kind', anyOf: ['workspace', 'event'] }], { limit: 100 }),
      ]);
  }
});

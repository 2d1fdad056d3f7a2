/** One tenant's life: what a reset takes and leaves, what is counted, and the journal of the sandbox's own API beside that of a client's. */
import { expect, test, vi } from 'vitest';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { nobody } from '../../src/population.ts';
import { addExchange, opened } from './opened.ts';

test('a workspace is opened without anything being asked of the world, which is made when it is first asked', () => {
  const world = {
    ...nobody,
    on: () => world,
    get register(): never {
      throw new Error('the world is made');
    },
  };
  const { population } = opened(undefined, { population: world });
  expect(() => population.register).toThrow('the world is made');
});

test('a reset takes what was changed and the journal, and leaves what is the workspace’s own', () => {
  const store = createMemoryStore();
  const workspace = opened(store);
  store.put('clubs/clubs', '1', '{}');
  for (let i = 0; i < 60; i++) addExchange(workspace.journal);
  addExchange(workspace.controlJournal);
  workspace.changeSettings({ checks: 'warn' });
  workspace.reset();
  expect(store.collections()).toEqual(['~counters', '~settings', '~world']);
  expect(workspace.journal.list(9)).toEqual([]);
  expect(workspace.controlJournal.list(9)).toHaveLength(1);
  expect(workspace.settings.checks).toBe('warn');
  expect(workspace.counters()).toMatchObject({ requests: 60 });
  workspace.flush();
  expect(store.collections()).toEqual(['~control-journal', '~counters', '~settings', '~world']);
});

test('a reset that is undone with the rest of a transaction leaves what is put off to be done', () => {
  const { store, schedule, reset } = opened();
  const done: unknown[] = [];
  const act = ({ about }: { readonly about?: unknown }) => void done.push(about);
  store.transaction(() => schedule.put({ api: 'clubs', do: 'remind', about: 'Ada' }, 5));
  expect(() =>
    store.transaction(() => {
      reset();
      expect(schedule.isDue(10)).toBe(false);
      throw new Error('something that came after');
    }),
  ).toThrow('something that came after');
  schedule.run(10, act);
  expect(done).toEqual(['Ada']);
  store.transaction(() => schedule.put({ api: 'clubs', do: 'remind', about: 'Bo' }, 5));
  reset();
  schedule.run(10, act);
  expect(done).toEqual(['Ada']);
});

test('exchanges with the sandbox’s own API are journalled apart, the last two hundred, under ids of their own', () => {
  const store = createMemoryStore();
  const workspace = opened(store);
  addExchange(workspace.journal);
  for (let i = 0; i < 270; i++) addExchange(workspace.controlJournal);
  expect(workspace.controlJournal.list(1_000).map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, i) => 269 - i));
  expect(workspace.journal.list(1_000)).toHaveLength(1);
  expect(workspace.controlExchangeId(0)).not.toBe(workspace.exchangeId(0));
  workspace.flush();
  const again = opened(store);
  expect(again.controlJournal.next()).toBe(270);
  expect(again.journal.next()).toBe(1);
});

test.each([
  [199, 199],
  [200, 200],
  [201, 200],
])('of %i exchanges with the sandbox’s own API, %i are kept', (count, kept) => {
  const { controlJournal } = opened();
  for (let i = 0; i < count; i++) addExchange(controlJournal);
  expect(controlJournal.list(1_000)).toHaveLength(kept);
});

test('counts what clients did: all, what was refused, and what changed something', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
  const store = createMemoryStore();
  const workspace = opened(store);
  expect(workspace.counters()).toEqual({ requests: 0, refused: 0, changes: 0, clock: expect.anything(), bytes: expect.any(Number) });
  for (const [method, status, url] of [
    ['GET', 200, '/a'],
    ['HEAD', 200, '/a'],
    ['GET', 404, '/a'],
    ['POST', 201, '/a'],
    ['POST', 200, '/a/_search'],
    ['POST', 422, '/a'],
    ['DELETE', 204, '/a?_search'],
  ] as const)
    addExchange(workspace.journal, { method, status, url });
  addExchange(workspace.controlJournal, { method: 'POST', status: 400 });
  const counted = { requests: 7, refused: 2, changes: 2, lastUsed: Date.UTC(2026, 5, 1) };
  expect(workspace.counters()).toMatchObject(counted);
  expect(store.collections()).toEqual(['~world']);
  workspace.flush();
  expect(store.collections()).toEqual(['~control-journal', '~counters', '~journal', '~world']);
  expect(opened(store).counters()).toMatchObject(counted);
  vi.useRealTimers();
});

test('tells what was asked last, and why most of the last twenty were refused: kinds of problems, and nothing of what was sent', () => {
  const store = createMemoryStore();
  const workspace = opened(store);
  const missing = { in: 'header', name: 'X-Request-ID', pointer: '', keyword: 'required', message: 'is required' } as const;
  const unknown = { in: 'query', name: 'MyOwnText', pointer: '', keyword: 'undeclared', message: 'is not expected' } as const;
  const digits = { in: 'query', name: 'n9434765919', pointer: '', keyword: 'maxLength', message: 'is too long' } as const;
  for (let i = 0; i < 15; i++) addExchange(workspace.journal, { status: 404, problem: 'not-found' });
  for (let i = 0; i < 8; i++) addExchange(workspace.journal, { status: 200 });
  for (let i = 0; i < 6; i++) addExchange(workspace.journal, { status: 400, problem: 'missing-value', faults: [missing] });
  for (const fault of [unknown, unknown, digits])
    addExchange(workspace.journal, { status: 400, problem: 'invalid-value', faults: [fault] });
  addExchange(workspace.journal, { method: 'PUT', status: 204, url: '/Patient/9000000009', api: 'clubs', operation: 'put-club' });
  const told = {
    last: { method: 'PUT', status: 204, api: 'clubs', operation: 'put-club' },
    recent: {
      exchanges: 20,
      refused: 11,
      inARow: 0,
      commonest: { status: 400, problem: 'missing-value', in: 'header', name: 'X-Request-ID', exchanges: 6 },
    },
    clock: { mode: 'frozen' },
  };
  expect(workspace.counted()).toMatchObject(told);
  workspace.flush();
  expect(opened(store).counted()).toMatchObject(told);
  expect(JSON.stringify([store.get('~counters', 'exchanges'), workspace.counted()])).not.toMatch(/MyOwnText|9434765919|9000000009/);
});

test('tells how many bytes are stored, as the home says or by counting them', () => {
  const store = createMemoryStore();
  const workspace = opened(store);
  const before = workspace.counters().bytes;
  store.put('clubs/clubs', '12', 'é');
  expect(workspace.counters().bytes - before).toBe(4);
  expect(opened(store, { size: () => 4_096 }).counters().bytes).toBe(4_096);
});

test('asks for room for what clients store, and for nothing of its own', () => {
  const taken: number[] = [];
  const workspace = opened(createMemoryStore(), { take: (bytes) => void taken.push(bytes) });
  addExchange(workspace.journal);
  workspace.flush();
  workspace.changeSettings({ checks: 'warn' });
  expect(taken).toEqual([]);
  workspace.store.put('clubs/clubs', '1', '{}');
  expect(taken).toHaveLength(1);
});

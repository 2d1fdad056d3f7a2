/** Laws of the clock: whatever way leads to an instant, what was put off until then was done once, in its order, each at its own time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { mountApis } from '../../../src/gateway/mount.ts';
import { catchUp, catchUpWhole, defer } from '../../../src/gateway/cues.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import type { Store } from '../../../src/workspace/store/store.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { openWorkspaceClock } from '../../../src/workspace/time/workspace-clock.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { runs } from '../../runs.ts';
import { opened } from '../opened.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
/** When everything is over: a job of three steps takes three days at most. */
const end = start + 100 * hour;

/** What is to be done, and what is put off in turn when it is, by so many hours. */
interface Job {
  readonly id: number;
  readonly waits: readonly number[];
}

const contract = loadContract({
  name: 'jobs',
  text: '{"openapi":"3.1.0","info":{"title":"Jobs","version":"1"},"paths":{"/jobs":{"get":{"responses":{"200":{"description":"Jobs"}}}}}}',
});
const jobs = {
  contract,
  mock: {
    behaviours: {},
    events: {
      later: {
        work(cue: Cue, about: Json) {
          const { id, waits } = about as unknown as Job; // as it is put off here
          cue.store.put('jobs/log', String(cue.store.count('jobs/log')).padStart(6, '0'), `${id}/${waits.length} at ${cue.clock.now()}`);
          putOff(cue, { id, waits });
        },
      },
    },
  },
};

const apis = mountApis([jobs], () => '');
const [api = expect.unreachable()] = apis;

function putOff(cue: Pick<Cue, 'later'>, { id, waits: [wait, ...waits] }: Job): void {
  if (wait !== undefined) cue.later({ in: `PT${wait}H`, do: 'work', about: { id, waits } });
}

function begun(store: Store, todo: readonly Job[]): Workspace {
  const workspace = opened(store, { clock: frozenClock(start) });
  for (const job of todo) putOff({ later: (what) => defer(api, what, { workspace, now: start }) }, job);
  return workspace;
}

function goTo(workspace: Workspace, at: number): void {
  workspace.clock.set({ mode: 'frozen', at });
  catchUpWhole(workspace, apis);
}

const overlay = (store: Store) => store.collections().flatMap((name) => (name.startsWith('~') ? [] : [[name, [...store.rows(name)]]]));
const log = (store: Store) => store.list('jobs/log').map(([, line]) => line);

const someJobs = fc
  .array(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((all) => all.map((waits, id): Job => ({ id, waits })));
const instants = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }).map((hours) => hours.map((count) => start + count * hour));

function atOnce(todo: readonly Job[]): Store {
  const store = createMemoryStore();
  goTo(begun(store, todo), end);
  return store;
}

test('one step or many give the same state and the same order', () => {
  fc.assert(
    fc.property(someJobs, instants, (todo, steps) => {
      const store = createMemoryStore();
      const workspace = begun(store, todo);
      for (const at of [...steps].sort((a, b) => a - b)) goTo(workspace, at);
      goTo(workspace, end);
      expect(overlay(store)).toEqual(overlay(atOnce(todo)));
      expect(log(store)).toHaveLength(todo.reduce((sum, { waits }) => sum + waits.length, 0));
    }),
    { numRuns: runs(100) },
  );
});

test('a clock that is set back and forth does nothing twice and leaves nothing out', () => {
  fc.assert(
    fc.property(someJobs, instants, (todo, moves) => {
      const store = createMemoryStore();
      const workspace = begun(store, todo);
      for (const at of [...moves, end]) goTo(workspace, at);
      expect(overlay(store)).toEqual(overlay(atOnce(todo)));
    }),
    { numRuns: runs(100) },
  );
});

test('a workspace that is opened anew at any time, its work half done, goes on where it was', () => {
  fc.assert(
    fc.property(someJobs, instants, fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }), (todo, moves, isCutShort) => {
      const store = createMemoryStore();
      begun(store, todo);
      for (const [i, at] of [...moves, end].entries()) {
        const before = opened(store, { clock: frozenClock(start) });
        before.clock.set({ mode: 'frozen', at });
        // Killed between due and done: the clock is set, and what is due is not done.
        if (!isCutShort[i]) catchUp(before, apis);
        expect(opened(store, { clock: frozenClock(start) }).clock.now()).toBe(at);
      }
      catchUpWhole(opened(store, { clock: frozenClock(start) }), apis);
      expect(overlay(store)).toEqual(overlay(atOnce(todo)));
    }),
    { numRuns: runs(100) },
  );
});

test('a clock says what it is set to, whatever it was before, and when an instant will be', () => {
  const instant = fc.integer({ min: 0, max: 4e12 });
  const setting = fc.oneof(
    fc.constant({ mode: 'real' } as const),
    instant.map((at) => ({ mode: 'frozen', at }) as const),
    fc.integer({ min: -1e12, max: 1e12 }).map((by) => ({ mode: 'offset', by }) as const),
  );
  fc.assert(
    fc.property(fc.array(setting, { minLength: 1, maxLength: 5 }), instant, (settings, at) => {
      const store = createMemoryStore();
      const clock = openWorkspaceClock(store, frozenClock(start));
      for (const next of settings) {
        clock.set(next);
        expect([clock.setting(), openWorkspaceClock(store, frozenClock(start)).setting()]).toEqual([next, next]);
      }
      const wait = clock.realTimeOf(at);
      if (wait !== undefined) expect(Math.abs(wait - Date.now() - (at - clock.now()))).toBeLessThan(1000);
      clock.moveTo(at);
      expect(clock.now()).toBeGreaterThanOrEqual(at);
      clock.unset();
      expect(openWorkspaceClock(store, frozenClock(start)).now()).toBe(start);
    }),
    { numRuns: runs(50) },
  );
});

test('a setting that is undone with its transaction was never made, and another clock to begin with is the later word', () => {
  const store = createMemoryStore();
  const clock = openWorkspaceClock(store, frozenClock(start));
  expect(() =>
    store.transaction(() => {
      clock.set({ mode: 'frozen', at: end });
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(clock.now()).toBe(start);
  clock.set({ mode: 'frozen', at: end });
  expect(openWorkspaceClock(store, frozenClock(start)).now()).toBe(end);
  expect(openWorkspaceClock(store, frozenClock(start + hour)).now()).toBe(start + hour);
});

/** Many workspaces in one process: made and ended wholly or not at all, gone in time, open only so many at once. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/mock/problem.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { StoreRefusal } from '../../src/workspace/store/guarded-store.ts';
import { opens } from '../../src/workspaces/keys/keys.ts';
import { mintedAtOnce } from '../../src/workspaces/limits.ts';
import type { Tenant } from '../../src/workspaces/workspaces.ts';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { hour, minted, mintedOne, premises, wishes } from './premises.ts';

type Premises = ReturnType<typeof premises>;

function put({ workspaces }: Premises, id: string, key: string, text: string): void {
  const facts = workspaces.known(id);
  if (!facts) throw new Error('there is no such workspace');
  const { workspace, release } = workspaces.hold(facts);
  workspace.store.put('Patient', key, text);
  release();
}

function read({ workspaces }: Premises, id: string): unknown {
  const facts = workspaces.known(id);
  if (!facts) return undefined;
  const { workspace, release } = workspaces.hold(facts);
  const rows = workspace.store.list('Patient');
  release();
  return Object.fromEntries(rows);
}

async function tenant({ workspaces }: Premises, id: string): Promise<Tenant> {
  const found = await workspaces.find(id);
  if (!found) throw new Error('there is no such workspace');
  return found;
}

describe('making', () => {
  test('gives each an id, a key that opens it alone, and a day to live', async () => {
    const here = premises();
    const [one, other] = await minted(here, { count: 2, prefix: 'team' });
    expect([one?.facts.name, other?.facts.name]).toEqual(['team-01', 'team-02']);
    expect(one?.facts.expires).toBe(here.time.now + 24 * hour);
    expect(opens(one?.managementKey ?? '', one?.facts.keys ?? [], here.time.now)).toBe(true);
    expect(opens(other?.managementKey ?? '', one?.facts.keys ?? [], here.time.now)).toBe(false);
    expect(JSON.stringify(here.registry.list('workspace'))).not.toContain(one?.managementKey.split('_')[2]);
    expect((await tenant(here, one?.facts.id ?? '')).facts).toEqual(one?.facts);
  });

  test('stores nothing of a workspace in which there is nothing, nor of one that nobody made (ISO-4)', async () => {
    const here = premises();
    expect(await here.workspaces.find('f'.repeat(48))).toBeUndefined();
    expect(await here.workspaces.list({ limit: 10 })).toEqual({ workspaces: [] });
    expect(here.registry.collections()).toEqual([]);
    await mintedOne(here);
    expect(here.disk.size).toBe(0);
  });

  test('puts in settings and contracts, those of its event with them', async () => {
    const here = premises();
    const { facts: event } = await here.workspaces.events.make({ name: 'A day', workspaces: 10, hours: 5 });
    await here.workspaces.events.putContract(event.id, 'wards', 'shared');
    const { facts } = await mintedOne(here, {
      event: event.id,
      hours: 99,
      settings: { delay: 7 },
      contracts: [{ name: 'beds', text: 'own' }],
    });
    expect(facts).toMatchObject({ event: event.id, expires: here.time.now + 5 * hour });
    const { workspace, release } = here.workspaces.hold(facts);
    expect(workspace.settings.delay).toBe(7);
    expect(['beds', 'wards', 'rooms'].map((name) => workspace.contracts.text(name))).toEqual(['own', 'shared', undefined]);
    release();
  });

  test('makes none where one of what is wished for cannot be', async () => {
    const here = premises();
    const made = await here.workspaces.mint(wishes({ count: 3, prefix: 'a', contracts: [{ name: 'beds', text: 'bad' }] }));
    expect(made).toMatchObject({ problem: 'unprocessable' });
    expect(here.disk.size).toBe(0);
    expect(await here.workspaces.list({ limit: 10 })).toEqual({ workspaces: [] });
    expect(here.registry.count('loose')).toBe(0);
  });

  test.for([mintedAtOnce - 1, mintedAtOnce])('makes %i at once', async (count) => {
    const here = premises();
    const made = await minted(here, { count, prefix: 'team' });
    expect(new Set(made.map(({ facts }) => facts.id)).size).toBe(count);
    expect((await here.workspaces.deployment.numbers()).made).toBe(count);
  });

  test('makes no more than a hundred at once', async () => {
    const here = premises();
    await expect(here.workspaces.mint(wishes({ count: mintedAtOnce + 1 }))).rejects.toThrow(RangeError);
    await expect(here.workspaces.mint(wishes({ count: 0 }))).rejects.toThrow(RangeError);
  });

  test('gives the last place of an event to one of two who ask at the same time', async () => {
    const here = premises({ pause: () => new Promise((resolve) => setTimeout(resolve, 1)) });
    const { facts: event } = await here.workspaces.events.make({ name: 'A day', workspaces: 1, hours: 5 });
    const both = await Promise.all([1, 2].map(() => here.workspaces.mint(wishes({ event: event.id, settings: { delay: 1 } }))));
    expect(both.map((made) => 'problem' in made)).toEqual([false, true]);
    expect(here.disk.size).toBe(1);
  });
});

describe('time', () => {
  test('is over at the very millisecond, and what was stored is gone with the next sweep (QTA-4)', async () => {
    const here = premises();
    const { facts } = await mintedOne(here, { hours: 1 });
    put(here, facts.id, 'a', 'x');
    here.time.now += hour - 1;
    await here.workspaces.sweep();
    expect(read(here, facts.id)).toEqual({ a: 'x' });
    here.time.now += 1;
    expect(here.workspaces.known(facts.id)).toBeUndefined();
    expect(here.disk.size).toBe(1);
    await here.workspaces.sweep();
    expect(here.disk.size).toBe(0);
    expect(here.registry.list('ended')).toEqual([[facts.id, '']]);
    expect(here.registry.list('workspace')).toEqual([]);
    expect(await here.workspaces.deployment.numbers()).toEqual({ workspaces: 0, made: 1, ended: 1, events: 0 });
  });

  test('can be moved, and never beyond thirty days or the end of an event', async () => {
    const here = premises();
    const { facts } = await mintedOne(here);
    expect(await (await tenant(here, facts.id)).change({ hours: 48, name: 'renamed' })).toMatchObject({
      expires: here.time.now + 48 * hour,
      name: 'renamed',
    });
    expect((await (await tenant(here, facts.id)).change({ hours: 9_999 })).expires).toBe(here.time.now + 720 * hour);
    const { facts: event } = await here.workspaces.events.make({ name: 'A day', workspaces: 10, hours: 5 });
    const member = await mintedOne(here, { event: event.id, hours: 2 });
    expect((await (await tenant(here, member.facts.id)).change({ hours: 48 })).expires).toBe(here.time.now + 5 * hour);
    await here.workspaces.events.change(event.id, { hours: 3 });
    expect(here.workspaces.known(member.facts.id)?.expires).toBe(here.time.now + 3 * hour);
    here.time.now += 3 * hour;
    expect(await here.workspaces.events.find(event.id)).toBeUndefined();
    await here.workspaces.sweep();
    expect(await here.workspaces.events.list()).toEqual([]);
  });
});

describe('ending', () => {
  test('takes everything at once, and the id is spent (ISO-6)', async () => {
    const here = premises();
    const { facts } = await mintedOne(here);
    put(here, facts.id, 'a', 'x');
    const known = await tenant(here, facts.id);
    await known.end();
    expect(await here.workspaces.find(facts.id)).toBeUndefined();
    expect([here.disk.size, here.open.size]).toEqual([0, 0]);
    for (const ask of [() => known.reset(), () => known.change({ name: 'x' }), () => known.rotateKey(0), () => known.counters()])
      await expect(ask()).rejects.toThrow(StoreRefusal);
    expect(here.disk.size).toBe(0);
  });

  test('stops a request that is in the middle of it from storing anything', async () => {
    const here = premises();
    const { facts } = await mintedOne(here);
    const held = here.workspaces.hold(facts);
    held.workspace.store.put('Patient', 'a', 'x');
    await (await tenant(here, facts.id)).end();
    expect(held.hasEnded()).toBe(true);
    expect(() => held.workspace.store.put('Patient', 'b', 'x')).toThrow(StoreRefusal);
    expect(() => held.workspace.store.get('Patient', 'a')).toThrow(StoreRefusal);
    held.release();
    expect(here.disk.size).toBe(0);
  });

  test('is refused of the default workspace, which can be reset', async () => {
    const here = premises();
    put(here, 'default', 'a', 'x');
    const standing = await tenant(here, 'default');
    await expect(standing.end()).rejects.toThrow(/neither renamed nor ended/);
    await expect(standing.change({ hours: 1 })).rejects.toThrow(StoreRefusal);
    await expect(standing.rotateKey(0)).rejects.toThrow(/without a key/);
    await standing.reset();
    expect(read(here, 'default')).toEqual({});
  });
});

describe('a fork', () => {
  test('has everything that was changed, under a key of its own, and goes its own way from there', async () => {
    const here = premises();
    const { facts, managementKey } = await mintedOne(here, {
      hours: 5,
      settings: { delay: 3 },
      contracts: [{ name: 'beds', text: 'own' }],
    });
    put(here, facts.id, 'a', 'x');
    here.time.now += hour;
    const forked = await (await tenant(here, facts.id)).fork({ name: 'late team' });
    if ('problem' in forked) throw new Error(forked.message);
    expect(forked.facts).toMatchObject({ name: 'late team', seed: 42, expires: here.time.now + 5 * hour });
    expect(opens(managementKey, forked.facts.keys, here.time.now)).toBe(false);
    put(here, forked.facts.id, 'b', 'y');
    put(here, facts.id, 'c', 'z');
    expect([read(here, forked.facts.id), read(here, facts.id)]).toEqual([
      { a: 'x', b: 'y' },
      { a: 'x', c: 'z' },
    ]);
    const { workspace, release } = here.workspaces.hold(forked.facts);
    expect(workspace.settings.delay).toBe(3);
    expect(workspace.contracts.text('beds')).toBe('own');
    expect(workspace.counters().requests).toBe(0);
    release();
  });

  test('of the default workspace lives a day', async () => {
    const here = premises();
    put(here, 'default', 'a', 'x');
    const forked = await (await tenant(here, 'default')).fork({});
    if ('problem' in forked) throw new Error(forked.message);
    expect(forked.facts.expires).toBe(here.time.now + 24 * hour);
    expect(read(here, forked.facts.id)).toEqual({ a: 'x' });
  });

  test('counts as one of its event, and is refused where that is full', async () => {
    const here = premises();
    const { facts: event } = await here.workspaces.events.make({ name: 'A day', workspaces: 2, hours: 5 });
    const { facts } = await mintedOne(here, { event: event.id });
    const member = await tenant(here, facts.id);
    expect(await member.fork({})).toMatchObject({ facts: { event: event.id } });
    expect(await member.fork({})).toMatchObject({ problem: 'conflict' });
    expect(here.disk.size).toBe(2);
  });
});

describe('a key', () => {
  test('is replaced at once, or after an overlap, and the old one is refused then (KEY-4)', async () => {
    const here = premises();
    const { facts, managementKey } = await mintedOne(here);
    const { managementKey: next } = await (await tenant(here, facts.id)).rotateKey(60_000);
    const keys = () => here.workspaces.known(facts.id)?.keys ?? [];
    expect([opens(managementKey, keys(), here.time.now), opens(next, keys(), here.time.now)]).toEqual([true, true]);
    here.time.now += 60_000;
    expect([opens(managementKey, keys(), here.time.now), opens(next, keys(), here.time.now)]).toEqual([false, true]);
    await (await tenant(here, facts.id)).rotateKey(0);
    expect(opens(next, keys(), here.time.now)).toBe(false);
  });
});

describe('names', () => {
  test('open the same workspace each time, and another for another', () => {
    const here = premises();
    const one = here.workspaces.named('shard-1');
    expect(one).toMatchObject({ id: 'shard-1', isOpen: true, keys: [], expires: here.time.now + 24 * hour });
    expect(here.workspaces.named('shard-1')).toEqual(one);
    put(here, 'shard-1', 'a', 'x');
    here.workspaces.named('Shard-1');
    expect([read(here, 'shard-1'), read(here, 'Shard-1')]).toEqual([{ a: 'x' }, {}]);
    expect(here.workspaces.named('default')).toBe(here.workspaces.byDefault.facts);
  });

  test('live on by being used, and are free again when they are not', async () => {
    const here = premises();
    here.workspaces.named('shard-1');
    put(here, 'shard-1', 'a', 'x');
    here.time.now += 24 * hour - 1;
    expect(here.workspaces.named('shard-1')).toMatchObject({ expires: here.time.now + 24 * hour });
    here.time.now += 24 * hour;
    expect(here.workspaces.known('shard-1')).toBeUndefined();
    // Before the sweeper has come by, even.
    here.workspaces.named('shard-1');
    expect(read(here, 'shard-1')).toEqual({});
  });

  test('are as many as there may be, and one more is refused (n − 1, n, n + 1)', async () => {
    const here = premises({ namedAtMost: 3 });
    for (const name of ['a', 'b', 'c']) expect(here.workspaces.named(name)).toMatchObject({ id: name });
    expect(here.workspaces.named('d')).toMatchObject({ problem: 'rate-limited' });
    expect(here.workspaces.named('a')).toMatchObject({ id: 'a' });
    await (await tenant(here, 'b')).end();
    expect(here.workspaces.named('d')).toMatchObject({ id: 'd' });
  });

  test('are no secrets, nor what could be the number of a patient (LIVE-2)', () => {
    const here = premises();
    const number = realRange(randomFrom(7));
    const refused = here.workspaces.named(`nhs-${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`) as Problem;
    expect(refused.problem).toBe('unprocessable');
    expect(JSON.stringify(refused)).not.toContain(number.slice(6));
    expect(here.registry.collections()).toEqual([]);
  });
});

describe('open workspaces', () => {
  test.for([2, 3, 4])('are %i at most three, and the one used longest ago is closed for another', async (count) => {
    const here = premises({ openAtMost: 3 });
    const made = await minted(here, { count, prefix: 'a' });
    const ids = made.map(({ facts }) => facts.id);
    for (const id of ids) put(here, id, 'a', id);
    expect([...here.open]).toEqual(ids.slice(-3));
    for (const id of ids) expect(read(here, id)).toEqual({ a: id });
    expect(here.open.size).toBe(Math.min(count, 3));
  });

  test('are never closed while a request is in them', async () => {
    const here = premises({ openAtMost: 3 });
    const made = await minted(here, { count: 6, prefix: 'a' });
    const held = made.map(({ facts }) => here.workspaces.hold(facts));
    expect(here.open.size).toBe(6);
    held.forEach(({ workspace }, i) => workspace.store.put('Patient', 'a', String(i)));
    for (const { release } of held) release();
    expect(here.open.size).toBe(3);
    made.forEach(({ facts }, i) => expect(read(here, facts.id)).toEqual({ a: String(i) }));
  });

  test('are counted without seeming used, and without being opened again once they are closed', async () => {
    const here = premises();
    const { facts } = await mintedOne(here);
    const { workspace, release } = here.workspaces.hold(facts);
    workspace.journal.add({ number: workspace.journal.next(), id: 'x', at: 0, method: 'GET', url: '/', status: 404 });
    release();
    here.time.now += 299_999;
    expect(await here.workspaces.counted(facts)).toMatchObject({ requests: 1, refused: 1 });
    here.time.now += 1;
    await here.workspaces.sweep();
    expect(here.open.size).toBe(0);
    expect(await here.workspaces.counted(facts)).toMatchObject({ requests: 1, refused: 1 });
    expect(here.open.size).toBe(0);
    put(here, facts.id, 'a', 'b');
    expect(here.open.size).toBe(1);
    await (await tenant(here, facts.id)).end();
    expect(await here.workspaces.counted(facts)).toBeUndefined();
  });

  test('are closed when nobody has used them for five minutes, with what was only in memory stored', async () => {
    const here = premises();
    const { facts } = await mintedOne(here);
    const { workspace, release } = here.workspaces.hold(facts);
    const exchange = { number: workspace.journal.next(), id: 'x', at: 0, method: 'GET', url: '/', status: 200 };
    workspace.journal.add(exchange);
    release();
    here.time.now += 299_999;
    await here.workspaces.sweep();
    expect(here.open.size).toBe(1);
    here.time.now += 1;
    await here.workspaces.sweep();
    expect(here.open.size).toBe(0);
    const again = here.workspaces.hold(facts);
    expect(again.workspace.journal.list(10)).toHaveLength(1);
    again.release();
  });
});

describe('where a call of a store fails', () => {
  const contracts = [{ name: 'beds', text: 'own' }];
  type Operation = (here: Premises, id: string, event: string) => Promise<unknown>;
  const operations: Readonly<Record<string, Operation>> = {
    'making two with something in them': (here, _, event) =>
      here.workspaces.mint(wishes({ count: 2, prefix: 'b', event, settings: { delay: 1 }, contracts })),
    'making one with nothing in it': (here) => here.workspaces.mint(wishes()),
    forking: async (here, id) => (await tenant(here, id)).fork({}),
    ending: async (here, id) => (await tenant(here, id)).end(),
    rotating: async (here, id) => (await tenant(here, id)).rotateKey(0),
    changing: async (here, id) => (await tenant(here, id)).change({ name: 'c', hours: 1 }),
    naming: async (here) => here.workspaces.named('shard-2'),
    'changing an event': (here, _, event) => here.workspaces.events.change(event, { announcement: 'Lunch', hours: 1 }),
    'sharing a contract': (here, _, event) => here.workspaces.events.putContract(event, 'wards', 'new'),
    'making an event': (here) => here.workspaces.events.make({ name: 'B', workspaces: 1, hours: 1 }),
    'removing an event': (here, _, event) => here.workspaces.events.remove(event),
    'closing sign-up': (here) => here.workspaces.deployment.setSignUp('closed'),
  };

  const cases = Object.entries(operations).flatMap(([name, operate]) => [
    { name, operate, lasts: false, what: 'a call fails' },
    { name, operate, lasts: true, what: 'the process dies' },
  ]);

  /** At each call in turn, whichever store it is of; then what a process that starts anew finds. */
  test.for(cases)(
    '$name happens wholly or not at all where $what, and nothing is left that anybody can open',
    async ({ operate, lasts }) => {
      let hasSucceeded = false;
      for (let nth = 1; !hasSucceeded; nth++) {
        expect(nth).toBeLessThan(300);
        const first = premises();
        const { facts: event } = await first.workspaces.events.make({ name: 'A', workspaces: 9, hours: 5 });
        await first.workspaces.events.putContract(event.id, 'wards', 'shared');
        const { facts } = await mintedOne(first, { event: event.id, settings: { delay: 2 } });
        put(first, facts.id, 'a', 'x');
        const before = await state(first);
        first.workspaces.close();
        const fail = { at: nth, lasts };
        const failing = premises({ held: first, through: (store) => failingTogether(store, fail), dropping: () => next(fail) });
        const failed = await operate(failing, facts.id, event.id).then(
          () => undefined,
          (error: unknown) => error,
        );
        failing.workspaces.close();
        hasSucceeded = fail.at > 0;
        const after = premises({ held: first });
        await after.workspaces.sweep();
        const found = await state(after);
        // Either it was told of the failure and nothing has happened, or what failed came after the deed was done.
        if (failed !== undefined) {
          expect(String(failed)).toContain('no room');
          expect(found).toEqual(before);
        }
        expect(after.registry.count('loose')).toBe(0);
        const listed = after.registry.list('workspace').map(([id]) => id);
        for (const id of after.disk.keys()) expect(listed).toContain(id);
      }
    },
  );

  interface Fail {
    at: number;
    readonly lasts: boolean;
  }

  function next(fail: Fail): void {
    if (--fail.at === 0 || (fail.lasts && fail.at < 0)) throw new Error('no room');
  }

  /** Every call of any of them counts, and so does the end of a transaction, where a disk may turn out to be full. */
  function failingTogether(store: Store, fail: Fail): Store {
    const methods = Object.entries(store)
      .filter(([name]) => !['transaction', 'whenUndone', 'close'].includes(name))
      .map(([name, method]: [string, (...given: unknown[]) => unknown]) => [
        name,
        (...given: unknown[]) => {
          next(fail);
          return method(...given);
        },
      ]);
    return {
      ...(Object.fromEntries(methods) as Omit<Store, 'transaction' | 'whenUndone' | 'close'>), // the same under the same names
      whenUndone: store.whenUndone,
      close: store.close,
      transaction: (work) =>
        store.transaction(() => {
          const done = work();
          next(fail);
          return done;
        }),
    };
  }

  /** All that can be seen of it, ids and keys as they are. */
  async function state(here: Premises): Promise<unknown> {
    const { workspaces } = await here.workspaces.list({ limit: 100 });
    const events = await here.workspaces.events.list();
    return {
      workspaces: workspaces.map((facts) => [facts, read(here, facts.id)]),
      events: await Promise.all(events.map(async (facts) => [facts, await here.workspaces.events.contracts(facts.id)])),
      signUp: await here.workspaces.deployment.signUp(),
      numbers: await here.workspaces.deployment.numbers(),
    };
  }
});

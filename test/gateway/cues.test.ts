/** What a mock does later, by the workspace's own clock, and what it tells other APIs of. */
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { defects } from '../defects.ts';
import { openPostOffice } from './post-office.ts';

describe('what a mock puts off', () => {
  test('is done before the first request after its time, and not sooner', async () => {
    const { post, status, wait } = openPostOffice();
    await post({ id: 'a' });
    wait(0.99);
    expect(await status('a')).toBe('posted');
    wait(0.01);
    expect(await status('a')).toBe('sorted');
  });

  test('may put off something else, and each step is done at its own time, however late somebody looks', async () => {
    const { post, letter, sent, wait } = openPostOffice();
    await post({ id: 'a' });
    wait(48);
    expect(await letter('a')).toEqual({ id: 'a', status: 'sent', at: '2026-01-01T03:00:00.000Z' });
    expect(await sent()).toEqual(['a sent']);
  });

  test('is done in order of time, and then in the order in which it was asked for', async () => {
    const { post, status, sent, wait } = openPostOffice();
    await post({ id: 'late', in: 'P1D', do: 'send' });
    await post({ id: 'b', do: 'send' });
    await post({ id: 'b', do: 'sort' });
    await post({ id: 'c', at: Date.UTC(2025, 0, 1), do: 'send' });
    expect(await status('c')).toBe('sent');
    wait(1);
    expect(await status('b')).toBe('sorted');
    wait(2);
    expect(await sent()).toEqual(['b expected', 'b sent', 'c expected', 'c sent', 'late expected']);
  });

  test('is not done where the answer was refused', async () => {
    const { post, status, wait, workspace } = openPostOffice();
    expect((await post({ id: 'a', refused: true })).status).toBe(409);
    wait(5);
    expect(await status('a')).toBeUndefined();
    expect(workspace.store.collections().filter((name) => name === 'schedule')).toEqual([]);
  });

  test('is still there when the store is opened again', async () => {
    const store = createMemoryStore();
    await openPostOffice({ store }).post({ id: 'a' });
    const { status, wait } = openPostOffice({ store });
    wait(1);
    expect(await status('a')).toBe('sorted');
  });

  test('is forgotten by a reset', async () => {
    const { post, status, wait, workspace } = openPostOffice();
    await post({ id: 'a' });
    workspace.reset();
    wait(5);
    expect(await status('a')).toBeUndefined();
    await post({ id: 'b' });
    wait(5);
    expect(await status('b')).toBe('sent');
  });

  test('that fails is undone alone, told as a bug, and given up after the third time', async () => {
    const { post, status, wait } = openPostOffice();
    await post({ id: 'a', do: 'fail' });
    await post({ id: 'b' });
    wait(1);
    for (const told of [1, 1, 1, 0, 0]) {
      expect([await status('a')]).toEqual(['posted']);
      expect(defects.splice(0)).toEqual(Array.from({ length: told }, () => expect.stringContaining('the letter is torn')));
    }
    expect(await status('b')).toBe('sorted');
    wait(24);
    expect([await status('a'), await status('b')]).toEqual(['posted', 'sent']);
  });

  test('without end is done a thousand times a request', async () => {
    const { post, status, wait, workspace } = openPostOffice();
    await post({ id: 'a', do: 'forever' });
    wait(1);
    const count = async (): Promise<unknown> => {
      await status('a');
      return workspace.store.get('letters/count', 'n');
    };
    expect([await count(), await count()]).toEqual(['1000', '2000']);
  });

  test('under a name that the mock does not declare is a bug at once, and so is a time that is none', async () => {
    const { post, status } = openPostOffice();
    expect((await post({ id: 'a', do: 'burn' })).status).toBe(500);
    expect((await post({ id: 'a', do: 'toString' })).status).toBe(500);
    expect((await post({ id: 'a', in: 'soon' })).status).toBe(500);
    expect((await post({ id: 'a', at: Number.NaN })).status).toBe(500);
    expect(defects.splice(0)).toHaveLength(4);
    expect(await status('a')).toBeUndefined();
  });
});

describe('an event', () => {
  test('reaches every API that names it, in the transaction of whoever tells it', async () => {
    const { post, sent, wait } = openPostOffice();
    await post({ id: 'a', do: 'send', in: 'PT2H' });
    await post({ id: 'b', do: 'send', refused: true });
    expect(await sent()).toEqual(['a expected']);
    wait(2);
    expect(await sent()).toEqual(['a expected', 'a sent']);
  });

  test('that follows from itself without end is a bug, and leaves nothing behind', async () => {
    const { post, sent } = openPostOffice();
    expect((await post({ id: 'endless', do: 'send' })).status).toBe(500);
    expect(defects.splice(0)).toEqual([expect.stringContaining('there would be no end')]);
    expect(await sent()).toEqual([]);
  });
});

describe('what a mock puts off is part of what a workspace holds', () => {
  test('so a snapshot brings it back', async () => {
    const { post, status, sent, wait, workspace } = openPostOffice();
    await post({ id: 'a' });
    workspace.snapshots.take('posted');
    wait(1);
    expect(await status('a')).toBe('sorted');
    workspace.reset();
    wait(9);
    expect(await sent()).toEqual([]);
    workspace.snapshots.restore('posted');
    expect([await status('a'), await sent()]).toEqual(['posted', []]);
    wait(9);
    expect([await status('a'), await sent()]).toEqual(['sent', ['a sent']]);
  });

  test('so it goes with an export', async () => {
    const { post, workspace } = openPostOffice();
    await post({ id: 'a' });
    const other = openPostOffice();
    other.workspace.importText([...workspace.exportLines()].join(''));
    other.wait(1);
    expect(await other.status('a')).toBe('sorted');
  });
});

/** The journal takes the same room after a hundred thousand exchanges as after ten thousand, however large their bodies are. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { sandboxOf } from '../../sandbox.ts';
import { notebook, notes } from '../../gateway/notebook.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void; // what the flag is for

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

test('100,000 requests leave the heap where 10,000 left it', { timeout: 600_000 }, async () => {
  const { send, request, workspace } = sandboxOf(notebook, { store: createMemoryStore() });
  const ask = async (from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i++)
      // One in a hundred is long, and none is stored: what is measured is the journal.
      await (i % 2 === 0
        ? request(`${notes}/first?q=${i}`)
        : send('POST', notes, { wrong: `${i}${'x'.repeat(i % 100 === 1 ? 200_000 : 500)}` }));
  };
  await ask(0, 10_000);
  const before = heap();
  await ask(10_000, 100_000);
  const after = heap();
  console.log(`heap: ${before.toFixed(1)} MB after 10,000 requests, ${after.toFixed(1)} MB after 100,000`);
  expect(workspace.journal.bytes()).toBeLessThanOrEqual(workspace.settings.journalBytes);
  expect(after - before).toBeLessThan(5);
});

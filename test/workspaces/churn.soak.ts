/** Ten thousand workspaces come and go on one server: no request fails, and nothing of them stays but their ids. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspacesFolder } from '../../src/runtimes/node/workspace-files.ts';
import { bearer, make, parcels, sendParcel, start } from '../runtimes/workspaces/started.ts';

const rounds = 10_000;
const atATime = 8;

/** Of files below a folder, those among them that have been deleted. */
const opened = (folder: string): number => readdirSync('/proc/self/fd').filter((fd) => targetOf(fd).startsWith(folder)).length;

function targetOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return ''; // closed meanwhile, as that of the list itself
  }
}

const bytesIn = (folder: string): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

test('ten thousand times made, used and deleted', { timeout: 1_800_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-churn-'));
  const data = join(folder, 'data.sqlite');
  const bugs: unknown[] = [];
  const sandbox = await start({ data, onBug: (error) => bugs.push(error) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= sandbox.close());
  const took: number[] = [];
  const wrong: string[] = [];

  async function round(n: number): Promise<void> {
    const began = performance.now();
    const { id, baseUrl, managementKey } = await make(sandbox.url, { name: `round-${n}` });
    took.push(performance.now() - began);
    const sent = await sendParcel(baseUrl, `to ${n}`);
    const found = await parcels(baseUrl);
    const ended = await fetch(`${baseUrl}/_sandbox/workspace`, { method: 'DELETE', headers: bearer(managementKey) });
    const after = await fetch(`${baseUrl}/parcels/v1/parcels`);
    await after.arrayBuffer();
    if (sent.status !== 201 || found.join() !== `to ${n}` || ended.status !== 204 || after.status !== 401)
      wrong.push(`${n} ${id}: ${sent.status} ${found.join()} ${ended.status} ${after.status}`);
    await sent.arrayBuffer();
  }

  try {
    for (let n = 0; n < 50; n++) await round(n);
    const before = opened(folder);
    let next = 50;
    const work = async (): Promise<void> => {
      while (next < rounds) await round(next++);
    };
    await Promise.all(Array.from({ length: atATime }, work));
    took.sort((a, b) => a - b);
    expect(wrong).toEqual([]);
    expect(bugs).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(opened(folder)).toBe(before);
    const files = readdirSync(workspacesFolder(data)).filter((name) => !name.startsWith('registry.'));
    expect(files).toEqual([]);
    await close();
    const left = bytesIn(workspacesFolder(data));
    // An id of 48 letters, once in its row and once in the index of rows.
    expect(left).toBeLessThan(200_000 + rounds * 250);
    const told = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(took, share).toFixed(1)} ms`).join(', ');
    console.log(`made ${rounds} workspaces, ${atATime} at a time: ${told}; ${left} bytes are left of them`);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

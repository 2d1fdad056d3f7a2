/** A server on Node that is killed while it makes, forks and ends workspaces: each was made wholly or not at all, and nothing is left that nobody has. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { workspacesFolder } from '../../src/runtimes/node/workspace-files.ts';
import { parcels, start, type Started } from '../cli/started.ts';
import { bearer, json, make, sendParcel, type Made } from '../runtimes/workspaces/started.ts';

const kills = 20;

test('twenty times killed', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-killed-'));
  const data = join(folder, 'data.sqlite');
  const begin = async (): Promise<{ readonly server: Started; readonly url: string }> => {
    const server = start([parcels, '--data', data, '--port', '0'], { cwd: folder });
    const [, url = ''] = /curl -X POST (http\S+)\/_sandbox\/reset/.exec(await server.until(/Ctrl-C/)) ?? [];
    return { server, url };
  };
  const listed = async (url: string): Promise<readonly Made[]> =>
    ((await (await fetch(`${url}/_sandbox/workspaces?limit=100`)).json()) as { readonly workspaces: readonly Made[] }).workspaces; // as the contract says
  const outcomes = { all: 0, none: 0, forks: 0 };

  for (let i = 0; i < kills; i++) {
    const { server, url } = await begin();
    const origin = await make(url, { name: 'origin' });
    await sendParcel(origin.baseUrl, 'ann');
    const asked = [
      fetch(`${url}/_sandbox/workspaces`, json('POST', { count: 30, prefix: 'team', settings: { delay: 0, checks: 'warn' } })),
      ...Array.from({ length: 5 }, () =>
        fetch(`${origin.baseUrl}/_sandbox/workspace/fork`, json('POST', { name: 'fork' }, bearer(origin.managementKey))),
      ),
    ];
    const answers = Promise.allSettled(asked);
    await wait(5 + i * 15);
    server.child.kill('SIGKILL');
    await once(server.child, 'close');
    const [many, ...forks] = (await answers).map((answer) => answer.status === 'fulfilled' && answer.value.status === 201);

    const after = await begin();
    const there = await listed(after.url);
    const team = there.filter(({ name }) => name?.startsWith('team'));
    const forked = there.filter(({ name }) => name === 'fork');
    expect([0, 30]).toContain(team.length);
    if (many) expect(team).toHaveLength(30);
    expect(forked.length).toBeGreaterThanOrEqual(forks.filter(Boolean).length);
    for (const { id } of forked) expect(await (await fetch(`${after.url}/w/${id}/parcels/v1/parcels`)).text()).toContain('ann');
    outcomes[team.length === 30 ? 'all' : 'none']++;
    outcomes.forks += forked.length;
    const owners = new Set(there.map(({ id }) => id));
    const files = (): readonly string[] =>
      readdirSync(workspacesFolder(data)).filter((name) => name.endsWith('.sqlite') && name !== 'registry.sqlite');
    await expect.poll(() => files().filter((name) => !owners.has(name.replace('.sqlite', '')))).toEqual([]);
    for (const { id } of there) expect((await fetch(`${after.url}/_sandbox/workspaces/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(files()).toEqual([]);
    after.server.child.kill('SIGTERM');
    await once(after.server.child, 'close');
  }
  console.log(
    `killed ${kills} times: ${outcomes.all} times all thirty were made, ${outcomes.none} times none; ${outcomes.forks} of ${5 * kills} forks`,
  );
  rmSync(folder, { recursive: true, force: true });
});

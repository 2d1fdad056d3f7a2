/** How much a workspace on Node may hold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bearer, json, make, sendParcel, start } from '../runtimes/workspaces/started.ts';

test(
  'a workspace with a key holds fifty million bytes and no more, and the default one whatever its disk holds (QTA-1)',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-full-'));
    const sandbox = await start({ data: join(folder, 'data.sqlite'), settings: { maxBody: 2_000_000 } });
    try {
      const { baseUrl, managementKey } = await make(sandbox.url);
      const megabyte = 'x'.repeat(1_000_000);
      for (let i = 0; i < 6; i++) expect((await sendParcel(baseUrl, megabyte)).status).toBe(201);
      const owned = bearer(managementKey);
      const taken: number[] = [];
      for (let i = 0; i < 9; i++) taken.push((await fetch(`${baseUrl}/_sandbox/snapshots`, json('POST', { name: `s${i}` }, owned))).status);
      // Six megabytes, and six for each snapshot of them: the eighth would be one too many.
      expect(taken).toEqual([201, 201, 201, 201, 201, 201, 201, 429, 429]);
      for (const to of await Promise.all([1, 2, 3].map(() => sendParcel(baseUrl, megabyte)))) await to.arrayBuffer();
      const refused = await sendParcel(baseUrl, megabyte);
      expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('no room')]);
      expect((await fetch(`${baseUrl}/_sandbox/snapshots/s0`, { method: 'DELETE', headers: owned })).status).toBe(204);
      expect((await sendParcel(baseUrl, megabyte)).status).toBe(201);
      for (let i = 0; i < 6; i++) await sendParcel(sandbox.url, megabyte);
      for (let i = 0; i < 9; i++)
        expect((await fetch(`${sandbox.url}/_sandbox/snapshots`, json('POST', { name: `s${i}` }))).status).toBe(201);
    } finally {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** What is deployed, by its configuration: nothing open that need not be, limits set, both homes of the edge alike. */
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { workerFiles } from '../../src/cli/build/worker-bundle.ts';
import { workerdPlace } from './workerd.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (env?: string) => unstable_readConfig({ config: join(root, 'wrangler.toml'), ...(env !== undefined && { env }) });
const [local, production] = [read(), read('production')];

test('production has no address but its own: no workers.dev, no previews (CFG-1)', () => {
  for (const { workers_dev, preview_urls } of [local, production]) expect([workers_dev, preview_urls]).toEqual([false, false]);
});

test('production limits CPU time and brakes the making of workspaces (QTA-5, QTA-6)', () => {
  expect(production.limits?.cpu_ms).toBeLessThanOrEqual(5_000);
  expect(production.ratelimits).toEqual([expect.objectContaining({ name: 'MINTING', simple: { limit: 10, period: 60 } })]);
});

test('production keeps logs, and no addresses of requests in them (LOG-1)', () => {
  expect(production.observability).toMatchObject({ enabled: true, logs: { enabled: true, invocation_logs: false } });
});

test('objects keep their state in SQLite, by the same migrations everywhere', () => {
  expect(production.durable_objects.bindings).toEqual(local.durable_objects.bindings);
  expect(production.migrations).toEqual(local.migrations);
  expect(local.migrations).toEqual([
    { tag: 'v1', new_sqlite_classes: ['WorkspaceObject'] },
    { tag: 'v2', new_sqlite_classes: ['RegistryObject'] },
  ]);
});

test('no secret stands in the configuration', () => {
  expect([local.vars, production.vars]).toEqual([{}, {}]);
});

test('requests leave through the public door, if ever one leaves (NET-8)', () => {
  expect(production.compatibility_flags).toContain('global_fetch_strictly_public');
});

test('is packed by wrangler as the two files that it is, without reaching for the network', async () => {
  const place = await workerdPlace();
  try {
    copyFileSync(join(root, 'wrangler.toml'), join(place.folder, 'wrangler.toml'));
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
    const words = [`--env-file=${join(root, 'edge.env')}`, wrangler, 'deploy', '--env', 'production', '--dry-run', '--outdir', 'packed'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: place.folder });
    expect(stdout).toMatch(/Total Upload: [\d.]+ KiB/);
    for (const binding of ['WORKSPACES', 'MINTING']) expect(stdout).toContain(binding);
    for (const name of Object.values(workerFiles))
      expect(readFileSync(join(place.folder, 'packed', name))).toEqual(readFileSync(join(place.folder, 'dist/worker', name)));
    expect(stdout).not.toContain('chunks/');
  } finally {
    place.remove();
  }
});

test('plain workerd runs the same worker at the same date', () => {
  const config = readFileSync(join(root, 'workerd.capnp'), 'utf8');
  expect(config).toContain(`compatibilityDate = "${local.compatibility_date}"`);
  for (const name of Object.values(workerFiles)) expect(config).toContain(`(name = "${name}", `);
  expect(config).toContain('enableSql = true');
  expect(config).toContain('globalOutbound = "nowhere"');
});

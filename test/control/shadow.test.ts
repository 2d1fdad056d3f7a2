/** No contract stands in the way of the sandbox's own API, whatever it calls its base or its paths (CFG-2). */
import { describe, expect, test } from 'vitest';
import { bearer, json } from '../runtimes/workspaces/started.ts';
import { furnish, keyOfWorkspace, there } from './own-contract.ts';
import { openHome } from '../workspaces/home.ts';

const contractAt = (base: string, path: string): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Mine', version: '1' },
    servers: [{ url: base }],
    paths: { [path]: { get: { responses: { 200: { description: 'shadowed', content: { 'text/plain': { example: 'shadowed' } } } } } } },
  });

async function brought(base: string, path: string) {
  const home = openHome();
  await furnish(home);
  const at = `/w/${there.workspace}`;
  const { status } = await home.fetch(`${at}/_sandbox/contracts/mine`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/yaml', ...bearer(keyOfWorkspace) },
    body: contractAt(base, path),
  });
  return { home, at, status };
}

describe('a contract that is brought', () => {
  test.each([
    '/_sandbox',
    '/_sandbox/',
    'https://example.invalid/_sandbox',
    '/_sandbox/health',
    '//example.invalid/_sandbox',
    '/x/../_sandbox',
    '/%5Fsandbox',
  ])('with the base path %s is refused, or stands elsewhere', async (base) => {
    const { home, at, status } = await brought(base, '/health');
    expect([200, 422]).toContain(status);
    for (const path of [
      '/_sandbox/health',
      '/%5Fsandbox/health',
      '/_sandbox//health',
      '//_sandbox/health',
      '/_sandbox/health/',
      '/x/../_sandbox/health',
    ])
      expect([path, await (await home.fetch(at + path)).text()]).not.toEqual([path, 'shadowed']);
    expect(await (await home.fetch(`${at}/_sandbox/health`)).json()).toEqual({ status: 'pass' });
    expect((await home.fetch(`${at}/_sandbox/export`)).status).toBe(401);
  });

  test.each(['/_sandbox/health', '/_sandbox/{anything}', '/{any}/health', '/%5Fsandbox/health', '/w/{id}/_sandbox/health'])(
    'at the root, with the path %s, answers nothing of it',
    async (path) => {
      const { home, at } = await brought('/', path);
      expect(await (await home.fetch(`${at}/_sandbox/health`)).json()).toEqual({ status: 'pass' });
      expect(await (await home.fetch(`/w/${'f'.repeat(48)}/_sandbox/health`)).text()).not.toContain('shadowed');
      expect((await home.fetch(`${at}/_sandbox/settings`, json('PATCH', { delay: 5 }))).status).toBe(401);
    },
  );
});

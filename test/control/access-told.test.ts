/** Whom each operation lets in, as the sandbox's own API tells it, held to what happens where access is strict. */
import { describe, expect, test } from 'vitest';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import type { components } from '../../src/generated/sandbox-control.types.ts';
import { notebook } from '../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../sandbox.ts';

type Listed = components['schemas']['ListedOperation'];

const gp = '656005750104';
const role = '656014452101';
/** Somebody whom no example is about. */
const patient = '9990000204';
const callers = [
  ['application-restricted', undefined],
  ['user-restricted', gp],
  ['patient-access', patient],
] as const;

async function operationsOf({ request }: Pick<Sandbox, 'request'>, slug: string, query = ''): Promise<readonly Listed[]> {
  const answer = await request(`/_sandbox/contracts/${slug}/operations?access=true${query}`);
  return ((await answer.json()) as { readonly operations: readonly Listed[] }).operations;
}

async function tokenFor({ request }: Pick<Sandbox, 'request'>, as: string | undefined): Promise<string> {
  const answer = await request('/_sandbox/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ application: 'demo', ...(as !== undefined && { as }) }),
  });
  return ((await answer.json()) as { readonly token: string }).token;
}

describe.each(catalogueNames)('%s', (name) => {
  test('lets in whom it is told to let in, and refuses the others', async () => {
    const found: string[] = [];
    for (const [mode, as] of callers) {
      // Limits are of all callers together.
      const sandbox = await sandboxFor(name);
      for (const { id, request, access } of await operationsOf(sandbox, name, '&requests=true')) {
        if (!request || !access?.modes || access.isOptional) continue;
        const [key] = access.alternatives[0] ?? [];
        const isByKey = key?.type === 'key' && key.in === 'header';
        // A key is an application's own.
        if (isByKey && as !== undefined) continue;
        const headers: Record<string, string> = { ...request.headers, 'X-Sandbox-Access': 'strict' };
        if (isByKey) headers[key.name ?? ''] = 'nhs-api-sandbox-demo';
        else headers['Authorization'] = `Bearer ${await tokenFor(sandbox, as)}`;
        if (as === gp) headers['NHSD-Session-URID'] = role;
        const { method, target, body } = request;
        const { status } = await sandbox.request(target, { method, headers, ...(body !== undefined && { body }) });
        const isRefused = status === 401 || status === 403;
        const to = access.modes[mode];
        if ((to === 'all' && isRefused) || (to === 'none' && !isRefused)) found.push(`${id}: ${mode} is told ${to}, and gets ${status}`);
      }
    }
    expect(found).toEqual([]);
  });
});

test('what a contract alone wants is told as it is written, and whether it is asked for now', async () => {
  const [open, strict] = [sandboxOf(notebook), sandboxOf(notebook, { settings: { access: 'strict' } })];
  const first = async (sandbox: Sandbox) => (await operationsOf(sandbox, 'notebook', '&operation=read-note'))[0]?.access;
  expect((await first(open))?.isStrict).toBe(false);
  expect((await first(strict))?.isStrict).toBe(true);
});

test('nothing is told of it to whoever does not ask', async () => {
  const { request } = sandboxOf(notebook);
  expect(await (await request('/_sandbox/contracts/notebook/operations')).text()).not.toContain('"access"');
});

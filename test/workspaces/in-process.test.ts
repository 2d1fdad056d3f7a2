/** A sandbox in process has as many workspaces as a server has, at the same paths. */
import { expect, test } from 'vitest';
import { createInProcessSandbox } from '../../src/runtimes/browser/in-process.ts';

const contract = `openapi: 3.1.0
info: { title: Clubs, version: '1' }
servers: [{ url: https://example.invalid/clubs }]
paths:
  /club:
    get: { operationId: list, responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Club' } } } } } } }
    post:
      operationId: found
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Club' } } } }
      responses: { '201': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Club' } } } } }
components: { schemas: { Club: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } } } }
`;

for (const address of ['http://localhost:8787', 'https://ward.example/api/sandbox']) {
  test(`makes, uses, forks and ends workspaces at ${address}`, async () => {
    const sandbox = createInProcessSandbox({ contracts: [{ name: 'clubs', text: contract }] }, address);
    const send = (url: string, method: string, body?: object, key?: string) =>
      sandbox.fetch(url, {
        method,
        headers: { 'Content-Type': 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) },
        ...(body && { body: JSON.stringify(body) }),
      });
    const made = (await (await send(`${address}/_sandbox/workspaces`, 'POST', { name: 'ours' })).json()) as Readonly<
      Record<'baseUrl' | 'managementKey', string>
    >; // as the contract says
    expect(made.baseUrl).toMatch(new RegExp(`^${address}/w/[0-9a-f]{48}$`));
    const founded = await send(`${made.baseUrl}/clubs/club`, 'POST', { name: 'chess' });
    expect(founded.headers.get('x-sandbox-trace')).toContain(`${made.baseUrl}/_sandbox/trace/`);
    const names = async (base: string) =>
      ((await (await send(`${base}/clubs/club`, 'GET')).json()) as readonly { readonly name: string }[]).map(({ name }) => name); // as the contract says
    expect(await names(made.baseUrl)).toEqual(['chess']);
    expect(await names(address)).not.toContain('chess');
    const forked = (await (await send(`${made.baseUrl}/_sandbox/workspace/fork`, 'POST', {}, made.managementKey)).json()) as {
      readonly baseUrl: string;
    }; // as the contract says
    expect(await names(forked.baseUrl)).toEqual(['chess']);
    expect((await send(`${made.baseUrl}/_sandbox/workspace`, 'DELETE', undefined, made.managementKey)).status).toBe(204);
    expect((await send(`${made.baseUrl}/clubs/club`, 'GET')).status).toBe(401);
    expect(await names(forked.baseUrl)).toEqual(['chess']);
  });
}

test('serves a contract that is brought while it runs, where it is brought', async () => {
  const sandbox = createInProcessSandbox({ contracts: [{ name: 'clubs', text: contract }] });
  const { baseUrl } = (await (await sandbox.fetch('http://localhost:8787/_sandbox/workspaces', { method: 'POST' })).json()) as {
    readonly baseUrl: string;
  }; // as the contract says
  const other = contract.replaceAll('/clubs', '/guilds');
  await sandbox.fetch('http://localhost:8787/_sandbox/contracts/guilds', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/yaml' },
    body: other,
  });
  const status = async (url: string) => (await sandbox.fetch(url)).status;
  expect([await status('http://localhost:8787/guilds/club'), await status('http://localhost:8787/clubs/club')]).toEqual([200, 200]);
  expect([await status(`${baseUrl}/guilds/club`), await status(`${baseUrl}/clubs/club`)]).toEqual([404, 200]);
});

test('says that a contract cannot have paths where workspaces are named', async () => {
  const text = contract
    .replace('servers: [{ url: https://example.invalid/clubs }]\n', '')
    .replace('  /club:', '  /w/{club}:\n    parameters: [{ name: club, in: path, required: true, schema: { type: string } }]');
  const sandbox = createInProcessSandbox({ contracts: [{ name: 'clubs', text }] });
  const { apis } = (await (await sandbox.fetch('http://localhost:8787/_sandbox/catalogue')).json()) as {
    readonly apis: readonly { readonly quirks: readonly string[] }[];
  }; // as the contract says
  expect(apis[0]?.quirks.join()).toContain(
    '/w/ is where workspaces are named: what lies below it is never asked of this contract but below /clubs.',
  );
  const status = async (path: string) => (await sandbox.fetch(`http://localhost:8787${path}`)).status;
  expect([await status('/w/chess'), await status('/clubs/w/chess')]).toEqual([401, 200]);
});

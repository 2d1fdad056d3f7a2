/** A contract that somebody has, looked at on a page and served from there. */
import { expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { notebook } from '../../gateway/notebook.ts';
import { sandboxOf } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const parcels = `
openapi: 3.1.0
info: { title: Parcels, version: '1.0' }
servers: [{ url: https://example.org/parcels }]
paths:
  /parcels:
    post:
      operationId: send
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
      responses: { '201': { description: Sent., content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } } }
    get:
      operationId: list
      responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Parcel' } } } } } }
  /stamps:
    get:
      responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Lost' } } } } }
components:
  schemas:
    Parcel: { type: object, properties: { id: { type: string, readOnly: true }, to: { type: string } } }
`;
const file = new File([parcels], 'parcels.yaml', { type: 'application/yaml' });

test('a contract that is pasted is reported on: operations, what answers them, and what could not be taken, with its place', async () => {
  const sandbox = sandboxOf(notebook);
  const { send } = await browsing(sandbox);
  const answer = await send('/_portal/check', { text: parcels });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const said of ['Parcels', 'POST /parcels', 'create of /parcels', '/paths/~1stamps/get', 'Serve it in this workspace'])
    expect(text).toContain(said);
  expect(sandbox.workspace.contracts.list()).toEqual([]);
});

test('one that is chosen as a file is called by its name, and can be served', async () => {
  const sandbox = sandboxOf(notebook);
  const { upload } = await browsing(sandbox);
  expect(await (await upload('/_portal/check', { file, text: '', name: '' })).text()).toContain('name="name" value="parcels.yaml"');
  const served = await upload('/_portal/check/serve', { name: 'parcels.yaml', text: parcels });
  expect([served.status, served.headers.get('location')]).toEqual([303, '/_portal/apis/parcels']);
  expect(sandbox.workspace.contracts.text('parcels')).toBe(parcels);
});

test('what is no contract is said to be none, and stays in the form', async () => {
  const { send } = await browsing(sandboxOf(notebook));
  const answer = await send('/_portal/check', { text: 'openapi: 1' });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(/role="alert"[^]*openapi: 1<\/textarea>/)]);
});

test('nobody without the key of a workspace has one looked at there', async () => {
  const { send } = await browsing(sandboxOf(notebook, { caller: anyone }));
  expect((await send('/_portal/check', { text: parcels })).status).toBe(401);
});

test('words of a contract are text on the page, never markup', async () => {
  const { send } = await browsing(sandboxOf(notebook));
  const hostile = parcels.replace('title: Parcels', `title: '</textarea><img src=x onerror=alert(1)>'`);
  const text = await (await send('/_portal/check', { text: hostile })).text();
  expect(text).not.toMatch(/<img/);
  expect(text.match(/<\/textarea>/g)).toHaveLength(2);
});

test('the sandbox says the same to a program, and keeps nothing of it', async () => {
  const { request, workspace } = sandboxOf(notebook);
  const answer = await request('/_sandbox/check?name=parcels', {
    method: 'POST',
    headers: { 'Content-Type': 'application/yaml' },
    body: parcels,
  });
  expect(await answer.json()).toMatchObject({
    slug: 'parcels',
    version: '1.0',
    operations: 3,
    answers: [{ by: 'inferred', operations: 2, means: expect.stringContaining('kept') }, { operations: 1 }],
  });
  expect(workspace.contracts.list()).toEqual([]);
});

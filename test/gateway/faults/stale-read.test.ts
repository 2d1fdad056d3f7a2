/** Reads that lag behind what was written. */
import { expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

const contract = `
openapi: 3.1.0
info: { title: Shelf, version: 1.0.0 }
servers: [{ url: 'https://shelf.example/shelf' }]
paths:
  /books:
    get:
      operationId: list-books
      parameters: [{ name: title, in: query, schema: { type: string } }]
      responses: { '200': { description: Books, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } } } }
    post:
      operationId: add-book
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses: { '201': { description: Added, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } } }
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: read-book
      responses:
        '200': { description: A book, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
        '404': { description: Unknown }
    put:
      operationId: change-book
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses: { '200': { description: Changed, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } } }
    delete:
      operationId: remove-book
      responses: { '204': { description: Gone }, '404': { description: Unknown } }
components:
  schemas:
    Book: { type: object, required: [title], properties: { id: { type: string }, title: { type: string } } }
`;

const books = '/shelf/books';
const faults = '/_sandbox/faults';
const stale = { effect: { type: 'stale' } };
/** Keeps what was there before, and lets only those reads see it that ask for it. */
const forThoseWhoAsk = { match: { headers: { 'X-Lag': '1' } }, ...stale };
const lagging = { headers: { 'X-Lag': '1' } };

async function add({ send }: Sandbox, title: string): Promise<string> {
  const { id }: { id: string } = await (await send('POST', books, { title })).json();
  return `${books}/${id}`;
}

const titles = async (answer: Promise<Response>): Promise<readonly string[]> =>
  (await (await answer).json()).map(({ title }: { title: string }) => title);

test('a read answers the version before the last write, and says why', async () => {
  const sandbox = sandboxOf(contract);
  const { send, request } = sandbox;
  const book = await add(sandbox, 'Emma');
  await send('POST', faults, stale);
  expect(await (await request(book)).json()).toMatchObject({ title: 'Emma' });
  await send('PUT', book, { title: 'Persuasion' });
  const read = await request(book);
  expect([await read.json(), read.headers.get('x-sandbox-fault')]).toEqual([expect.objectContaining({ title: 'Emma' }), '1']);
  expect((await (await request(read.headers.get('x-sandbox-trace') ?? '')).json()).notes.join(' ')).toContain('stale');
  await send('PUT', book, { title: 'Sanditon' });
  expect(await (await request(book)).json()).toMatchObject({ title: 'Persuasion' });
  await send('DELETE', faults);
  expect(await (await request(book)).json()).toMatchObject({ title: 'Sanditon' });
});

test('what was not there before is not found, nor in the list, nor by a search; what was deleted still is', async () => {
  const sandbox = sandboxOf(contract);
  const { send, request } = sandbox;
  const old = await add(sandbox, 'Emma');
  await send('POST', faults, forThoseWhoAsk);
  const young = await add(sandbox, 'Persuasion');
  await send('DELETE', old);
  const seen = async (init?: RequestInit): Promise<unknown> => [
    (await request(old, init)).status,
    (await request(young, init)).status,
    await titles(request(books, init)),
    await titles(request(`${books}?title=Persuasion`, init)),
    await titles(request(`${books}?title=Emma`, init)),
  ];
  const now = [404, 200, ['Persuasion'], ['Persuasion'], []];
  expect(await seen()).toEqual(now);
  expect(await seen(lagging)).toEqual([200, 404, ['Emma'], [], ['Emma']]);
  expect(await seen()).toEqual(now);
});

test('with a duration, only what was written no longer ago is still unseen', async () => {
  const sandbox = sandboxOf(contract);
  const { send, request, clock } = sandbox;
  await add(sandbox, 'Emma');
  await send('POST', faults, { effect: { type: 'stale', by: 'PT5S' } });
  const book = await add(sandbox, 'Persuasion');
  expect((await request(book)).status).toBe(404);
  clock.set(clock.now() + 5_001);
  expect((await request(book)).status).toBe(200);
});

test('one request asks for it with a header, of what was kept since a fault was set', async () => {
  const sandbox = sandboxOf(contract);
  const { send, request } = sandbox;
  const asking = { headers: { 'X-Sandbox-Scenario': 'stale' } };
  const book = await add(sandbox, 'Emma');
  const early = await request(book, asking);
  expect([early.status, early.headers.get('x-sandbox-fault')]).toEqual([200, 'scenario']);
  expect((await (await request(early.headers.get('x-sandbox-trace') ?? '')).json()).notes.join(' ')).toContain('Nothing earlier is known');
  await send('POST', faults, forThoseWhoAsk);
  await send('PUT', book, { title: 'Persuasion' });
  expect(await (await request(book)).json()).toMatchObject({ title: 'Persuasion' });
  expect(await (await request(book, asking)).json()).toMatchObject({ title: 'Emma' });
});

test('writes are not stale: they are made on what is there', async () => {
  const sandbox = sandboxOf(contract);
  const { send } = sandbox;
  await send('POST', faults, stale);
  const book = await add(sandbox, 'Emma');
  const changed = await send('PUT', book, { title: 'Persuasion' });
  expect([changed.status, changed.headers.get('x-sandbox-fault')]).toEqual([200, null]);
  const forWrites = await send('POST', faults, { match: { method: 'PUT' }, ...stale });
  expect([forWrites.status, (await forWrites.json()).detail]).toEqual([422, expect.stringContaining('Only a read')]);
  const monthly = await send('POST', faults, { effect: { type: 'stale', by: 'P1M' } });
  expect([monthly.status, (await monthly.json()).detail]).toEqual([422, expect.stringContaining('PT5S')]);
});

test('a reset or another snapshot forgets what was there before, and nothing is kept where no fault asks for it', async () => {
  const sandbox = sandboxOf(contract);
  const { send, workspace } = sandbox;
  await add(sandbox, 'Emma');
  expect(workspace.earlier.isKnown).toBe(false);
  await send('POST', faults, stale);
  await add(sandbox, 'Persuasion');
  expect(workspace.earlier.isKnown).toBe(true);
  await send('POST', '/_sandbox/reset');
  expect(workspace.earlier.isKnown).toBe(false);
  await send('POST', '/_sandbox/snapshots', { name: 'before' });
  await add(sandbox, 'Sanditon');
  expect(workspace.earlier.isKnown).toBe(true);
  await send('POST', '/_sandbox/snapshots/before/restore');
  expect(workspace.earlier.isKnown).toBe(false);
});

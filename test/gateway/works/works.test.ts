/** The request that works, in the explanation of one that was refused: pasted as it stands, it is answered. */
import { describe, expect, test } from 'vitest';
import { isNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { openNodeStore } from '../../../src/runtimes/node/file-store.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { base, demographics, world } from '../../mocks/personal-demographics/demographics.ts';
import { personWhere } from '../../mocks/personal-demographics/people.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';
import { pasted, type Pasted } from './pasted.ts';

const traceOf = async ({ request }: Sandbox, response: Response) => (await request(response.headers.get('x-sandbox-trace') ?? '')).json();

/** The line in the explanation of a refused request, and its answer. */
async function mended(sandbox: Sandbox, refused: Response): Promise<Pasted & { readonly line: string; readonly answer: Response }> {
  expect(refused.status).toBeGreaterThanOrEqual(400);
  const { works } = await traceOf(sandbox, refused);
  const line = pasted(works);
  return { ...line, line: works, answer: await sandbox.request(line.url, line.init) };
}

const shelf = `
openapi: 3.1.0
info: { title: Shelf, version: 1.0.0 }
servers: [{ url: https://x.example/shelf }]
paths:
  /books:
    get:
      parameters:
        - { name: page, in: query, style: deepObject, explode: true, schema: { type: object, properties: { size: { type: integer } } } }
        - { name: q, in: query, schema: { type: string } }
        - { name: X-Reader, in: header, required: true, schema: { type: string, pattern: '^R[0-9]+$' }, example: R1 }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
    post:
      parameters: [{ name: X-Api-Key, in: header, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' }, example: { title: Emma, pages: 300 } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
  /books/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' }, examples: { a: { value: { id: emma, title: Emma } }, b: { value: { id: ulysses, title: Ulysses } } } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
    put:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
    patch:
      requestBody: { required: true, content: { application/merge-patch+json: { schema: { type: object, properties: { title: { type: string } } }, example: { title: Persuasion } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }, 4XX: { $ref: '#/components/responses/Fault' } }
    delete:
      responses: { '204': { description: gone }, 4XX: { $ref: '#/components/responses/Fault' } }
components:
  responses: { Fault: { description: no, content: { application/json: { schema: { type: object, required: [message], properties: { message: { type: string } } } } } } }
  schemas:
    Book:
      type: object
      required: [title]
      properties: { id: { type: string }, title: { type: string }, pages: { type: integer }, notes: { type: array, items: { type: string } }, password: { type: string } }
`;

describe('is the client’s own, with what was wrong put right', () => {
  test('a search that lacks what the rules want keeps its words and finds the person whom they name', async () => {
    const { sandbox } = demographics();
    for (const family of [
      'Smith',
      personWhere(({ names }) => /^[A-Z][a-z]{4,8}$/.test(names[0]?.family ?? ''), 700).names[0]?.family ?? '',
    ]) {
      const id = '0f1f5a8c-8a2b-4a51-9d2e-3c0a5e8f7b61';
      const { url, init, answer } = await mended(
        sandbox,
        await sandbox.request(`${base}/Patient?family=${family}`, { headers: { 'X-Request-ID': id } }),
      );
      expect(new URL(url).searchParams.get('family')).toBe(family);
      expect([...new URL(url).searchParams.keys()]).toEqual(['family', 'birthdate']);
      expect(new Headers(init.headers).get('x-request-id')).toBe(id);
      expect((await answer.json()).total).toBeGreaterThan(0);
    }
  });

  test('a missing header is added, and nothing else', async () => {
    const { sandbox } = demographics();
    const person = world.at(1_234).nhsNumber;
    const { url, init, answer } = await mended(sandbox, await sandbox.request(`${base}/Patient/${person}`));
    expect(url).toBe(`http://sandbox.test${base}/Patient/${person}`);
    expect([...new Headers(init.headers).keys()]).toEqual(['x-request-id']);
    expect(answer.status).toBe(200);
  });

  test('of a body only the leaf at fault is changed, and what nobody knows is left out', async () => {
    const sandbox = sandboxOf(
      shelf.replace('password: { type: string } }', 'password: { type: string } }\n      additionalProperties: false'),
    );
    const { init, answer } = await mended(
      sandbox,
      await sandbox.send('POST', '/shelf/books', { title: 'My own', pages: 'many', notes: ['one', 'two'], colour: 'red' }),
    );
    expect(JSON.parse(String(init.body))).toEqual({ title: 'My own', pages: 300, notes: ['one', 'two'] });
    expect(answer.status).toBe(201);
  });

  test('a parameter at fault is put right, the others stay', async () => {
    const sandbox = sandboxOf(shelf);
    const { url, answer } = await mended(
      sandbox,
      await sandbox.request('/shelf/books?q=emma&page[size]=x', { headers: { 'X-Reader': 'nobody' } }),
    );
    expect(url).toContain('q=emma');
    expect(answer.status).toBe(200);
  });

  test('a type that is not taken is put right round the body that was sent', async () => {
    const sandbox = sandboxOf(shelf);
    const { init, answer } = await mended(
      sandbox,
      await sandbox.send('POST', '/shelf/books', { title: 'My own' }, { 'Content-Type': 'text/plain' }),
    );
    expect([new Headers(init.headers).get('content-type'), init.body]).toEqual(['application/json', '{"title":"My own"}']);
    expect(answer.status).toBe(201);
  });
});

describe('says what of it is otherwise than it was sent', () => {
  const book = { title: 1, pages: 'many', notes: ['one', 2], colour: 'red' };
  const headers = { 'X-Reader': 'nobody' };
  const closed = shelf.replace('password: { type: string } }', 'password: { type: string } }\n      additionalProperties: false');
  const sandbox = sandboxOf(closed, { settings: { unknownIds: 'refuse' } });

  test.each<readonly [what: string, method: string, path: string, body: unknown, changes: readonly unknown[]]>([
    [
      'leaves of a body',
      'POST',
      '/shelf/books',
      book,
      [
        { in: 'body', pointer: '/title', was: '1', is: '"Emma"' },
        { in: 'body', pointer: '/pages', was: '"many"', is: '300' },
        { in: 'body', pointer: '/notes/1', was: '2' },
        { in: 'body', pointer: '/colour', was: '"red"' },
      ],
    ],
    [
      'a body that nobody could read, which is not kept',
      'POST',
      '/shelf/books',
      '{',
      [{ in: 'body', pointer: '', is: '{"title":"Emma","pages":300}' }],
    ],
    [
      'parts of a query, and a header',
      'GET',
      '/shelf/books?q=emma&page[size]=x',
      undefined,
      [
        { in: 'query', name: 'page[size]', was: 'x', is: expect.any(String) },
        { in: 'header', name: 'x-reader', was: 'nobody', is: 'R1' },
      ],
    ],
    ['an id', 'GET', '/shelf/books/nobody', undefined, [{ in: 'path', name: 'id', was: 'nobody', is: 'emma' }]],
    ['nothing, where nothing was wrong', 'GET', '/shelf/books/emma', undefined, []],
    ['nothing of a body that was right', 'PUT', '/shelf/books/emma', { title: 'Mine', pages: 3 }, []],
  ])('%s', async (_, method, path, body, changes) => {
    const sent = await sandbox.send(method, path, body, method === 'GET' ? headers : {});
    expect((await traceOf(sandbox, sent)).worksChanges).toEqual(changes);
  });

  test('and long after it was sent, from what the journal has of it', async () => {
    const refused = await sandbox.send('POST', '/shelf/books', { title: 'My own', pages: 'many' });
    for (let later = 0; later < 70; later++) await sandbox.request('/shelf/books/nobody');
    const { works, worksChanges } = await traceOf(sandbox, refused);
    expect(JSON.parse(String(pasted(works).init.body))).toMatchObject({ title: 'My own' });
    expect(worksChanges).toEqual([{ in: 'body', pointer: '/pages', was: '"many"', is: expect.any(String) }]);
  });

  test('of a body that is not kept whole, and of what is withheld, nothing that was there', async () => {
    const { works, worksChanges } = await traceOf(sandbox, await sandbox.send('POST', '/shelf/books', { title: 'long '.repeat(1_000) }));
    expect(works).not.toContain('long long');
    expect(worksChanges).toEqual([{ in: 'body', pointer: '', is: expect.stringContaining('title') }]);
    const secret = await traceOf(sandbox, await sandbox.send('PUT', '/shelf/books/emma', { title: 'Mine', password: 'hunter2hunter2' }));
    expect(JSON.stringify(secret)).not.toContain('hunter2');
    expect(secret.worksChanges[0]).not.toHaveProperty('was');
  });
});

test.each([
  ['memory', createMemoryStore],
  ['SQLite', () => openNodeStore(':memory:')],
])('nothing of what was tried out is kept in %s', async (_, open) => {
  const sandbox = sandboxOf(shelf, { store: open() });
  const readers = { headers: { 'X-Reader': 'R1' } };
  const books = async (): Promise<string> => (await sandbox.request('/shelf/books', readers)).text();
  await sandbox.send('POST', '/shelf/books', { title: 'First' });
  const before = await books();
  for (const [method, path, body] of [
    ['POST', '/shelf/books', { title: 1 }],
    ['PUT', '/shelf/books/emma', { title: 1 }],
    ['DELETE', '/shelf/books/nobody', undefined],
  ] as const)
    await traceOf(sandbox, await sandbox.send(method, path, body));
  expect(await books()).toBe(before);
  const made = await (await sandbox.send('POST', '/shelf/books', { title: 'Second' })).json();
  const other = sandboxOf(shelf);
  await other.send('POST', '/shelf/books', { title: 'First' });
  expect(await (await other.send('POST', '/shelf/books', { title: 'Second' })).json()).toEqual(made);
  const { exchanges } = await (await sandbox.request('/_sandbox/exchanges')).json();
  expect(exchanges).toHaveLength(7);
});

describe('follows what became of the items', () => {
  test('after a DELETE it reads another item; after the last one is gone it shows what makes one', async () => {
    const sandbox = sandboxOf(shelf);
    await sandbox.send('DELETE', '/shelf/books/emma');
    const first = await mended(sandbox, await sandbox.request('/shelf/books/emma'));
    expect([first.url, first.answer.status]).toEqual(['http://sandbox.test/shelf/books/ulysses', 200]);
    await sandbox.send('DELETE', '/shelf/books/ulysses');
    const refused = await sandbox.request('/shelf/books/emma');
    expect((await traceOf(sandbox, refused)).worksNote).toContain('makes something again');
    const { init, answer } = await mended(sandbox, refused);
    expect([init.method, answer.status]).toEqual(['PUT', 200]);
    expect((await sandbox.request('/shelf/books/emma')).status).toBe(200);
  });

  test('an item that a client made is found where the published ones are gone', async () => {
    const sandbox = sandboxOf(shelf);
    for (const id of ['emma', 'ulysses']) await sandbox.send('DELETE', `/shelf/books/${id}`);
    const { id } = await (await sandbox.send('POST', '/shelf/books', { title: 'Mine' })).json();
    const { url, answer } = await mended(sandbox, await sandbox.request('/shelf/books/emma'));
    expect([url.split('/').at(-1), answer.status]).toEqual([id, 200]);
  });

  test('a PATCH after a PUT', async () => {
    const sandbox = sandboxOf(shelf);
    await sandbox.send('PUT', '/shelf/books/emma', { title: 'Anew' });
    const patch = { 'Content-Type': 'application/merge-patch+json' };
    const { url, answer } = await mended(sandbox, await sandbox.send('PATCH', '/shelf/books/emma', { title: 5 }, patch));
    expect([url.split('/').at(-1), answer.status]).toEqual(['emma', 200]);
  });

  test('a stale version becomes the one that stands', async () => {
    const { sandbox, call, patch } = demographics();
    const { nhsNumber, version } = personWhere(({ gender }) => gender === 'male', 500);
    const change = [{ op: 'replace', path: '/gender', value: 'female' }];
    expect((await patch(nhsNumber, version, change)).status).toBe(200);
    const refused = await patch(nhsNumber, version, [{ op: 'replace', path: '/gender', value: 'male' }]);
    expect(refused.status).toBe(409);
    const { works } = await (await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '')).json();
    const { url, init } = pasted(works);
    expect([url.split('/').at(-1), new Headers(init.headers).get('if-match')]).toEqual([nhsNumber, `W/"${version + 1}"`]);
    expect((await sandbox.request(url, init)).status).toBe(200);
    expect((await call('GET', `/Patient/${nhsNumber}`)).body).toMatchObject({ gender: 'male' });
  });
});

describe('can be pasted', () => {
  test('a long body, or one of several lines, is a here-document', async () => {
    const sandbox = sandboxOf(shelf);
    const notes = Array.from({ length: 100 }, (_, index) => `It’s note ${index} of "many", with $PATH and \`ticks\``);
    const { line, init, answer } = await mended(sandbox, await sandbox.send('POST', '/shelf/books', { title: 1, notes }));
    expect(line).toContain("--data-binary @- <<'BODY'\n");
    expect(JSON.parse(String(init.body)).notes).toEqual(notes);
    expect(answer.status).toBe(201);
  });

  test('quotation marks of every kind come through', async () => {
    const sandbox = sandboxOf(shelf);
    const title = `O'Brien's "best" \\ $(rm) \`x\``;
    const { init } = await mended(sandbox, await sandbox.send('POST', '/shelf/books', { title, pages: 'x' }));
    expect(JSON.parse(String(init.body)).title).toBe(title);
  });

  test('in PowerShell as well', async () => {
    const sandbox = sandboxOf(shelf);
    const { worksInPowerShell } = await traceOf(sandbox, await sandbox.send('POST', '/shelf/books', { title: 'O’Brien’s', pages: 'x' }));
    expect(worksInPowerShell).toBe(
      'Invoke-RestMethod -Method POST -Uri \'http://sandbox.test/shelf/books\' -ContentType \'application/json\' -Body \'{"title":"O’’Brien’’s","pages":300}\'',
    );
  });
});

describe('never holds a secret', () => {
  const canary = 'c4n4ry5ecret';
  test.each([
    ['a token', { Authorization: `Bearer ${canary}` }, { title: 1 }],
    ['a cookie', { Cookie: `session=${canary}` }, { title: 1 }],
    ['a key, though it is a parameter', { 'X-Api-Key': canary }, { title: 1 }],
    ['a header that the operation does not know', { 'X-Whatever': `Bearer ${canary}` }, { title: 1 }],
    ['a password in the body', {}, { title: 1, password: canary }],
    ['a secret of another name', {}, { title: 1, clientSecret: canary }],
    ['a token in the body', {}, { title: 1, notes: [`Bearer ${canary}`] }],
  ])('%s', async (_, headers, body) => {
    const sandbox = sandboxOf(shelf);
    const refused = await sandbox.send('POST', '/shelf/books', body, headers);
    const { line, answer } = await mended(sandbox, refused);
    expect(line).not.toContain(canary);
    expect(answer.status).toBe(201);
    sandbox.workspace.flush();
    expect(JSON.stringify(sandbox.workspace.store.list('~journal'))).not.toContain(canary);
  });

  test('nor a number of a patient in what was sent', async () => {
    const live = Array.from({ length: 100 }, (_, end) => `40000000${String(end).padStart(2, '0')}`).find(isNhsNumber) ?? '';
    const sandbox = sandboxOf(shelf);
    const refused = await sandbox.send('POST', `/shelf/books?q=${'x'.repeat(20_000)}`, { title: `NHS number ${live}` });
    const { works } = await traceOf(sandbox, refused);
    expect([refused.status, works.includes(live)]).toEqual([422, false]);
  });
});

/** Headers that name types, charsets and codings: what was sent and what is wanted is named, in the answer where it has room and in its explanation. */
import { describe, expect, test } from 'vitest';
import { base, demographics, faultOf } from '../mocks/personal-demographics/demographics.ts';
import { somebody } from '../mocks/personal-demographics/people.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { notebook, notes } from './notebook.ts';

const traceOf = async ({ request }: Sandbox, response: Response) => (await request(response.headers.get('x-sandbox-trace') ?? '')).json();

const ways: readonly (readonly [string, string, RequestInit, string, RegExp])[] = [
  [
    'a Content-Type that is not taken',
    notes,
    { method: 'POST', headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'x' },
    'Content-Type',
    /application\/json or application\/x-www-form-urlencoded; text\/plain was sent/,
  ],
  ['no Content-Type', notes, { method: 'POST', body: new Uint8Array([120]) }, 'Content-Type', /application\/json .*none was sent/],
  [
    'an Accept that nothing meets',
    `${notes}/first`,
    { headers: { Accept: 'text/html, application/xml' } },
    'Accept',
    /must allow application\/json; text\/html, application\/xml were sent/,
  ],
  [
    'a Content-Encoding',
    notes,
    { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, body: 'x' },
    'Content-Encoding',
    /must be left out.*gzip was sent/,
  ],
  [
    'a charset',
    notes,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-16' },
      body: new Uint8Array([...'{"text":"x"}'].flatMap((letter) => [letter.charCodeAt(0), 0])),
    },
    'Content-Type',
    /no charset but utf-8/,
  ],
];

test.each(ways)('%s', async (_, path, init, name, said) => {
  const sandbox = sandboxOf(notebook);
  const response = await sandbox.request(path, init);
  expect([400, 406, 415]).toContain(response.status);
  expect((await response.clone().json()).message).toMatch(said);
  const { problem } = await traceOf(sandbox, response);
  expect(problem.faults).toContainEqual(expect.objectContaining({ in: 'header', name, message: expect.stringMatching(said) }));
});

test('bytes that mean the same in every charset may be called what they like', async () => {
  for (const charset of ['UTF-8', '"utf-8"', 'us-ascii', 'iso-8859-1']) {
    const response = await sandboxOf(notebook).send(
      'POST',
      notes,
      { text: 'x' },
      { 'Content-Type': `application/json; charset=${charset}` },
    );
    expect(response.status).toBe(201);
  }
  const latin = new Uint8Array([...'{"text":"é"}'].map((letter) => letter.charCodeAt(0)));
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json; charset=iso-8859-1' }, body: latin };
  expect((await sandboxOf(notebook).request(notes, init)).status).toBe(415);
});

test('a form in another charset is read where it can be, and else kept with a note', async () => {
  const sandbox = sandboxOf(notebook);
  const form = (charset: string, body: BodyInit): Promise<Response> =>
    sandbox.request(notes, { method: 'POST', headers: { 'Content-Type': `application/x-www-form-urlencoded; charset=${charset}` }, body });
  expect((await form('iso-8859-1', 'text=x')).status).toBe(201);
  expect((await form('iso-8859-1', 'colour=red')).status).toBe(400);
  const kept = await form('iso-8859-1', new Uint8Array([...'text=é'].map((letter) => letter.charCodeAt(0))));
  expect((await traceOf(sandbox, kept)).notes.join()).toContain('another charset than UTF-8');
});

test('a type that cannot be read here is named where a body of it was kept', async () => {
  const sandbox = sandboxOf(`
openapi: 3.1.0
info: { title: Odd, version: 1.0.0 }
servers: [{ url: https://x.example/odd }]
paths:
  /things:
    post:
      requestBody: { content: { application/x-unheard-of: { schema: { $ref: '#/components/schemas/Thing' } }, application/pdf: { schema: { type: string, format: binary } } } }
      responses: { '204': { description: ok } }
components: { schemas: { Thing: { type: object, properties: { a: { type: string } } } } }
`);
  const sent = (type: string) => sandbox.request('/odd/things', { method: 'POST', headers: { 'Content-Type': type }, body: 'x' });
  const odd = await sent('application/x-unheard-of');
  expect([odd.status, (await traceOf(sandbox, odd)).notes.join()]).toEqual([
    204,
    expect.stringContaining('application/x-unheard-of cannot be read'),
  ]);
  expect((await traceOf(sandbox, await sent('application/pdf'))).notes).toEqual([]);
});

describe('a service that says no more than that something is unsupported', () => {
  test('keeps its words, and the explanation names the type that was sent and the one that is wanted', async () => {
    const { sandbox, call } = demographics();
    const answer = await call('PATCH', `/Patient/${somebody.nhsNumber}`, {
      body: { patches: [{ op: 'replace', path: '/gender', value: 'male' }] },
      headers: { 'Content-Type': 'application/json', 'If-Match': `W/"${somebody.version}"` },
    });
    expect(faultOf(answer)).toEqual({
      status: 400,
      code: 'UNSUPPORTED_SERVICE',
      display: 'Unsupported Service',
      issue: 'processing',
      severity: 'error',
    });
    const { problem, works } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(problem.faults).toEqual([
      expect.objectContaining({ name: 'Content-Type', message: 'must be application/json-patch+json; application/json was sent' }),
    ]);
    expect(works).toContain("-H 'content-type: application/json-patch+json'");
  });
});

test('everything that is wrong with the visit of a browser is told at once', async () => {
  const { sandbox } = demographics();
  const headers = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'NHSD-Session-URID': 'me' };
  const trace = await traceOf(sandbox, await sandbox.request(`${base}/Patient?family=Smith&_max-results=none`, { headers }));
  const places = trace.problem.faults.map(({ in: place, name }: { in: string; name: string }) => `${place} ${name}`);
  expect(places).toEqual(expect.arrayContaining(['header X-Request-ID', 'query _max-results']));
  const plain = await traceOf(
    sandbox,
    await sandbox.request(`${base}/Patient?birthdate=eq2010-10-22`, { headers: { Accept: 'text/html,*/*' } }),
  );
  expect(plain.problem.faults).toEqual([expect.objectContaining({ in: 'header', name: 'X-Request-ID' })]);
  expect(plain.next.join()).toContain('minimum requirements');
});

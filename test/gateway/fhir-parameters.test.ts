/** What FHIR's search allows of every parameter is let through, with a note, where a contract types one too narrowly. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { contractOf, fault } from './small-contract.ts';

const parameters = [
  { name: 'status', in: 'query', schema: { type: 'string', enum: ['free', 'busy', 'a,b'] } },
  { name: 'start', in: 'query', schema: { type: 'string', format: 'date' } },
  { name: 'end', in: 'query', schema: { type: 'string' } },
  { name: 'count', in: 'query', schema: { type: 'integer', minimum: 1 } },
  { name: 'code', in: 'query', schema: { type: 'array', maxItems: 2, items: { type: 'string', enum: ['x', 'y'] } } },
  { name: 'name', in: 'query', schema: { type: 'string', maxLength: 5 } },
  { name: 'name:exact', in: 'query', schema: { type: 'string' } },
  { name: 'patient', in: 'query', required: true, schema: { type: 'string', pattern: '^\\d{3}$' } },
];

/** Answers with the query as a search would see it, and as rules of an API's own would. */
function search({ type = 'application/fhir+json', schema = { type: 'object' } as object, method = 'get' } = {}): Sandbox {
  const contract = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Slots', version: '1' },
    servers: [{ url: '/f' }],
    paths: {
      '/Slot': {
        [method]: {
          operationId: 'search',
          parameters,
          responses: { 200: { description: 'found', content: { [type]: { schema } } }, 400: { description: 'bad' } },
        },
      },
    },
  });
  return sandboxOf(contract, {
    tolerateDefects: true,
    mock: {
      behaviours: {
        search: ({ query, several, undeclared }) => ({ status: 200, body: { query: { ...query, ...several }, typed: query, undeclared } }),
      },
    },
  });
}

async function asked(
  query: string,
  sandbox = search(),
): Promise<{ readonly status: number; readonly seen: Json; readonly notes: readonly string[] }> {
  const answer = await sandbox.request(`/f/Slot?patient=123&${query}`, {});
  const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
  const text = await answer.text();
  const { patient: _, ...seen } = answer.status === 200 ? JSON.parse(text).query : {};
  return { status: answer.status, seen, notes: trace.notes };
}

describe('an API of FHIR', () => {
  test.each<[string, Json, RegExp?]>([
    ['start=2026-12-01', { start: '2026-12-01' }],
    ['start=ge2026-12-01', { start: 'ge2026-12-01' }, /start .*prefix/],
    ['start=ge2026-12-01&start=le2026-12-31', { start: ['ge2026-12-01', 'le2026-12-31'] }, /start .*repeat/],
    ['end=ge2026&end=le2027', { end: ['ge2026', 'le2027'] }, /end .*repeat/],
    ['status=free,busy', { status: 'free,busy' }, /status .*comma/],
    ['status=free%2Cbusy', { status: 'free,busy' }, /status .*comma/],
    ['status=a,b', { status: 'a,b' }],
    ['count=gt5', { count: 'gt5' }, /count .*prefix/],
    ['count=5&count=6', { count: ['5', '6'] }, /count .*repeat/],
    ['count=5', { count: 5 }],
    ['code=x&code=y', { code: ['x', 'y'] }],
    ['code=x,y', { code: 'x,y' }, /code .*comma/],
    ['name:contains=abc', { 'name:contains': 'abc' }, /name:contains/],
    ['name=a&name:contains=b', { name: 'a', 'name:contains': 'b' }, /name:contains/],
    ['name:contains=a&name:contains=b', { 'name:contains': ['a', 'b'] }, /name:contains/],
    ['name:exact=a long one', { 'name:exact': 'a long one' }],
    ['end:missing=true', { 'end:missing': 'true' }, /end:missing/],
    ['end:Patient=1', { 'end:Patient': '1' }, /end:Patient/],
  ])('takes %s', async (query, seen, why) => {
    const answer = await asked(query);
    expect(answer.status).toBe(200);
    expect(answer.seen).toEqual(seen);
    expect(answer.notes).toEqual(why ? [expect.stringMatching(why)] : []);
  });

  test.each<[string, Json]>([
    ['start=ge2026-12-01&start=le2026-12-31', { start: 'ge2026-12-01' }],
    ['end=ge2026&end=le2027', { end: 'ge2026' }],
    ['name=a&name=b', { name: 'a' }],
    ['name=a,b,c,d,e', { name: 'a,b,c,d,e' }],
    ['status=busy&status=free', { status: 'busy' }],
    ['status=busy,free', { status: 'busy' }],
    ['count=5&count=6', { count: 5 }],
    ['count=gt5', { count: 5 }],
    ['code=x,y', { code: ['x', 'y'] }],
  ])('gives rules of its own what %s begins with, of the type that the contract has', async (query, seen) => {
    const answer = await search().request(`/f/Slot?patient=123&${query}`);
    const { patient: _, ...typed } = (await answer.json()).typed;
    expect(typed).toEqual(seen);
  });

  test.each([
    'start=tomorrow',
    'start=ge2026-13-01',
    'start=xx2026-12-01',
    'start=ge2026-12-01&start=never',
    'status=free,gone',
    'status=free,',
    'count=gt0',
    'count=many',
    'code=x,z',
    'name:contains=toolong',
    'end:missing=perhaps',
  ])('refuses %s, of which a value is wrong', async (query) => {
    expect((await asked(query)).status).toBe(400);
  });

  test('counts a modifier as the parameter that is required', async () => {
    const sandbox = search();
    expect((await sandbox.request('/f/Slot')).status).toBe(400);
    expect((await sandbox.request('/f/Slot?patient:identifier=999')).status).toBe(200);
    expect((await sandbox.request('/f/Slot?patient:strange=999')).status).toBe(400);
  });

  test('is told by its resources, too', async () => {
    const schema = { type: 'object', properties: { resourceType: { const: 'Bundle' } } };
    expect((await asked('status=free,busy', search({ type: 'application/json', schema }))).status).toBe(200);
  });
});

test.each(['start=ge2026-12-01', 'status=free,busy', 'count=1&count=2'])('any other API refuses %s', async (query) => {
  expect((await asked(query, search({ type: 'application/json' }))).status).toBe(400);
});

describe('a query', () => {
  test('gives a required parameter a value', async () => {
    const sandbox = search({ type: 'application/json' });
    expect((await sandbox.request('/f/Slot?patient=')).status).toBe(400);
    expect((await sandbox.request('/f/Slot?patient')).status).toBe(400);
  });

  test('may hold pairs without a name, which say nothing', async () => {
    const answer = await search().request('/f/Slot?patient=123&=&=5');
    expect((await answer.json()).undeclared).toEqual([]);
  });

  test('holds no NUL, and the refusal says so', async () => {
    const answer = await search().request('/f/Slot?patient=%00a');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/NUL/);
  });
});

test('a required parameter of text may be empty where the contract says so', async () => {
  const contract = (parameter: object): string =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 't', version: '1' },
      servers: [{ url: '/t' }],
      paths: {
        '/a': {
          get: { parameters: [{ name: 'p', in: 'query', required: true, ...parameter }], responses: { 200: { description: 'ok' } } },
        },
      },
    });
  const statuses = await Promise.all(
    [
      { schema: { type: 'string' }, allowEmptyValue: true },
      { schema: { type: 'string', minLength: 0 } },
      { schema: { type: 'string', enum: ['', 'a'] } },
      { schema: { type: 'string', nullable: true } },
      { schema: { type: 'string' } },
    ].map(async (parameter) => (await sandboxOf(contract(parameter)).request('/t/a?p=')).status),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 400]);
});

describe('the form of a _search', () => {
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const contract = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Slots', version: '1' },
    servers: [{ url: '/f' }],
    paths: {
      '/Slot/_search': {
        post: {
          operationId: 'search',
          requestBody: {
            required: true,
            content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', required: ['patient'], properties } } },
          },
          responses: {
            200: { description: 'found', content: { 'application/fhir+json': { schema: { type: 'object' } } } },
            400: { description: 'bad' },
          },
        },
      },
    },
  });
  const search = async (form: string): Promise<Response> =>
    sandboxOf(contract, { mock: { behaviours: { search: ({ body, several = {} }) => ({ status: 200, body: { body, several } }) } } }).send(
      'POST',
      '/f/Slot/_search',
      form,
      {
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    );

  test.each<[string, Json, Json?]>([
    ['start=2026-12-01&count=5', { start: '2026-12-01', count: 5 }],
    ['start=ge2026-12-01&start=le2026-12-31', { start: 'ge2026-12-01' }, { start: ['ge2026-12-01', 'le2026-12-31'] }],
    ['status=free,busy&other=x', { status: 'free', other: 'x' }, { status: 'free,busy' }],
    ['code=x&code=y', { code: ['x', 'y'] }],
    ['name:contains=abc', { 'name:contains': 'abc' }],
  ])('takes %s as a query would', async (form, want, several = {}) => {
    const answer = await search(`patient=123&${form}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ body: { patient: '123', ...(want as object) }, several });
  });

  const text = { type: 'string' };
  const born = { type: 'string', format: 'date' };
  const byNumber = { required: ['identifier'], properties: { identifier: { type: 'string', pattern: '^9' } } };
  const byName = {
    required: ['family', 'birthdate'],
    properties: { family: text, birthdate: born, identifier: { type: 'string', pattern: '^local' } },
  };
  const forms = {
    'anyOf beside the members': {
      properties: { identifier: text, family: text, birthdate: born },
      anyOf: [{ required: ['identifier'] }, { required: ['family', 'birthdate'] }],
    },
    'anyOf of whole forms': { anyOf: [byNumber, byName] },
    'oneOf of whole forms': { oneOf: [byNumber, byName] },
    'an anyOf in an allOf': { allOf: [{ properties: { page: text } }, { anyOf: [byNumber, byName] }] },
  };

  test.each(Object.entries(forms))('finds somebody by one of the alternatives of %s, and refuses a half of one', async (_, form) => {
    const { send: sent } = sandboxOf(
      contractOf({
        '/Patient/_search': {
          post: {
            requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', ...form } } } },
            responses: { 200: { description: 'Found', content: { 'application/fhir+json': { schema: { type: 'object' } } } }, 400: fault },
          },
        },
      }),
    );
    const statusOf = async (body: string): Promise<number> =>
      (await sent('POST', '/small/Patient/_search', body, { 'Content-Type': 'application/x-www-form-urlencoded' })).status;
    expect(await statusOf('identifier=9000000009')).toBe(200);
    expect(await statusOf('family=Smith&birthdate=2010-10-22')).toBe(200);
    expect(await statusOf('identifier=9000000009&family=Smith&birthdate=ge2010-10-22')).toBe(200);
    expect(await statusOf('family=Smith')).toBe(400);
    expect(await statusOf('identifier=')).toBe(400);
    expect(await statusOf('family=Smith&birthdate=soon')).toBe(400);
  });

  test.each(['start=2026-12-01', 'patient=', 'patient=123&count=many', 'patient=123&status=gone', 'patient=%ZZ'])(
    'refuses %s',
    async (form) => {
      expect((await search(form)).status).toBe(400);
    },
  );
});

/** The body is of the type that is named: what a client accepts decides which representation is sent, and in which form. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';
import { contractOf, fault } from '../small-contract.ts';

type Content = Readonly<Record<string, { readonly schema?: unknown; readonly example?: unknown }>>;

const serving = (content: Content, more: object = {}) =>
  sandboxOf(
    contractOf({ '/one': { get: { operationId: 'one', responses: { 200: { description: 'One', content }, 400: fault, ...more } } } }),
  );
const get = (content: Content, accept?: string) =>
  serving(content).request('/small/one', accept === undefined ? {} : { headers: { accept } });

const both: Content = { 'application/json': { example: { plain: true } }, 'application/vnd.api+json': { example: { data: [] } } };

describe('of two JSON types each has its own example', () => {
  test.each([
    ['application/json', { plain: true }],
    ['application/vnd.api+json', { data: [] }],
    ['application/vnd.api+json, application/json;q=0.5', { data: [] }],
    ['application/vnd.api+json;q=0.2, application/json', { plain: true }],
    ['application/vnd.api+json, */*', { data: [] }],
    ['application/json;q=0, */*', { data: [] }],
    ['*/*', { plain: true }],
    ['application/*', { plain: true }],
    [undefined, { plain: true }],
  ])('%s', async (accept, body) => {
    const answer = await get(both, accept);
    expect(answer.headers.get('content-type')).toBe('plain' in body ? 'application/json' : 'application/vnd.api+json');
    expect(await answer.json()).toEqual(body);
  });

  test('and plain JSON is not taken for the other kind because that stands first', async () => {
    const turned = { 'application/vnd.api+json': { example: { data: [] } }, 'application/json': { example: { plain: true } } };
    expect(await (await get(turned, 'application/json')).json()).toEqual({ plain: true });
  });
});

test('versions of a type are told apart by their parameters', async () => {
  const versions: Content = {
    'application/fhir+json;version=1': { example: { resourceType: 'Basic', id: 'one' } },
    'application/fhir+json; version=2': { example: { resourceType: 'Basic', id: 'two' } },
  };
  for (const [version, id] of [
    ['1', 'one'],
    ['2', 'two'],
  ] as const) {
    const answer = await get(versions, `application/fhir+json; version="${version}"`);
    expect(answer.headers.get('content-type')).toContain(`version=${version}`);
    expect(await answer.json()).toMatchObject({ id });
  }
  expect(await (await get(versions, 'application/fhir+json')).json()).toMatchObject({ id: 'one' });
  expect(await (await get(versions, 'application/fhir+json;version=9')).json()).toMatchObject({ id: 'one' });
});

test('other parameters count too, and a charset never does', async () => {
  const profiles: Content = {
    'application/json; profile="urn:short"': { example: { kind: 'short' } },
    'application/json; profile="urn:long,full"': { example: { kind: 'long' } },
  };
  expect(await (await get(profiles, 'application/json; charset=utf-8; profile="urn:long,full"')).json()).toEqual({ kind: 'long' });
});

describe('types that are no JSON', () => {
  const rows = [
    { name: 'Jam, plum', count: 2 },
    { name: 'The "good" tea', count: 1 },
  ];
  const list = { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, count: { type: 'integer' } } } };

  test.each([
    ['application/x-ndjson', '{"name":"Jam, plum","count":2}\n{"name":"The \\"good\\" tea","count":1}\n'],
    ['application/jsonl', '{"name":"Jam, plum","count":2}\n{"name":"The \\"good\\" tea","count":1}\n'],
    ['application/json-seq', '\u001e{"name":"Jam, plum","count":2}\n\u001e{"name":"The \\"good\\" tea","count":1}\n'],
    ['text/event-stream', 'data: {"name":"Jam, plum","count":2}\n\ndata: {"name":"The \\"good\\" tea","count":1}\n\n'],
    ['text/csv', 'name,count\r\n"Jam, plum",2\r\n"The ""good"" tea",1\r\n'],
    ['text/tab-separated-values', 'name\tcount\r\nJam, plum\t2\r\nThe "good" tea\t1\r\n'],
  ])('%s is framed as it has to be', async (type, text) => {
    const answer = await get({ [type]: { schema: list, example: rows } }, type);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toBe(text);
  });

  test('an event that names its parts is written by them', async () => {
    const example = [{ event: 'added', id: 7, data: { n: 1 } }, { data: 'two\nlines' }];
    expect(await (await get({ 'text/event-stream': { example } })).text()).toBe(
      'event: added\nid: 7\ndata: {"n":1}\n\ndata: two\ndata: lines\n\n',
    );
  });

  test.each([
    ['text/event-stream', 'data: {"n":1}', 'data: {"n":1}\n\n'],
    ['text/csv', 'a,b\n1,2\n', 'a,b\n1,2\n'],
    ['text/plain', 'Just text.', 'Just text.'],
    ['application/xml', '<jam><name>Plum</name></jam>', '<jam><name>Plum</name></jam>'],
    ['application/x-ndjson', '{"n":1}\n{"n":2}\n', '{"n":1}\n{"n":2}\n'],
  ])('a text published as %s is sent as published', async (type, example, sent) => {
    expect(await (await get({ [type]: { example } })).text()).toBe(sent);
  });

  test('the same list is JSON for one client and a table for another', async () => {
    const content: Content = { 'application/json': { schema: list, example: rows }, 'text/csv': { schema: list, example: rows } };
    expect(await (await get(content, 'application/json')).json()).toEqual(rows);
    expect(await (await get(content, 'text/csv')).text()).toMatch(/^name,count\r\n/);
  });
});

test('an example that is asked for by name is sent in the type that has it', async () => {
  const content = {
    'application/json': { examples: { plain: { value: { n: 1 } }, both: { value: { n: 2 } } } },
    'text/csv': { examples: { table: { value: 'a,b' }, both: { value: 'c,d' } } },
  };
  const sandbox = sandboxOf(contractOf({ '/one': { get: { responses: { 200: { description: 'One', content } } } } }));
  const ask = async (prefer: string, accept: string) => (await sandbox.request('/small/one', { headers: { prefer, accept } })).text();
  expect(await ask('example=table', '*/*')).toBe('a,b');
  expect(await ask('example=plain', '*/*')).toBe('{"n":1}');
  expect(await ask('example=both', 'text/csv')).toBe('c,d');
  expect(await ask('example=both', 'application/json')).toBe('{"n":2}');
});

describe('state that is shown in several kinds of JSON', () => {
  const plain = { type: 'object', required: ['size'], properties: { id: { type: 'string' }, size: { type: 'integer' } } };
  const wrapped = { type: 'object', required: ['data'], properties: { data: { type: 'object' } } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const kept = async (other: object) => {
    const content = { 'application/json': { schema: plain }, 'application/vnd.shop+json': { schema: other } };
    const sandbox = sandboxOf(
      contractOf({
        '/jars': {
          post: {
            requestBody: { content: { 'application/json': { schema: plain } } },
            responses: { 201: { description: 'Made', content } },
          },
        },
        '/jars/{id}': { get: { parameters: [id], responses: { 200: { description: 'One', content } } } },
      }),
    );
    const made = await sandbox.send('POST', '/small/jars', { size: 7 });
    const read = await sandbox.request(made.headers.get('location') ?? '', { headers: { accept: 'application/vnd.shop+json' } });
    return [read.headers.get('content-type'), (await read.json()).size];
  };

  test('of one shape goes out under the name that was asked for', async () => {
    expect(await kept(plain)).toEqual(['application/vnd.shop+json', 7]);
  });

  test('of two shapes is called what it is', async () => {
    expect(await kept(wrapped)).toEqual(['application/json', 7]);
  });
});

test.each(['application/json+fhir', 'application/x-json'])('%s is JSON too', async (type) => {
  const answer = await get({ [type]: { example: { resourceType: 'Basic' } } }, 'application/json');
  expect([answer.headers.get('content-type'), await answer.json()]).toEqual([type, { resourceType: 'Basic' }]);
});

describe('files', () => {
  const binary = { schema: { type: 'string', format: 'binary' } };

  test.each([
    ['image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['image/gif', [0x47, 0x49, 0x46, 0x38]],
    ['image/jpeg', [0xff, 0xd8, 0xff]],
    ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
    ['application/zip', [0x50, 0x4b]],
    ['audio/wav', [0x52, 0x49, 0x46, 0x46]],
    ['text/rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ])('%s is a true one', async (type, begins) => {
    const answer = await get({ [type]: binary });
    expect(answer.headers.get('content-type')).toBe(type);
    expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, begins.length)).toEqual(begins);
  });

  test('a published one goes out as the bytes that it stands for', async () => {
    const example = btoa('%PDF-1.7 mine');
    expect(await (await get({ 'application/pdf': { ...binary, example } })).text()).toBe('%PDF-1.7 mine');
  });

  test('a text that only talks of one does not', async () => {
    expect(await (await get({ 'application/pdf': { ...binary, example: 'A PDF document' } })).text()).toMatch(/^%PDF-/);
  });

  test('a picture beside JSON is chosen by Accept', async () => {
    const content: Content = { 'application/json': { example: { alt: 'A jar' } }, 'image/*': binary };
    expect(await (await get(content, 'application/json')).json()).toEqual({ alt: 'A jar' });
    expect((await get(content, 'image/gif')).headers.get('content-type')).toBe('image/gif');
    expect((await get(content, 'image/*')).headers.get('content-type')).toBe('image/png');
  });
});

describe('what a client does not accept', () => {
  test.each(['text/html', 'application/xml', 'image/*', 'application/json;q=0', 'application/json;q=0, text/csv'])(
    '%s is refused with 406 in the shape of the API, though only 400 is documented',
    async (accept) => {
      const answer = await get({ 'application/json': { example: { plain: true } } }, accept);
      expect(answer.status).toBe(406);
      expect(await answer.json()).toMatchObject({ code: expect.any(String), message: expect.stringContaining('application/json') });
    },
  );

  test('XML of which nothing is known is not promised', async () => {
    const content: Content = { 'application/json': { example: { plain: true } }, 'application/xml': {} };
    expect((await get(content, 'application/xml')).status).toBe(406);
  });

  test('what is documented of faults by default is no success', async () => {
    const more = { default: fault };
    const json = serving({ 'text/csv': { example: 'a,b' } }, more);
    expect((await json.request('/small/one', { headers: { accept: 'application/json' } })).status).toBe(406);
    const bytes = serving({ 'application/pdf': {} }, more);
    expect((await bytes.request('/small/one', { headers: { accept: 'application/json' } })).headers.get('content-type')).toBe(
      'application/pdf',
    );
  });

  test('bytes, the one thing there is, are sent all the same, and the trace says so', async () => {
    const sandbox = serving({ 'application/octet-stream': { schema: { format: 'binary' } } });
    const answer = await sandbox.request('/small/one', { headers: { accept: 'application/vnd.shop.v2+json' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes.join()).toContain('application/octet-stream');
  });
});

describe('FHIR', () => {
  const schema = { type: 'object', properties: { resourceType: { type: 'string' } } };
  const example = {
    resourceType: 'Patient',
    id: 'p1',
    extension: [{ url: 'https://example.test/plays', valueString: 'chess & go' }],
    name: [{ id: 'n1', family: 'Smith', given: ['Ann', 'Lee'], _given: [null, { extension: [{ url: 'x', valueCode: 'y' }] }] }],
    birthDate: '2010-01-01',
    photo: [{ url: 'https://example.test/photo' }],
    contained: [{ resourceType: 'Basic', id: 'b' }],
    text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Ann</div>' },
  };

  test('is written as FHIR XML for who asks for it', async () => {
    const content: Content = { 'application/fhir+json': { schema, example }, 'application/fhir+xml': { schema, example } };
    const answer = await get(content, 'application/fhir+xml');
    expect(answer.headers.get('content-type')).toBe('application/fhir+xml');
    expect(await answer.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Patient xmlns="http://hl7.org/fhir"><id value="p1"/>' +
        '<extension url="https://example.test/plays"><valueString value="chess &amp; go"/></extension>' +
        '<name id="n1"><family value="Smith"/><given value="Ann"/><given value="Lee"><extension url="x"><valueCode value="y"/></extension></given></name>' +
        '<birthDate value="2010-01-01"/><photo><url value="https://example.test/photo"/></photo><contained><Basic><id value="b"/></Basic></contained>' +
        '<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">Ann</div></text></Patient>',
    );
  });

  test('what a client stored is written as XML too', async () => {
    const content = { 'application/fhir+json': { schema }, 'application/fhir+xml': { schema } };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const sandbox = sandboxOf(
      contractOf({
        '/Basic': {
          post: {
            requestBody: { required: true, content: { 'application/fhir+json': { schema } } },
            responses: { 201: { description: 'Made', content } },
          },
        },
        '/Basic/{id}': { get: { parameters: [id], responses: { 200: { description: 'One', content } } } },
      }),
    );
    const made = await sandbox.send(
      'POST',
      '/small/Basic',
      { resourceType: 'Basic', language: 'cy' },
      { 'Content-Type': 'application/fhir+json' },
    );
    const read = await sandbox.request(made.headers.get('location') ?? '', { headers: { accept: 'application/fhir+xml' } });
    expect(await read.text()).toContain('<language value="cy"/>');
  });
});

describe('a body of another kind of JSON than is documented', () => {
  const jam = (type: string) =>
    contractOf({
      '/jam': {
        post: {
          requestBody: { required: true, content: { [type]: { schema: { type: 'object', required: ['name'] } } } },
          responses: { 201: { description: 'Made' }, 400: fault, 415: fault },
        },
      },
    });
  const kinds = [
    ['application/fhir+json', 'application/json'],
    ['application/vnd.api+json', 'application/json; charset=utf-8'],
    ['application/json', 'application/fhir+json'],
    ['application/fhir+json; version=1.2.0', 'application/fhir+json; version=9.0.0'],
  ] as const;

  test.each(kinds)('%s is read from %s, with a note', async (documented, sent) => {
    const sandbox = sandboxOf(jam(documented));
    const answer = await sandbox.send('POST', '/small/jam', { name: 'Plum' }, { 'Content-Type': sent });
    expect(answer.status).toBe(201);
    const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes.join()).toContain(documented);
    expect((await sandbox.send('POST', '/small/jam', {}, { 'Content-Type': sent })).status).toBe(400);
  });

  test.each(kinds)('%s is refused from %s where media types are strict', async (documented, sent) => {
    const sandbox = sandboxOf(jam(documented), { settings: { mediaTypes: 'strict' } });
    expect((await sandbox.send('POST', '/small/jam', { name: 'Plum' }, { 'Content-Type': sent })).status).toBe(415);
  });

  test('a charset alone is the same type, strict or not', async () => {
    const sandbox = sandboxOf(jam('application/fhir+json'), { settings: { mediaTypes: 'strict' } });
    expect(
      (await sandbox.send('POST', '/small/jam', { name: 'P' }, { 'Content-Type': 'application/fhir+json; charset=utf-8' })).status,
    ).toBe(201);
  });

  test.each(['application/json-patch+json', 'application/merge-patch+json'])('%s is not read from plain JSON', async (documented) => {
    expect((await sandboxOf(jam(documented)).send('POST', '/small/jam', { name: 'P' })).status).toBe(415);
  });

  test.each(['text/plain', 'application/xml', ''])('“%s” is no JSON and is refused', async (sent) => {
    expect(
      (await sandboxOf(jam('application/json')).request('/small/jam', { method: 'POST', body: new Blob(['{}'], { type: sent }) })).status,
    ).toBe(415);
  });
});

describe('what is sent as bytes is kept byte for byte', () => {
  const types = { 'application/pdf': {}, 'application/xml': {}, 'application/octet-stream': {}, 'image/png': {} };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const parcels = contractOf({
    '/parcels': { post: { requestBody: { required: true, content: types }, responses: { 201: { description: 'Kept' } } } },
    '/parcels/{id}': {
      get: { parameters: [id], responses: { 200: { description: 'As sent', content: types } } },
      put: { parameters: [id], requestBody: { content: types }, responses: { 200: { description: 'Kept' } } },
    },
  });

  test.each([
    ['application/pdf', '%PDF-1.4\r\n%\u00ff\u00fe\n'],
    ['application/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<a  b = \'1\'/><!-- kept -->\n'],
    ['application/octet-stream', '\u0000\u0001\u00ff {"a": 1.0}'],
    ['image/png', '\u0089PNG and no more'],
  ])('%s', async (type, text) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const sandbox = sandboxOf(parcels);
    const made = await sandbox.request('/small/parcels', { method: 'POST', headers: { 'Content-Type': type }, body: bytes });
    expect(made.status).toBe(201);
    for (const accept of ['*/*', type]) {
      const read = await sandbox.request(made.headers.get('location') ?? '', { headers: { accept } });
      expect(read.headers.get('content-type')).toBe(type);
      expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    }
  });
});

test.each(['text/html', 'image/svg+xml', 'application/xml'])(
  'a page or picture of the type %s can do nothing in a browser',
  async (type) => {
    const answer = await get({ [type]: { example: '<a xmlns="urn:a"><script>alert(1)</script></a>' } });
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  },
);

describe('XML', () => {
  const jar = {
    type: 'object',
    xml: { name: 'jar' },
    required: ['size'],
    properties: { id: { type: 'string', xml: { attribute: true } }, size: { type: 'integer' } },
  };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

  test('says what the state says, by the words of its schema', async () => {
    const content = { 'application/json': { schema: jar }, 'application/xml': { schema: jar } };
    const sandbox = sandboxOf(
      contractOf({
        '/jars': {
          post: { requestBody: { content: { 'application/json': { schema: jar } } }, responses: { 201: { description: 'Made', content } } },
        },
        '/jars/{id}': {
          get: {
            parameters: [id],
            responses: {
              200: { description: 'One', content },
              404: {
                description: 'None',
                content: {
                  'application/xml': {
                    schema: { type: 'object', xml: { name: 'fault' }, required: ['message'], properties: { message: { type: 'string' } } },
                  },
                },
              },
            },
          },
        },
      }),
    );
    const made = await sandbox.send('POST', '/small/jars', { size: 7 });
    const { id: own } = await made.json();
    const read = await sandbox.request(`/small/jars/${own}`, { headers: { accept: 'text/xml;q=0.5, application/xml' } });
    expect(read.headers.get('content-type')).toBe('application/xml');
    expect(await read.text()).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n<jar id="${own}"><size>7</size></jar>`);
    const missing = await sandbox.request('/small/jars/none');
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/xml']);
    expect(await missing.text()).toMatch(/^<\?xml[^>]*>\n<fault><message>.+<\/message><\/fault>$/);
  });
});

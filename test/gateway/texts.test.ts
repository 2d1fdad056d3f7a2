/** Bodies of XML, tables and plain texts are read by their schema, and held to the contract as JSON is. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

/** What arrives is shown by a behaviour: the body as read, or how many bytes were kept. */
function receiver(type: string, schema: object | undefined, components: object = {}): Sandbox {
  const contract = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Texts', version: '1' },
    servers: [{ url: '/t' }],
    paths: {
      '/in': {
        post: {
          operationId: 'take',
          requestBody: { required: true, content: { [type]: { ...(schema && { schema }) } } },
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: {} } } },
            400: {
              description: 'bad',
              content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } },
            },
          },
        },
      },
    },
    components,
  });
  return sandboxOf(contract, {
    mock: { behaviours: { take: ({ body, binary }) => ({ status: 200, body: body ?? { kept: binary?.bytes.byteLength ?? 0 } }) } },
  });
}

async function sent(
  sandbox: Sandbox,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<{ status: number; body: unknown; message: string }> {
  const answer = await sandbox.request('/t/in', { method: 'POST', body, headers: { 'Content-Type': type } });
  const text = await answer.text();
  const value = JSON.parse(text);
  return { status: answer.status, body: value, message: value?.message ?? '' };
}

const object = (properties: object, more: object = {}): object => ({ type: 'object', properties, ...more });
const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more });
const [text, whole, flag] = [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }];

describe('XML is read by its schema', () => {
  test.each<[string, object, string, unknown]>([
    [
      'elements by their type',
      object({ n: whole, s: text, b: flag }),
      '<o><n> 5 </n><s>007</s><b>true</b></o>',
      { n: 5, s: '007', b: true },
    ],
    ['attributes', object({ id: { ...whole, xml: { attribute: true } }, s: text }), '<o id="5"><s>x</s></o>', { id: 5, s: 'x' }],
    [
      'other names',
      object({ n: { ...whole, xml: { name: 'number' } } }, { xml: { name: 'thing' } }),
      '<thing><number>1</number></thing>',
      { n: 1 },
    ],
    [
      'any prefix',
      object({ n: { ...whole, xml: { prefix: 'a', namespace: 'urn:a' } } }),
      '<z:o xmlns:z="urn:a"><z:n>1</z:n></z:o>',
      { n: 1 },
    ],
    ['a list of bare elements', object({ tag: list(text) }), '<o><tag>a</tag><tag>b</tag></o>', { tag: ['a', 'b'] }],
    ['a list of one', object({ tag: list(whole) }), '<o><tag>1</tag></o>', { tag: [1] }],
    [
      'a wrapped list',
      object({ tags: list({ ...text, xml: { name: 'tag' } }, { xml: { wrapped: true } }) }),
      '<o><tags><tag>a</tag><tag>b</tag></tags></o>',
      { tags: ['a', 'b'] },
    ],
    ['an empty wrapped list', object({ tags: list(text, { xml: { wrapped: true } }) }), '<o><tags/></o>', { tags: [] }],
    ['bare items of another name', object({ tags: list({ ...text, xml: { name: 'tag' } }) }), '<o><tag>a</tag></o>', { tags: ['a'] }],
    ['a list as the whole body', list(object({ n: whole })), '<all><o><n>1</n></o><o><n>2</n></o></all>', [{ n: 1 }, { n: 2 }]],
    [
      'objects inside objects',
      object({ o: object({ p: list(object({ n: whole })) }) }),
      '<a><o><p><n>1</n></p><p/></o></a>',
      { o: { p: [{ n: 1 }, {}] } },
    ],
    [
      'a text beside attributes',
      object({ unit: { ...text, xml: { attribute: true } }, value: { type: 'number', xml: { 'x-text': true, nodeType: 'text' } } }),
      '<w unit="kg">2.5</w>',
      { unit: 'kg', value: 2.5 },
    ],
    [
      'null',
      object({ n: { type: ['integer', 'null'] }, m: { type: ['object', 'null'] } }),
      '<o xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n/><m xsi:nil="true"/></o>',
      { n: null, m: null },
    ],
    [
      'entities of XML itself, and CDATA',
      object({ s: text }),
      '<?xml version="1.0"?><o><!-- no --><s>a &amp; &#98; <![CDATA[<c>]]></s></o>',
      { s: 'a & b <c>' },
    ],
    [
      'what the schema does not know',
      object({ n: whole }),
      '<o><n>1</n><x><y>2</y></x><z>3</z><z>4</z></o>',
      { n: 1, x: { y: '2' }, z: ['3', '4'] },
    ],
    ['either of two types', object({ v: { anyOf: [whole, text] } }), '<o><v>five</v></o>', { v: 'five' }],
  ])('%s', async (_name, schema, body, want) => {
    for (const type of ['application/xml', 'text/xml', 'application/vnd.thing+xml']) {
      expect(await sent(receiver(type, schema), type, body)).toMatchObject({ status: 200, body: want });
    }
  });

  test('a choice by its tag', async () => {
    const of = (more: object): object => object({ kind: text, ...more }, { required: ['kind'] });
    const schema = {
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
      discriminator: { propertyName: 'kind' },
    };
    const sandbox = receiver('application/xml', schema, { schemas: { A: of({ v: whole }), B: of({ v: text }) } });
    expect((await sent(sandbox, 'application/xml', '<p><kind>A</kind><v>5</v></p>')).body).toEqual({ kind: 'A', v: 5 });
    expect((await sent(sandbox, 'application/xml', '<p><kind>B</kind><v>5</v></p>')).body).toEqual({ kind: 'B', v: '5' });
    expect((await sent(sandbox, 'application/xml', '<p><kind>C</kind></p>')).message).toMatch(/kind must be one of "A", "B"/);
  });
});

describe('XML that breaks its schema, or is none, is refused', () => {
  const schema = object(
    { n: whole, tags: list(text, { minItems: 1, xml: { wrapped: true } }) },
    { required: ['n'], xml: { name: 'o' }, additionalProperties: false },
  );
  test.each<[string, string, RegExp]>([
    ['a text for a number', '<o><n>x</n></o>', /n must be a whole number/],
    ['what is missing', '<o/>', /n is required/],
    ['what is too much', '<o><n>1</n><m>1</m></o>', /m is not expected/],
    ['one value twice', '<o><n>1</n><n>2</n></o>', /n must be a whole number/],
    ['too short a list', '<o><n>1</n><tags/></o>', /tags must have at least 1/],
    ['another element', '<p><n>1</n></p>', /must be an element called o/],
    ['an unclosed element', '<o>\n  <n>1</o>', /line 2, column 7/],
    ['a text', 'n=1', /line 1/],
    ['a document type', '<!DOCTYPE o><o><n>1</n></o>', /DOCTYPE/],
    ['a document type with entities', '<!DOCTYPE o [<!ENTITY e "1">]><o><n>&e;</n></o>', /DOCTYPE|line 1/],
    ['an external entity', '<!DOCTYPE o [<!ENTITY e SYSTEM "file:///etc/passwd">]><o><n>&e;</n></o>', /DOCTYPE|line 1/],
    ['an entity of nobody', '<o><n>&nbsp;</n></o>', /line 1/],
    ['depth without end', '<o>'.repeat(60_000), /nested too deep|line 1/],
    ['a hundred levels', `${'<o>'.repeat(100)}${'</o>'.repeat(100)}`, /nested 64/],
  ])('%s', async (_name, body, words) => {
    const answer = await sent(receiver('application/xml', schema), 'application/xml', body);
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(words);
    expect(answer.message).not.toMatch(/passwd/);
  });
});

describe('what is not looked into is kept byte for byte', () => {
  test.each<[string, string, object | undefined]>([
    ['XML without a schema', 'application/xml', undefined],
    ['XML that the contract calls a text', 'text/xml', { type: 'string' }],
    ['FHIR', 'application/fhir+xml', object({ resourceType: text })],
    ['a picture, though it is XML', 'image/svg+xml', object({ n: whole })],
  ])('%s', async (_name, type, schema) => {
    const body = '<Patient xmlns="http://hl7.org/fhir"><active value="true"/></Patient>';
    expect(await sent(receiver(type, schema), type, body)).toMatchObject({ status: 200, body: { kept: body.length } });
  });

  test('parts that have no names, with a note', async () => {
    const sandbox = receiver('multipart/mixed', object({ n: whole }));
    const answer = await sandbox.request('/t/in', {
      method: 'POST',
      body: 'anything',
      headers: { 'Content-Type': 'multipart/mixed; boundary=x' },
    });
    expect(await answer.clone().json()).toEqual({ kept: 8 });
    const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes).toEqual([expect.stringMatching(/not held to the contract/)]);
  });

  test('FHIR in XML with a note', async () => {
    const sandbox = receiver('application/fhir+xml', object({ resourceType: text }));
    const answer = await sandbox.request('/t/in', {
      method: 'POST',
      body: '<Patient/>',
      headers: { 'Content-Type': 'application/fhir+xml' },
    });
    const trace = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(trace.notes).toEqual([expect.stringMatching(/FHIR written as XML.*not held to the contract/)]);
  });
});

describe('a table is read by the schema of its rows', () => {
  const row = object({ id: whole, name: text, score: { type: 'number' }, note: { type: ['string', 'null'] } }, { required: ['id'] });
  test.each<[string, string, object, string, unknown]>([
    [
      'objects',
      'text/csv',
      list(row),
      'id,name,score\r\n1,Ann,2.5\r\n2,007,\r\n',
      [
        { id: 1, name: 'Ann', score: 2.5 },
        { id: 2, name: '007' },
      ],
    ],
    ['quotation marks', 'text/csv', list(row), 'id,name\n1,"a, ""b""\nc"\n', [{ id: 1, name: 'a, "b"\nc' }]],
    ['columns of no schema', 'text/csv', list(row), 'id,extra\n1,x', [{ id: 1, extra: 'x' }]],
    [
      'lists',
      'text/csv',
      list(list(whole)),
      '1,2\n3,4',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['single values', 'text/csv', list(whole), '1\n2\n', [1, 2]],
    ['tabs', 'text/tab-separated-values', list(row), 'id\tname\n1\ta,b\n', [{ id: 1, name: 'a,b' }]],
    ['an empty last value', 'text/csv', list(row), 'id,name\n1,', [{ id: 1, name: '' }]],
    ['no rows', 'text/csv', list(row), 'id,name\n', []],
  ])('%s', async (_name, type, schema, body, want) => {
    expect(await sent(receiver(type, schema), `${type}; charset=utf-8`, body)).toMatchObject({ status: 200, body: want });
  });

  test.each<[string, string, RegExp]>([
    ['a text for a number', 'id\nx\n', /0\/id must be a whole number/],
    ['what is missing', 'name\na\n', /0\/id is required/],
    ['too few values', 'id,name\n1\n', /Row 2.*1 values.*2/],
    ['an open quotation mark', 'id,name\n1,"a', /not closed/],
    ['something behind a quotation mark', 'id,name\n1,"a"b\n', /follows/],
  ])('and refused for %s', async (_name, body, words) => {
    const answer = await sent(receiver('text/csv', list(row)), 'text/csv', body);
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(words);
  });
});

describe('a plain text', () => {
  test.each<[object, string, number]>([
    [{ type: 'string', maxLength: 3 }, 'abc', 200],
    [{ type: 'string', maxLength: 3 }, 'abcd', 400],
    [{ type: 'string', pattern: '^[a-z]+$' }, 'A', 400],
    [{ type: 'integer', minimum: 5 }, '7', 200],
    [{ type: 'integer', minimum: 5 }, '4', 400],
    [{ type: 'string', format: 'binary', maxLength: 1 }, 'abc', 200],
  ])('is held to %j: %s', async (schema, body, status) => {
    const answer = await sent(receiver('text/plain', schema), 'text/plain', body);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body).toEqual({ kept: body.length });
  });

  test('of another encoding is kept as it came', async () => {
    const bytes = new Uint8Array([0xe9, 0xe8]);
    const sandbox = receiver('text/plain', { type: 'string', maxLength: 1 });
    expect((await sent(sandbox, 'text/plain; charset=iso-8859-1', bytes)).body).toEqual({ kept: 2 });
    expect((await sent(sandbox, 'text/plain', bytes)).message).toMatch(/UTF-8/);
  });
});

test('what is sent in XML is shown in XML, and in JSON', async () => {
  const Pet = object(
    { id: { ...text, readOnly: true }, legs: whole, names: list({ ...text, xml: { name: 'name' } }, { xml: { wrapped: true } }) },
    { xml: { name: 'pet' } },
  );
  const both = {
    'application/xml': { schema: { $ref: '#/components/schemas/Pet' } },
    'application/json': { schema: { $ref: '#/components/schemas/Pet' } },
  };
  const sandbox = sandboxOf(
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Pets', version: '1' },
      servers: [{ url: '/p' }],
      paths: {
        '/pets': { post: { requestBody: { required: true, content: both }, responses: { 201: { description: 'made', content: both } } } },
        '/pets/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
            responses: { 200: { description: 'one', content: both } },
          },
        },
      },
      components: { schemas: { Pet } },
    }),
  );
  const xml = { 'Content-Type': 'application/xml', Accept: 'application/xml' };
  const made = await sandbox.send('POST', '/p/pets', '<pet><legs>4</legs><names><name>Tom</name><name>T</name></names></pet>', xml);
  expect(made.status).toBe(201);
  expect(await made.text()).toMatch(/<pet>.*<legs>4<\/legs><names><name>Tom<\/name><name>T<\/name><\/names>.*<\/pet>$/s);
  const read = await sandbox.request(made.headers.get('location') ?? '', { headers: { Accept: 'application/json' } });
  expect(await read.json()).toMatchObject({ legs: 4, names: ['Tom', 'T'] });
});

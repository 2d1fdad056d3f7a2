/** Documents as people bring them: what is understood, what is mended, what is left out, and what is no contract at all. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { DOCUMENT_BYTES, OPERATIONS } from '../../src/contract/limits.ts';
import { loadContract, slugOf } from '../../src/contract/load.ts';
import { documentWith, load, withBody, withOperation } from './documents.ts';

function refusal(text: string): unknown {
  try {
    loadContract({ name: 'mine.yaml', text });
    return undefined;
  } catch (error) {
    return error;
  }
}

function quirksOf(parts: JsonObject): string[] {
  return load(parts).quirks.map(({ effect, pointer }) => `${effect} ${pointer}`);
}

describe('what is no contract', () => {
  test.each([
    ['{"openapi": "3.1.0", "info": }', 'unreadable', /mine\.yaml.*line 1, column 30/],
    ['openapi: 3.1.0\ninfo: [\npaths: {}', 'unreadable', /YAML.*line 3/],
    ['just some words', 'no-openapi', /openapi: 3\.1\.0/],
    ['{"hello": "world"}', 'no-openapi', /not an OpenAPI document/],
    ['[]', 'no-openapi', /not an OpenAPI document/],
    ['openapi: 4.0.0\npaths: {}', 'unsupported-version', /OpenAPI 4\.0\.0.*2\.0.*3\.2/],
    ['swagger: "1.2"\npaths: {}', 'unsupported-version', /Swagger 1\.2/],
    [`{"openapi": "3.0.0", "x": "${'x'.repeat(DOCUMENT_BYTES)}"}`, 'too-large', /5 MiB/],
    ['{"openapi": "3.0.0", "__proto__": {"a": 1}}', 'unsafe', /\/__proto__/],
    [`{"openapi": "3.0.0", "a": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 'unsafe', /levels deep/],
    [
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}`,
      'unsafe',
      /anchors/,
    ],
  ])('%.40s is refused as such', (text, kind, message) => {
    expect(refusal(text)).toMatchObject({ name: 'ContractError', kind, message: expect.stringMatching(message) });
  });

  test('REF-3: one operation more than the limit is too many', () => {
    const paths = (count: number): JsonObject =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`/p${index}`, { get: { responses: {} } }]));
    expect(load({ paths: paths(OPERATIONS) }).operations).toHaveLength(OPERATIONS);
    expect(refusal(JSON.stringify(documentWith({ paths: paths(OPERATIONS + 1) })))).toMatchObject({ kind: 'too-many-operations' });
  });
});

describe('versions', () => {
  test('Swagger 2.0, OpenAPI 3.0 and 3.1, in YAML or JSON, say the same', () => {
    const swagger = {
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      host: 'example.org',
      basePath: '/v1',
      schemes: ['https'],
      consumes: ['application/json'],
      produces: ['application/json'],
      paths: {
        '/things/{id}': {
          put: {
            operationId: 'replace',
            parameters: [
              { name: 'id', in: 'path', required: true, type: 'string' },
              { name: 'tags', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat: 'csv' },
              { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Thing' } },
            ],
            responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Thing' } } },
          },
        },
      },
      definitions: { Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string', 'x-nullable': true } } } },
    };
    const contract = loadContract({ name: 't', text: JSON.stringify(swagger) });
    expect(contract.basePath).toBe('/v1');
    const [operation] = contract.operations;
    expect(operation).toMatchObject({
      id: 'replace',
      method: 'put',
      parameters: [{ name: 'id' }, { name: 'tags', explode: false }],
      body: { required: true },
    });
    expect(contract.check(operation?.body?.content[0]?.schema ?? { pointer: '', schema: false }, {})).toMatchObject([
      { pointer: '/name', keyword: 'required' },
    ]);
    const yaml = 'swagger: 2.0\ninfo: {title: T, version: 1}\npaths:\n  /a:\n    get:\n      responses:\n        200: {description: ok}\n';
    expect(loadContract({ name: 't', text: yaml }).operations[0]?.responses.has('200')).toBe(true);
  });

  /** [what OpenAPI 3.0 says, what it means]. */
  test.each<[Json, Json]>([
    [
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [{ nullable: true, allOf: [{ type: 'object' }] }, { anyOf: [{ type: 'null' }, { allOf: [{ type: 'object' }] }] }],
    [{ nullable: true }, {}],
    [
      { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
      { type: 'number', exclusiveMinimum: 1, maximum: 5 },
    ],
    [{ type: 'datetime' }, {}],
    [{ type: 'string', required: true }, { type: 'string' }],
    [
      { type: 'array', items: [{ type: 'string' }, { type: 'number' }] },
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } },
    ],
    [
      { type: 'array', items: [] },
      { type: 'array', items: {} },
    ],
    [{ $ref: '#/components/schemas/A', description: 'x', nullable: true }, { $ref: '#/components/schemas/A' }],
    [{ minLength: '3', maxLength: 'many' }, { minLength: 3 }],
    [{ enum: [], allOf: [], anyOf: {}, properties: [] }, {}],
    [{ pattern: '(' }, {}],
    [{ $id: 'x', $schema: 'y', type: 'string' }, { type: 'string' }],
    [
      { dependencies: { a: ['b'], c: { required: ['d'] } } },
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
    ],
    [
      { type: 'string', nullable: true, example: { nullable: true } },
      { type: ['string', 'null'], example: { nullable: true } },
    ],
    [
      { properties: { nullable: { nullable: true, type: 'string' }, example: { type: 'x' } } },
      { properties: { nullable: { type: ['string', 'null'] }, example: {} } },
    ],
  ])('%j in a 3.0 schema means %j', (schema, want) => {
    const { contract } = withBody(schema, { openapi: '3.0.3', components: { schemas: { A: {} } } });
    expect(contract.operations[0]?.body?.content[0]?.schema?.schema).toEqual(want);
  });

  test('a reference reaches into a schema that may be null', () => {
    const components = { schemas: { Base: { nullable: true, properties: { code: { type: 'string' } } } } };
    const { contract, body } = withBody({ $ref: '#/components/schemas/Base/properties/code' }, { openapi: '3.0.0', components });
    expect(contract.check(body, 5)).toHaveLength(1);
  });
});

describe('operations', () => {
  test('P-33: small sins are reported by pointer and everything else is served', () => {
    const paths = {
      '/a': { get: { operationId: 'same', responses: { 200: { description: '' } } }, post: 'no operation' },
      '/b': { get: { operationId: 'same', responses: {} }, put: { responses: {} } },
      'no-slash': { get: { responses: {} } },
      '/bad/{brace': { get: { responses: {} } },
      '/c/{id}': {
        parameters: 'none',
        get: {
          parameters: [{ name: 'x' }, { name: 'other', in: 'path', schema: {} }, { name: 'q', in: 'query' }],
          responses: { abc: {}, 'x-a': 1 },
        },
      },
      '/elsewhere': { $ref: 'other.yaml#/paths/x' },
      'x-note': 'ignored',
    };
    expect(load({ paths }).operations.map(({ id, path }) => `${id} ${path}`)).toEqual([
      'same /a',
      'get-b /b',
      'put-b /b',
      'get-c-id /c/{id}',
    ]);
    expect(quirksOf({ paths }).sort()).toEqual([
      'mended /paths/~1b/get',
      'mended /paths/~1b/put',
      'mended /paths/~1c~1{id}/get',
      'mended /paths/~1c~1{id}/get',
      'mended /paths/~1c~1{id}/get',
      'unchecked /paths/~1c~1{id}/get/parameters/0',
      'unchecked /paths/~1c~1{id}/get/parameters/2',
      'unserved /paths/no-slash/get',
      'unserved /paths/~1a/post',
      'unserved /paths/~1bad~1{brace/get',
      'unserved /paths/~1c~1{id}/get/responses/abc',
      'unserved /paths/~1elsewhere',
    ]);
  });

  test('P-15: verbs, dollars, prefixes, stars and fragments in paths are kept as published', () => {
    const keys = [
      '/jobs/{id}:cancel',
      '/$process-message#a',
      '/$process-message#b',
      '/find?by=name',
      '/{ubrn}/$ers.accept',
      '/a/%24b',
      '/docs/*',
      '/List{id}',
    ];
    const paths = Object.fromEntries(keys.map((key) => [key, { post: { responses: {} } }]));
    expect(load({ paths }).operations.map(({ path, fragment }) => (fragment === undefined ? path : `${path} by ${fragment}`))).toEqual([
      '/jobs/{id}:cancel',
      '/$process-message by a',
      '/$process-message by b',
      '/find by by=name',
      '/{ubrn}/$ers.accept',
      '/a/%24b',
      '/docs/*',
      '/List{id}',
    ]);
    expect(new Set(load({ paths }).operations.map(({ id }) => id)).size).toBe(keys.length);
  });

  test('P-37: ranges and default are statuses, in any case', () => {
    const responses = { 200: { description: '' }, '4xx': { description: 'a' }, '5XX': { description: 'b' }, Default: { description: 'c' } };
    expect([...(load(withOperation({ responses })).operations[0]?.responses.keys() ?? [])]).toEqual(['200', '4XX', '5XX', 'default']);
  });

  test('P-39: responses, bodies, parameters, headers and examples behind references are found', () => {
    const components = {
      responses: {
        Ok: {
          description: 'ok',
          headers: { ETag: { $ref: '#/components/headers/Tag' } },
          content: { 'application/json': { schema: {}, examples: { one: { $ref: '#/components/examples/One' } } } },
        },
      },
      headers: { Tag: { required: true, schema: { type: 'string' } } },
      examples: { One: { summary: 'First', value: { a: 1 } } },
      requestBodies: { Body: { required: true, content: { 'application/json': { schema: { type: 'object' } } } } },
      parameters: {
        Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        Again: { $ref: '#/components/parameters/Id' },
      },
    };
    const operation = {
      parameters: [{ $ref: '#/components/parameters/Again' }],
      requestBody: { $ref: '#/components/requestBodies/Body' },
      responses: { 200: { $ref: '#/components/responses/Ok' } },
    };
    const contract = load({ ...withOperation(operation, '/things/{id}', 'put'), components });
    const [found] = contract.operations;
    expect(found?.parameters).toMatchObject([{ name: 'id', schema: { pointer: '/components/parameters/Id/schema' } }]);
    expect(found?.body).toMatchObject({ required: true, content: [{ type: 'application/json' }] });
    expect(found?.responses.get('200')).toMatchObject({
      headers: [{ name: 'ETag', required: true }],
      content: [{ examples: [{ name: 'one', summary: 'First', value: { a: 1 } }] }],
    });
    expect(contract.quirks).toEqual([]);
  });

  test('an operation overrides the parameters of its path, and headers that say nothing new are left out', () => {
    const item = {
      parameters: [
        { name: 'X-Id', in: 'header', schema: { type: 'integer' } },
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      ],
      get: {
        operationId: 'read',
        parameters: [
          { name: 'x-id', in: 'header', required: true, schema: { type: 'string' } },
          ...['Accept', 'content-type', 'AUTHORIZATION'].map((name) => ({
            name,
            in: 'header',
            required: true,
            schema: { type: 'string' },
          })),
        ],
        responses: {},
      },
    };
    expect(load({ paths: { '/a/{id}': item } }).operations[0]?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['x-id', true],
      ['id', true],
    ]);
  });

  test('a document without paths loads and says so', () => {
    const contract = loadContract({ name: 'x', text: 'openapi: 3.1.0\nservers: [{url: /}]' });
    expect(contract.operations).toEqual([]);
    expect(contract.quirks).toMatchObject([{ effect: 'unserved', pointer: '/paths' }]);
  });
});

describe('references', () => {
  test('REF-1: what lies outside the document is never followed, and the pointer is named', () => {
    const properties = {
      a: { $ref: 'https://example.org/x.json' },
      b: { $ref: 'file:///etc/passwd' },
      c: { $ref: './x.yaml#/y' },
      d: { $ref: '#/nowhere' },
      e: { $ref: '#anchor' },
      f: { type: 'string' },
    };
    const { contract, body } = withBody({ properties });
    expect(contract.quirks.map(({ effect, pointer }) => `${effect} ${pointer.slice(body.pointer.length)}`)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => `unchecked /properties/${name}/$ref`),
    );
    expect(contract.check(body, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 })).toMatchObject([{ pointer: '/f' }]);
  });

  test('P-05: one broken schema leaves everything else checked', () => {
    const operation = {
      parameters: [{ name: 'q', in: 'query', schema: { type: 'integer' } }],
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', properties: { broken: 5, alsoBroken: { $ref: 'x.json' }, whole: { type: 'integer' } } },
          },
        },
      },
    };
    const contract = load(withOperation(operation, '/a', 'post'));
    const [found] = contract.operations;
    const [query] = found?.parameters ?? [];
    const body = found?.body?.content[0]?.schema;
    expect(query?.schema && contract.check(query.schema, 'x')).toHaveLength(1);
    expect(body && contract.check(body, { broken: 1, alsoBroken: 1, whole: 'x' })).toMatchObject([{ pointer: '/whole' }]);
    expect(contract.quirks.map(({ effect }) => effect)).toEqual(['unchecked', 'unchecked']);
  });

  test('schemas that stand outside components are understood too', () => {
    const { contract, body } = withBody(
      { $ref: '#/definitions/Old' },
      { openapi: '3.0.0', definitions: { Old: { type: 'string', nullable: true } } },
    );
    expect(contract.check(body, null)).toEqual([]);
    expect(contract.check(body, 5)).toHaveLength(1);
  });

  test('resolve gives what a chain of references ends at, and true where it ends nowhere', () => {
    const components = { schemas: { A: { $ref: '#/components/schemas/B' }, B: { type: 'string' } } };
    const contract = load({ components });
    expect(contract.resolve({ $ref: '#/components/schemas/A' })).toEqual({ type: 'string' });
    expect(contract.resolve({ $ref: '#/components/schemas/None' })).toBe(true);
    expect(contract.resolve(false)).toBe(false);
  });
});

describe('patterns', () => {
  test('P-30: a pattern that is invalid under /u is enforced all the same', () => {
    const { contract, body } = withBody({ type: 'string', pattern: String.raw`^https\:\/\/fhir\.nhs\.uk\/Id\/nhs-number\|(\d+)$` });
    expect(contract.quirks).toEqual([]);
    expect(contract.check(body, 'https://fhir.nhs.uk/Id/nhs-number|9000000009')).toEqual([]);
    expect(contract.check(body, 'nhs-number|9')).toMatchObject([{ keyword: 'pattern' }]);
  });

  test('RX-6: a pattern that cannot be enforced is reported and its neighbours stay', () => {
    const { contract, body } = withBody({ type: 'string', pattern: String.raw`^(a)\1$`, maxLength: 2 });
    expect(contract.quirks).toMatchObject([{ effect: 'unchecked', pointer: `${body.pointer}/pattern` }]);
    expect(contract.check(body, 'abc')).toMatchObject([{ keyword: 'maxLength' }]);
  });
});

describe('base path', () => {
  test.each([
    ['https://sandbox.example.org/thing/FHIR/R4/', '/thing/FHIR/R4'],
    ['https://example.org', ''],
    ['/v1', '/v1'],
    ['/', ''],
    ['//host/a%20b', '/a b'],
    ['TBC sandbox URL', '/TBC sandbox URL'],
    ['https://{env}.example.org/{base}', '/live'],
    ['https://{unknown}/x', '/x'],
    ['https://example.org/{unknown}/x', ''],
    ['https://example.org/%E0%A4%A', ''],
  ])('P-16: the server %s gives %j', (url, want) => {
    expect(load({ servers: [{ url, variables: { env: { default: 'int' }, base: { default: 'live' } } }] }).basePath).toBe(want);
  });

  test('a document without a usable server has none', () => {
    for (const servers of [[], [5], [{}], 'x', null]) {
      const { basePath, quirks } = load({ servers } as JsonObject);
      expect(basePath).toBe('');
      expect(quirks).toMatchObject([{ effect: 'mended', pointer: '/servers' }]);
    }
  });
});

test('slugs are safe in a URL', () => {
  expect(['bars-1.4.0.json', 'specs/My API.YAML', String.raw`C:\x\Y.yml`, '../..', ''].map(slugOf)).toEqual([
    'bars-1.4.0',
    'my-api',
    'y',
    'contract',
    'contract',
  ]);
});

test('YAML mends what it can: repeated keys, numbers as status codes, merges and anchors', () => {
  const text = [
    'openapi: 3.0.0',
    'servers: [{url: /v1}]',
    'info: {title: A, title: B, version: 1.10}',
    'x-shared: &shared {schema: {type: string, nullable: true}}',
    'paths:',
    '  /a:',
    '    get:',
    '      parameters:',
    '        - {<<: *shared, name: q, in: query}',
    '        - {<<: *shared, name: r, in: query}',
    '      responses:',
    '        200: {description: ok}',
  ].join('\n');
  const contract = loadContract({ name: 'x.yaml', text });
  expect(contract.title).toBe('B');
  expect(contract.quirks).toMatchObject([
    { effect: 'mended', message: expect.stringContaining('Line 3') },
    { effect: 'mended', pointer: '/paths/~1a/get' },
  ]);
  expect(contract.operations[0]?.parameters.map(({ schema }) => schema?.schema)).toEqual([
    { type: ['string', 'null'] },
    { type: ['string', 'null'] },
  ]);
});

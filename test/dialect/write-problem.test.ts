/** What a problem looks like in the error shape of the API it is for. */
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { gatewayFault } from '../../src/dialect/gateway-fault.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import { planApi } from '../../src/plan/api-plan.ts';
import {
  badHeader,
  contractOf,
  fhir,
  ID,
  invalid,
  json,
  missing,
  notFound,
  outcome,
  publishedOutcome,
  tooLong,
  write,
} from './small-contracts.ts';

const TEXT = { type: 'string' };
const object = (properties: object, required: readonly string[] = []): never => ({ type: 'object', properties, required }) as never;

describe('an OperationOutcome', () => {
  const contract = contractOf({
    read: {
      '4XX': fhir(outcome, {
        examples: {
          gone: {
            summary: 'Not there',
            value: publishedOutcome('not-found', 'NO_RECORD_FOUND', 'No record found', 'No patient 9000000009'),
          },
          bad: { value: publishedOutcome('value', 'INVALID_VALUE', 'The value is not valid', "Invalid value - 'mal'") },
        },
      }),
    },
  });

  test('says the fault in the API’s own code, display and system', () => {
    expect(write(contract, notFound)).toEqual({
      status: 404,
      type: 'application/fhir+json',
      headers: {},
      body: {
        resourceType: 'OperationOutcome',
        issue: [
          {
            severity: 'error',
            code: 'not-found',
            details: {
              coding: [{ system: 'https://example.org/codes', version: '1', code: 'NO_RECORD_FOUND', display: 'No record found' }],
            },
            diagnostics: 'There is no patient with this id.',
          },
        ],
      },
    });
  });

  test('holds one issue per fault, each with its place and its own code', () => {
    expect(write(contract, invalid(missing, tooLong)).body).toMatchObject({
      issue: [
        {
          code: 'required',
          details: { coding: [{ code: 'MISSING_VALUE' }] },
          diagnostics: 'Query parameter family is required but missing.',
          expression: ['http.family'],
        },
        {
          code: 'value',
          details: { coding: [{ code: 'INVALID_VALUE', display: 'The value is not valid' }] },
          diagnostics: 'The request body at /name/0/family must have at most 35 characters.',
          expression: ['name[0].family'],
        },
      ],
    });
  });

  test('holds no more than twenty issues', () => {
    const { body } = write(contract, invalid(...Array.from({ length: 50 }, () => tooLong)));
    expect((body as { issue: unknown[] }).issue).toHaveLength(20);
  });

  test('says what the API’s own rule says instead, where it says it', () => {
    const said = {
      status: 400,
      code: 'INVALID_RESOURCE_ID',
      display: 'Resource Id is invalid',
      diagnostics: 'Give ten digits.',
      issue: 'invariant',
      severity: 'fatal',
    };
    expect(write(contract, { ...invalid(tooLong, missing), said })).toMatchObject({
      status: 400,
      body: {
        issue: [
          {
            severity: 'fatal',
            code: 'invariant',
            details: { coding: [{ code: 'INVALID_RESOURCE_ID', display: 'Resource Id is invalid' }] },
            diagnostics: 'Give ten digits.',
          },
        ],
      },
    });
  });

  test('is what a FHIR API answers whose contract documents no error body', () => {
    const silent = contractOf({ read: { 200: fhir({ type: 'object' }), 404: { description: 'Not found' } } });
    expect(write(silent, notFound)).toMatchObject({
      type: 'application/fhir+json',
      body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found', diagnostics: notFound.message }] },
    });
  });

  test('is written where the schema says no more than that it is an object', () => {
    const vague = contractOf({ read: { '4XX': fhir({ type: 'object' }) } });
    expect(write(vague, notFound).body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ code: 'not-found', diagnostics: notFound.message }],
    });
  });

  test('is found inside the Bundle that carries it', () => {
    const bundle = object(
      {
        resourceType: { enum: ['Bundle'] },
        type: { enum: ['transaction-response'] },
        entry: {
          type: 'array',
          items: object(
            {
              fullUrl: TEXT,
              response: object({ status: TEXT, outcome: { type: 'object', ...(outcome as object) } }, ['status', 'outcome']),
            },
            ['fullUrl', 'response'],
          ),
        },
      },
      ['resourceType', 'type', 'entry'],
    );
    expect(write(contractOf({ read: { '4XX': fhir(bundle) } }), notFound).body).toMatchObject({
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: [
        { fullUrl: /^urn:uuid:01234567-/, response: { status: '404 Not Found', outcome: { issue: [{ diagnostics: notFound.message }] } } },
      ].map((entry) => ({
        ...entry,
        fullUrl: expect.stringMatching(entry.fullUrl) as unknown,
      })),
    });
  });

  test('is preferred to the other resources a union offers', () => {
    const union = {
      oneOf: [object({ resourceType: { enum: ['Bundle'] }, total: { type: 'integer' } }, ['resourceType', 'total']), outcome],
    };
    expect(write(contractOf({ read: { '4XX': fhir(union as never) } }), notFound).body).toMatchObject({ resourceType: 'OperationOutcome' });
  });
});

describe('JSON:API errors', () => {
  const errors = (status: string, code: readonly string[], more: object): never =>
    object({
      errors: {
        type: 'array',
        items: {
          additionalProperties: false,
          ...(object({
            id: TEXT,
            code: { type: 'string', enum: code },
            status: { type: 'string', enum: [status] },
            links: object({ about: { type: 'string', example: 'https://example.org/errors' } }),
            ...more,
          }) as object),
        },
      },
    }) as never;
  const source = object({ pointer: TEXT, header: TEXT, parameter: TEXT });
  const contract = contractOf({
    read: {
      400: json(
        errors('400', ['XY_MISSING_VALUE', 'XY_INVALID_VALUE', 'XY_TOO_FEW_ITEMS'], { title: TEXT, detail: TEXT, source }),
        {},
        'application/vnd.api+json',
      ),
      401: json(
        errors('401', ['XY_DENIED'], { detail: { type: 'string', enum: ['Send a token.'] }, source }),
        {},
        'application/vnd.api+json',
      ),
    },
  });

  test('point at each fault in its own way', () => {
    const few = { ...tooLong, keyword: 'minItems', message: 'must have at least 1 item' };
    expect(write(contract, invalid(missing, few, badHeader))).toMatchObject({
      status: 400,
      type: 'application/vnd.api+json',
      body: {
        errors: [
          { id: `${ID}.0`, code: 'XY_MISSING_VALUE', status: '400', title: 'Missing value', source: { parameter: 'family' } },
          { id: `${ID}.1`, code: 'XY_TOO_FEW_ITEMS', source: { pointer: '/name/0/family' } },
          { id: `${ID}.2`, code: 'XY_INVALID_VALUE', source: { header: 'X-Request-ID' }, links: { about: 'https://example.org/errors' } },
        ],
      },
    });
  });

  test('say what the schema fixes for a status', () => {
    expect(write(contract, { problem: 'unauthorised', message: 'Missing Authorization header.' }).body).toEqual({
      errors: [
        {
          id: ID,
          code: 'XY_DENIED',
          status: '401',
          links: { about: 'https://example.org/errors' },
          detail: 'Send a token.',
          source: { header: 'Authorization' },
        },
      ],
    });
  });

  test('never take a code that is fixed for another status where another form can tell the truth', () => {
    const { body } = write(contract, { problem: 'version-conflict', message: 'It has changed.' });
    expect(JSON.stringify(body)).not.toContain('XY_DENIED');
    expect(JSON.stringify(body)).toContain('It has changed.');
  });
});

describe('other shapes', () => {
  const body = (schema: unknown, problem = invalid(tooLong)): unknown =>
    write(contractOf({ read: { 400: json(schema as never) } }), problem).body;

  test('problem details (RFC 9457)', () => {
    const problem = json(
      object({ type: { type: 'string', format: 'uri-reference' }, title: TEXT, status: { type: 'integer' }, detail: TEXT }),
      {},
      'application/problem+json',
    );
    expect(write(contractOf({ read: { 400: problem } }), invalid(tooLong))).toMatchObject({
      type: 'application/problem+json',
      body: {
        type: 'about:blank',
        title: 'Invalid value',
        status: 400,
        detail: 'The request body at /name/0/family must have at most 35 characters.',
      },
    });
  });

  test('OAuth errors', () => {
    const oauth = object({ error: { type: 'string', enum: ['server_error', 'invalid_request'] }, error_description: TEXT }, ['error']);
    expect(body(oauth)).toEqual({
      error: 'invalid_request',
      error_description: expect.stringContaining('at most 35 characters') as unknown,
    });
  });

  test('a code and a message, whatever they are called', () => {
    expect(body(object({ code: TEXT, message: TEXT }))).toMatchObject({
      code: 'INVALID_VALUE',
      message: expect.stringContaining('35') as unknown,
    });
    expect(body(object({ errorCode: TEXT, errorDescription: TEXT }))).toMatchObject({
      errorCode: 'INVALID_VALUE',
      errorDescription: expect.any(String) as unknown,
    });
    expect(body(object({ error: object({ code: { type: 'integer' }, message: TEXT }) }))).toMatchObject({
      error: { code: 400, message: expect.any(String) as unknown },
    });
  });

  test('the steps of a Python validator', () => {
    const detail = object({
      detail: {
        type: 'array',
        items: object({ loc: { type: 'array', items: { anyOf: [TEXT, { type: 'integer' }] } }, msg: TEXT, type: TEXT }, [
          'loc',
          'msg',
          'type',
        ]),
      },
    });
    expect(body(detail, invalid(tooLong, missing))).toEqual({
      detail: [
        {
          loc: ['body', 'name', 0, 'family'],
          msg: 'The request body at /name/0/family must have at most 35 characters.',
          type: 'invalid_value',
        },
        { loc: ['query', 'family'], msg: 'Query parameter family is required but missing.', type: 'missing_value' },
      ],
    });
  });

  test('a reason phrase beside status and message', () => {
    const spring = object({ timestamp: TEXT, status: { type: 'integer' }, error: TEXT, message: TEXT, path: TEXT });
    expect(body(spring)).toEqual({
      timestamp: '2026-01-02T03:04:05.000Z',
      status: 400,
      error: 'Bad Request',
      message: expect.any(String) as unknown,
    });
  });

  test('texts under the names of the members at fault', () => {
    expect(body(object({ validationErrors: object({}) }), invalid(tooLong, missing))).toEqual({
      validationErrors: {
        family: 'The request body at /name/0/family must have at most 35 characters. Query parameter family is required but missing.',
      },
    });
  });

  test('lists of texts under the names of the members at fault', () => {
    const errors = { type: 'object', additionalProperties: { type: 'array', items: TEXT } };
    expect(body(object({ title: TEXT, errors }), invalid(tooLong, missing))).toMatchObject({
      errors: {
        family: ['The request body at /name/0/family must have at most 35 characters.', 'Query parameter family is required but missing.'],
      },
    });
  });

  test('names and reasons', () => {
    const params = { type: 'array', items: object({ name: TEXT, reason: TEXT }) };
    expect(body(object({ 'invalid-params': params }))).toEqual({
      'invalid-params': [{ name: 'family', reason: 'The request body at /name/0/family must have at most 35 characters.' }],
    });
  });

  test('a list of texts, a bare list and a bare text', () => {
    expect(body(object({ errors: { type: 'array', items: TEXT } }), invalid(tooLong, badHeader))).toEqual({
      errors: ['The request body at /name/0/family must have at most 35 characters.', 'Header X-Request-ID must be a UUID.'],
    });
    expect(body({ type: 'array', items: object({ message: TEXT }) }, invalid(tooLong, badHeader))).toHaveLength(2);
    expect(body(TEXT)).toBe('The request body at /name/0/family must have at most 35 characters.');
  });

  test('every fault in one text where the shape holds no list', () => {
    expect(body(object({ message: TEXT }), invalid(tooLong, badHeader))).toEqual({
      message:
        'The request breaks its contract. The request body at /name/0/family must have at most 35 characters; Header X-Request-ID must be a UUID.',
    });
  });

  test('the shape of a published body, where there is no schema', () => {
    const contract = contractOf({
      read: { 401: { description: 'No', content: { 'application/json': { example: { message: 'Invalid access token', code: 7 } } } } },
    });
    expect(write(contract, { problem: 'unauthorised', message: 'Send a token.' }).body).toEqual({ message: 'Send a token.', code: 401 });
  });

  test('plain text, where the contract documents nothing else', () => {
    expect(
      write(contractOf({ read: { 406: json(TEXT, {}, 'text/plain;charset=utf-8') } }), {
        problem: 'not-acceptable',
        message: 'Accept JSON.',
      }),
    ).toMatchObject({
      status: 406,
      type: 'text/plain;charset=utf-8',
      body: 'Accept JSON.',
    });
  });

  test('a text no longer than the schema lets it be', () => {
    expect(body(object({ message: { type: 'string', maxLength: 20 } }))).toEqual({ message: 'The request body at ' });
  });
});

describe('which response shows the shape', () => {
  const message = json(object({ message: TEXT }));
  const reason = json(object({ explanation: TEXT }));

  test('another error response of the operation, for a status it leaves empty', () => {
    expect(write(contractOf({ read: { 400: message, 404: { description: 'Not found' } } }), notFound)).toMatchObject({
      status: 404,
      body: { message: notFound.message },
    });
  });

  test('the commonest of the contract, for a path that is none of its operations', () => {
    const contract = contractOf({ read: { 400: reason }, other: { 400: message }, third: { 404: message } });
    expect(
      write(contract, { problem: 'unknown-path', message: 'No such path.' }, { plan: planApi(contract).faults.of(undefined) }),
    ).toMatchObject({
      status: 404,
      body: { message: 'No such path.' },
    });
  });

  test('none, where the operation documents the status as empty and nothing in the contract has a body', () => {
    expect(write(contractOf({ read: { 404: { description: 'Not found' } } }), notFound)).toMatchObject({ status: 404, body: undefined });
  });

  test('the platform’s own, where nothing documents anything', () => {
    expect(write(undefined, { problem: 'unknown-path', message: 'No API answers here.' })).toEqual({
      status: 404,
      type: 'application/json',
      headers: {},
      body: { fault: { faultstring: 'No API answers here.', detail: { errorcode: 'messaging.adaptors.http.flow.ApplicationNotFound' } } },
    });
    expect(write(contractOf({ read: {} }), notFound).body).toHaveProperty('fault.faultstring', notFound.message);
  });

  test('never a default that stands for success', () => {
    const ward = json(object({ name: TEXT }, ['name']));
    const contract = loadContract({
      name: 'default.json',
      text: JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Default', version: '1' },
        paths: { '/ward': { get: { operationId: 'read', responses: { default: ward, 500: message } } } },
      }),
    });
    expect(write(contract, notFound).body).toEqual({ message: notFound.message });
  });

  test('the documented type that the client accepts, and JSON where it accepts none', () => {
    const both = {
      description: 'A fault',
      content: {
        'application/xml': { schema: TEXT },
        'application/vnd.b+json': { schema: object({ b: TEXT, message: TEXT }) },
        'application/json': { schema: object({ message: TEXT }) },
      },
    };
    const contract = contractOf({ read: { 404: both } });
    const type = (accept?: string): string => write(contract, notFound, { accept }).type;
    expect([
      type(),
      type('application/json'),
      type('text/html;q=0.9, application/json;q=0.5'),
      type('application/xml'),
      type('*/*'),
    ]).toEqual(['application/vnd.b+json', 'application/json', 'application/json', 'application/xml', 'application/vnd.b+json']);
  });

  test('the dialect a mock declares, before any of the contract’s', () => {
    const declared: Dialect = {
      name: 'shouting',
      type: 'application/shout+json',
      statuses: { 'not-found': [410, 404] },
      write: ({ problem }, { status, now, id, operation }) => ({
        shout: problem.toUpperCase(),
        status,
        now,
        id,
        operation: operation?.id ?? null,
      }),
    };
    expect(write(contractOf({ read: { 404: message, 410: message } }), notFound, { declared })).toMatchObject({
      status: 410,
      type: 'application/shout+json',
      body: { shout: 'NOT-FOUND', status: 410, now: '2026-01-02T03:04:05.000Z', id: ID, operation: 'read' },
    });
    const spoken: Dialect = {
      ...declared,
      plain: ({ problem }) => (problem === 'not-acceptable' ? 'That type is not served.' : undefined),
    };
    expect(write(undefined, { problem: 'not-acceptable', message: 'No.' }, { declared: spoken })).toMatchObject({
      status: 406,
      type: 'text/plain;charset=utf-8',
      body: 'That type is not served.',
    });
    expect(write(undefined, notFound, { declared: spoken }).type).toBe('application/shout+json');
    expect(write(undefined, notFound, { declared: gatewayFault }).body).toHaveProperty('fault.detail.errorcode');
  });
});

test('headers of the problem travel with it', () => {
  expect(write(undefined, { problem: 'rate-limited', message: 'Slow down.', headers: { 'Retry-After': '60' } })).toMatchObject({
    status: 429,
    headers: { 'Retry-After': '60' },
  });
});

test('a value that was sent is never quoted', () => {
  const contract = contractOf({
    read: { 400: json(object({ message: TEXT, errors: { type: 'array', items: object({ detail: TEXT, value: TEXT }) } })) },
  });
  expect(JSON.stringify(write(contract, invalid({ ...tooLong, value: 'Secretive' })).body)).not.toContain('Secretive');
});

test('an error shape that asks for thousands of parts is not filled: the platform’s own fault says what was wrong', () => {
  const nested = (levels: number): object =>
    levels === 0 ? TEXT : { type: 'array', minItems: 20, items: object({ message: nested(levels - 1) }, ['message']) };
  const { status, body } = write(contractOf({ read: { 404: json(object({ message: nested(4) }, ['message'])) } }), notFound);
  expect(status).toBe(404);
  expect(body).toHaveProperty('fault.faultstring', notFound.message);
});

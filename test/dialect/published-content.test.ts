/** An error says what the contract shows of it: members that only examples name, ids of the published shape, codes that are true. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { sandboxOf } from '../sandbox.ts';

const TEXT = { type: 'string' };
const object = (properties: Json, more: Readonly<Record<string, Json>> = {}): Json => ({ type: 'object', properties, ...more });

interface Documented {
  readonly type?: string;
  readonly schema?: Json;
  readonly example?: Json;
  readonly examples?: Json;
}

/** `GET /clinic/beds/{id}`, whose ids are B and three digits, with these responses beside its success. */
function clinic(responses: Readonly<Record<string, Documented>>): ReturnType<typeof sandboxOf> {
  const faults = Object.entries(responses).map(([key, { type = 'application/json', ...media }]) => [
    key,
    { description: 'A fault', content: { [type]: media } },
  ]);
  const bed = object({ id: TEXT, ward: TEXT });
  const get = {
    operationId: 'bed',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^B[0-9]{3}$' } }],
    responses: {
      200: { description: 'A bed', content: { 'application/json': { schema: bed, example: { id: 'B001', ward: 'North' } } } },
      ...(Object.fromEntries(faults) as object),
    },
  };
  const document = {
    openapi: '3.0.3',
    info: { title: 'Clinic', version: '1' },
    servers: [{ url: '/clinic' }],
    paths: { '/beds/{id}': { get } },
  };
  return sandboxOf(JSON.stringify(document), { settings: { unknownIds: 'refuse' } });
}

async function answered(responses: Readonly<Record<string, Documented>>, prefer?: string, id = 'B999'): Promise<Json> {
  const response = await clinic(responses).request(`/clinic/beds/${id}`, { headers: prefer === undefined ? {} : { Prefer: prefer } });
  return (await response.json()) as Json;
}

describe('a member that only the published example names', () => {
  const issue = {
    severity: 'error',
    code: 'not-found',
    details: { coding: [{ system: 'https://example.org/codes', code: 'NO_BED', display: 'No such bed' }] },
    diagnostics: 'The bed B404 is not there',
  };

  test('is written in an OperationOutcome whose schema stops at its type', async () => {
    const schema = object({ resourceType: { type: 'string', enum: ['OperationOutcome'] }, meta: object({ lastUpdated: TEXT }) });
    const example = { resourceType: 'OperationOutcome', meta: { lastUpdated: '2020-01-01T00:00:00Z' }, issue: [issue] };
    expect(await answered({ 404: { type: 'application/fhir+json', schema, example } })).toMatchObject({
      resourceType: 'OperationOutcome',
      meta: { lastUpdated: '2026-01-01T00:00:00.000Z' },
      issue: [
        {
          severity: 'error',
          code: 'not-found',
          details: { coding: [{ system: 'https://example.org/codes', code: 'NO_BED', display: 'No such bed' }] },
          diagnostics: expect.not.stringContaining('B404'),
        },
      ],
    });
  });

  test('is the issue that FHIR wants, though no example shows one', async () => {
    const schema = object({ resourceType: { type: 'string', enum: ['OperationOutcome'] } });
    expect(await answered({ 404: { type: 'application/fhir+json', schema } })).toMatchObject({
      issue: [{ severity: 'error', code: 'not-found', diagnostics: expect.any(String) }],
    });
  });

  test('is the code of a JSON:API error', async () => {
    const schema = object({ errors: { type: 'array', items: object({ status: TEXT, title: TEXT }) } });
    const error = { status: '404', code: 'CL_BED_NOT_FOUND', title: 'No such bed', links: { about: 'https://example.org/e' } };
    expect(await answered({ 404: { schema, example: { errors: [{ ...error, detail: 'No bed B404' }] } } })).toEqual({
      errors: [{ ...error, detail: expect.not.stringContaining('B404') }],
    });
  });

  test('is a whole object where the schema names none of it', async () => {
    const example = { status: 404, error: { code: 'BED_NOT_FOUND', message: 'No bed B404' } };
    expect(await answered({ 404: { schema: object({ status: { type: 'integer' } }), example } })).toEqual({
      status: 404,
      error: { code: 'BED_NOT_FOUND', message: expect.not.stringContaining('B404') },
    });
  });

  test('is left out where the schema forbids it', async () => {
    const closed = object({ message: TEXT }, { additionalProperties: false });
    const examples = { one: { value: { message: 'No such bed', code: 'NO_BED' } } };
    expect(await answered({ 404: { schema: closed, examples } })).toEqual({ message: expect.any(String) });
  });
});

describe('a member whose name says nothing to us', () => {
  const schema = object({ code: TEXT, message: TEXT, category: TEXT, retry: { type: 'boolean' }, bedNumber: TEXT });
  const missing = { code: 'BED_NOT_FOUND', message: 'No bed 4047', category: 'lookup', retry: false, bedNumber: 'B4047' };
  const busy = { code: 'TOO_MANY_REQUESTS', message: 'Wait', category: 'traffic', retry: true };

  test('takes the value of this fault’s own example, never of another fault’s', async () => {
    const responses = { 404: { schema, example: missing }, 429: { schema, example: busy }, 503: { schema } };
    expect(await answered(responses)).toMatchObject({ code: 'BED_NOT_FOUND', category: 'lookup', retry: false });
    expect(await answered(responses, 'code=503')).toEqual({ code: 'SERVICE_UNAVAILABLE', message: expect.any(String) });
  });

  test('never takes a number that names something', async () => {
    expect(await answered({ 404: { schema, example: missing } })).not.toHaveProperty('bedNumber');
  });
});

describe('an id', () => {
  const errors = (id: Json, more: Readonly<Record<string, Json>> = {}): Documented => ({
    schema: object({ errors: { type: 'array', items: object({ id: { type: 'string', ...more }, detail: TEXT }) } }),
    example: { errors: [{ id, detail: 'No' }] },
  });
  const idsOf = async (documented: Documented): Promise<readonly string[]> => {
    const sandbox = clinic({ 400: documented });
    const ids: string[] = [];
    for (const bed of ['nonsense', 'nothing']) {
      const { errors: found } = (await (await sandbox.request(`/clinic/beds/${bed}`)).json()) as { errors: { id: string }[] };
      ids.push(...found.map(({ id }) => id));
    }
    return ids;
  };

  test.each([
    ['rrt-1931948104716186917-c-geu2-10664-3111479-3.0', /^rrt-\d{19}-c-geu2-\d{5}-\d{7}-3\.0$/],
    ['5f2b8c1e-3c1e-4f6b-9a51-8f0d2a7b6c11', /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
    ['ERR-20991231-004217', /^ERR-\d{8}-\d{6}$/],
    ['0b1d6a77c2d94c0f', /^[\da-f]{16}$/],
    ['2WL3qFTEFM0qMY8xjRbt1LIKCzM', /^[\dA-Za-z]{27}$/],
  ])('has the published shape: %s', async (example, shape) => {
    const ids = await idsOf(errors(example));
    expect(ids).toEqual([expect.stringMatching(shape), expect.stringMatching(shape)]);
    expect(new Set([...ids, example]).size).toBe(3);
  });

  test('has the shape that its schema’s own example shows', async () => {
    const { example: _, ...documented } = errors('', { example: 'trace-77120043.0' });
    expect(await idsOf(documented)).toEqual([expect.stringMatching(/^trace-\d{8}\.0$/), expect.stringMatching(/^trace-\d{8}\.0$/)]);
  });

  test('counts the faults of one request by its index', async () => {
    const item = object({ id: { type: 'string', example: 'rrt-88127765-x.0' }, detail: TEXT });
    const document = {
      openapi: '3.0.3',
      info: { title: 'Beds', version: '1' },
      servers: [{ url: '/b' }],
      paths: {
        '/beds': {
          post: {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: object({ ward: TEXT, bay: TEXT }, { required: ['ward', 'bay'] }) } },
            },
            responses: {
              201: { description: 'Made' },
              400: { description: 'Bad', content: { 'application/json': { schema: object({ errors: { type: 'array', items: item } }) } } },
            },
          },
        },
      },
    };
    const response = await sandboxOf(JSON.stringify(document)).send('POST', '/b/beds', {});
    const { errors: found } = (await response.json()) as { errors: { id: string }[] };
    expect(found.map(({ id }) => id.replace(/\d{8}/, 'n'))).toEqual(['rrt-n-x.0', 'rrt-n-x.1']);
    expect(new Set(found.map(({ id }) => id.slice(0, -1))).size).toBe(1);
  });
});

describe('the example of a range', () => {
  const schema = object({ status: { type: 'integer' }, code: TEXT, message: TEXT }, { required: ['code', 'message'] });
  const one = { schema, example: { status: 409, code: 'BED_TAKEN', message: 'Somebody lies in it' } };

  test.each(['4XX', 'default'])('of %s is the answer to a wish for its own status, whole', async (key) => {
    expect(await answered({ [key]: one }, 'code=409')).toEqual(one.example);
  });

  test.each(['4XX', 'default'])('of %s is never the body of another fault', async (key) => {
    for (const [prefer, status, code] of [
      ['code=404', 404, 'RESOURCE_NOT_FOUND'],
      ['code=429', 429, 'TOO_MANY_REQUESTS'],
      ['code=401', 401, 'ACCESS_DENIED'],
    ] as const) {
      expect(await answered({ [key]: one }, prefer)).toEqual({ status, code, message: expect.not.stringContaining('lies') });
    }
    expect(await answered({ [key]: one })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_FOUND' });
  });

  test('gives its name to the fault it tells, and its text to no other: a range says of which status only where its body does', async () => {
    const examples = {
      notFound: { value: { code: 'BED_NOT_FOUND', message: 'No bed' } },
      limited: { value: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests' } },
    };
    const responses = { '4XX': { schema, examples } };
    expect(await answered(responses, 'code=429')).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    expect(await answered(responses, 'code=404')).toMatchObject({ code: 'BED_NOT_FOUND' });
    expect(await answered(responses, 'code=403')).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is sent whatever it tells where it is asked for by name', async () => {
    expect(await answered({ '4XX': { schema, examples: { taken: { value: one.example } } } }, 'code=400, example=taken')).toEqual(
      one.example,
    );
  });
});

describe('a code that the schema limits to a list', () => {
  const coded = (...codes: readonly string[]): Documented => ({
    schema: object({ code: { type: 'string', enum: codes }, message: TEXT }, { required: ['code', 'message'] }),
  });
  const codeOf = async (documented: Documented, prefer?: string, id?: string): Promise<unknown> =>
    ((await answered({ '4XX': documented, '5XX': documented }, prefer, id)) as { code: unknown }).code;

  test('is chosen by what it means', async () => {
    const documented = coded(
      'inputRejected',
      'bedNotFound',
      'callerNotAuthorised',
      'tokenNotAuthenticated',
      'quotaUsedUp',
      'backendUnavailable',
    );
    expect(await codeOf(documented)).toBe('bedNotFound');
    expect(await codeOf(documented, 'code=403')).toBe('callerNotAuthorised');
    expect(await codeOf(documented, 'code=401')).toBe('tokenNotAuthenticated');
    expect(await codeOf(documented, 'code=429')).toBe('quotaUsedUp');
    expect(await codeOf(documented, 'code=503')).toBe('backendUnavailable');
  });

  test('is the list’s neutral one where none names the fault', async () => {
    const documented = coded('BED_TAKEN', 'WARD_CLOSED', 'OTHER');
    expect(await codeOf(documented)).toBe('OTHER');
    expect(await codeOf(coded('WARD_CLOSED', 'GENERAL_ERROR'), 'code=429')).toBe('GENERAL_ERROR');
  });

  test('of FHIR’s issues is one that is true of the fault', async () => {
    const issue = object({
      severity: TEXT,
      code: { type: 'string', enum: ['timeout', 'structure', 'transient', 'business-rule', 'exception'] },
    });
    const schema = object(
      { resourceType: { enum: ['OperationOutcome'] }, issue: { type: 'array', items: issue } },
      { required: ['issue'] },
    );
    const outcome = { type: 'application/fhir+json', schema };
    const said = async (prefer?: string): Promise<unknown> => await answered({ '4XX': outcome, '5XX': outcome }, prefer);
    expect(await said()).toMatchObject({ issue: [{ code: 'business-rule' }] });
    expect(await said('code=500')).toMatchObject({ issue: [{ code: 'exception' }] });
    expect(await said('code=504')).toMatchObject({ issue: [{ code: 'timeout' }] });
  });

  test('names no other fault though it shares a word', async () => {
    expect(await codeOf(coded('INVALID_TOKEN', 'UNKNOWN_ERROR'), undefined, 'nonsense')).toBe('UNKNOWN_ERROR');
  });
});

describe('every other fault of HTTP', () => {
  const schema = object({ status: { type: 'integer' }, code: TEXT, title: TEXT, message: TEXT });

  test.each([
    [402, 'PAYMENT_REQUIRED', 'Payment required'],
    [414, 'URI_TOO_LONG', 'URI too long'],
    [417, 'EXPECTATION_FAILED', 'Expectation failed'],
    [423, 'LOCKED', 'Locked'],
    [425, 'TOO_EARLY', 'Too early'],
    [451, 'UNAVAILABLE_FOR_LEGAL_REASONS', 'Unavailable for legal reasons'],
    [502, 'BAD_GATEWAY', 'Bad gateway'],
    [508, 'LOOP_DETECTED', 'Loop detected'],
  ])('%i is called by its own name', async (status, code, title) => {
    expect(await answered({ '4XX': { schema }, '5XX': { schema } }, `code=${status}`)).toMatchObject({ status, code, title });
  });

  test.each([
    ['a method that the path does not know', { method: 'PATCH' }, '/clinic/beds/B001', 405],
    ['an Accept that nothing meets', { headers: { Accept: 'image/png' } }, '/clinic/beds/B001', 406],
    ['a path that is too long', {}, `/clinic/beds/B001?${'x'.repeat(20_000)}`, 414],
    ['a path of no operation', {}, '/clinic/nurses', 404],
  ])('%s is said in the API’s shape', async (_, init, path, status) => {
    const response = await clinic({ 400: { schema } }).request(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code: expect.any(String), message: expect.any(String) });
  });
});

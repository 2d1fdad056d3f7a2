/** An error travels in a type that its operation documents for it, and what is sent under a name is of that type. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { sandboxOf } from '../sandbox.ts';

/** `GET /depot/vans/{id}`, whose 404 has this content; JSON is what its 400 has, where that is wanted. */
function depot(content: Json, more: Readonly<Record<string, Json>> = {}): ReturnType<typeof sandboxOf> {
  const get = {
    operationId: 'van',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      200: {
        description: 'A van',
        content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } } },
      },
      404: { description: 'No van', content },
      ...more,
    },
  };
  const document = {
    openapi: '3.0.3',
    info: { title: 'Depot', version: '1' },
    servers: [{ url: '/depot' }],
    paths: { '/vans/{id}': { get } },
  };
  return sandboxOf(JSON.stringify(document), { settings: { unknownIds: 'refuse' } });
}

const ask = (sandbox: ReturnType<typeof sandboxOf>, accept = '*/*'): Promise<Response> =>
  sandbox.request('/depot/vans/<7>', { headers: { Accept: accept } });

const message: Json = { schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] } };

describe('an error documented as', () => {
  test('text/html is a page that says what is wrong', async () => {
    const response = await ask(depot({ 'text/html': { schema: { type: 'string' } } }));
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html']);
    const page = await response.text();
    expect(page).toMatch(/^<!doctype html>[\s\S]*<h1>404 Not Found<\/h1><p>[^<]+<\/p>/);
  });

  test('text/html with an example is a page all the same', async () => {
    const response = await ask(depot({ 'text/html': { example: '<html><body>No such van</body></html>' } }));
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  test('text/plain is a sentence', async () => {
    const response = await ask(depot({ 'text/plain; charset=utf-8': { schema: { type: 'string', example: 'Not found' } } }));
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(/^[A-Z][^{}"]+\.$/);
  });

  test('FHIR in XML is an OperationOutcome in XML', async () => {
    const response = await ask(depot({ 'application/fhir+xml': {} }));
    expect(response.headers.get('content-type')).toBe('application/fhir+xml');
    expect(await response.text()).toMatch(
      /^<\?xml[^>]*>\s*<OperationOutcome xmlns="http:\/\/hl7.org\/fhir">.*<issue><severity value="error"\/><code value="not-found"\/>/,
    );
  });

  test('application/xml is written by its schema', async () => {
    const schema = {
      type: 'object',
      xml: { name: 'Failure' },
      properties: { code: { type: 'string', xml: { attribute: true } }, message: { type: 'string', xml: { name: 'Text' } } },
    };
    const response = await ask(depot({ 'application/xml': { schema } }));
    expect(response.headers.get('content-type')).toBe('application/xml');
    expect(await response.text()).toMatch(/<Failure code="RESOURCE_NOT_FOUND"><Text>[^<]+<\/Text><\/Failure>$/);
  });

  test('application/xml of which no more is known is XML all the same', async () => {
    const response = await ask(depot({ 'application/xml': { example: '<error><reason>No van</reason></error>' } }));
    expect(response.headers.get('content-type')).toBe('application/xml');
    expect(await response.text()).toMatch(/^<\?xml[^>]*>\s*<(\w+)>.*<\/\1>$/s);
  });

  test('nothing that we can write is said in JSON, and called JSON', async () => {
    for (const type of ['application/pdf', 'image/png', 'application/octet-stream']) {
      const response = await ask(depot({ [type]: {} }, { 400: { description: 'Bad', content: { 'application/json': message } } }));
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await response.json()).toEqual({ message: expect.any(String) });
    }
  });
});

describe('of several documented types', () => {
  const several: Json = { 'text/html': {}, 'application/fhir+xml': {}, 'application/json': message, 'text/plain': {} };

  test.each([
    ['*/*', 'application/json'],
    ['text/html', 'text/html'],
    ['text/plain;q=0.5, text/html;q=0.4', 'text/plain'],
    ['application/fhir+xml', 'application/fhir+xml'],
    ['text/*;q=0.2, application/json', 'application/json'],
  ])('%s is answered with %s', async (accept, type) => {
    const response = await ask(depot(several), accept);
    // What succeeds is JSON alone, so that a client which takes none of it is refused before a van is looked for.
    if (response.status === 404) expect(response.headers.get('content-type')).toBe(type);
    else expect(accept).not.toContain('json');
  });

  test('JSON is JSON whatever stands before it', async () => {
    expect(await (await ask(depot(several))).json()).toEqual({ message: expect.any(String) });
  });
});

test('a fault of an unknown path is JSON where some error is, though more of them are pages', async () => {
  const sandbox = depot(
    { 'text/html': {} },
    { 400: { description: 'Bad', content: { 'application/json': message } }, 500: { description: 'Bad', content: { 'text/html': {} } } },
  );
  const response = await sandbox.request('/depot/lorries');
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
  expect(await response.json()).toEqual({ message: expect.any(String) });
});

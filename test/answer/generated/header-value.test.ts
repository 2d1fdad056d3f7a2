/** Values for documented response headers. */
import { expect, test } from 'vitest';
import { headerValue, type HeaderInput } from '../../../src/answer/generated/header-value.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { nobody } from '../../../src/population.ts';

function valueOf(name: string, header: Json, more: Partial<HeaderInput> = {}): string | undefined {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: { '/x': { get: { responses: { 200: { description: 'ok', headers: { [name]: header } } } } } },
  });
  const contract = loadContract({ name: 'small', text });
  const documented = contract.operations[0]?.responses.get('200')?.headers[0];
  if (!documented) throw new Error('one header is documented');
  return headerValue({ contract, header: documented, key: 'key', now: 0, population: nobody, ...more });
}

const text = { schema: { type: 'string' } };

test('an ETag carries the version, in the form the contract asks for', () => {
  expect(valueOf('ETag', text, { version: '7' })).toBe('W/"7"');
  expect(valueOf('ETag', { schema: { type: 'string', pattern: '^"\\d+"$' } }, { version: '7' })).toBe('"7"');
});

test('a Location is where the answer can be read', () => {
  expect(valueOf('Location', text, { location: 'https://sandbox.example/x/1' })).toBe('https://sandbox.example/x/1');
});

test('a correlation id is echoed, or made where none was sent', () => {
  expect(valueOf('X-Correlation-ID', text, { sent: { 'x-correlation-id': 'abc' } })).toBe('abc');
  expect(valueOf('X-Request-ID', { schema: { type: 'string', format: 'uuid' } })).toMatch(/^[\da-f-]{36}$/);
});

test('other headers come from their examples, else from their schema', () => {
  expect(valueOf('Retry-After', { schema: { type: 'integer' }, example: 5 })).toBe('5');
  expect(valueOf('X-Count', { schema: { type: 'integer', minimum: 3, maximum: 3 } })).toBe('3');
});

test('P-32: length, coding and connection headers are never taken from a contract', () => {
  expect(valueOf('Content-Length', { schema: { type: 'integer' }, example: 3111 })).toBeUndefined();
  expect(valueOf('Transfer-Encoding', { schema: { type: 'string' }, example: 'chunked' })).toBeUndefined();
});

test('what no header can carry is not sent', () => {
  expect(valueOf('X-Note', { schema: { type: 'string' }, example: 'a\nb' })).toMatch(/^[\x20-\x7e]+$/);
});

/** Contracts with hostile text at every place from which text can leave: names and values of headers, media types, statuses, paths, bases, ids, titles, links. */
import fc, { type Arbitrary } from 'fast-check';

/** Texts that are no token, no header, no path, no name; or that are, and mean something to whoever reads them. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  'x y',
  'X-Request-ID:',
  'X-é',
  '中/x',
  'a\r\nX-Evil: 1',
  'a\nb',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31mred\u001b[0m',
  '\u202egnp',
  '\ud800',
  '\udfff/\ud800',
  '💊',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  '..',
  '../../etc/passwd',
  '/',
  '//',
  '//_sandbox',
  '/_sandbox',
  '%2e%2e%2f_sandbox',
  '%0d%0aX-Evil:%201',
  '%',
  '%00',
  '\\',
  '"',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '//evil.example/x',
  '<https://evil.example/sw.js>; rel="serviceworker"',
  '</evil.js>; rel=preload; as=script',
  '*',
  '{',
  '}',
  '{x}',
  '${7*7}',
  ';',
  ',',
  ':',
  '#',
  '?',
  'k'.repeat(3_000),
  'é'.repeat(1_000),
  'v'.repeat(100_000),
];

/** Names of headers that are somebody else's to set: the wire's, the browser's, a proxy's, ours. */
export const forbiddenNames: readonly string[] = [
  'Content-Length',
  'Content-Type',
  'Content-Encoding',
  'Transfer-Encoding',
  'Connection',
  'Keep-Alive',
  'Proxy-Connection',
  'TE',
  'Trailer',
  'Upgrade',
  'Date',
  'Set-Cookie',
  'Set-Cookie2',
  'Refresh',
  'Clear-Site-Data',
  'Service-Worker-Allowed',
  'Content-Security-Policy',
  'content-security-policy',
  'Content-Security-Policy-Report-Only',
  'X-Content-Security-Policy',
  'X-Content-Type-Options',
  'x-content-type-options',
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Timing-Allow-Origin',
  'Strict-Transport-Security',
  'Public-Key-Pins',
  'Expect-CT',
  'SourceMap',
  'X-SourceMap',
  'Report-To',
  'Reporting-Endpoints',
  'NEL',
  'Alt-Svc',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Cross-Origin-Embedder-Policy',
  'Permissions-Policy',
  'Feature-Policy',
  'Document-Policy',
  'Speculation-Rules',
  'Origin-Agent-Cluster',
  'Origin-Trial',
  'Supports-Loading-Mode',
  'Accept-CH',
  'Critical-CH',
  'Use-As-Dictionary',
  'Attribution-Reporting-Register-Source',
  'X-DNS-Prefetch-Control',
  'X-Accel-Redirect',
  'X-Sendfile',
  'Surrogate-Control',
  'CDN-Cache-Control',
  'X-Sandbox-Data',
  'x-sandbox-trace',
  'X-SANDBOX-ANYTHING',
];

const harmlessNames = ['X-Shelf', 'ETag', 'Location', 'Content-Location', 'Link', 'Retry-After', 'Content-Disposition', 'WWW-Authenticate'];
const statuses = ['100', '101', '103', '199', '1XX', '200', '201', '204', '205', '206', '299', '2XX', '302', '304', '3XX', '400', '404'];
const oddStatuses = ['418', '4XX', '500', '599', '5XX', 'default', '600', '99', 'abc', '2e2', ' 200', '-200', '0200', '20'];
const types = ['application/json', 'text/html', 'image/svg+xml', 'text/javascript', 'application/xml', 'text/csv', '*/*', 'text/*'];
const oddTypes = [
  'application/pdf',
  'application/x-ndjson',
  'application/json; a="',
  'text/html\r\nX-Evil: 1',
  'application/json;\u0000',
  '/',
];

const text: Arbitrary<string> = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 12 }));
/** As a key: some names make a document unusable as a whole, which is another test's. */
const name = text.filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
const value: Arbitrary<unknown> = fc.oneof(text, fc.constantFrom<unknown>(1, true, null, ['a', 'b\nc'], { a: '\r\n' }));
const within = (some: readonly string[]): Arbitrary<string> => fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...some) }, name);

const schema: Arbitrary<object> = fc.oneof(
  fc.constantFrom<object>({ type: 'string' }, { type: 'integer' }, { type: 'object' }, { type: 'array', items: { type: 'string' } }),
  fc.record({ type: fc.constant('string'), enum: fc.array(value, { minLength: 1, maxLength: 2 }) }),
  fc.record({ const: value }),
  fc.record({ type: fc.constant('string'), default: value, example: value }),
);

const header: Arbitrary<object> = fc.record(
  {
    required: fc.boolean(),
    description: text,
    schema,
    example: value,
    examples: fc.dictionary(name, fc.record({ value }), { maxKeys: 2 }),
  },
  { requiredKeys: ['required'] },
);

const media: Arbitrary<object> = fc.record(
  { schema, example: value, examples: fc.dictionary(name, fc.record({ summary: text, value }), { maxKeys: 2 }) },
  { requiredKeys: [] },
);

const content = fc.dictionary(within([...types, ...oddTypes]), media, { maxKeys: 3 });
const headers = fc.dictionary(within([...forbiddenNames, ...harmlessNames]), header, { minKeys: 1, maxKeys: 6 });
const response: Arbitrary<object> = fc.record({ description: text, headers, content }, { requiredKeys: ['description', 'headers'] });
const responses = fc.dictionary(fc.oneof(fc.constantFrom(...statuses), fc.constantFrom(...oddStatuses), name), response, {
  minKeys: 1,
  maxKeys: 4,
});

const operation: Arbitrary<object> = fc.record(
  {
    operationId: text,
    summary: text,
    tags: fc.array(text, { maxLength: 2 }),
    responses,
    requestBody: fc.record({ content }),
    parameters: fc.array(fc.record({ name: text, in: fc.constantFrom('query', 'header', 'cookie'), schema }), { maxLength: 2 }),
  },
  { requiredKeys: ['responses'] },
);

const key = fc.oneof(
  fc.constantFrom('/things', '/things/{id}', '/_sandbox/health', '//_sandbox/reset', '/w/x', '/_ping'),
  text.map((one) => `/${one}`),
);
const item: Arbitrary<object> = fc.record(
  {
    get: operation,
    post: operation,
    put: operation,
    delete: operation,
    additionalOperations: fc.dictionary(name, operation, { maxKeys: 1 }),
  },
  { requiredKeys: ['get'] },
);

const server = fc.oneof(
  fc.constantFrom(
    '/_sandbox',
    '//_sandbox',
    'https://x.example//_sandbox',
    '/w',
    '/w/abc',
    '/a/../_sandbox',
    'https://x.example/a%2f..%2f_sandbox',
  ),
  text,
  text.map((one) => `https://x.example/${one}`),
  text.map((one) => `https://${one}/v1`),
);

export interface HostileContract {
  readonly name: string;
  readonly text: string;
}

export const hostileContracts: Arbitrary<HostileContract> = fc.record({
  name: text,
  text: fc
    .record({
      openapi: fc.constantFrom('3.0.3', '3.1.0', '3.2.0'),
      info: fc.record({ title: text, version: text, description: text }),
      servers: fc.array(fc.record({ url: server }), { maxLength: 1 }),
      paths: fc.dictionary(key, item, { minKeys: 1, maxKeys: 3 }),
    })
    .map((document) => JSON.stringify(document)),
});

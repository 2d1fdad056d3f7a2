/** The Authorization header: whatever can be a token is let in, and so is who shows none; what cannot be one is refused as each API says it. */
import { expect, test } from 'vitest';
import type { AnyMock } from '../../src/mock/mock.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { sandboxOf } from '../sandbox.ts';

const gates = sandboxOf(`
openapi: 3.1.1
info: {title: Gates, version: 1.0.0}
servers: [{url: /gates}]
components:
  securitySchemes:
    bearer: {type: http, scheme: Bearer}
    basic: {type: http, scheme: basic}
    signed: {type: apiKey, in: header, name: Authorization}
paths:
  /bearer: {get: {operationId: bearer, security: [{bearer: []}], responses: {'200': {description: OK}, '401': {description: Who is it?}}}}
  /either: {get: {operationId: either, security: [{bearer: []}, {basic: []}], responses: {'200': {description: OK}}}}
  /signed: {get: {operationId: signed, security: [{}, {signed: []}], responses: {'200': {description: OK}}}}
  /open: {get: {operationId: open, responses: {'200': {description: OK}}}}
`);

const asked = async (path: string, authorization?: string) =>
  (await gates.request(`/gates/${path}`, { headers: authorization === undefined ? {} : { Authorization: authorization } })).status;

test.each([
  [undefined, 200],
  ['Bearer x', 200],
  ['bearer eyJhbGciOiJSUzUxMiJ9.e30.c2lnbmVk', 200],
  ['Bearer HEALTHCARE_WORKER', 200],
  ['Bearer dG9rZW4=', 200],
  ['', 401],
  ['Bearer', 401],
  ['Basic abc', 401],
  ['x', 401],
  ['Bearer a b', 401],
  ['Bearer "a"', 401],
  ['Bearer é', 401],
])('a contract that asks for a bearer token answers Authorization %j with %i', async (authorization, status) => {
  expect(await asked('bearer', authorization)).toBe(status);
});

test('what a contract lets in otherwise, or says nothing of, is left alone', async () => {
  for (const path of ['either', 'signed', 'open']) expect(await asked(path, 'Basic abc')).toBe(200);
});

test('the explanation of a refused token says what is taken', async () => {
  const answer = await gates.request('/gates/bearer', { headers: { Authorization: 'Basic abc' } });
  const trace = await gates.request(answer.headers.get('X-Sandbox-Trace') ?? '');
  expect(await trace.text()).toContain('must be the word Bearer, a space and one token');
});

const apis = await ownApis();
const all = sandboxOf(
  apis.map(({ contract }) => contract),
  { mocks: Object.fromEntries(apis.flatMap(({ contract, mock }) => (mock ? [[contract.slug, mock as AnyMock]] : []))) },
);
const bearing = apis.filter(({ contract }) => Object.values(contract.securitySchemes).some(({ scheme }) => scheme === 'bearer'));

/** What each API says of `Bearer` alone, where that is known. */
const words: Readonly<Record<string, RegExp>> = {
  'booking-and-referral': /"SEND_UNAUTHORIZED".*"No Access token was provided\."/,
  'multicast-notification': /"Missing access token".*"oauth\.v2\.MissingAccessToken"/,
  'nhs-app': /"forbidden".*"Invalid Access Token"/,
  notify: /"CM_DENIED"/,
  'personal-demographics': /"ACCESS_DENIED".*"Access Denied - Unauthorised".*"Missing access token"/,
};

test.each(bearing.map(({ contract }) => contract))(
  '$slug refuses a token that cannot be one before it looks at anything else',
  async (contract) => {
    const [first] = contract.operations;
    if (!first) throw new Error('no operation');
    const path = contract.basePath + first.path.replaceAll(/\{[^}]*\}/g, 'x');
    const answer = await all.request(path, { method: first.method.toUpperCase(), headers: { Authorization: 'Bearer' } });
    // One API documents 403 alone.
    expect([401, 403]).toContain(answer.status);
    expect(await answer.text()).toMatch(words[contract.slug] ?? /token|denied|unauthori|authentic/i);
  },
);

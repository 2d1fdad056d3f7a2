/** What an API asks of every request by its head alone, and says on every answer, whether or not anything is at the path. */
import { expect, test } from 'vitest';
import type { AnyMock } from '../../src/mock/mock.ts';
import { sandboxOf } from '../sandbox.ts';

const contract = `
openapi: 3.1.0
info: { title: Lighthouse, version: 1.0.0 }
servers: [{ url: /lamps }]
security: [{ token: [] }, {}]
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
paths:
  /lamp:
    get: { operationId: see, responses: { '200': { description: Lit }, '401': { description: No }, '403': { description: No } } }
    post: { operationId: light, responses: { '204': { description: Lit } } }
`;

const mock: AnyMock = {
  behaviours: { see: () => ({ status: 200 }) },
  gate: ({ method, path, header }) =>
    header('X-Keeper') === undefined
      ? { problem: 'forbidden', message: `Nobody may ${method} ${path}.`, said: { status: 403 } }
      : undefined,
  everyAnswer: ({ header }) => ({ 'X-Watch': header('X-Keeper') ?? 'nobody' }),
  standIns: ['keeper'],
  wishes: { '503.1': { problem: 'unavailable', message: 'The lamp is out.', said: { status: 503 } } },
};

const { request } = sandboxOf(contract, { mock });
const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const { status, headers: answered } = await request(`/lamps${path}`, { method, headers });
  return [status, answered.get('X-Watch')];
};

test.each([
  ['GET', '/lamp'],
  ['DELETE', '/lamp'],
  ['GET', '/nothing'],
  ['OPTIONS', '/lamp'],
  ['OPTIONS', '/nothing'],
])('%s %s is asked at the gate, before anything is looked for', async (method, path) => {
  expect(await ask(method, path)).toEqual([403, 'nobody']);
});

test('whoever is let in at the gate finds what is there, and what is not', async () => {
  const headers = { 'X-Keeper': 'Ida' };
  expect(await ask('GET', '/lamp', headers)).toEqual([200, 'Ida']);
  expect(await ask('DELETE', '/lamp', headers)).toEqual([405, 'Ida']);
  expect(await ask('GET', '/nothing', headers)).toEqual([404, 'Ida']);
});

test('a page that asks before it sends is answered all the same', async () => {
  expect(await ask('OPTIONS', '/lamp', { Origin: 'https://app.example', 'Access-Control-Request-Method': 'POST' })).toEqual([
    200,
    'nobody',
  ]);
});

test('an Authorization header that stands for a kind of caller is no broken token', async () => {
  const by = async (token: string) => (await ask('GET', '/lamp', { 'X-Keeper': 'Ida', Authorization: token }))[0];
  expect([await by('keeper'), await by('visitor')]).toEqual([200, 401]);
});

test('a wish that says more than a status is what the API means by it, on every path', async () => {
  const headers = { 'X-Keeper': 'Ida', Prefer: 'code=503.1' };
  for (const path of ['/lamp', '/nothing']) {
    const answer = await request(`/lamps${path}`, { headers });
    expect([answer.status, answer.headers.get('Preference-Applied')]).toEqual([503, 'code=503']);
  }
});

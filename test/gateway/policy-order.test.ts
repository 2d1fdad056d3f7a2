/** The checks of a request come in the platform's order, unless an API states another; keeping real patients' numbers out is none of them. */
import { expect, test } from 'vitest';
import type { AnyMock, PolicyName } from '../../src/mock/mock.ts';
import { platformOrder } from '../../src/gateway/policies/order.ts';
import { sandboxOf } from '../sandbox.ts';
import { randomFrom, realRange } from './live-numbers.ts';

const desk = `
openapi: 3.1.0
info: { title: Desk, version: '1' }
servers: [{ url: /desk }]
paths:
  /notes:
    post:
      operationId: add-note
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { nhsNumber: { type: string }, text: { type: string, maxLength: 5 } } } } } }
      responses:
        '201': { description: added, content: { application/json: { schema: { type: object } } } }
        '400': { description: not added, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
`;

const rules: AnyMock = {
  access: () => ({ problem: 'forbidden', message: 'Not you.', said: { status: 403 } }),
  headerRules: () => ({ problem: 'missing-value', message: 'A header is missing.', said: { status: 428 } }),
  behaviours: {},
};

/** Everything is wrong with it: who sends it, what it accepts, its header, its type and its body. */
const allWrong = async (order?: readonly PolicyName[]): Promise<number> => {
  const { request } = sandboxOf(desk, { mock: { ...rules, ...(order && { order }) } });
  const headers = { Accept: 'text/html', 'Content-Type': 'application/xml' };
  return (await request('/desk/notes', { method: 'POST', headers, body: '<note/>' })).status;
};

test('of many faults the first of the platform’s order is told', async () => {
  expect(await allWrong()).toBe(403);
  expect(await allWrong(platformOrder.filter((name) => name !== 'access'))).toBe(406);
});

test('an API’s own order is a list of names', async () => {
  expect(await allWrong(['header-rules', 'access', 'accept'])).toBe(428);
  expect(await allWrong(['accept', 'access'])).toBe(406);
});

test('a body that cannot be read is told of after what is wrong with the head, in the API’s own words', async () => {
  const mock: AnyMock = {
    headerRules: (call) =>
      call.header('x-desk') ? undefined : { problem: 'missing-value', message: 'A header is missing.', said: { status: 428 } },
    problems: (problem) => (problem.problem === 'malformed-body' ? { ...problem, said: { status: 422 } } : problem),
    behaviours: {},
  };
  const { request } = sandboxOf(desk, { mock });
  const post = async (headers: Record<string, string>) =>
    (await request('/desk/notes', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: '{"text":' }))
      .status;
  expect(await post({})).toBe(428);
  expect(await post({ 'X-Desk': '1' })).toBe(422);
});

test('no order leaves out the guard against real patients’ numbers', async () => {
  const { send } = sandboxOf(desk, { mock: { ...rules, order: [] } });
  expect((await send('POST', '/desk/notes', { text: 'far too long' })).status).toBe(201);
  expect((await send('POST', '/desk/notes', { nhsNumber: realRange(randomFrom(1)) })).status).toBe(400);
});

test('what later checks make of a request that is refused never takes the place of the refusal', async () => {
  const headerRules = () => {
    throw new Error('relies on access');
  };
  const { send } = sandboxOf(desk, { mock: { ...rules, headerRules } });
  expect((await send('POST', '/desk/notes', { text: 'short' })).status).toBe(403);
});

test('a check that comes before a fault refuses in its own name', async () => {
  const { request, workspace } = sandboxOf(desk);
  const headers = { Expect: 'miracles', 'X-Sandbox-Scenario': 'status=500' };
  expect((await request('/desk/notes', { method: 'POST', headers })).status).toBe(417);
  expect(workspace.journal.list(1)).toMatchObject([{ answeredBy: 'problem' }]);
});

/** A receiver of the user's own: a message for it is passed on and its answer relayed, where that may be; else it is in the inbox. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { startNode } from '../../../src/runtimes/node/node.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { world } from '../../sandbox.ts';
import { headers, messageOf, openService, referral, targeting, uuid } from './bookings.ts';

const got: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let next: { readonly status: number; readonly body: unknown } = { status: 200, body: {} };
const receiver = createServer(async (request, response) => {
  got.push({ headers: request.headers, body: await text(request) });
  response.writeHead(next.status, { 'Content-Type': 'application/fhir+json' }).end(JSON.stringify(next.body));
});
receiver.listen(0, '127.0.0.1');
await once(receiver, 'listening');
const sandbox = await startNode({
  apis: await ownApis(['booking-and-referral']),
  population: world(),
  clock: frozenClock(Date.UTC(2026, 0, 1)),
  seed: 1,
  host: '127.0.0.1',
  port: 0,
});
afterAll(async () => {
  receiver.close();
  await sandbox.close();
});

const target = '7700000001';
const post = (path: string, body: object, more: Record<string, string> = {}) =>
  fetch(sandbox.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...more }, body: JSON.stringify(body) });
let count = 0;
async function tell() {
  const message = messageOf({ resource: referral, focus: uuid(1), id: uuid(++count) });
  const response = await post('/booking-and-referral/FHIR/R4/$process-message', message, {
    ...headers,
    ...targeting(target),
    Authorization: 'Bearer abc123',
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const outcome = (code: string, issue: string, diagnostics: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: issue, details: { coding: [{ system: 'x', code }] }, diagnostics }],
});

test('a message is passed on to whoever subscribed to its target, and the answer is that of the receiver', async () => {
  expect((await tell()).status).toBe(404); // nobody knows the target yet
  const { port } = receiver.address() as AddressInfo; // it listens
  const made = await post('/_sandbox/subscriptions', {
    url: `http://localhost:${port}/FHIR/R4/$process-message`,
    api: 'booking-and-referral',
    types: [`to-${target}`],
  });
  expect(made.status).toBe(201);
  next = { status: 200, body: { resourceType: 'Bundle', type: 'message', id: uuid(77) } };
  expect(await tell()).toEqual({ status: 200, body: next.body });
  expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ id: uuid(2), type: 'message' });
  expect(got[0]?.headers).toMatchObject({
    'x-request-id': headers['X-Request-Id'],
    'nhsd-target-identifier': targeting(target)['NHSD-Target-Identifier'],
    'webhook-id': uuid(2),
  });
  expect(got[0]?.headers['authorization']).toBeUndefined();
});

test.for([
  [
    'as it says it',
    { status: 409, body: outcome('REC_CONFLICT', 'conflict', 'The clinic is closed.') },
    409,
    'REC_CONFLICT',
    'The clinic is closed.',
  ],
  [
    'with 408 where it did not hear in time itself',
    { status: 504, body: outcome('REC_TIMEOUT', 'timeout', 'late') },
    408,
    'REC_TIMEOUT',
    'The receiver took too long.',
  ],
  [
    'with a word on what is no message',
    { status: 200, body: { resourceType: 'Bundle', type: 'batch' } },
    500,
    'REC_SERVER_ERROR',
    'The receiver answered with no message',
  ],
  [
    'without what identifies a real patient',
    {
      status: 200,
      body: {
        resourceType: 'Bundle',
        type: 'message',
        entry: [
          {
            resource: {
              resourceType: 'Patient',
              identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: ['401', '023', '2137'].join('') }],
            },
          },
        ],
      },
    },
    503,
    'REC_SERVICE_UNAVAILABLE',
    'issued to real patients',
  ],
] as const)('what a receiver answers is told %s', async ([, answer, status, code, words]) => {
  next = answer;
  const told = await tell();
  expect(told).toMatchObject({ status, body: { issue: [{ details: { coding: [{ code }] } }] } });
  expect(JSON.stringify(told.body)).toContain(words);
});

test('a receiver may answer with an outcome, and a message that is sent twice at once is answered once', async () => {
  next = { status: 200, body: outcome('OK', 'informational', 'Taken.') };
  count += 1;
  const message = messageOf({ resource: referral, focus: uuid(1), id: uuid(count) });
  const path = '/booking-and-referral/FHIR/R4/$process-message';
  const answers = await Promise.all([1, 2].map(() => post(path, message, { ...headers, ...targeting(target) })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await answers.find(({ status }) => status === 200)?.json()).toEqual(next.body);
});

test('where nobody can be asked, the message is in the inbox, and the explanation says so', async () => {
  const { ask, tell: send, workspace } = openService();
  await ask('POST', '/HealthcareService', {
    resourceType: 'HealthcareService',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: target }],
  });
  const sent = { resource: referral, focus: uuid(1), id: uuid(2) };
  expect((await send(sent, targeting(target))).status).toBe(200);
  expect(workspace.callbacks.inbox.after(0)).toMatchObject([{ type: `to-${target}`, body: { data: { id: uuid(2) } } }]);
  expect(JSON.stringify(workspace.journal.list(1))).toContain('the message is in the inbox');
});

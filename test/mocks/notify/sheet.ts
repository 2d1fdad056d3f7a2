/** What is known of NHS Notify, row by row, each by a request. */
import { expect } from 'vitest';
import type { Sheet } from '../sheet.ts';
import type { Answer } from '../../sandbox.ts';
import { rule, ofRecord, people, still, own, asked, accounts, numbers } from './sheet-rows.ts';
import { validation } from './sheet-bodies.ts';
import { course } from './sheet-course.ts';
import { catalogue } from './sheet-faults.ts';
import { official } from './sheet-sandbox.ts';
import { accepted, batch, get, message, open, plans, post, refusal, toOne } from './sending.ts';

export const sheet: Sheet = {
  file: 'notify.md',
  sections: ['1', '2', '3', '5', '6', '7', '8'],
  rows: {
    '1: POST /v1/message-batches': rule(async () => {
      const sandbox = open();
      const messages = [toOne(people.guardian), toOne(people.janeSmith), toOne()];
      const { body, status } = await post(sandbox, batch(messages, { messageBatchReference: 'week-5' }));
      const { id, attributes: said } = (body['data'] ?? {}) as unknown as { readonly id: string; readonly attributes: Batched };
      expect([status, said.messageBatchReference, said.messages.map((one) => one.messageReference)]).toEqual([
        201,
        'week-5',
        messages.map((one) => (one as Referred).messageReference),
      ]);
      const ids = said.messages.map((one) => one.id);
      expect(new Set([id, ...ids]).size).toBe(4);
      for (const one of ids) {
        expect(one).toMatch(/^[a-zA-Z0-9]{27}$/);
        const read = await sandbox.call('GET', `/v1/messages/${one}`);
        expect(read.body['data']).toMatchObject({ id: one, relationships: { messageBatch: { data: { type: 'MessageBatch', id } } } });
      }
    }),
    '1: POST /v1/messages': rule(async () => {
      const { body, headers, status } = await own(
        message({ messageReference: 'one', billingReference: 'b', originator: { odsCode: 'X26' } }),
      );
      const id = String(body['data']?.['id']);
      expect([status, headers.get('Location')]).toEqual([201, `/v1/messages/${id}`]);
      expect(body['data']).toMatchObject({
        type: 'Message',
        attributes: {
          messageReference: 'one',
          messageStatus: 'created',
          timestamps: { created: '2026-01-01T00:00:00.000Z' },
          routingPlan: { id: plans.text },
        },
        links: { self: `http://sandbox.test/comms/v1/messages/${id}` },
      });
    }),
    '1: GET /v1/messages/{messageId}': rule(async () => {
      const sandbox = open();
      const id = await accepted(sandbox, message());
      const head = await sandbox.request(`/comms/v1/messages/${id}`, { method: 'HEAD' });
      expect([head.status, await head.text(), head.headers.get('Content-Type')]).toEqual([200, '', 'application/vnd.api+json']);
      expect(await get(sandbox, id)).toMatchObject({ messageStatus: 'created' });
    }),
    '1: GET /channels/nhsapp/accounts': ofRecord(async () => {
      const answer = await accounts('?ods-organisation-code=y12345')();
      expect([answer.status, answer.body['data']?.['id']]).toEqual([200, 'Y12345']);
      expect(numbers(answer)).toContain(`${people.guardian} true`);
    }),
    '2: Authorization': rule(async () => {
      const strict = { 'X-Sandbox-Access': 'strict' };
      expect(refusal(await own(message(), strict))).toBe('401 CM_DENIED Authorization');
      expect(refusal(await asked('DELETE', '/nothing', strict)())).toBe('401 CM_DENIED Authorization');
    }),
    '2: Content-Type': rule(async () => {
      for (const [type, status] of [
        ['application/json', 201],
        ['application/vnd.api+json; charset=utf-8', 201],
        ['application/json; charset=utf-9', 415],
        ['text/plain', 415],
        [' ', 415],
      ] as const)
        expect([type, (await own(message(), { 'Content-Type': type })).status]).toEqual([type, status]);
      for (const method of ['POST', 'PUT', 'PATCH'])
        expect((await asked(method, '/nothing', { 'Content-Type': 'a/b' }, 'x')()).status).toBe(415);
    }),
    '2: Accept': rule(async () => {
      const id = '2WL3qFTEFM0qMY8xjRbt1LIKCzM';
      for (const [Accept, status, type] of [
        ['application/json', 200, 'application/json'],
        ['application/vnd.api+json', 200, 'application/vnd.api+json'],
        ['*/*', 200, 'application/vnd.api+json'],
        ['application/json; charset=utf-9', 406, 'application/vnd.api+json'],
        [' ', 406, 'application/vnd.api+json'],
        ['text/html', 406, 'application/vnd.api+json'],
      ] as const)
        for (const path of [`/v1/messages/${id}`, '/nothing']) {
          const answer = await asked('GET', path, { Accept })();
          expect([Accept, answer.status, answer.headers.get('Content-Type')]).toEqual([
            Accept,
            path === '/nothing' && status === 200 ? 404 : status,
            type,
          ]);
        }
    }),
    '2: X-Correlation-Id': rule(async () => {
      const of = async (headers: Record<string, string>, path = '/nothing'): Promise<string | null> =>
        (await asked('GET', path, headers)()).headers.get('X-Correlation-Id');
      expect(await of({ 'X-Correlation-Id': 'mine' })).toBe('mine');
      for (const path of ['/nothing', '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM']) expect(await of({}, path)).toMatch(/^rrt-\d/);
    }),
    '2: Location': rule(async () => {
      const { body, headers } = await own(message());
      expect(headers.get('Location')).toBe(`/v1/messages/${String(body['data']?.['id'])}`);
      expect((await own(batch([toOne()]))).headers.get('Location')).toBeNull();
    }),
    '2: Retry-After': rule(async () => {
      const after = async (answer: Promise<Answer>): Promise<string | null> => (await answer).headers.get('Retry-After');
      expect(await after(own(message({ routingPlanId: 'd895ade5-0029-4fc3-9fb5-86e1e5370854' })))).toBe('300');
      expect(await after(asked('GET', '/nothing', { Prefer: 'code=425' })())).toBe('300');
      expect(await after(asked('GET', '/nothing', { Prefer: 'code=429' })())).toBe('60');
    }),
    'list of headers on every answer, and of those for pages': rule(async () => {
      const Origin = 'https://my.website';
      const answer = await asked('GET', '/nothing', { Origin })();
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-cache, no-store, must-revalidate',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': Origin,
        'access-control-expose-headers': expect.stringContaining('x-correlation-id'),
        'cross-origin-resource-policy': 'cross-origin',
      });
      for (const path of ['', '/v1/messages']) {
        const asking = { Origin, 'Access-Control-Request-Method': 'POST' };
        const preflight = await still.request(`/comms${path}`, { method: 'OPTIONS', headers: asking });
        expect([preflight.status, await preflight.text()]).toEqual([200, '']);
        expect(Object.fromEntries(preflight.headers)).toMatchObject({
          'access-control-allow-origin': Origin,
          'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE',
          'access-control-max-age': '3628800',
          'cross-origin-resource-policy': 'cross-origin',
        });
      }
      const refused = await still.request('/comms/v1/messages', { method: 'OPTIONS', headers: { Accept: 'not/valid' } });
      expect([refused.status, await refused.text()]).toEqual([406, '']);
    }),
    ...validation,
    ...catalogue,
    ...course,
    ...official,
  },
};

interface Referred {
  readonly messageReference: string;
}

interface Batched {
  readonly messageBatchReference: string;
  readonly messages: readonly { readonly messageReference: string; readonly id: string }[];
}

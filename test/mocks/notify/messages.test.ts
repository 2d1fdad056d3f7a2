/** Notify as a typed client meets it, and every answer that its contract documents. */
import { expect, test } from 'vitest';
import { errorsOf, open, plans } from './sending.ts';

test('a message to each of five people is accepted, and read back as it was created', async () => {
  const { client, call, people } = open();
  const seen = new Set<string>();
  for (const [n, nhsNumber] of [
    people.messageRecipient,
    people.janeSmith,
    people.guardian,
    people.appAccount,
    people.firstAppAccount,
  ].entries()) {
    const attributes = {
      routingPlanId: plans.appThenText,
      messageReference: `reminder-${n}`,
      recipient: { nhsNumber },
      personalisation: { day: 'Monday' },
    };
    const sent = await client.POST('/v1/messages', { body: { data: { type: 'Message', attributes } } });
    const id = sent.data?.data?.id ?? '';
    expect((await call('GET', `/v1/messages/${id}`)).body).toEqual(sent.data);
    seen.add(id);
  }
  expect(seen.size).toBe(5);
});

test.for<[string, string, number, Record<string, string>?]>([
  ['GET', '/v1/nothing', 404],
  ['DELETE', '/v1/messages', 405],
  ['POST', '/v1/messages', 415, { 'Content-Type': 'text/plain' }],
  ['POST', '/v1/messages', 400, { 'Content-Type': 'application/json' }],
])('%s %s: the fault %i comes in whichever of its types is accepted', async ([method, path, status, headers = {}]) => {
  const { call } = open();
  for (const [accept, type] of [
    ['application/json', 'application/json'],
    ['application/vnd.api+json', 'application/vnd.api+json'],
    ['*/*', 'application/vnd.api+json'],
  ] as const) {
    const answer = await call(method, path, { headers: { ...headers, Accept: accept }, ...(method === 'POST' && { body: '{}' }) });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, type]);
    expect(errorsOf(answer)).toHaveLength(1);
  }
});

test('every documented status can be had, as it is documented', async () => {
  const { contract, call } = open();
  for (const operation of contract.operations) {
    const body = operation.body?.content[0]?.examples[0]?.value;
    const path = operation.path
      .replace('{messageId}', '2WL3qFTEFM0qMY8xjRbt1LIKCzM')
      .replace('{routingPlanId}', '00000000-0000-0000-0000-000000000006');
    const query = operation.id === 'get-nhsapp-account-details' ? '?ods-organisation-code=Y12345' : '';
    for (const [status, { content }] of operation.responses) {
      const answer = await call(operation.method, path + query, { headers: { Prefer: `code=${status}` }, ...(body && { body }) });
      expect(`${operation.id} ${answer.status}`).toBe(`${operation.id} ${status}`);
      const media = content.find(({ type }) => type === answer.headers.get('Content-Type'));
      if (!media?.schema) throw new Error(`${operation.id} ${status} is answered in a type that is not documented`);
      expect(contract.check(media.schema, JSON.parse(JSON.stringify(answer.body)))).toEqual([]);
    }
  }
});

test('a callback that somebody has sent by hand goes in the manner of the others', async () => {
  const { send, workspace } = open();
  const { headers } = await send('POST', '/_sandbox/callbacks', { api: 'notify', name: 'message-status' });
  const [sent] = workspace.callbacks.inbox.after(0);
  expect(headers.get('Content-Type')).toContain('json');
  expect(sent).toMatchObject({ kind: 'webhook', manner: { keyHeader: 'x-api-key', accepted: [202] } });
});

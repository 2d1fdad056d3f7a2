/** A message from its first to its last day, refusals of no operation's own, and every status that an operation documents. */
import { expect, test } from 'vitest';
import { randomFrom, realRange } from '../../gateway/live-numbers.ts';
import { world, type Answer } from '../../sandbox.ts';
import { box, mesh as open, v2 } from './mail.ts';

const toSecond = { 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'TEST_WORKFLOW' };

const ids = (answer: Answer): unknown => answer.body['messages'];

test('a list of five patients is sent, found, collected, acknowledged and tracked', async () => {
  const { call, request, people, clock } = open();
  const patients = [people.guardian, people.secondGuardian, people.restricted, people.twinElder, people.centenarian];
  const rows = patients.map((number) => `${number},${world().find(number)?.birthDate ?? ''}`);
  const list = rows.join('\n');
  expect(rows.every((row) => /^9\d{9},\d{4}-/.test(row))).toBe(true);

  const headers = {
    ...v2,
    ...toSecond,
    'Content-Type': 'text/csv',
    'Mex-LocalID': 'list-7',
    'Mex-Subject': 'Patients',
    'Mex-FileName': 'list.csv',
  };
  const sent = await request(`/mesh${box('X26ABC1')}/outbox`, { method: 'POST', headers, body: list });
  expect(sent.status).toBe(202);
  const { message_id: id } = await sent.json();
  expect(id).toMatch(/^20260101000000000_[0-9A-Z]{6}$/);

  expect(ids(await call('GET', `${box('X26ABC2')}/inbox`, { headers: v2 }))).toContain(id);
  expect(ids(await call('GET', `${box('X26ABC2')}/inbox`))).toContain(id);
  expect(ids(await call('GET', `${box('X26ABC2')}/inbox?workflow_filter=!TEST*`))).toEqual([]);
  const found = await request(`/mesh${box('X26ABC2')}/inbox/${id}`, { headers: v2 });
  expect(await found.text()).toBe(list);
  expect(found.headers.get('Mex-Subject')).toBe('Patients');
  expect(found.headers.get('Mex-From')).toBe('X26ABC1');
  expect(found.headers.get('Mex-Content-Type')).toBe('text/csv');

  clock.set(Date.UTC(2026, 0, 2));
  const acknowledged = `${box('X26ABC2')}/inbox/${id}/status/acknowledged`;
  expect((await call('PUT', acknowledged)).body).toEqual({ messageId: id });
  expect((await call('PUT', acknowledged, { headers: v2 })).body).toEqual({});
  expect(ids(await call('GET', `${box('X26ABC2')}/inbox`))).not.toContain(id);

  const tracked = await call('GET', `${box('X26ABC1')}/outbox/tracking?messageID=${id}`, { headers: v2 });
  expect(tracked.body).toMatchObject({ status: 'acknowledged', recipient: 'X26ABC2', local_id: 'list-7', file_size: list.length });
  const byLocalId = await call('GET', `${box('X26ABC1')}/outbox/tracking/list-7`);
  expect(byLocalId.body).toMatchObject({ messageId: id, status: 'Acknowledged', statusTimestamp: '20260102000000' });
});

test.for([
  ['GET', '/messageexchange', 404],
  ['PATCH', `${box('A')}/inbox`, 405],
] as const)('%s %s is refused in the version that Accept names', async ([method, path, status]) => {
  const { call } = open();
  const old = await call(method, path, { headers: { Accept: 'application/json' } });
  expect([old.status, old.headers.get('Content-Type')]).toEqual([status, 'application/json']);
  expect(old.body).toEqual({ errorDescription: expect.any(String) });
  const current = await call(method, path, { headers: v2 });
  expect([current.status, current.headers.get('Content-Type')]).toEqual([status, v2.Accept]);
  expect(current.body).toMatchObject({ message_id: '', detail: [{ event: '', code: '', msg: expect.any(String) }] });
});

test('wrong values are said in JSON of no version', async () => {
  const answer = await open().call('GET', `${box('A')}/inbox?max_results=many`, { headers: v2 });
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/json']);
  expect(answer.body).toMatchObject({ detail: [{ loc: ['query', 'max_results'] }] });
});

test('numbers of real patients are not taken in', async () => {
  const { request } = open();
  const headers = { ...toSecond, 'Content-Type': 'text/plain' };
  const sent = await request(`/mesh${box('X26ABC1')}/outbox`, {
    method: 'POST',
    headers,
    body: `NHS number ${['401', '023', '2137'].join(' ')}`,
  });
  expect(sent.status).toBe(400);
});

test('every documented status can be asked for, in a documented shape', async () => {
  const { contract, request } = open();
  for (const { path, method, operation, responses } of contract.operations.map((one) => ({ ...one, operation: one }))) {
    const at = path
      .replace('{mailbox_id}', 'X26ABC1')
      .replace('{message_id}', '20260105091500123_K7Q2ZD')
      .replace('{chunk_number}', '2')
      .replace('{local_id}', 'y12345-list-0001')
      .replace('{ods_code}', 'X26')
      .replace('{workflow_id}', 'TEST_WORKFLOW');
    const needed = { ...toSecond, 'Mex-ClientVersion': 'a', 'Mex-OSName': 'b', 'Mex-OSVersion': 'c' };
    for (const [status, { content }] of responses) {
      for (const accept of ['application/json', v2.Accept]) {
        const headers = { ...needed, Accept: accept, Prefer: `code=${status}`, 'Content-Type': 'application/octet-stream' };
        const query = path.endsWith('/tracking') ? '?messageID=20260105091500123_K7Q2ZD' : '';
        const init = method === 'post' ? { method: 'POST', body: 'x' } : { method: method.toUpperCase() };
        const answer = await request(`/mesh${at}${query}`, { ...init, headers });
        expect([operation.id, answer.status]).toEqual([operation.id, Number(status)]);
        const type = answer.headers.get('Content-Type');
        const text = await answer.text();
        if (text === '') continue;
        const media = content.find((one) => one.type === type);
        expect([operation.id, status, type, media !== undefined]).toEqual([operation.id, status, type, true]);
        if (media?.schema && type?.includes('json')) expect(contract.check(media.schema, JSON.parse(text))).toEqual([]);
      }
    }
  }
});

test('what names a real patient is not carried, in whatever form it is sent', async () => {
  const { request, call } = open();
  const number = realRange(randomFrom(11));
  for (const [type, body] of [
    ['application/json', JSON.stringify({ nhsNumber: number })],
    ['application/octet-stream', btoa(`{"nhsNumber":"${number}"}`)],
    ['text/csv', `nhs_number,name\n${number},Somebody`],
  ] as const) {
    const sent = await request(`/mesh${box('X26ABC1')}/outbox`, {
      method: 'POST',
      headers: { ...v2, ...toSecond, 'Content-Type': type },
      body,
    });
    expect([type, sent.status >= 400 && sent.status < 500]).toEqual([type, true]);
    expect(await sent.text()).not.toContain(number);
  }
  expect(ids(await call('GET', `${box('X26ABC2')}/inbox?workflow_filter=TEST_WORKFLOW`, { headers: v2 }))).not.toContain(number);
});

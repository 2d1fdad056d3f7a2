/** Messages from mailbox to mailbox, in both versions, and every status that an operation documents. */
import { expect, test } from 'vitest';
import { randomFrom, realRange } from '../../gateway/live-numbers.ts';
import { sandboxesFor, world, type Answer } from '../../sandbox.ts';

const open = await sandboxesFor('mesh');
const v2 = { Accept: 'application/vnd.mesh.v2+json' };
const box = (id: string): string => `/messageexchange/${id}`;
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

test('a message in chunks arrives with its last one', async () => {
  const { call, request } = open();
  const post = (path: string, range: string, body: string, more = {}) =>
    request(`/mesh${box('X26ABC1')}/outbox${path}`, { method: 'POST', headers: { ...v2, ...more, 'Mex-Chunk-Range': range }, body });
  const { message_id: id } = await (await post('', '1:2', 'first ', toSecond)).json();
  const chunk = (n: number) => request(`/mesh${box('X26ABC2')}/inbox/${id}/${n}`, { headers: v2 });
  expect((await chunk(1)).status).toBe(410);
  expect((await post(`/${id}/3`, '3:3', 'third')).status).toBe(406);
  expect((await post(`/${id}/2`, '2:2', 'second')).status).toBe(202);
  expect((await post(`/${id}/2`, '2:2', 'second')).status).toBe(423);
  expect(ids(await call('GET', `${box('X26ABC2')}/inbox`))).toContain(id);
  const [one, two] = [await chunk(1), await chunk(2)];
  expect([one.status, two.status]).toEqual([206, 200]);
  expect((await one.text()) + (await two.text())).toBe('first second');
});

test('an inbox is read page by page', async () => {
  const { call, request } = open();
  for (let i = 0; i < 12; i++)
    await request(`/mesh${box('A')}/outbox`, { method: 'POST', headers: { 'Mex-To': 'X26ABC3', 'Mex-WorkflowID': 'W' }, body: `${i}` });
  const first = await call('GET', `${box('X26ABC3')}/inbox?max_results=10`, { headers: v2 });
  expect(first.body).toMatchObject({ approx_inbox_count: 12, links: { self: `${box('X26ABC3')}/inbox?max_results=10` } });
  const second = await call('GET', String(first.body['links']?.['next']), { headers: v2 });
  const all = await call('GET', `${box('X26ABC3')}/inbox`);
  expect([...JSON.parse(JSON.stringify(ids(first))), ...JSON.parse(JSON.stringify(ids(second)))]).toEqual(ids(all));
  expect((await call('GET', `${box('X26ABC3')}/count`)).body).toMatchObject({ count: 12, allResultsIncluded: true });
});

test('a fault has the shape of the version that Accept names', async () => {
  const { call } = open();
  const nothing = `${box('X26ABC1')}/inbox/20260101000000000_AAAAAA`;
  const old = await call('GET', nothing);
  expect(old.body).toMatchObject({ errorEvent: 'RECEIVE', errorCode: '20', errorDescription: 'Message does not exist' });
  const current = await call('GET', nothing, { headers: v2 });
  expect(current.headers.get('Content-Type')).toBe(v2.Accept);
  expect(current.body).toMatchObject({ detail: [{ event: 'RECEIVE', code: '20', msg: 'Message does not exist' }] });

  const send = (headers: Record<string, string>) => call('POST', `${box('X26ABC1')}/outbox`, { body: 'x', headers: { ...v2, ...headers } });
  const unaddressed = await send({ 'Mex-WorkflowID': 'W' });
  expect(unaddressed.headers.get('Content-Type')).toBe(v2.Accept);
  expect(unaddressed.body).toMatchObject({ message_id: '', detail: [{ event: 'SEND', code: '08', msg: 'TO_DTS missing' }] });
  expect((await send({ 'Mex-WorkflowID': 'W', Accept: '*/*' })).body).toMatchObject({ errorEvent: 'SEND', errorCode: '08' });
  const long = await send({ ...toSecond, 'Mex-To': 'x'.repeat(101) });
  expect([long.status, long.body]).toMatchObject([400, { detail: [{ loc: ['header', 'mex-to'], type: 'value_error.maxlength' }] }]);
  const range = await send({ ...toSecond, 'Mex-Chunk-Range': 'one' });
  expect([range.status, range.body]).toMatchObject([417, { detail: [{ event: 'SEND', code: 'InvalidHeaderChunks' }] }]);
  const empty = await call('POST', `${box('X26ABC1')}/outbox`, { headers: toSecond });
  expect([empty.status, empty.body]).toMatchObject([417, { errorEvent: 'COLLECT', errorCode: '02' }]);
  const encoding = await send({ ...toSecond, 'Content-Encoding': 'br' });
  expect([encoding.status, encoding.body]).toMatchObject([422, { detail: [{ code: 'UnsupportedContentEncoding' }] }]);
  expect((await call('GET', `${box('X26ABC1')}/inbox`, { headers: { Accept: 'application/vnd.mesh+json' } })).status).toBe(400);
  expect((await call('GET', `${box('X26ABC1')}/outbox/tracking?messageID=SIMPLE_MESSAGE`)).status).toBe(404);
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

test('mailboxes are looked up by organisation and workflow, and canned messages wait', async () => {
  const { call, request } = open();
  const found = await call('GET', '/messageexchange/endpointlookup/X26/TEST_WORKFLOW');
  expect(found.body['results']).toEqual([{ address: 'X26ABC2', description: 'TESTMB2', endpoint_type: 'MESH' }]);
  expect((await call('GET', '/messageexchange/endpointlookup/X27/TEST_WORKFLOW', { headers: v2 })).body).toEqual({ results: [] });
  expect((await call('GET', '/messageexchange/workflowsearch/TEST_WORKFLOW2')).body['results']).toHaveLength(3);
  expect((await request(`/mesh${box('X26ABC1')}/inbox/SIMPLE_MESSAGE`)).status).toBe(200);
  expect((await request(`/mesh${box('X26ABC1')}/inbox/UNDELIVERED_MESSAGE`)).status).toBe(410);
  const chunk = await request(`/mesh${box('X26ABC2')}/inbox/CHUNKED_MESSAGE_GZ`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect([chunk.status, chunk.headers.get('Content-Encoding')]).toEqual([206, 'gzip']);
  expect(
    (await call('GET', box('X26ABC1'), { headers: { 'Mex-ClientVersion': 'a', 'Mex-OSName': 'b', 'Mex-OSVersion': 'c' } })).body,
  ).toEqual({
    mailboxId: 'X26ABC1',
  });
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

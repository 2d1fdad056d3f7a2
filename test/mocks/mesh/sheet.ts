/** What MESH and its official sandbox do, row by row. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import { box, client, days, expectFault, post, practiceOf, tokenOf, v1, v2, type Fault, type Headers_ } from './mail.ts';

const by =
  (kind: SheetRow['by']) =>
  (shows: (mail: ReturnType<typeof post>) => Promise<void>): SheetRow => ({ by: kind, shows: () => shows(post()) });
const rule = by('rule');
const record = by('record');

/** A send that is refused so. */
const refused = (headers: Headers_, fault: Fault, body: BodyInit = 'x'): SheetRow =>
  rule(({ send }) => expectFault((accept) => send({ ...headers, ...accept }, body), fault));
/** One after the other: the first that is wrong is said, of all that are. */
const inOrder = async (
  ask: (wrong: Headers_) => Promise<Response>,
  steps: readonly (readonly [Headers_, number, string])[],
): Promise<void> => {
  let wrong: Headers_ = {};
  for (const [more, status, text] of steps.toReversed()) {
    wrong = { ...wrong, ...more };
    const answer = await ask(wrong);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)]);
  }
};

const unregistered: Fault = [417, 'Unregistered to address', 'SEND', '12'];
const strict = { 'X-Sandbox-Access': 'strict' };
const zipped = { 'Content-Encoding': 'gzip' };
const notFound: Fault = [404, 'Message does not exist', 'RECEIVE', '20'];

export const sheet: Sheet = {
  file: 'mesh.md',
  sections: ['1', '3', '4', '5', '7'],
  rows: {
    '1: POST (and GET) /messageexchange/{mailbox_id}': rule(async ({ call }) => {
      for (const method of ['POST', 'GET']) {
        expect((await call(method, box('X26ABC1'), { headers: { ...client, ...v1 } })).body).toEqual({ mailboxId: 'X26ABC1' });
        const { status, body } = await call(method, box('X26ABC1'), { headers: { ...client, ...v2 } });
        expect([status, body]).toEqual([200, {}]);
      }
      expect((await call('POST', box('X26ABC1'), { headers: v1 })).status).toBe(400);
    }),
    '1: GET …/{mailbox_id}/inbox': rule(async ({ call, sent, inbox }) => {
      const ids = [];
      for (let n = 0; n < 11; n += 1)
        ids.push(await sent({ 'Mex-To': 'X26ABC3', 'Mex-WorkflowID': n === 0 ? 'PATHOLOGY_ACK' : 'TEST_WORKFLOW' }));
      expect(await inbox('X26ABC3')).toEqual(ids);
      for (const [filter, expected] of [
        ['PATHOLOGY_ACK', 1],
        ['PATH*', 1],
        ['*_ACK*', 1],
        ['!PATH*', 10],
        ['!*_ACK*', 10],
        ['!PATHOLOGY_ACK', 10],
      ] as const)
        expect([filter, (await inbox('X26ABC3', `?workflow_filter=${filter}`)).length]).toEqual([filter, expected]);
      const { body } = await call('GET', box('X26ABC3', 'inbox?max_results=10'), { headers: v2 });
      expect(body).toMatchObject({ approx_inbox_count: 11, links: { next: expect.stringContaining('max_results=10&continue_from=') } });
      expect((await call('GET', String(body['links']?.['next']), { headers: v2 })).body['messages']).toEqual(ids.slice(10));
      expect((await call('GET', box('X26ABC3', `inbox?continue_from=${ids[0]}`))).body).toEqual({ messages: ids.slice(1) });
      for (const query of ['max_results=9', 'max_results=5001', 'workflow_filter=W'])
        expect([query, (await call('GET', box('X26ABC3', `inbox?${query}`))).status]).toEqual([query, 400]);
    }),
    '1: GET …/inbox/{message_id}': rule(async ({ sent, get }) => {
      const id = await sent();
      const found = await get('X26ABC2', `inbox/${id}`);
      expect([found.status, found.headers.get('Content-Type'), await found.text()]).toEqual([200, 'application/octet-stream', 'content']);
      expect((await get('X26ABC1', 'inbox/SIMPLE_MESSAGE')).status).toBe(200);
      expect((await get('X26ABC2', 'inbox/CHUNKED_MESSAGE_GZ')).status).toBe(206);
    }),
    '1: HEAD …/inbox/{message_id}': rule(async ({ sent, request }) => {
      const id = await sent();
      for (const mailbox of ['X26ABC1', 'X26ABC2']) {
        const head = await request(`/mesh${box(mailbox, `inbox/${id}`)}`, { method: 'HEAD' });
        expect([head.status, head.headers.get('Mex-To'), await head.text()]).toEqual([200, 'X26ABC2', '']);
      }
    }),
    '1: GET …/inbox/{message_id}/{chunk_number}': rule(async ({ sent, chunk, get }) => {
      const id = await sent({ 'Mex-Chunk-Range': '1:3' }, 'one');
      await chunk(id, '2:3', 'two');
      await chunk(id, '3:3', 'three');
      const found = await Promise.all([1, 2, 3, 4].map((n) => get('X26ABC2', `inbox/${id}/${n}`)));
      expect(found.map(({ status }) => status)).toEqual([206, 206, 200, 404]);
      expect(found.map(({ headers }) => headers.get('Mex-Chunk-Range'))).toEqual(['1:3', '2:3', '3:3', null]);
    }),
    '1: PUT …/inbox/{message_id}/status/acknowledged': rule(async ({ sent, acknowledge }) => {
      const id = await sent();
      for (const [headers, body] of [
        [v1, { messageId: id }],
        [v2, {}],
      ] as const) {
        const answer = await acknowledge('X26ABC2', id, headers);
        expect([answer.status, answer.body]).toEqual([200, body]);
      }
    }),
    '1: GET …/{mailbox_id}/count': rule(async ({ sent, call }) => {
      await sent({ 'Mex-To': 'X26ABC3' });
      expect((await call('GET', box('X26ABC3', 'count'))).body).toMatchObject({ count: 1, allResultsIncluded: true });
      expect((await call('GET', box('X26ABC3', 'count'), { headers: v2 })).body).toEqual({ count: 1 });
    }),
    '1: POST …/{mailbox_id}/outbox': rule(async ({ send }) => {
      const id = expect.stringMatching(/^\d{17}_[0-9A-Z]{6}$/);
      expect(await (await send(v1)).json()).toEqual({ messageID: id });
      expect(await (await send(v2)).json()).toEqual({ message_id: id });
    }),
    '1: POST …/outbox/{message_id}/{chunk_number}': rule(async ({ sent, chunk }) => {
      const id = await sent({ 'Mex-Chunk-Range': '1:3' });
      const [old, current] = [await chunk(id, '2:3', 'two', v1), await chunk(id, '3:3', 'three')];
      expect([old.status, await old.json(), current.status]).toEqual([202, { messageID: id, blockID: 2 }, 202]);
    }),
    '1: GET …/outbox/tracking?messageID=': rule(async ({ sent, track }) => {
      const id = await sent({ 'Mex-LocalID': 'mine' });
      expect((await track(id)).body).toMatchObject({
        message_id: id,
        local_id: 'mine',
        recipient: 'X26ABC2',
        status: 'accepted',
        file_size: 7,
      });
      expect((await track(id, 'X26ABC1', v1)).body).toMatchObject({ messageId: id, localId: 'mine', status: 'Accepted', fileSize: 7 });
    }),
    '1: GET …/outbox/tracking/{local_id}': rule(async ({ sent, get }) => {
      const id = await sent({ 'Mex-LocalID': 'mine' });
      expect(await (await get('X26ABC1', 'outbox/tracking/mine')).json()).toMatchObject({ messageId: id });
      await sent({ 'Mex-LocalID': 'mine' });
      const several = await get('X26ABC1', 'outbox/tracking/mine');
      expect([several.status, await several.text()]).toEqual([300, '']);
      expect((await get('X26ABC1', 'outbox/tracking/other')).status).toBe(404);
    }),
    '1: GET /messageexchange/endpointlookup/{ods}/{workflow}': record(async ({ call, population }) => {
      const { ods, name } = population.organisation('Y12345') ?? { ods: '', name: '' };
      const path = `/messageexchange/endpointlookup/${ods}/SANDBOX_DISCHARGE_SUMMARY`;
      const mailbox = `${ods}OT001`;
      expect((await call('GET', path, { headers: v2 })).body).toEqual({ results: [{ mailbox_id: mailbox, mailbox_name: name }] });
      expect((await call('GET', path)).body).toMatchObject({ results: [{ address: mailbox, description: name, endpoint_type: 'MESH' }] });
    }),
    '1: GET /messageexchange/workflowsearch/{workflow}': record(async ({ call, population }) => {
      const { body } = await call('GET', '/messageexchange/workflowsearch/SANDBOX_ACTIVITY_RETURN');
      const boards = (['icb', 'sub-icb-location', 'region'] as const)
        .flatMap((kind) => [...population.organisations(kind)])
        .flatMap(({ ods }) => (population.register.entry(ods)?.isActive === false ? [] : [`${ods}OT001`]));
      const found = JSON.parse(JSON.stringify(body['results'])) as { mailbox_id: string }[];
      expect(found.map(({ mailbox_id: id }) => id).toSorted()).toEqual(boards.toSorted());
    }),

    '3: send_message': rule(async ({ send, request }) => {
      await inOrder(
        (wrong) => send({ ...wrong }, 'x'),
        [
          [{ 'Mex-To': '' }, 400, 'TO_DTS missing'],
          [{ 'Content-Encoding': 'br' }, 422, 'UnsupportedContentEncoding'],
          [{ 'Mex-Chunk-Range': 'one' }, 417, 'InvalidHeaderChunks'],
          [{ 'Mex-To': 'NOBODY' }, 417, 'Unregistered to address'],
          [{ 'Mex-Subject': 'a\tb' }, 400, 'Malformed control file'],
        ],
      );
      const empty = (headers: Headers_) =>
        request(`/mesh${box('X26ABC1', 'outbox')}`, {
          method: 'POST',
          headers: { 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'W', ...headers },
        });
      expect(await (await empty({})).json()).toMatchObject({ errorEvent: 'COLLECT', errorCode: '02' });
      expect(await (await empty({ 'Mex-To': 'NOBODY' })).json()).toMatchObject({ errorCode: '12' });
      expect((await empty({ 'Mex-To': 'NOBODY', ...strict })).status).toBe(403);
    }),
    '3: send_chunk': rule(async ({ sent, chunk, send }) => {
      const id = await sent({ 'Mex-Chunk-Range': '1:2' });
      const nothing = '20260101000000000_AAAAAA';
      const statuses = [
        await chunk(nothing, 'x', 'two', {}, '2'),
        await chunk(nothing, '2:2', 'two'),
        await send({ 'Mex-Chunk-Range': '3:3' }, 'two', 'X26ABC3', `outbox/${id}/3`),
        await chunk(id, '3:3', 'two'),
        await chunk(id, '2:2', 'two', zipped),
        await chunk(id, '2:2', 'two'),
        await chunk(id, '3:3', 'two', zipped),
      ].map(({ status }) => status);
      expect(statuses).toEqual([417, 404, 403, 406, 417, 202, 423]);
      expect(await (await chunk(id, '3:3', 'three')).text()).toContain('Message in unexpected status');
    }),
    '3: download': rule(async ({ get, sent, chunk, reportOn }) => {
      await expectFault((accept) => get('X26ABC1', 'inbox/NOTHING', accept), notFound);
      expect((await get('X26ABC3', 'inbox/UNDELIVERED_MESSAGE')).status).toBe(403);
      await expectFault(
        (accept) => get('X26ABC1', 'inbox/UNDELIVERED_MESSAGE', accept),
        [410, 'Message no longer available for download', 'SEND', 'Message already accepted'],
      );
      const failed = await sent({ 'Mex-WorkflowID': 'UNREGISTERED_WORKFLOW' });
      expect((await reportOn(failed))?.slice(0, 2)).toEqual([200, 'REPORT']);
      const id = await sent({ 'Mex-Chunk-Range': '1:2' });
      expect((await get('X26ABC2', `inbox/${id}`)).status).toBe(410);
      await chunk(id, '2:2', 'two');
      expect([(await get('X26ABC2', `inbox/${id}`)).status, (await get('X26ABC2', `inbox/${id}/2`)).status]).toEqual([206, 200]);
    }),
    '3: head': rule(async ({ request }) => {
      const head = async (mailbox: string, id: string) => (await request(`/mesh${box(mailbox, `inbox/${id}`)}`, { method: 'HEAD' })).status;
      expect([await head('X26ABC1', 'NOTHING'), await head('X26ABC3', 'SIMPLE_MESSAGE'), await head('X26ABC2', 'SIMPLE_MESSAGE')]).toEqual([
        404, 403, 200,
      ]);
    }),
    '3: acknowledge': rule(async ({ acknowledge }) => {
      const asked = [
        await acknowledge('X26ABC1', 'NOTHING'),
        await acknowledge('X26ABC2', 'SIMPLE_MESSAGE'),
        await acknowledge('X26ABC1', 'SIMPLE_MESSAGE'),
        await acknowledge('X26ABC1', 'SIMPLE_MESSAGE'),
      ];
      expect(asked.map(({ status }) => status)).toEqual([404, 403, 200, 200]);
    }),
    '3: tracking': rule(async ({ sent, get }) => {
      const id = await sent();
      await expectFault((accept) => get('X26ABC2', `outbox/tracking?messageID=${id}`, accept), notFound);
    }),

    '4: Mex-To, Mex-WorkflowID': rule(async ({ request }) => {
      const sendWith = (headers: Headers_) => request(`/mesh${box('X26ABC1', 'outbox')}`, { method: 'POST', headers, body: 'x' });
      expect(await (await sendWith({ 'Mex-WorkflowID': 'W' })).json()).toMatchObject({ errorDescription: 'TO_DTS missing' });
      const unnamed = await sendWith({ 'Mex-To': 'X26ABC2' });
      expect([unnamed.status, await unnamed.json()]).toMatchObject([400, { detail: [{ loc: ['header', 'mex-workflowid'] }] }]);
    }),
    '4: Mex-Chunk-Range': rule(async ({ send }) => {
      for (const [range, status] of [
        ['1:1', 202],
        ['1:2', 202],
        ['2:2', 417],
        ['2:1', 417],
        ['0:1', 417],
        ['1-2', 417],
      ] as const)
        expect([range, (await send({ 'Mex-Chunk-Range': range })).status]).toEqual([range, status]);
    }),
    '4: Mex-Subject, Mex-LocalID, Mex-FileName (default <id>.dat), Mex-Content-Checksum, Mex-Content-Encrypted, Mex-Content-Compressed, Mex-PartnerID':
      rule(async ({ sent, get }) => {
        const said = {
          'Mex-Subject': 'Letters',
          'Mex-LocalID': 'mine',
          'Mex-FileName': 'letters.zip',
          'Mex-Content-Checksum': 'b1946ac92492d234',
          'Mex-Content-Encrypted': 'Y',
          'Mex-Content-Compressed': 'Y',
          'Mex-PartnerID': 'theirs',
        };
        const { headers } = await get('X26ABC2', `inbox/${await sent(said)}`);
        expect(Object.fromEntries(Object.keys(said).map((name) => [name, headers.get(name)]))).toEqual(said);
        const id = await sent();
        const plain = (await get('X26ABC2', `inbox/${id}`)).headers;
        expect(
          ['Mex-FileName', 'Mex-Subject', 'Mex-Content-Encrypted', 'Mex-Version', 'Mex-AddressType'].map((name) => plain.get(name)),
        ).toEqual([`${id}.dat`, null, 'N', '1.0', 'ALL']);
      }),
    '4: Content-Type, Content-Encoding: gzip': rule(async ({ sent, get }) => {
      const id = await sent({ 'Content-Type': 'text/csv', ...zipped }, gzipSync('a,b\n'));
      const asSent = await get('X26ABC2', `inbox/${id}`, { ...v2, 'Accept-Encoding': 'gzip' });
      expect([asSent.headers.get('Content-Encoding'), asSent.headers.get('Content-Type')]).toEqual(['gzip', 'text/csv']);
      expect(new Uint8Array(await asSent.arrayBuffer())).toEqual(new Uint8Array(gzipSync('a,b\n')));
      const inflated = await get('X26ABC2', `inbox/${id}`);
      expect([inflated.headers.get('Content-Encoding'), inflated.headers.get('Mex-Content-Type'), await inflated.text()]).toEqual([
        null,
        'text/csv',
        'a,b\n',
      ]);
    }),

    '5: COLLECT': rule(({ request }) =>
      expectFault(
        (accept) =>
          request(`/mesh${box('X26ABC1', 'outbox')}`, {
            method: 'POST',
            headers: { ...accept, 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'W' },
          }),
        [417, 'Data file is missing or inaccessible.', 'COLLECT', '02'],
      ),
    ),
    '5: TRANSFER': refused({ 'Mex-FileName': 'a\tb' }, [400, 'Malformed control file', 'TRANSFER', '06']),
    '5: SEND': refused({ 'Mex-From': 'X26ABC3' }, [417, 'Invalid From Address in the control file', 'SEND', '07']),
    '5: SEND / 08': refused({ 'Mex-To': '' }, [400, 'TO_DTS missing', 'SEND', '08']),
    '5: SEND / 09': refused({ 'Mex-Version': '2.0' }, [417, 'Invalid version of the control file', 'SEND', '09']),
    '5: SEND / 11': refused({ 'Mex-MessageType': 'REPORT' }, [417, 'Invalid Message Type for the transfer', 'SEND', '11']),
    '5: SEND / 12': rule(async ({ send }) => {
      await expectFault((accept) => send({ ...accept, 'Mex-To': 'NOBODY' }), unregistered);
      await expectFault(
        (accept) => send({ ...accept, 'Mex-To': 'X26SYSTEM' }),
        [417, 'Cannot send messages to internal mailbox', 'SEND', '12'],
      );
    }),
    '5: SEND / 14': rule(async ({ sent, later, reportOn }) => {
      const off = await sent({ 'Mex-To': 'X26ABC9' });
      expect(await reportOn(off)).toEqual([200, 'REPORT', '14', 'Message was not collected as the mailbox is deactivated', 'ERROR']);
      const left = await sent();
      later(5 * days);
      expect(await reportOn(left)).toEqual([200, 'REPORT', '14', 'Message not collected by recipient after 5 days', 'ERROR']);
    }),
    '5: SEND / 17': rule(async ({ sent, reportOn }) => {
      const id = await sent({ 'Mex-WorkflowID': 'UNREGISTERED_WORKFLOW' });
      expect(await reportOn(id)).toEqual([200, 'REPORT', '17', 'Workflow ID not registered for mailbox', 'ERROR']);
    }),
    '5: SEND / 18': refused({ 'Mex-WorkflowID': 'ONS_CIVIL_REGISTRATION_BIRTH' }, [
      417,
      'ONS Civil Registration for workflowId ONS_CIVIL_REGISTRATION_BIRTH is not enabled via MESH',
      'SEND',
      '18',
    ]),
    // Nothing is known of how a client says such a period.
    '5: SEND / 19': by('example')(async ({ send }) => {
      const answer = await send({ ...v1, Prefer: 'code=417, example=expiry-period' });
      expect([answer.status, await answer.json()]).toMatchObject([417, { errorCode: '19', errorDescription: 'Invalid expiry period' }]);
    }),
    '5: SEND / EPL-150': record(({ send, population }) => {
      const [member] = population.members('Y90002');
      const address = practiceOf(member?.nhsNumber ?? '');
      return expectFault((accept) => send({ ...accept, ...address }), [417, 'Multiple mailboxes matches', 'SEND', 'EPL-150']);
    }),
    '5: SEND / EPL-151': record(async ({ send, people }) => {
      for (const address of [{ 'Mex-To': 'GPPROVIDER_SOMEBODY' }, practiceOf(people.restricted), practiceOf(people.deceasedFormal)])
        await expectFault((accept) => send({ ...accept, ...address }), [417, 'No mailbox matched', 'SEND', 'EPL-151']);
    }),
    '5: SEND / Message already accepted': rule(({ get }) =>
      expectFault(
        (accept) => get('X26ABC1', 'inbox/UNDELIVERED_MESSAGE', accept),
        [410, 'Message no longer available for download', 'SEND', 'Message already accepted'],
      ),
    ),
    '5: RECEIVE': rule(({ get }) => expectFault((accept) => get('X26ABC1', 'inbox/NOTHING', accept), notFound)),
    '5: SEND / InvalidHeaderChunks': refused({ 'Mex-Chunk-Range': '2' }, [
      417,
      'Invalid chunk values sent in mex-Chunk-Range header',
      'SEND',
      'InvalidHeaderChunks',
    ]),
    '5: SEND / UnsupportedContentEncoding': refused({ 'Content-Encoding': 'br' }, [
      422,
      'Unsupported content encoding',
      'SEND',
      'UnsupportedContentEncoding',
    ]),
    '5: –': rule(async ({ sent, chunk, send }) => {
      const id = await sent({ 'Mex-Chunk-Range': '1:2' });
      await expectFault((accept) => chunk(id, '2:2', 'two', { ...zipped, ...accept }), [417, 'cannot change content encoding']);
      const checksum = (content: string): Headers_ => ({ 'Mex-Content-Checksum': createHash('sha256').update(content).digest('hex') });
      await expectFault((accept) => send({ ...accept, ...checksum('another') }), [417, 'Invalid checksum']);
      expect((await send(checksum('content'))).status).toBe(202);
    }),
    '5: – / –': rule(async ({ sent, chunk }) => {
      const id = await sent();
      await expectFault((accept) => chunk(id, '2:2', 'two', accept), [423, 'Message in unexpected status']);
    }),
    '5: – / – / 403': rule(async ({ get }) => {
      const ask =
        (headers: Headers_, mailbox = 'X26ABC1') =>
        (accept: Headers_) =>
          get(mailbox, 'inbox', { ...strict, ...accept, ...headers });
      await expectFault(ask({ Authorization: 'NHSMESH X26ABC1' }), [403, 'Error reading from Authorization header']);
      await expectFault(ask(tokenOf('X26ABC2')), [403, 'Mailbox id does not match token']);
      await expectFault(ask(tokenOf('X26ABC1', { password: 'secret' })), [403, 'Invalid Authentication Token']);
      expect((await ask(tokenOf('X26ABC1'))(v2)).status).toBe(200);
      await expectFault(ask(tokenOf('X26ABC1')), [403, 'Error Duplicated Authentication Token']);
      await expectFault((accept) => get('X26ABC9', 'inbox', accept), [403, 'Request Received from Inactive Mailbox']);
      const none = await get('X26ABC1', 'inbox', strict);
      expect([none.status, await none.text()]).toEqual([403, '']);
    }),

    '7: mailboxes': rule(async ({ get }) => {
      for (const mailbox of ['X26ABC1', 'X26ABC2', 'X26ABC3'])
        expect((await get(mailbox, 'inbox', { ...strict, ...tokenOf(mailbox) })).status).toBe(200);
      expect((await get('X26ABC1', 'inbox', { ...strict, ...tokenOf('X26ABC1', { key: 'another' }) })).status).toBe(403);
    }),
    '7: workflows': rule(async ({ sent, track }) => {
      const stateOf = async (from: number, workflow: string, to: number) => {
        const token = tokenOf(`X26ABC${from}`, { nonce: `${from} ${workflow} ${to}`.replaceAll(' ', '-') });
        const headers = { ...strict, ...token, 'Mex-To': `X26ABC${to}`, 'Mex-WorkflowID': workflow };
        return (await track(await sent(headers, 'x', `X26ABC${from}`), `X26ABC${from}`)).body['status'];
      };
      for (const [from, workflow, ...all] of [
        [1, 'TEST_WORKFLOW', 2],
        [2, 'TEST_WORKFLOW_ACK', 1, 3],
        [1, 'TEST_WORKFLOW2', 1, 2, 3],
      ] as const)
        for (const to of [1, 2, 3])
          expect([workflow, to, await stateOf(from, workflow, to)]).toEqual([
            workflow,
            to,
            all.some((one) => one === to) ? 'accepted' : 'error',
          ]);
    }),
    '7: lookups': rule(async ({ call }) => {
      const found = async (path: string, headers: Headers_ = v2) => (await call('GET', `/messageexchange/${path}`, { headers })).body;
      const named = (...numbers: number[]) => ({ results: numbers.map((n) => ({ mailbox_id: `X26ABC${n}`, mailbox_name: `TESTMB${n}` })) });
      expect(await found('endpointlookup/X26/TEST_WORKFLOW')).toEqual(named(2));
      expect(await found('endpointlookup/X26/TEST_WORKFLOW2')).toEqual(named(1, 2));
      expect(await found('endpointlookup/X26/TEST_WORKFLOW_ACK')).toEqual(named(1));
      expect(await found('endpointlookup/X27/TEST_WORKFLOW_ACK')).toEqual(named(3));
      expect(await found('endpointlookup/X27/TEST_WORKFLOW')).toEqual(named());
      expect(await found('endpointlookup/X26/TEST_WORKFLOW', v1)).toEqual({
        query_id: expect.any(String),
        results: [{ address: 'X26ABC2', description: 'TESTMB2', endpoint_type: 'MESH' }],
      });
      for (const version of [v1, v2]) expect(await found('workflowsearch/TEST_WORKFLOW2', version)).toEqual(named(1, 2, 3));
    }),
    '7: mailbox facts': rule(async ({ sent, track }) => {
      for (const [to, name, ods] of [
        ['X26ABC2', 'TESTMB2', 'X26'],
        ['X26ABC3', 'TESTMB3', 'X27'],
      ] as const)
        expect((await track(await sent({ 'Mex-To': to }))).body).toMatchObject({ recipient_name: name, recipient_ods_code: ods });
    }),
    '7: canned messages': rule(async ({ get, inbox }) => {
      expect(await inbox('X26ABC1')).toEqual(['SIMPLE_MESSAGE', '20260105091500123_K7Q2ZD']);
      expect((await get('X26ABC1', 'inbox/UNDELIVERED_MESSAGE')).status).toBe(410);
      const chunks = await Promise.all(
        ['', '/2'].map((n) => get('X26ABC2', `inbox/CHUNKED_MESSAGE_GZ${n}`, { 'Accept-Encoding': 'gzip' })),
      );
      expect(chunks.map(({ status, headers }) => [status, headers.get('Content-Encoding')])).toEqual([
        [206, 'gzip'],
        [200, 'gzip'],
      ]);
    }),
    '7: handshake': rule(async ({ call }) => {
      const shake = async (mailbox: string, token: Headers_) => {
        const { status, body } = await call('GET', box(mailbox), { headers: { ...strict, ...client, ...token } });
        return [status, body['errorDescription'] ?? body['mailboxId']];
      };
      expect(await shake('X26NOBODY', tokenOf('X26NOBODY'))).toEqual([403, 'No mailbox matched']);
      for (const wrong of [{ password: 'secret' }, { key: 'Another' }])
        expect(await shake('X26ABC1', tokenOf('X26ABC1', wrong))).toEqual([403, 'Invalid Authentication Token']);
      expect(await shake('X26ABC1', tokenOf('X26ABC1'))).toEqual([200, 'X26ABC1']);
    }),
    '7: rich views': rule(async ({ call, sent, later, acknowledge }) => {
      const first = await sent({ 'Mex-To': 'X26ABC3' });
      later(60_000);
      const second = await sent({ 'Mex-To': 'X26ABC3' });
      await acknowledge('X26ABC3', first);
      const page = await call('GET', box('X26ABC3', 'inbox/rich?max_results=1'), { headers: v2 });
      expect(page.body).toMatchObject({ messages: [{ message_id: second, status: 'accepted', total_chunks: 1 }] });
      const rest = await call('GET', String(page.body['links']?.['next']));
      expect(rest.body).toMatchObject({ messages: [{ message_id: first, status: 'acknowledged' }] });
      const since = await call('GET', box('X26ABC1', 'outbox/rich?start_time=2026-01-01T00:00:30Z'));
      expect(JSON.stringify(since.body)).not.toContain(first);
    }),
    '7: health': rule(async ({ request }) => {
      for (const path of ['/health', '/healthcheck', '/messageexchange/_ping'])
        expect(await (await request(`/mesh${path}`)).json()).toEqual({
          env: 'sandbox',
          build_label: 'local',
          status: 'running',
          outcome: 'Yes',
        });
      // These the gateway of this sandbox answers, for every API alike.
      for (const path of ['/_ping', '/_status']) expect((await request(`/mesh${path}`)).status).toBe(200);
    }),
    '7: store modes': rule(async ({ acknowledge, inbox, request }) => {
      await acknowledge('X26ABC1', 'SIMPLE_MESSAGE');
      expect(await inbox('X26ABC1')).not.toContain('SIMPLE_MESSAGE');
      await request('/_sandbox/reset', { method: 'POST' });
      expect(await inbox('X26ABC1')).toContain('SIMPLE_MESSAGE');
    }),
    '7: admin': rule(async ({ request, sent, call }) => {
      expect((await request('/mesh/admin/reset', { method: 'DELETE' })).status).toBe(404);
      await sent({ 'Mex-WorkflowID': 'UNREGISTERED_WORKFLOW' });
      const { body } = await call('GET', box('X26ABC1', 'inbox/rich'));
      expect(body['messages']?.[0]).toMatchObject({ message_type: 'REPORT', sender: '', sender_name: 'Central System Mailbox' });
    }),
    '7: plugins': rule(async ({ sent, request }) => {
      const id = await sent();
      const told = await (await request('/_sandbox/inbox?type=mesh.*')).text();
      expect(told).toContain('mesh.message.arrived');
      expect(told).toContain(id);
    }),

    'lifecycle uploading, accepted, acknowledged': rule(async ({ sent, chunk, track, acknowledge, inbox }) => {
      const id = await sent({ 'Mex-Chunk-Range': '1:2', 'Mex-To': 'X26ABC3' });
      const state = async () => [(await track(id)).body['status'], await inbox('X26ABC3')];
      expect(await state()).toEqual(['uploading', []]);
      await chunk(id, '2:2', 'two');
      expect(await state()).toEqual(['accepted', [id]]);
      await acknowledge('X26ABC3', id);
      expect(await state()).toEqual(['acknowledged', []]);
    }),
    'lifecycle 5 days uncollected': rule(async ({ sent, later, track, inbox }) => {
      const id = await sent({ 'Mex-To': 'X26ABC3' });
      later(5 * days - 1);
      expect(await inbox('X26ABC3')).toEqual([id]);
      later(1);
      expect(await inbox('X26ABC3')).toEqual([]);
      expect((await track(id)).body).toMatchObject({
        status: 'undeliverable',
        status_success: false,
        status_code: '14',
        status_timestamp: '2026-01-06T00:00:00.000Z',
      });
    }),
    'lifecycle error': rule(async ({ sent, track }) => {
      const id = await sent({ 'Mex-WorkflowID': 'UNREGISTERED_WORKFLOW' });
      expect((await track(id)).body).toMatchObject({ status: 'error', status_code: '17', status_event: 'SEND' });
    }),
    'lifecycle 30 days kept': rule(async ({ sent, acknowledge, later, track, get }) => {
      const id = await sent();
      await acknowledge('X26ABC2', id);
      later(29 * days);
      expect([(await track(id)).status, (await get('X26ABC2', `inbox/${id}`)).status]).toEqual([200, 200]);
      later(1 * days);
      expect([(await track(id)).status, (await get('X26ABC2', `inbox/${id}`)).status]).toEqual([404, 404]);
    }),
    'list v1 and v2': rule(async ({ call }) => {
      const wrong = await call('GET', box('X26ABC1', 'inbox'), { headers: { Accept: 'application/vnd.mesh+json' } });
      expect([wrong.status, wrong.body]).toMatchObject([400, { detail: [{ msg: 'Accept header api format incorrect' }] }]);
      for (const accept of ['text/html', '*/*', 'application/xml'])
        expect((await call('GET', box('X26ABC1', 'inbox'), { headers: { Accept: accept } })).body).toEqual({ messages: expect.any(Array) });
    }),
    'list addressing by NHS number': record(async ({ sent, track, send, population }) => {
      const id = await sent(practiceOf('9000000009'));
      expect((await track(id)).body).toMatchObject({ recipient: 'Y12345OT001', recipient_org_name: 'Trevelyan Practice' });
      const to = (number = ''): Headers_ => ({ 'Mex-To': `GPPROVIDER_${number}_01011980_SMITH` });
      for (const [number, fault] of [
        ['9000000008', [400, 'Invalid NHS Number']],
        [population.spareNumber(0), [417, 'NHS Number not found']],
        ['9000000009', [417, 'NHS Number supplied does not match the demographics']],
      ] as const)
        await expectFault((accept) => send({ ...accept, ...to(number) }), fault);
    }),
  },
};

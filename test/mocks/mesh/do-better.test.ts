/** What the official sandbox of MESH lacks, and this one has. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { box, client, days, post, tokenOf, v2, type Headers_ } from './mail.ts';

const strict = { 'X-Sandbox-Access': 'strict' };

test('the mailboxes, the password and the key of the official sandbox work in every workspace', async () => {
  const { get } = post({ settings: { access: 'strict' } });
  for (const mailbox of ['X26ABC1', 'X26ABC2', 'X26ABC3'])
    expect((await get(mailbox, 'inbox', { ...v2, ...tokenOf(mailbox) })).status).toBe(200);
});

test('a workflow that the recipient does not receive is reported where access is strict', async () => {
  const { sent, track, reportOn, inbox } = post();
  const headers = { 'Mex-To': 'X26ABC3', 'Mex-WorkflowID': 'TEST_WORKFLOW' };
  const open = await sent(headers);
  expect((await track(open)).body['status']).toBe('accepted');
  const id = await sent({ ...headers, ...strict, ...tokenOf('X26ABC1') });
  expect((await track(id)).body['status']).toBe('error');
  expect(await reportOn(id)).toEqual([200, 'REPORT', '17', 'Workflow ID not registered for mailbox', 'ERROR']);
  expect(await inbox('X26ABC3')).toEqual([open]);
});

test('a token is good once, and for two hours about the time of the workspace', async () => {
  const { get, later } = post({ settings: { access: 'strict' } });
  const ask = async (token: Headers_) => {
    const answer = await get('X26ABC1', 'inbox', token);
    return answer.status === 200 ? 'let in' : JSON.parse(await answer.text())['errorDescription'];
  };
  expect(await ask(tokenOf('X26ABC1'))).toBe('let in');
  expect(await ask(tokenOf('X26ABC1'))).toBe('Error Duplicated Authentication Token');
  expect(await ask(tokenOf('X26ABC1', { count: 2 }))).toBe('let in');
  expect(await ask(tokenOf('X26ABC1', { nonce: 'another' }))).toBe('let in');
  // What was asked with it was refused: it was shown all the same.
  const { status } = await get('X26ABC1', 'inbox/20260101000000000_NOTHERE', tokenOf('X26ABC1', { count: 9 }));
  expect([status, await ask(tokenOf('X26ABC1', { count: 9 }))]).toEqual([404, 'Error Duplicated Authentication Token']);
  later(2 * 3_600_000 + 1);
  expect(await ask(tokenOf('X26ABC1', { count: 3 }))).toBe('Invalid Authentication Token');
  expect(await ask(tokenOf('X26ABC1', { count: 3, minute: '202601010300' }))).toBe('let in');
  expect(await ask(tokenOf('X26ABC1', { minute: '202613010300' }))).toBe('Invalid Authentication Token');
});

test('tokens that are too old to be shown again are forgotten', async () => {
  const { get, later, workspace } = post({ settings: { access: 'strict' } });
  const show = async (count: number, minute: string) => (await get('X26ABC1', 'inbox', tokenOf('X26ABC1', { count, minute }))).status;
  for (let count = 1; count < 500; count += 1) expect(await show(count, '202601010000')).toBe(200);
  later(3 * 3_600_000);
  expect(await show(500, '202601010300')).toBe(200);
  expect(workspace.store.count('mesh/tokens')).toBe(1);
});

test('where access is open, a token is looked at all the same, and the trace says what strict access would say', async () => {
  const { get, request } = post();
  expect((await get('X26ABC1', 'inbox', tokenOf('X26ABC2'))).status).toBe(403);
  expect((await get('X26ABC1', 'inbox', { Authorization: 'NHSMESH nonsense' })).status).toBe(403);
  expect((await get('X26ABC1', 'inbox', { Authorization: 'Bearer x' })).status).toBe(200);
  expect((await get('X26ABC1', 'inbox', tokenOf('X26ABC1', { password: 'secret' }))).status).toBe(200);
  expect(await (await request('/_sandbox/exchanges?limit=1')).text()).toContain(
    'this token would be refused: Invalid Authentication Token',
  );
});

test('messages expire, are reported and are forgotten by the clock, each at its instant', async () => {
  const { sent, later, get, track, inbox } = post();
  const id = await sent({ 'Mex-LocalID': 'letter-7' });
  later(40 * days);
  expect((await track(id)).status).toBe(404);
  expect(await inbox('X26ABC1')).not.toContain(id);

  const second = await sent({ 'Mex-LocalID': 'letter-8' });
  later(6 * days);
  const [report = ''] = (await inbox('X26ABC1')).filter((one) => one.startsWith('2026021'));
  const { headers } = await get('X26ABC1', `inbox/${report}`);
  expect(['Mex-LinkedMsgID', 'Mex-LocalID', 'Mex-StatusTimestamp'].map((name) => headers.get(name))).toEqual([
    second,
    'letter-8',
    '20260215000000',
  ]);
});

test('two messages of one name are ambiguous, and are not confused with those of another mailbox', async () => {
  const { sent, get } = post();
  await sent({ 'Mex-LocalID': 'list' }, 'x', 'X26ABC3');
  const id = await sent({ 'Mex-LocalID': 'list' });
  expect(await (await get('X26ABC1', 'outbox/tracking/list')).json()).toMatchObject({ messageId: id });
  await sent({ 'Mex-LocalID': 'list' });
  expect((await get('X26ABC1', 'outbox/tracking/list')).status).toBe(300);
});

test('an upload that broke off goes on where it stopped, and chunks may come in any order', async () => {
  const { sent, chunk, get, track } = post();
  const id = await sent({ 'Mex-Chunk-Range': '1:3' }, 'one ');
  await chunk(id, '3:3', 'three');
  expect((await track(id)).body).toMatchObject({ status: 'uploading', file_size: 9 });
  await chunk(id, '3:3', 'three!');
  expect((await chunk(id, '2:3', 'two ')).status).toBe(202);
  expect((await track(id)).body).toMatchObject({ status: 'accepted', file_size: 14 });
  const parts = await Promise.all([1, 2, 3].map(async (n) => (await get('X26ABC2', `inbox/${id}/${n}`)).text()));
  expect(parts.join('')).toBe('one two three!');
});

test('content survives byte for byte, however it is cut into rows', async () => {
  const { sent, get } = post();
  const content = randomBytes(300_001);
  const found = await get('X26ABC2', `inbox/${await sent({}, content)}`);
  expect(content.equals(Buffer.from(await found.arrayBuffer()))).toBe(true);
});

test('what says that it is gzip and is not comes back as it was sent', async () => {
  const { sent, get } = post();
  const found = await get('X26ABC2', `inbox/${await sent({ 'Content-Encoding': 'gzip' }, 'no gzip')}`);
  expect([found.headers.get('Content-Encoding'), await found.text()]).toEqual(['gzip', 'no gzip']);
});

test('every organisation of the population has a mailbox, which takes part in what its kind receives', async () => {
  const { population, call, send, inbox } = post();
  const isOpen = ({ ods }: { readonly ods: string }): boolean => population.register.entry(ods)?.isActive !== false;
  for (const kind of ['gp-practice', 'pharmacy', 'trust', 'icb', 'region'] as const)
    for (const { ods } of [...population.organisations(kind)].filter(isOpen).slice(0, 3)) {
      const mailbox = `${ods}OT001`;
      const shaken = await call('POST', box(mailbox), { headers: { ...client, ...strict, ...tokenOf(mailbox) } });
      expect([mailbox, shaken.status]).toEqual([mailbox, 200]);
    }
  const [trust] = [...population.organisations('trust')].filter(isOpen);
  const to = `${trust?.ods ?? ''}OT001`;
  expect((await send({ 'Mex-To': to.toLowerCase(), 'Mex-WorkflowID': 'SANDBOX_REFERRAL' }, 'x', 'Y12345OT001')).status).toBe(202);
  expect(await inbox(to)).toHaveLength(1);
});

test('the mailbox of an organisation that has closed is switched off', async () => {
  const { population, get, sent, reportOn } = post();
  const [closed] = [...population.register.entries()].filter(
    ({ isActive, organisation }) => !isActive && organisation.kind === 'gp-practice',
  );
  const mailbox = `${closed?.organisation.ods ?? ''}OT001`;
  expect(await (await get(mailbox, 'inbox')).text()).toContain('Request Received from Inactive Mailbox');
  expect((await reportOn(await sent({ 'Mex-To': mailbox })))?.[3]).toBe('Message was not collected as the mailbox is deactivated');
});

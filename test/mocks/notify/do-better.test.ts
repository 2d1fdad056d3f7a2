/** Where the official sandbox has one answer for everything, this one has what becomes of it. */
import { expect, test, vi } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { given } from '../../given.ts';
import { sandboxOf, world, type Loose } from '../../sandbox.ts';
import {
  accepted,
  batch,
  began,
  channelsOf,
  get,
  inboxOf,
  message,
  open,
  plans,
  post,
  recipient,
  refusal,
  toOne,
  wait,
  type Notify,
} from './sending.ts';

test('an accepted message is read back at once, and is where the clock says that it is', async () => {
  const sandbox = open();
  const id = await accepted(sandbox, message());
  expect(await get(sandbox, id)).toMatchObject({ messageStatus: 'created' });
  wait(sandbox, '2m');
  expect(await get(sandbox, id)).toMatchObject({ messageStatus: 'delivered', channels: [{ supplierStatus: 'delivered' }] });
});

test('every message of a batch is read by its own id, and goes its own way', async () => {
  const sandbox = open();
  const { people } = sandbox;
  const { body } = await post(sandbox, batch([toOne(people.deceasedFormal), { ...toOne(), personalisation: { sms_body: 'Monday' } }]));
  wait(sandbox, '2m');
  const [dead, living] = [0, 1].map((n) => String(body['data']?.['attributes']?.['messages']?.[n]?.['id']));
  expect(await get(sandbox, dead ?? '')).toMatchObject({ messageStatus: 'failed', messageFailureReasonCode: 'MFR_PDSV_0112' });
  expect(await get(sandbox, living ?? '')).toMatchObject({ messageStatus: 'delivered' });
});

test('45,000 messages are taken, each found by its id; one in the middle costs no more than the first', async () => {
  const sandbox = open();
  const messages = Array.from({ length: 45_000 }, (_, n) => ({ messageReference: `r${n}`, recipient: { nhsNumber: recipient } }));
  const { status, body } = await post(sandbox, batch(messages));
  expect(status).toBe(201);
  const ids = body['data']?.['attributes']?.['messages'];
  for (const n of [0, 499, 500, 31_111, 44_999])
    expect(await get(sandbox, String(ids?.[n]?.['id']))).toMatchObject({ messageReference: `r${n}` });
  expect(sandbox.workspace.store.count('notify/messages')).toBe(90);
}, 20_000);

test('whoever is dead, restricted or gone in the population is not written to', async () => {
  const sandbox = open();
  const failure = async (nhsNumber: string): Promise<unknown> => {
    const id = await accepted(sandbox, message({ recipient: { nhsNumber } }));
    sandbox.clock.set(sandbox.clock.now() + 5_000);
    return (await get(sandbox, id))['messageFailureReasonCode'];
  };
  const { people } = sandbox;
  const those = [
    people.deceasedFormal,
    people.deceasedInformal,
    people.restrictedChild,
    people.emigrated,
    people.invalidated,
    '9111231130',
  ];
  const codes: unknown[] = [];
  for (const nhsNumber of those) codes.push(await failure(nhsNumber));
  expect(codes).toEqual(['0112', '0111', '0110', '0110', '0008', '0004'].map((end) => `MFR_PDSV_${end}`));
});

test('a number that was superseded reaches the record that stands for it', async () => {
  const sandbox = open();
  const id = await accepted(sandbox, message({ recipient: { nhsNumber: sandbox.people.superseded }, routingPlanId: plans.letter }));
  wait(sandbox, '5s');
  expect(await get(sandbox, id)).toMatchObject({ messageStatus: 'sending', metadata: [{ version: '3' }] });
});

const jsonApi = { 'Content-Type': 'application/vnd.api+json' };

interface Shown {
  readonly type: string;
  readonly body: {
    readonly data?: readonly { readonly attributes: { readonly messageStatus?: string; readonly supplierStatus?: string } }[];
  };
}

/** Several APIs in one workspace, as in a sandbox of all of them. */
async function beside(...names: ('personal-demographics' | 'notify-supplier')[]) {
  const served = await ownApis(['notify', ...names]);
  const mocks = Object.fromEntries(served.flatMap(({ contract, mock }) => (mock ? [[contract.slug, mock]] : [])));
  const sandbox = sandboxOf(
    served.map(({ contract }) => contract),
    { population: world(), mocks },
  );
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Loose> => {
    const text = await (await sandbox.send(method, path, body, { 'X-Request-ID': crypto.randomUUID(), ...headers })).text();
    return (text === '' ? {} : JSON.parse(text)) as Loose;
  };
  return {
    ask,
    wait: (after: string) => wait(sandbox as Notify, after),
    send: async (more: object) => String((await ask('POST', '/comms/v1/messages', message(more)))['data']?.['id']),
    read: async (id: string) => (await ask('GET', `/comms/v1/messages/${id}`))['data']?.['attributes'] ?? {},
  };
}

const patch = (value: string) => ({
  patches: [
    { op: 'test', path: '/telecom/0/id', value: '789' },
    { op: 'replace', path: '/telecom/0/value', value },
  ],
});

test('a mobile number that a client has written into Personal Demographics is the one that is texted, if it was there in time', async () => {
  const { ask, wait: until, send, read } = await beside('personal-demographics');
  const before = await send({});
  until('10s');
  const path = `/personal-demographics/FHIR/R4/Patient/${recipient}`;
  const patched = await ask('PATCH', path, patch('07700900002'), { 'Content-Type': 'application/json-patch+json', 'If-Match': 'W/"2"' });
  expect(patched).toMatchObject({ resourceType: 'Patient' });
  const after = await send({});
  until('5m');
  expect(await read(before)).toMatchObject({ messageStatus: 'delivered', metadata: [{ version: '2' }] });
  expect(await read(after)).toMatchObject({
    messageFailureReasonCode: 'MFR_SUPE_0007',
    metadata: [{ version: '3' }],
    channels: [{ supplierStatus: 'permanent_failure' }],
  });
});

test('a letter goes to its supplier, and what the supplier says of it becomes of the message', async () => {
  const { ask, wait: until, send, read } = await beside('notify-supplier');
  const id = await send({ routingPlanId: plans.letter });
  until('2h');
  const [letter] = ((await ask('GET', '/nhs-notify-supplier/letters'))['data'] as unknown as readonly { readonly id: string }[]).filter(
    (one) => one.id === id,
  );
  expect(letter).toMatchObject({ attributes: { status: 'PENDING' } });
  const attributes = { status: 'RETURNED', reasonCode: 100, reasonText: 'Nobody of this name lives there' };
  await ask('PATCH', `/nhs-notify-supplier/letters/${id}`, { data: { type: 'Letter', id, attributes } }, jsonApi);
  expect(await read(id)).toMatchObject({
    messageStatus: 'failed',
    messageStatusDescription: 'Nobody of this name lives there',
    channels: [{ channelStatus: 'failed', supplierStatus: 'permanent_failure' }],
  });
});

/** Says it of a letter at once, as one of the supplier's own. */
const saidOf = (ask: Awaited<ReturnType<typeof beside>>['ask'], id: string, status: string) =>
  ask('PATCH', `/nhs-notify-supplier/letters/${id}`, { data: { type: 'Letter', id, attributes: { status } } }, jsonApi);

test('whatever a supplier says of a letter in the instant in which it was handed over is kept, and told once', async () => {
  const { ask, wait: until, send, read } = await beside('notify-supplier');
  const id = await send({ routingPlanId: plans.letter });
  until('5s');
  for (const status of ['ACCEPTED', 'PRINTED', 'DELIVERED']) {
    await saidOf(ask, id, status);
    expect((await ask('GET', `/nhs-notify-supplier/letters/${id}`))['data']).toMatchObject({ attributes: { status } });
  }
  expect(await read(id)).toMatchObject({ messageStatus: 'delivered' });
  const { messages } = (await ask('GET', '/_sandbox/inbox?limit=50')) as unknown as { readonly messages: readonly Shown[] };
  expect(
    messages.map(({ type, body: { data } }) => [type, data?.[0]?.attributes.supplierStatus ?? data?.[0]?.attributes.messageStatus]),
  ).toEqual([
    ['message-status', 'pending_enrichment'],
    ['message-status', 'enriched'],
    ['message-status', 'sending'],
    ['notify.message.letter', undefined],
    ['channel-status', undefined],
    ['channel-status', 'accepted'],
    ['channel-status', 'received'],
    ['message-status', 'delivered'],
  ]);
});

test('each letter of a plan is one of its own for the supplier, and what is said of it becomes of it alone', async () => {
  const { ask, wait: until, send, read } = await beside('notify-supplier');
  const routingPlanId = '3f5c0c3e-7a1b-4d52-9a6e-5b1f0c2d8e47';
  const letter = { type: 'letter', template: { body: 'Come.' } };
  await ask('PUT', `/comms/_routing-plans/${routingPlanId}`, { channels: [letter, { ...letter, cascadeType: 'secondary' }] }, jsonApi);
  const id = await send({ routingPlanId });
  until('2h');
  const listed = (await ask('GET', '/nhs-notify-supplier/letters'))['data'] as unknown as readonly { readonly id: string }[];
  const [, first, second, ...more] = listed.map((one) => one.id);
  expect([first, more]).toEqual([id, []]);
  await saidOf(ask, second ?? '', 'RETURNED');
  expect(await read(id)).toMatchObject({ messageStatus: 'sending', channels: [{ channelStatus: 'sending' }, { channelStatus: 'failed' }] });
  await saidOf(ask, id, 'DELIVERED');
  expect(await read(id)).toMatchObject({
    messageStatus: 'delivered',
    channels: [{ channelStatus: 'delivered' }, { channelStatus: 'failed' }],
  });
});

test('a text takes seconds and a letter days', async () => {
  const sandbox = open();
  const text = await accepted(sandbox, message());
  const letter = await accepted(sandbox, message({ routingPlanId: plans.letter }));
  for (const [after, ofText, ofLetter] of [
    ['30s', 'delivered', 'sending'],
    ['2d', 'delivered', 'sending'],
    ['4d', 'delivered', 'delivered'],
  ] as const) {
    wait(sandbox, after);
    expect([(await get(sandbox, text))['messageStatus'], (await get(sandbox, letter))['messageStatus']]).toEqual([ofText, ofLetter]);
  }
});

test('a message that nobody reads in the NHS App goes on by text, when the time of its plan is over', async () => {
  const sandbox = open();
  const id = await accepted(
    sandbox,
    message({ routingPlanId: plans.appThenText, recipient: { nhsNumber: sandbox.people.unreadAppMessages } }),
  );
  wait(sandbox, '3h');
  expect(channelsOf(await get(sandbox, id))).toEqual(['nhsapp sending', 'sms created']);
  wait(sandbox, '5h');
  expect(channelsOf(await get(sandbox, id))).toEqual(['nhsapp failed', 'sms delivered']);
});

test('routing plans are data of the workspace: channels, times and texts of your own', async () => {
  const sandbox = open();
  const path = '/_routing-plans/3f5c0c3e-7a1b-4d52-9a6e-5b1f0c2d8e47';
  const template = { body: 'Dear ((firstName)), ((clinic)) expects you: ((day)).' };
  const written = await sandbox.call('PUT', path, { body: { name: 'clinic', channels: [{ type: 'sms', hours: 1, template }] } });
  expect([written.status, (await sandbox.call('GET', path)).body]).toEqual([200, written.body]);
  const personalisation = { clinic: 'Eyes', day: ['Monday', 'Tuesday'] };
  const id = await accepted(sandbox, message({ routingPlanId: path.slice(-36), personalisation }));
  wait(sandbox, '1m');
  expect(await get(sandbox, id)).toMatchObject({
    messageStatus: 'delivered',
    routingPlan: { name: 'clinic', version: written.body['version'] },
  });
  const [shown] = await inboxOf(sandbox, 'notify.message.');
  expect(shown).toMatchObject({
    type: 'notify.message.sms',
    subject: id,
    body: { to: '*** 417', body: 'Dear Amina, Eyes expects you: Monday, Tuesday.' },
  });
  expect((await sandbox.call('GET', '/_routing-plans/3f5c0c3e-0000-4d52-9a6e-5b1f0c2d8e47')).status).toBe(404);
});

test('what the patient reads is in the inbox from sending on, channel by channel, and is sent to nobody', async () => {
  const sandbox = open();
  const { callbacks } = sandbox.workspace;
  callbacks.subscriptions.add({ url: 'http://localhost:3000/hook' });
  const personalisation = { clinic: 'Ears', day: 'Monday' };
  await accepted(
    sandbox,
    message({ routingPlanId: plans.emailThenLetter, personalisation, recipient: { nhsNumber: sandbox.people.refusedEmail } }),
  );
  wait(sandbox, '1m');
  const shown = await inboxOf(sandbox, 'notify.message.');
  expect(shown.map(({ type, body }) => [type, body])).toMatchObject([
    [
      'notify.message.email',
      { to: 'p***@simulator.notify', subject: 'Your appointment at Ears', body: 'Dear Theo, you are expected at Ears on Monday.' },
    ],
    ['notify.message.letter', { to: 'a home in LS71' }],
  ]);
  expect(shown.flatMap((one) => callbacks.deliveries.of(one))).toEqual([]);
});

test('what lacks a field, or is too long, is read by nobody, and no letter of it is printed', async () => {
  const { ask, wait: until, send, read } = await beside('notify-supplier');
  const id = await send({ routingPlanId: plans.emailThenLetter, personalisation: { clinic: 'Ears' } });
  const long = await send({ personalisation: { sms_body: 'x'.repeat(919) } });
  until('2h');
  for (const one of [id, long]) expect((await read(one))['channels']?.[0]).toMatchObject({ supplierStatus: 'validation_failed' });
  expect(await ask('GET', '/_sandbox/inbox?type=notify.message.*')).toMatchObject({ messages: [] });
  expect((await ask('GET', `/nhs-notify-supplier/letters/${id}`))['errors']).toMatchObject([{ status: '404' }]);
});

test('a callback is signed for the application that sent the message; its references and its messages are its own', async () => {
  const sandbox = open({ settings: { access: 'strict' } });
  const [one, another] = ['Recall', 'Reminders'].map((name) => given(sandbox, { name }));
  const sentBy = (token = '') => post(sandbox, message({ messageReference: 'same' }), { Authorization: `Bearer ${token}` });
  expect([(await sentBy(one?.token)).status, (await sentBy(another?.token)).status, (await sentBy(one?.token)).status]).toEqual([
    201, 201, 422,
  ]);
  wait(sandbox, '1s');
  const told = await inboxOf(sandbox, 'message-status');
  const read = async (id = '', token = '') =>
    (await sandbox.call('GET', `/v1/messages/${id}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  expect([await read(told[0]?.subject, one?.token), await read(told[0]?.subject, another?.token)]).toEqual([200, 404]);
  expect(told.map(({ application }) => application)).toEqual(
    ['Recall', 'Reminders'].map((name) => sandbox.workspace.applications.list().find((known) => known.name === name)?.id),
  );
});

test('a reference is good once in nine months, and for a message and a batch apart', async () => {
  const sandbox = open();
  const one = message({ messageReference: 'same' });
  const many = batch([{ ...toOne(), messageReference: 'same' }], { messageBatchReference: 'same' });
  expect([(await post(sandbox, one)).status, (await post(sandbox, many)).status]).toEqual([201, 201]);
  wait(sandbox, '273d');
  expect([refusal(await post(sandbox, one)), refusal(await post(sandbox, many))].map((line) => line.slice(0, 24))).toEqual([
    '422 CM_DUPLICATE_REQUEST',
    '422 CM_DUPLICATE_REQUEST',
  ]);
  wait(sandbox, '275d');
  expect((await post(sandbox, one)).status).toBe(201);
});

test('a client that was told nothing in ten seconds is too early for five minutes, and then one too many', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const sandbox = open();
  const body = message();
  const waiting = post(sandbox, body, { Prefer: 'wait=11' });
  await vi.advanceTimersByTimeAsync(12_000);
  const lost = await waiting;
  vi.useRealTimers();
  expect(refusal(lost)).toBe('504 CM_TIMEOUT');
  const again = await post(sandbox, body);
  expect([refusal(again), again.headers.get('Retry-After')]).toEqual(['425 CM_RETRY_TOO_EARLY', '300']);
  sandbox.clock.set(began + 300_000);
  expect(refusal(await post(sandbox, body))).toMatch(/^422 CM_DUPLICATE_REQUEST/);
});

test('the accounts of a practice are those of its own patients, on as many pages as they take', async () => {
  const sandbox = open();
  const page = async (n: number) => (await sandbox.call('GET', `/channels/nhsapp/accounts?ods-organisation-code=Y90002&page=${n}`)).body;
  const first = await page(1);
  const last = Number(/page=(\d+)$/.exec(String(first['links']?.['last']))?.[1]);
  expect(last).toBeGreaterThan(1);
  const listed = [first, await page(last)].flatMap(
    (body) => body['data']?.['attributes']?.['accounts'] as unknown as readonly { readonly nhsNumber: string }[],
  );
  const practices = listed.map(({ nhsNumber }) => sandbox.workspace.population.find(nhsNumber)?.registrations[0]?.practice);
  expect(new Set(practices)).toEqual(new Set(['Y90002']));
  expect((await page(last + 1))['errors']?.[0]?.['code']).toBe('CM_NOT_FOUND');
}, 20_000);

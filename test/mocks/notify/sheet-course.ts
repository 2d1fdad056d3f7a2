/** What becomes of messages, and how that is told: row by row. */
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { Sheet } from '../sheet.ts';
import { rule, ofRecord, people, still } from './sheet-rows.ts';
import { accepted, channelsOf, get, inboxOf, message, open, plans, recipient, wait } from './sending.ts';

/** How a message to somebody stands at the end, and every step to there. */
async function fared(nhsNumber: string, more: object, until = '14d') {
  const sandbox = open();
  const id = await accepted(sandbox, message({ recipient: { nhsNumber }, ...more }));
  wait(sandbox, until);
  return get(sandbox, id);
}

export const course: Sheet['rows'] = {
  '6: channels': rule(async () => {
    const found = await fared(people.unreadAppMessages, { routingPlanId: plans.withSecondary });
    expect(channelsOf(found)).toEqual(['nhsapp failed', 'sms delivered', 'letter delivered']);
    expect(found['channels']).toMatchObject([
      { cascadeType: 'primary', cascadeOrder: 1, supplierStatus: 'notified' },
      { cascadeType: 'secondary', cascadeOrder: 2, supplierStatus: 'delivered' },
      { cascadeType: 'primary', cascadeOrder: 3, supplierStatus: 'received' },
    ]);
    expect(
      channelsOf(
        await fared(people.guardian, { routingPlanId: plans.emailThenLetter, personalisation: { clinic: 'Ears', day: 'Monday' } }),
      ),
    ).toEqual(['email failed', 'letter delivered']);
  }),
  '6: supplierStatus': rule(async () => {
    const supplier = async (nhsNumber: string, routingPlanId: string, until: string, more = {}): Promise<unknown> =>
      (await fared(nhsNumber, { routingPlanId, ...more }, until))['channels']?.[0]?.['supplierStatus'];
    const { appThenText, text, email, letter } = plans;
    expect([
      await supplier(recipient, appThenText, '8s'),
      await supplier(recipient, appThenText, '1m'),
      await supplier(recipient, appThenText, '1h'),
      await supplier(people.appAccountOff, appThenText, '1h'),
      await supplier(people.wrongPhone, appThenText, '1h'),
      await supplier(people.wrongPhone, text, '1h'),
      await supplier(people.busyPhone, text, '1m'),
      await supplier(people.refusedEmail, email, '1h'),
      await supplier(recipient, text, '1h'),
      await supplier(recipient, text, '1h', { personalisation: {} }),
      await supplier(recipient, letter, '10s'),
      await supplier(recipient, letter, '2h'),
      await supplier(recipient, letter, '4d'),
    ]).toEqual([
      'notification_attempted',
      'notified',
      'read',
      'unnotified',
      'rejected',
      'permanent_failure',
      'temporary_failure',
      'permanent_failure',
      'delivered',
      'validation_failed',
      'pending_virus_check',
      'accepted',
      'received',
    ]);
  }),
  '6: fall-back timers': rule(async () => {
    for (const [routingPlanId, hours] of [
      [plans.appThenText, 4],
      [plans.fourChannels, 24],
    ] as const) {
      const before = await fared(people.unreadAppMessages, { routingPlanId }, `${hours}h`);
      const after = await fared(people.unreadAppMessages, { routingPlanId }, `${hours * 60 + 1}m`);
      expect([channelsOf(before)[0], channelsOf(after)[0]]).toEqual(['nhsapp sending', 'nhsapp failed']);
    }
  }),
  '6: failure codes': ofRecord(async () => {
    for (const [nhsNumber, code, routingPlanId] of [
      [people.malformedPhone, 'PDSV_0001', plans.text],
      [people.guardian, 'PDSV_0002', plans.text],
      ['9111231130', 'PDSV_0004', plans.text],
      [people.invalidated, 'PDSV_0008', plans.text],
      [people.restrictedChild, 'PDSV_0110', plans.text],
      [people.emigrated, 'PDSV_0110', plans.text],
      [people.deceasedInformal, 'PDSV_0111', plans.text],
      [people.deceasedFormal, 'PDSV_0112', plans.text],
      [people.wrongPhone, 'SUPE_0007', plans.text],
    ] as const)
      expect([code, await fared(nhsNumber, { routingPlanId }, '1d')]).toMatchObject([
        code,
        { messageStatus: 'failed', messageFailureReasonCode: `MFR_${code}` },
      ]);
    expect(await get(still, '2WL4QcKGjNHvHFQeKgYbapZJGHK')).toMatchObject({ messageFailureReasonCode: 'MFR_PDSV_0006' });
  }),
  'lifecycle of a message, each state at its instant': rule(async () => {
    const sandbox = open();
    const id = await accepted(sandbox, message());
    const states: string[] = [];
    for (const second of ['0s', '1s', '4s', '5s', '25s']) {
      wait(sandbox, second);
      const found = await get(sandbox, id);
      states.push([second, found['messageStatus'], ...channelsOf(found)].join(' '));
    }
    expect(states).toEqual([
      '0s created',
      '1s pending_enrichment',
      '4s enriched sms created',
      '5s sending sms sending',
      '25s delivered sms delivered',
    ]);
    expect(await get(sandbox, id)).toMatchObject({
      timestamps: { created: '2026-01-01T00:00:00.000Z', enriched: '2026-01-01T00:00:04.000Z', delivered: '2026-01-01T00:00:25.000Z' },
      metadata: [{ source: 'pds', version: '2', queriedAt: '2026-01-01T00:00:04.000Z', labels: ['nhsapp', 'email', 'sms', 'letter'] }],
    });
  }),
  'lifecycle of a channel: skipped, once another delivered': rule(async () => {
    expect(channelsOf(await fared(recipient, { routingPlanId: plans.fourChannels }, '1h'))).toEqual([
      'nhsapp delivered',
      'email skipped',
      'sms skipped',
      'letter skipped',
    ]);
    expect(channelsOf(await fared(people.appAccountOff, { routingPlanId: plans.appThenText }, '1h'))).toEqual([
      'nhsapp failed',
      'sms failed',
    ]);
  }),
  '7: x-hmac-sha256-signature': rule(async () => {
    const { parcel, secret } = await callbackTo();
    const expected = createHmac('sha256', `demo.${secret}`).update(parcel.body).digest('hex');
    expect(parcel.headers).toMatchObject({ 'x-hmac-sha256-signature': expected, 'Content-Type': 'application/vnd.api+json' });
    expect(Object.keys(parcel.headers).filter((name) => name.startsWith('webhook'))).toEqual([]);
  }),
  '7: x-api-key': rule(async () => {
    const { parcel, secret } = await callbackTo();
    expect(parcel.headers).toMatchObject({ 'x-api-key': secret });
  }),
  'lifecycle of callbacks: each state once, with the same key whenever it is sent again': rule(async () => {
    const sandbox = open();
    const id = await accepted(sandbox, message());
    wait(sandbox, '1m');
    const bodies = (await inboxOf(sandbox)).filter(({ kind, isShownOnly }) => kind === 'event' && !isShownOnly);
    const seen = bodies.map(({ body }) => (body as unknown as CallbackBody).data[0]);
    expect(seen.map((one) => [one?.type, one?.attributes['messageStatus'] ?? one?.attributes['channelStatus']].join(' '))).toEqual([
      'MessageStatus pending_enrichment',
      'MessageStatus enriched',
      'MessageStatus sending',
      'ChannelStatus sending',
      'ChannelStatus delivered',
      'MessageStatus delivered',
    ]);
    // The record is read after the first of them.
    expect(seen.map((one) => one?.attributes['metadata'] !== undefined)).toEqual([false, true, true, false, false, true]);
    for (const one of seen) {
      expect(one?.meta.idempotencyKey).toMatch(/^[0-9a-f]{64}$/);
      expect(one?.links.message).toBe(`http://sandbox.test/comms/v1/messages/${id}`);
    }
    expect(new Set(seen.map((one) => one?.meta.idempotencyKey)).size).toBe(seen.length);
  }),
  'lifecycle of callbacks: anything but 202 is sent again for two hours': rule(async () => {
    const { sandbox, delivery, end } = await callbackTo();
    for (const status of [200, 401, 403, 429, 500, 204, 410, 503]) end(status);
    expect(sandbox.workspace.callbacks.deliveries.find(delivery)).toMatchObject({ state: 'failed' });
    const attempts = sandbox.workspace.callbacks.deliveries.find(delivery)?.attempts ?? [];
    expect((attempts.at(-1)?.at ?? 0) - (attempts[0]?.at ?? 0)).toBe(2 * 3_600_000);
    const taken = await callbackTo();
    taken.end(202);
    expect(taken.sandbox.workspace.callbacks.deliveries.find(taken.delivery)).toMatchObject({ state: 'delivered' });
  }),
};

interface CallbackBody {
  readonly data: readonly {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly links: { readonly message: string };
    readonly meta: { readonly idempotencyKey: string };
  }[];
}

/** The first callback of a message, as it is sent to somebody who subscribed. */
async function callbackTo() {
  const sandbox = open();
  const { callbacks, clock } = sandbox.workspace;
  const added = callbacks.subscriptions.add({ url: 'http://localhost:3000/hook', types: ['message-status'] });
  if ('problem' in added) throw new Error(added.message);
  await accepted(sandbox, message());
  wait(sandbox, '1s');
  const [told] = await inboxOf(sandbox);
  if (!told) throw new Error('nothing was told');
  // In process nothing is sent anywhere: what would be is looked at instead.
  const { id: delivery } = callbacks.deliveries.of(told)[0] ?? callbacks.deliveries.add(told, { url: added.url, subscription: added });
  const sending = callbacks.deliveries.again(delivery);
  const parcel = callbacks.parcelOf(sending?.id ?? '', 0);
  if (!sending || 'refusal' in parcel) throw new Error('nothing would be sent');
  const end = (status: number): void => {
    callbacks.ended(delivery, { status });
    const { state, due } = callbacks.deliveries.find(delivery) ?? { state: 'failed', due: 0 };
    if (state !== 'waiting') return;
    clock.set({ mode: 'frozen', at: due });
    callbacks.deliveries.due(delivery);
  };
  return { sandbox, parcel, secret: added.secret, delivery, end };
}

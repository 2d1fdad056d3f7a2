/** One supplier's messages, and the updates that they mean. */
import { expect, test } from 'vitest';
import { given } from '../../given.ts';
import { sandboxFor, sandboxForAll } from '../../sandbox.ts';
import { saidIn } from '../prescription-status-update/updating.ts';

const message = {
  MessageType: 'PrescriptionStatusChanged',
  messageDate: '2025-12-31 09:15:00',
  prescriptionUUID: '490795-B83002-00001S',
  nHSCHI: '9449304130',
  oDSCode: 'Y23456',
  deliveryType: 'In-Store Collection',
  items: [{ itemID: '08d05522-3e76-4691-a13e-2f2d23462ee1', status: 'ReadyForCollection' }],
};

test.for([
  ['Pending', 'Not known', 'With Pharmacy', 'in-progress'],
  ['PartOwed', 'Not known', 'With Pharmacy - Preparing Remainder', 'in-progress'],
  ['NotDispensed', 'Not known', 'Not Dispensed', 'completed'],
  ['ReadyForCollection', 'In-Store Collection', 'Ready to Collect', 'in-progress'],
  ['ReadyForCollection', 'Robot Collection', 'Ready to Collect', 'in-progress'],
  ['ReadyForCollection', 'Delivery required', 'Ready to Dispatch', 'in-progress'],
  ['DispensingComplete', 'Robot Collection', 'Collected', 'completed'],
  ['DispensingComplete', 'Delivery required', 'Dispatched', 'completed'],
] as const)('%s, to be handed over by %s, means %s', async ([status, deliveryType, meant, follows]) => {
  const sandbox = await sandboxForAll(['custom-prescription-status-update', 'prescription-status-update']);
  const body = { ...message, deliveryType, items: [{ ...message.items[0], status }] };
  expect((await sandbox.send('POST', '/custom-prescription-status-update/format-1', body)).status).toBe(201);
  const checked = await sandbox.request('/prescription-status-update/checkprescriptionstatusupdates?prescriptionid=490795-B83002-00001S');
  expect(await checked.json()).toMatchObject({ items: [{ Status: meant, TerminalStatus: follows, LastModified: message.messageDate }] });
});

test('an item whose status means nothing refuses the whole, and messages of another type are ignored', async () => {
  const { call } = await sandboxFor('custom-prescription-status-update');
  const sent = async (more: object) => call('POST', '/format-1', { body: { ...message, ...more } });
  const refused = await sent({ deliveryType: 'Not known' });
  expect([refused.status, saidIn(refused)]).toEqual([
    400,
    ['400 Bad Request value: Invalid business status on item 08d05522-3e76-4691-a13e-2f2d23462ee1'],
  ]);
  expect((await sent({ MessageType: 'PatientCreated' })).status).toBe(202);
  expect((await sent({ nHSCHI: '9449304131' })).status).toBe(400);
});

test('the same message is a conflict the second time', async () => {
  const { call } = await sandboxFor('custom-prescription-status-update');
  const statuses = [];
  for (const _ of [1, 2]) statuses.push((await call('POST', '/format-1', { body: message })).status);
  expect(statuses).toEqual([201, 409]);
});

test('where access is strict, whoever shows the key of an application is let in', async () => {
  const sandbox = await sandboxFor('custom-prescription-status-update', { settings: { access: 'strict' } });
  const sent = async (headers: Record<string, string>) => (await sandbox.call('POST', '/format-1', { body: message, headers })).status;
  expect([await sent({}), await sent({ apikey: 'wrong' }), await sent({ apikey: given(sandbox).key })]).toEqual([401, 401, 201]);
});

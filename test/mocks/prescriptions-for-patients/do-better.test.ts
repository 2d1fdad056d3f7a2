/** What the official sandbox does not do: prescriptions that are somebody's own, and that move. */
import { expect, test } from 'vitest';
import { sandboxFor, type Loose } from '../../sandbox.ts';
import { given } from '../../given.ts';
import { bundle, headers as sendingHeaders, update, type Said } from '../prescription-status-update/updating.ts';
import { headers as trackingHeaders } from '../prescription-tracker/tracking.ts';
import { ids, listOf, opened, people, shownTo, trackedIn } from './showing.ts';
import type { Sandbox } from '../../sandbox.ts';

const say = async (sandbox: Sandbox, ...updates: readonly Said[]): Promise<number> => {
  const body = JSON.stringify(bundle(...updates.map((said) => update(said))));
  return (await sandbox.request('/prescription-status-update', { method: 'POST', body, headers: sendingHeaders })).status;
};

const inbox = async (sandbox: Sandbox): Promise<readonly Loose[]> =>
  listOf(((await (await sandbox.request('/_sandbox/inbox')).json()) as Loose)['messages']);

test('what a pharmacy says shows at once to the patient, to staff and in the record, and goes on with the clock', async () => {
  const sandbox = await opened();
  const [item] = (await shownTo(sandbox, people.onePrescription)).items;
  if (!item) throw new Error('nothing is shown');
  const about = { person: people.onePrescription, prescription: item.prescription, item: item.id, pharmacy: 'VNE51' };
  expect(await say(sandbox, { ...about, id: 'a', business: 'Ready to Collect', modified: '2025-12-31T23:00:00Z' })).toBe(201);
  // Said today, to hold from tomorrow on.
  const tomorrow = { modified: '2026-01-02T09:00:00Z', set: '2026-01-01T00:00:00Z' };
  expect(await say(sandbox, { ...about, id: 'b', business: 'Collected', status: 'completed', ...tomorrow })).toBe(201);
  const tracked = async () => trackedIn(await shownTo(sandbox, people.onePrescription))[0];
  const recorded = () => {
    const entry = sandbox.workspace.population.record(people.onePrescription)?.entry(item.id);
    return entry?.kind === 'issue' ? entry.status : undefined;
  };
  expect([await tracked(), recorded()]).toEqual(['active: Ready to Collect', 'ready']);
  const read = await sandbox.request(`/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(item.prescription)}`, {
    headers: trackingHeaders,
  });
  expect(await read.text()).toContain('"code":"Ready to Collect"');

  sandbox.clock.set(Date.parse('2026-01-02T09:00:01Z'));
  expect([await tracked(), recorded()]).toEqual(['active: Collected', 'collected']);
  sandbox.clock.set(Date.parse('2026-01-09T09:00:01Z'));
  expect(await tracked()).toBe('completed: Collected');
});

test('a patient is told by NHS Notify once for all that is ready within a quarter of an hour, and what becomes of it is heard', async () => {
  const sandbox = await opened();
  const about = { person: people.messageRecipient, business: 'Ready to Collect', pharmacy: 'Y23456' };
  await say(sandbox, { ...about, id: 'a' }, { ...about, id: 'b', item: '39b3e9cf-5838-45b3-a376-324b17b667a9' });
  sandbox.clock.set(Date.parse('2026-01-01T00:14:59Z'));
  await say(sandbox, { ...about, id: 'c' });
  sandbox.clock.set(Date.parse('2026-01-01T09:00:00Z'));
  const messages = await inbox(sandbox);
  const texts = messages.filter(({ type }) => String(type) === 'notify.message.nhsapp');
  expect(texts.map(({ body }) => [String(body?.['nhsNumber']), String(body?.['body'])])).toEqual([
    [people.messageRecipient, expect.stringContaining('ready to collect at Trevelyan Dispensary')],
  ]);
  const statuses = messages.filter(({ type }) => String(type) === 'message-status');
  expect(statuses.map(({ body }) => String(body?.['data']?.[0]?.['attributes']?.['messageStatus']))).toContain('delivered');
  const kept = sandbox.workspace.store.list('prescriptions/notifications');
  expect(kept.map(([, document]) => JSON.parse(document))).toMatchObject([{ nhsNumber: people.messageRecipient, delivery: 'delivered' }]);
  await say(sandbox, { ...about, id: 'd' });
  sandbox.clock.set(Date.parse('2026-01-01T18:00:00Z'));
  expect((await inbox(sandbox)).filter(({ type }) => String(type) === 'notify.message.nhsapp')).toHaveLength(2);
});

test('whoever has no NHS App gets a text, and the dead are told nothing', async () => {
  const sandbox = await opened();
  await say(
    sandbox,
    { person: people.busyPhone, business: 'Ready to Collect' },
    { id: 'b', person: people.deceasedFormal, pharmacy: 'FCG71', business: 'Ready to Collect' },
  );
  sandbox.clock.set(Date.parse('2026-01-02T00:00:00Z'));
  const read = (await inbox(sandbox)).filter(({ type }) => String(type).startsWith('notify.message.'));
  expect(read.map(({ type, body }) => [String(type), String(body?.['nhsNumber'])])).toEqual([
    ['notify.message.nhsapp', people.busyPhone],
    ['notify.message.sms', people.busyPhone],
  ]);
});

test('there is no patient in an answer, outcomes are not counted, and a pharmacy is told where there is one', async () => {
  const { body } = await shownTo(await opened(), people.severalPrescriptions);
  const kinds = listOf(body['entry']).map(({ resource }) =>
    listOf(resource?.['entry']).map((each) => String(each['resource']?.['resourceType'])),
  );
  const [role, practitioner, organisation] = ['PractitionerRole', 'Practitioner', 'Organization'];
  expect(kinds).toEqual([
    ['MedicationRequest', role, practitioner, organisation],
    ['MedicationRequest', 'MedicationRequest', 'MedicationRequest', role, practitioner, organisation, organisation],
    ['MedicationRequest', role, practitioner, organisation, organisation],
  ]);
});

test('of thirty prescriptions the newest twenty-five are shown, and total says no more', async () => {
  const { body } = await shownTo(await opened(), people.manyPrescriptions);
  const days = listOf(body['entry']).map(({ resource }) =>
    String(resource?.['entry']?.[0]?.['resource']?.['dispenseRequest']?.['validityPeriod']?.['start']),
  );
  expect([body['total'], days.length, days]).toEqual([25, 25, days.toSorted().toReversed()]);
});

test('a pharmacy that sells at a distance has a web site in the place of an address', async () => {
  const { body } = await shownTo(await opened(), people.distanceSeller);
  const pharmacy = listOf(body['entry']?.[0]?.['resource']?.['entry']).at(-1)?.['resource'];
  expect([pharmacy?.['identifier']?.[0]?.['value'], pharmacy?.['address']]).toEqual(['FLM49', undefined]);
  expect(pharmacy?.['telecom']?.[1]).toEqual({ system: 'url', use: 'work', value: expect.stringMatching(/^[a-z0-9.-]+$/) });
});

test('an invalidated prescription is named by its own id, which staff find', async () => {
  const sandbox = await opened();
  const { body } = await shownTo(sandbox, people.prescriptionExcluded);
  const text = String(listOf(body['entry']).at(-1)?.['resource']?.['issue']?.[0]?.['diagnostics']);
  const [id = ''] = /[0-9A-F]{6}-\w{6}-[0-9A-F]{5}[0-9A-Z+]/.exec(text) ?? [];
  const found = await sandbox.request(`/clinical-prescription-tracker/RequestGroup?prescriptionId=${encodeURIComponent(id)}`, {
    headers: trackingHeaders,
  });
  expect([text, await found.json()]).toMatchObject([
    `Prescription with short form ID ${id} has been invalidated so could not be returned.`,
    { total: 1 },
  ]);
});

test('a parent reads what is prescribed to a child; without the child’s number it is their own, which the trace says', async () => {
  const sandbox = await opened();
  const numbers = async (headers: Record<string, string>) =>
    (await shownTo(sandbox, people.parentOfPatient, headers)).items.map(({ resource }) =>
      String(resource['subject']?.['identifier']?.['value']),
    );
  const delegated = { 'x-nhsd-delegated-access': 'TRUE' };
  expect(new Set(await numbers({ ...delegated, 'x-nhsd-subject-nhs-number': `P9:${people.prescriptionsOfChild}` }))).toEqual(
    new Set([people.prescriptionsOfChild]),
  );
  expect(await numbers(delegated)).toEqual([]);
  const { exchanges } = (await (await sandbox.request('/_sandbox/exchanges?limit=1')).json()) as {
    exchanges: readonly { notes: readonly string[] }[];
  };
  expect(exchanges[0]?.notes.join(' ')).toContain('x-nhsd-subject-nhs-number is missing');
});

test('where access is strict nobody reads what is prescribed to somebody whom they have nothing to do with', async () => {
  const { call, people: all, ...sandbox } = await sandboxFor('prescriptions-for-patients', { settings: { access: 'strict' } });
  const user = { id: 'ruth', nhsNumber: all.parentOfPatient, proofing: 'P9' } as const;
  const { token } = given({ ...sandbox }, {}, { mode: 'patient-access', user });
  const asked = async (subject: string) => {
    sandbox.clock.set(sandbox.clock.now() + 1_000);
    const headers = { ...ids, Authorization: `Bearer ${token}`, 'x-nhsd-delegated-access': 'true', 'x-nhsd-subject-nhs-number': subject };
    return (await call('GET', '/Bundle', { headers })).status;
  };
  expect([await asked(all.prescriptionsOfChild), await asked(all.onePrescription)]).toEqual([200, 401]);
});

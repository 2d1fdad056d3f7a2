/** What the official sandbox does not, which has one answer for each message whatever has been sent before. */
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/clinical-record.ts';
import type { Population } from '../../../src/population.ts';
import type { Loose } from '../../sandbox.ts';
import {
  claimOf,
  notificationOf,
  open,
  order,
  patient,
  pharmacy,
  published,
  publishedItems,
  releasedIn,
  releaseOf,
  returnOf,
  said,
  shortId,
  withdrawOf,
} from './dispensing.ts';

const [one, two] = ['3d1b7a52-9c04-4e6f-8a17-5b2c9d0e4f61', '8e6f0c93-2b5d-4a71-b3e8-7c1d4f9a0b52'] as const;

test('an order is released, dispensed in two parts and claimed for, and stands at one thing for everybody', async () => {
  const { prescribe, post, status } = open();
  const id = shortId('0A1B2C');
  expect(said(await prescribe(order({ id, items: [one, two] })))).toEqual([200]);
  expect(await status(id)).toBe('0001');
  const [told] = releasedIn(await post('Task/$release', releaseOf(pharmacy, id)), 'passedPrescriptions');
  expect(told).toMatchObject({ resourceType: 'Bundle', type: 'message' });
  expect(await status(id)).toBe('0002');
  expect(said(await post('Claim', claimOf({ id, items: [one] })))).toEqual([400, 'CLAIM_INVALID_NOT_DISPENSED']);
  expect(said(await post('$process-message', notificationOf({ id, items: { [one]: '0001', [two]: '0004' } })))).toEqual([200]);
  expect(await status(id)).toBe('0003');
  expect(said(await post('$process-message', notificationOf({ id, items: { [two]: '0001' } })))).toEqual([200]);
  expect(await status(id)).toBe('0006');
  expect(said(await post('Claim', claimOf({ id, items: [one, two] })))).toEqual([200]);
  expect(await status(id)).toBe('0008');
});

test('what is dispensed stands in the record, and other APIs tell it', async () => {
  const { prescribe, post, sandbox } = open();
  const id = shortId('0A1B2D');
  await prescribe(order({ id, items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  const entry = () => sandbox.workspace.population.entry(one)?.entry;
  expect(entry()).toMatchObject({ kind: 'issue', prescription: id, status: 'with-pharmacy', pharmacy });
  await post('$process-message', notificationOf({ id, items: { [one]: '0001' } }));
  expect(entry()).toMatchObject({ status: 'collected', dispensed: '2026-01-01' });
  const practice = await sandbox.send(
    'GET',
    `/gp-connect/patient-facing/prescriptions-management-fhir/FHIR/R4/Patient/${patient}/MedicationRequest`,
    undefined,
    {
      'X-Request-ID': crypto.randomUUID(),
      'X-Correlation-ID': crypto.randomUUID(),
    },
  );
  expect(await practice.text()).toContain(id);
});

test('nothing is sent to anybody outside: the service sends nothing', async () => {
  const { prescribe, post, sandbox } = open();
  await prescribe(order({ id: shortId('0A1B2D'), items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, shortId('0A1B2D')));
  expect(await (await sandbox.send('GET', '/_sandbox/inbox')).json()).toMatchObject({ messages: [] });
});

test('another dispenser is told who has the prescription, and how to reach them', async () => {
  const { prescribe, post } = open();
  const id = shortId('0A1B2E');
  await prescribe(order({ id, items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  for (const refused of [
    await post('Task/$release', releaseOf('VNE51', id)),
    await post('$process-message', notificationOf({ id, items: { [one]: '0001' }, pharmacy: 'VNE51' })),
    await post('Task', returnOf({ id, pharmacy: 'VNE51' })),
  ]) {
    expect(said(refused)).toEqual([400, 'PRESCRIPTION_WITH_ANOTHER_DISPENSER']);
    expect(refused.body).toMatchObject({
      contained: [
        { resourceType: 'Organization', name: `Pharmacy ${pharmacy}`, telecom: [{ value: '01632960417' }], address: [{ city: 'Leeds' }] },
      ],
      extension: [{ url: 'https://fhir.nhs.uk/StructureDefinition/Extension-Spine-supportingInfo' }],
    });
  }
});

test('a prescription that is given back can be taken by another pharmacy', async () => {
  const { prescribe, post, status } = open();
  const id = shortId('0A1B2F');
  await prescribe(order({ id, items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  expect(said(await post('Task', returnOf({ id })))).toEqual([200]);
  expect(await status(id)).toBe('0001');
  expect(said(await post('Task', returnOf({ id })))).toEqual([400, 'PRESCRIPTION_INVALID_STATE_TRANSITION']);
  expect(releasedIn(await post('Task/$release', releaseOf('VNE51', id)), 'passedPrescriptions')).toHaveLength(1);
});

test('what was marked for cancellation while it was with a dispenser is cancelled when it comes back', async () => {
  const { prescribe, post, status } = open();
  const id = shortId('0A1B3A');
  await prescribe(order({ id, items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  const update = order({ id, items: [one], more: { status: 'cancelled', statusReason: { coding: [{ code: '0001' }] } } });
  const event = { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: 'prescription-order-update' };
  const entry = update.entry.map((each, n) => (n === 0 ? { ...each, resource: { ...each.resource, eventCoding: event } } : each));
  expect((await prescribe({ ...update, entry })).status).toBe(400);
  expect(await status(id)).toBe('0002');
  expect(said(await post('Task', returnOf({ id })))).toEqual([200]);
  expect(await status(id)).toBe('0005');
  expect(said(await post('Task/$release', releaseOf(pharmacy, id)))).toEqual([400, 'PRESCRIPTION_CANCELLED']);
});

test('the last notification is taken back, and the one before it holds again', async () => {
  const { prescribe, post, status } = open();
  const id = shortId('0A1B3B');
  const [first, last] = [crypto.randomUUID(), crypto.randomUUID()];
  await prescribe(order({ id, items: [one, two] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  await post('$process-message', notificationOf({ id, items: { [one]: '0001' }, message: first }));
  await post('$process-message', notificationOf({ id, items: { [two]: '0001' }, message: last }));
  expect(said(await post('Task', withdrawOf({ id, focus: first })))).toEqual([400, 'DISPENSE_AMEND_IDENTIFIER_MISMATCH']);
  expect(said(await post('Task', withdrawOf({ id, focus: last })))).toEqual([200]);
  expect(await status(id)).toBe('0003');
  expect(said(await post('Task', withdrawOf({ id, focus: first })))).toEqual([200]);
  expect(await status(id)).toBe('0002');
  expect(said(await post('Task', withdrawOf({ id })))).toEqual([400, 'PRESCRIPTION_INVALID_STATE_TRANSITION']);
});

test('a notification and a claim are corrected by one that takes the place of the last', async () => {
  const { prescribe, post, status, sandbox } = open();
  const id = shortId('0A1B3C');
  const [notified, corrected, claimed] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await prescribe(order({ id, items: [one] }));
  await post('Task/$release', releaseOf(pharmacy, id));
  await post('$process-message', notificationOf({ id, items: { [one]: '0001' }, message: notified }));
  const refused = await post('$process-message', notificationOf({ id, items: { [one]: '0002' }, replaces: crypto.randomUUID() }));
  expect(said(refused)).toEqual([400, 'DISPENSE_AMEND_IDENTIFIER_MISMATCH']);
  expect(
    said(await post('$process-message', notificationOf({ id, items: { [one]: '0002' }, replaces: notified, message: corrected }))),
  ).toEqual([200]);
  expect(await status(id)).toBe('0007');
  await post('$process-message', notificationOf({ id, items: { [one]: '0001' }, replaces: corrected }));
  expect(said(await post('Claim', claimOf({ id, items: [one], message: claimed })))).toEqual([200]);
  expect(said(await post('Claim', claimOf({ id, items: [one], replaces: crypto.randomUUID() })))).toEqual([
    400,
    'RESOURCE_VERSION_MISMATCH',
  ]);
  expect(said(await post('Claim', claimOf({ id, items: [one], replaces: claimed, message: claimed })))).toEqual([200]);
  sandbox.clock.set(Date.UTC(2026, 1, 6));
  expect(said(await post('Claim', claimOf({ id, items: [one], replaces: claimed })))).toEqual([400, 'CLAIM_AMEND_PERIOD_ISSUE']);
});

test('those that wait for a nominated pharmacy are released until none are left', async () => {
  const { prescribe, post, status } = open();
  const ids = ['0A1B4A', '0A1B4B'].map(shortId);
  for (const [n, id] of ids.entries()) await prescribe(order({ id, items: [n === 0 ? one : two], pharmacy: 'VNE99' }));
  expect(releasedIn(await post('Task/$release', releaseOf('VNE99')), 'passedPrescriptions')).toHaveLength(2);
  for (const id of ids) expect(await status(id)).toBe('0002');
  const none = await post('Task/$release', releaseOf('VNE99'));
  expect([none.status, none.body]).toMatchObject([200, { issue: [{ severity: 'information', code: 'informational' }] }]);
  expect(said(none)).toEqual([200, 'NO_MORE_PRESCRIPTIONS']);
});

test('no more than 25 are released at once', async () => {
  const { prescribe, post } = open();
  for (let n = 0; n < 27; n += 1) {
    const item = `3d1b7a52-9c04-4e6f-8a17-${String(n).padStart(12, '0')}`;
    await prescribe(order({ id: shortId(`0B${String(n).padStart(4, '0')}`), items: [item], pharmacy: 'VNE99' }));
  }
  const counts = [];
  for (let n = 0; n < 2; n += 1) counts.push(releasedIn(await post('Task/$release', releaseOf('VNE99')), 'passedPrescriptions').length);
  expect(counts).toEqual([25, 2]);
});

test('a signature that is none fails, and its prescription goes back', async () => {
  const { prescribe, post, status } = open();
  const id = shortId('0A1B5A');
  await prescribe(order({ id, items: [one], signature: 'nothing of the kind' }));
  const answer = await post('Task/$release', releaseOf(pharmacy, id));
  expect(releasedIn(answer, 'passedPrescriptions')).toEqual([]);
  expect(releasedIn(answer, 'failedPrescriptions')).toMatchObject([
    { resourceType: 'OperationOutcome', issue: [{ code: 'invalid', expression: ['Provenance.signature.data'] }] },
    { resourceType: 'Bundle', type: 'message' },
  ]);
  expect(await status(id)).toBe('0001');
});

test('an issue of repeat dispensing makes way for the next, which comes when it is nearly used up', async () => {
  const { prescribe, post, status, sandbox } = open();
  const id = shortId('0A1B6A');
  expect(said(await prescribe(order({ id, items: [one], issues: 3 })))).toEqual([200]);
  await post('Task/$release', releaseOf(pharmacy, id));
  const issue = (issued: number, allowed = 3) =>
    post('$process-message', notificationOf({ id, items: { [one]: '0001' }, repeats: { allowed, issued } }));
  expect(said(await issue(1, 7))).toEqual([400, 'MISMATCH_AUTHORISED_REPEAT_COUNT']);
  expect(said(await issue(0))).toEqual([400, 'INVALID_REPEAT_COUNT']);
  expect(said(await issue(2))).toEqual([400, 'PRESCRIPTION_INVALID_STATE_TRANSITION']);
  expect(said(await issue(1))).toEqual([200]);
  expect(said(await post('Task/$release', releaseOf(pharmacy, id)))).toEqual([400, 'RESOURCE_NOT_FOUND']);
  sandbox.clock.set(sandbox.clock.now() + 25 * 86_400_000);
  expect(await status(id)).toBe('0001');
  await post('Task/$release', releaseOf(pharmacy, id));
  expect(said(await issue(2))).toEqual([200]);
});

/** Somebody of a practice whose prescription nobody has taken up yet. */
function waitingAmong(population: Population): { readonly nhsNumber: string; readonly issue: Entry<'issue'> } {
  for (const { nhsNumber } of population.members('Y90001')) {
    const issue = population
      .record(nhsNumber)
      ?.of('issue')
      .find(({ status }) => status === 'prescribed');
    if (issue) return { nhsNumber, issue };
  }
  throw new Error('nobody of this practice has a prescription that waits');
}

test('prescriptions of the population are released, dispensed and claimed for like any other', async () => {
  const { post, status, sandbox } = open();
  const { population } = sandbox.workspace;
  const { nhsNumber, issue } = waitingAmong(population);
  const id = issue.prescription;
  const [message] = releasedIn(await post('Task/$release', releaseOf(pharmacy, id)), 'passedPrescriptions');
  expect(JSON.stringify(message)).toContain(issue.id);
  expect(JSON.stringify(message)).toContain(nhsNumber);
  const items = (population.prescription(id)?.issues ?? []).map((each) => each.id);
  const all = Object.fromEntries(items.map((item) => [item, '0001']));
  expect(said(await post('$process-message', notificationOf({ id, items: all, patient: nhsNumber })))).toEqual([200]);
  expect(population.entry(issue.id)?.entry).toMatchObject({ status: 'collected', pharmacy });
  expect(said(await post('Claim', claimOf({ id, items, patient: nhsNumber })))).toEqual([200]);
  expect(await status(id)).toBe('0008');
});

test('a message that is refused leaves nothing behind: the published prescription can still be ordered', async () => {
  const { post, prescribe, status } = open();
  const { id, pharmacy: at, patient: of } = published;
  const unknown = await post('$process-message', notificationOf({ id, items: { [one]: '0001' }, patient: of, pharmacy: at }));
  expect(said(unknown)).toEqual([400, 'MEDICATIONREQUEST_NOT_FOUND']);
  expect(await status(id)).toBeUndefined();
  expect(said(await prescribe(order({ id, items: publishedItems, patient: of, pharmacy: at })))).toEqual([200]);
  expect(await status(id)).toBe('0001');
});

test('whoever has a prescription and asks again is told it again', async () => {
  const { post } = open();
  const told = async () => releasedIn(await post('Task/$release', releaseOf('VNE51', published.id)), 'passedPrescriptions')[0]?.['entry'];
  const first = await told();
  expect(await told()).toEqual(first);
});

test('a pharmacy of the population finds at once what waits for it, newest first, and is told each once', async () => {
  const { post, status, sandbox } = open();
  sandbox.clock.set(Date.UTC(2026, 6, 15, 9));
  let count = 0;
  const ids = new Set<string>();
  for (let asked = 0; asked < 2; asked += 1) {
    const answer = await post('Task/$release', releaseOf('FZ003'));
    expect(answer.status).toBe(200);
    const told = releasedIn(answer, 'passedPrescriptions').map((message) => {
      const entries = message['entry'] as unknown as readonly { readonly resource: Loose }[];
      return entries.find(({ resource }) => (resource['resourceType'] as unknown) === 'MedicationRequest')?.resource;
    });
    if (asked === 0) expect(told.length).toBe(25);
    const days = told.map((request) => String(request?.['authoredOn']));
    expect(days).toEqual(days.toSorted().toReversed());
    for (const request of told) ids.add(String(request?.['groupIdentifier']?.['value']));
    count += told.length;
  }
  expect(ids.size).toBe(count);
  const [id] = ids;
  expect(await status(id ?? '')).toBe('0002');
});

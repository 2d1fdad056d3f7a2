/** What a sandbox of prescribing can do better than the official one, as conversations over HTTP. */
import { expect, test } from 'vitest';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { prescription, waitingAt } from '../../../mocks/prescriptions/find.ts';
import { world, type Loose } from '../../sandbox.ts';
import {
  cancellation,
  id,
  issuesIn,
  items,
  message,
  notification,
  order,
  outcomeIn,
  patient,
  prescribing,
  releaseOf,
  request,
  type Prescribing,
} from './prescribing.ts';

const [first, second] = items;
const both = (code: string) => ({ [first]: code, [second]: code });
const day = 86_400_000;

async function ordered(but: Parameters<typeof order>[0] = {}): Promise<Prescribing> {
  const made = await prescribing();
  expect((await made.send(order(but))).status).toBe(200);
  return made;
}

async function withDispenser(but: Parameters<typeof order>[0] = {}): Promise<Prescribing> {
  const made = await ordered(but);
  expect((await made.dispenser('Task/$release', releaseOf(id))).status).toBe(200);
  return made;
}

test('what is ordered is released, told by the record, and dispensed', async () => {
  const { dispenser, inRecord } = await ordered();
  expect(inRecord()).toEqual(['prescribed', 'prescribed']);
  expect((await dispenser('Task/$release', releaseOf(id))).body['parameter']?.[0]?.['resource']?.['total']).toBe(1);
  expect(inRecord()).toEqual(['with-pharmacy', 'with-pharmacy']);
  expect((await dispenser('$process-message', notification(both('0001')))).status).toBe(200);
  expect(inRecord()).toEqual(['collected', 'collected']);
});

test('an order that names a medicine anew puts it among what the patient takes', async () => {
  const { sandbox } = await ordered();
  const medicines = sandbox.workspace.population.record(patient)?.of('medication') ?? [];
  expect(medicines.filter(({ medicine }) => medicine.coding?.code === '39732311000001104')).not.toEqual([]);
});

test('R-0001: what waits is cancelled, an item at a time, and then the whole', async () => {
  const { send, inRecord, dispenser } = await ordered();
  expect(outcomeIn(await send(cancellation()))).toEqual([200, 'R-0001', 'cancelled']);
  expect(inRecord()).toEqual(['cancelled', 'prescribed']);
  expect(outcomeIn(await send(cancellation({ item: second })))).toEqual([200, 'R-0001', 'cancelled']);
  expect(issuesIn(await dispenser('Task/$release', releaseOf(id)))[0]?.[2]).toBe('PRESCRIPTION_CANCELLED');
});

test('R-0002: with a dispenser it is marked, and cancelled when it comes back', async () => {
  const { send, dispenser, inRecord, sandbox } = await withDispenser();
  const marked = await send(cancellation());
  expect(outcomeIn(marked)).toEqual([400, 'R-0002', 'active']);
  const entries = marked.body['entry'] as unknown as readonly Loose[];
  expect(entries.map(({ resource }) => resource?.['identifier']?.[0]?.['value'])).toContain('FZ001');
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0002', 'active']);
  const task = {
    resourceType: 'Task',
    status: 'rejected',
    intent: 'order',
    identifier: [{ system: 'https://tools.ietf.org/html/rfc4122', value: crypto.randomUUID() }],
    groupIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-number', value: id },
    statusReason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-return-status-reason', code: '0003' }] },
    focus: { identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: crypto.randomUUID() } },
    for: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: patient } },
    authoredOn: new Date(sandbox.clock.now()).toISOString(),
    requester: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'FZ001' } },
    owner: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'FZ001' } },
  };
  const returned = await dispenser('Task', task);
  expect([returned.status, returned.body]).toMatchObject([200, {}]);
  expect(inRecord()).toEqual(['cancelled', 'prescribed']);
});

test('R-0003: with a dispenser who has given out a part', async () => {
  const { send, dispenser } = await withDispenser();
  expect((await dispenser('$process-message', notification({ [first]: '0003' }))).status).toBe(200);
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0003', 'active']);
});

test('R-0004: dispensed', async () => {
  const { send, dispenser } = await withDispenser();
  await dispenser('$process-message', notification(both('0001')));
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0004', 'completed']);
});

test('R-0005: expired, by the clock alone, and the record says so', async () => {
  const { send, sandbox, inRecord } = await ordered();
  sandbox.clock.set(Date.UTC(2026, 6, 2));
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0005', 'stopped']);
  expect(inRecord()).toEqual(['not-collected', 'not-collected']);
});

test('however often something is done with it, its end is told once', async () => {
  const { send, sandbox, inRecord } = await ordered();
  const { schedule } = sandbox.workspace;
  await send(cancellation());
  expect(schedule.pending(9).count).toBe(1);
  sandbox.clock.set(Date.UTC(2026, 6, 2));
  await send(cancellation());
  expect([schedule.pending(9).count, inRecord()]).toEqual([0, ['cancelled', 'not-collected']]);

  const other = await ordered();
  await other.dispenser('Task/$release', releaseOf(id));
  other.sandbox.clock.set(Date.UTC(2026, 6, 2));
  await other.dispenser('Task/$release', releaseOf(id));
  expect(other.inRecord()).toEqual(['with-pharmacy', 'with-pharmacy']);
});

test('R-0006: cancelled before', async () => {
  const { send } = await ordered();
  await send(cancellation());
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0006', 'cancelled']);
});

test('R-0007: asked for by another organisation than that which prescribed', async () => {
  const { send, inRecord } = await ordered();
  expect(outcomeIn(await send(cancellation({ by: 'Y90001' })))).toEqual([400, 'R-0007', 'active']);
  expect(inRecord()).toEqual(['prescribed', 'prescribed']);
});

test('R-0008: no such prescription, and no such item of one', async () => {
  const { send } = await ordered();
  expect(outcomeIn(await send(cancellation({ id: 'A0548B-A99968-451485' })))).toEqual([400, 'R-0008']);
  expect(outcomeIn(await send(cancellation({ item: crypto.randomUUID() })))).toEqual([400, 'R-0008']);
});

test('R-0009: cancelling is switched off for an application that may prescribe and no more', async () => {
  const { send, as } = await ordered();
  const worker = { mode: 'user-restricted', user: { id: 'doctor', roles: ['555010203040'] } } as const;
  expect(outcomeIn(await send(cancellation(), as({ permissions: { 'eps-prescribing': ['prescribing'] } }, worker)))).toEqual([
    400,
    'R-0009',
  ]);
  const may = as({ permissions: { 'eps-prescribing': ['prescribing', 'cancellation'] } }, worker);
  expect(outcomeIn(await send(cancellation(), may))).toEqual([200, 'R-0001', 'cancelled']);
});

test('R-0010: not dispensed', async () => {
  const { send, dispenser } = await withDispenser();
  await dispenser('$process-message', notification(both('0002')));
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0010', 'stopped']);
});

test('R-5000 and R-5888: of another patient, and for a reason that is none', async () => {
  const { send } = await ordered();
  expect(outcomeIn(await send(cancellation({ of: '9000000017' })))).toEqual([400, 'R-5000']);
  expect(outcomeIn(await send(cancellation({}, '0042'), { 'x-skip-validation': 'true' }))).toEqual([400, 'R-5888']);
});

test('repeat dispensing goes on issue by issue, and ends when an item of what is to come is cancelled', async () => {
  const { send, dispenser, sandbox } = await withDispenser({
    course: 'continuous-repeat-dispensing',
    dispense: { numberOfRepeatsAllowed: 2 },
  });
  await dispenser('$process-message', notification(both('0001')));
  const early = await dispenser('Task/$release', releaseOf(id));
  expect(issuesIn(early)[0]?.[2]).toBe('RESOURCE_NOT_FOUND');
  sandbox.clock.set(Date.UTC(2026, 0, 1) + 21 * day);
  expect((await dispenser('Task/$release', releaseOf(id))).status).toBe(200);
  expect(sandbox.workspace.population.prescription(id)?.issues.map(({ number, of, status }) => [number, of, status])).toEqual([
    [1, 3, 'collected'],
    [1, 3, 'collected'],
    [2, 3, 'with-pharmacy'],
    [2, 3, 'with-pharmacy'],
  ]);
  expect(outcomeIn(await send(cancellation()))).toEqual([400, 'R-0002', 'active']);
});

test('one that is dated ahead waits for its day', async () => {
  const { dispenser, sandbox } = await ordered({ dispense: { validityPeriod: { start: '2026-01-15' } } });
  expect(issuesIn(await dispenser('Task/$release', releaseOf(id)))[0]?.[2]).toBe('RESOURCE_NOT_FOUND');
  sandbox.clock.set(Date.UTC(2026, 0, 15));
  expect((await dispenser('Task/$release', releaseOf(id))).status).toBe(200);
});

test('what is open ends when the patient dies, and nothing new is taken for the dead', async () => {
  const { send, sandbox } = await prescribing();
  const dies = [
    ...world()
      .on('2026-03-01')
      .seek({ needs: { died: 20 } }),
  ].find(({ death }) => (death?.date ?? '') > '2026-02-10');
  if (!dies?.death) throw new RangeError('nobody dies');
  expect((await send(order({ of: dies.nhsNumber }))).status).toBe(200);
  sandbox.clock.set(Date.UTC(2026, 2, 1));
  expect(outcomeIn(await send(cancellation({ of: dies.nhsNumber })))).toEqual([400, 'R-0006', 'cancelled']);
  const anew = order({ of: dies.nhsNumber, id: 'A0548B-A99968-451485' });
  expect(issuesIn(await send(anew))[0]?.slice(1, 4)).toEqual(['business-rule', 'PATIENT_DECEASED', 'Patient is recorded as dead']);
});

test('a prescription of the population is cancelled like any other, by its practice', async () => {
  const { send, sandbox } = await prescribing();
  sandbox.clock.set(Date.UTC(2026, 2, 4, 10));
  const { workspace } = sandbox;
  const held = { store: workspace.store, population: workspace.population, clock: workspace.clock, chance: () => 0.5 };
  const [waits] = waitingAt(held, 'FZ010');
  const item = waits?.items[0]?.id;
  if (!waits || item === undefined) throw new RangeError('nothing waits there');
  const about = { id: waits.id, of: waits.patient, item };
  expect(outcomeIn(await send(cancellation({ ...about, by: 'Y90001' })))).toEqual([400, 'R-0007', 'active']);
  expect(outcomeIn(await send(cancellation({ ...about, by: waits.prescriber.organisation })))).toEqual([200, 'R-0001', 'cancelled']);
  expect(workspace.population.entry(item)?.entry).toMatchObject({ status: 'cancelled' });
  expect(prescription({ ...held, population: workspace.population }, waits.id)?.states[0]?.items[item]).toBe('0005');
});

test('the digest of a prescription is the same whenever it is asked for, and what is signed with it is taken', async () => {
  const { prescriber, send, sandbox } = await prescribing();
  const digest = async (body: Loose): Promise<string> =>
    String((await prescriber('$prepare', body)).body['parameter']?.[0]?.['valueString']);
  const signed = await digest(order());
  sandbox.clock.set(sandbox.clock.now() + day);
  expect(await digest(order())).toBe(signed);
  expect(await digest(order({ but: { dosageInstruction: [{ text: 'Two a day' }] } }))).not.toBe(signed);

  const signature = (info: string) => ({
    signature: [{ data: btoa(`<Signature>${info}<SignatureValue>c2lnbmVk</SignatureValue></Signature>`) }],
  });
  const other = await digest(order({ but: { dosageInstruction: [{ text: 'Two a day' }] } }));
  const refused = await send(order({}, { but: { Provenance: signature(atob(other)) } }));
  expect(issuesIn(refused)).toEqual([
    ['error', 'invalid', undefined, "Signature doesn't match prescription.", 'Provenance.signature.data'],
  ]);
  expect((await send(order({}, { but: { Provenance: signature(atob(signed)) } }))).status).toBe(200);
});

test('nothing is kept of what is refused, and the same order is right once it is mended', async () => {
  const { send, inRecord } = await prescribing();
  const twice = message('prescription-order', { requests: [request(), request()] });
  expect(issuesIn(await send(twice))[0]?.[3]).toMatch(/different value for identifier/);
  expect(inRecord()).toEqual([]);
  expect((await send(order())).status).toBe(200);
  expect(issuesIn(await send(order()))[0]?.slice(1, 3)).toEqual(['duplicate', 'DUPLICATE_PRESCRIPTION_ID']);
});

test('numbers of nobody are taken: who it is does not matter to Spine', async () => {
  const { send } = await prescribing();
  expect(parseNhsNumber('9111231130')).toBeDefined();
  expect((await send(order({ of: '9111231130' }))).status).toBe(200);
});

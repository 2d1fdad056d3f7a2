/**
 * One prescription, many APIs: whatever is done with it, in whichever order, each tells the same of it at the same instant; what cannot be done
 * is refused for its reason and changes nothing. What should be is worked out here from the steps alone, by the life of a prescription.
 */
import { expect, test } from 'vitest';
import { unit } from '../../../src/world/hash.ts';
import { sandboxForAll, type Answer, type Loose } from '../../sandbox.ts';
import { claimOf, notificationOf, order, patient, releaseOf, returnOf, said, shortId, withdrawOf } from '../eps-dispensing/dispensing.ts';
import { bundle, update } from '../prescription-status-update/updating.ts';
import { headers as staff } from '../prescription-tracker/tracking.ts';
import { listOf, shownTo } from '../prescriptions-for-patients/showing.ts';

const served = [
  'eps-dispensing',
  'eps-prescribing',
  'prescription-tracker',
  'prescription-status-update',
  'custom-prescription-status-update',
  'prescriptions-for-patients',
  'gp-connect-prescriptions',
] as const;
const pharmacies = ['FCG71', 'VNE51'] as const;

interface Stands {
  readonly status: string;
  readonly items: Readonly<Record<string, string>>;
  readonly marked: readonly string[];
  readonly holder?: string | undefined;
  /** What stood before each notification that holds. */
  readonly before: readonly Pick<Stands, 'status' | 'items'>[];
}

type Outcome = { readonly said: readonly unknown[]; readonly after: Stands };

const open = ['0003', '0004', '0007', '0008'];
const byItems = (items: Stands['items'], whileOpen: string): string => {
  const all = Object.values(items);
  if (all.some((each) => open.includes(each))) return whileOpen;
  return all.includes('0001') ? '0006' : all.every((each) => each === '0005') ? '0005' : '0007';
};
const refused =
  (code: string) =>
  (after: Stands): Outcome => ({ said: [400, code], after });
const taken = (after: Stands): Outcome => ({ said: [200], after });
const mapped = (items: Stands['items'], to: (status: string, id: string) => string): Stands['items'] =>
  Object.fromEntries(Object.entries(items).map(([id, status]) => [id, to(status, id)]));
const isOther = ({ holder }: Stands, by: string): boolean => holder !== undefined && holder !== by;
const isHeld = ({ status }: Stands): boolean => status === '0002' || status === '0003';

function released(now: Stands, by: string): Outcome {
  if (isHeld(now)) return isOther(now, by) ? refused('PRESCRIPTION_WITH_ANOTHER_DISPENSER')(now) : taken(now);
  if (now.status === '0004') return refused('PRESCRIPTION_EXPIRED')(now);
  if (now.status === '0005') return refused('PRESCRIPTION_CANCELLED')(now);
  if (now.status !== '0001') return refused('PRESCRIPTION_DISPENSED')(now);
  return taken({ ...now, status: '0002', holder: by, items: mapped(now.items, (each) => (open.includes(each) ? '0008' : each)) });
}

function notified(now: Stands, by: string, became: Stands['items']): Outcome {
  if (!isHeld(now)) return refused('PRESCRIPTION_INVALID_STATE_TRANSITION')(now);
  if (isOther(now, by)) return refused('PRESCRIPTION_WITH_ANOTHER_DISPENSER')(now);
  const wrong = Object.entries(became).filter(([id, to]) => !open.includes(now.items[id] ?? '') && now.items[id] !== to);
  if (wrong.length > 0) return { said: [400, ...wrong.map(() => 'MEDICATIONREQUEST_INVALID_STATE_TRANSITION')], after: now };
  const items = { ...now.items, ...became };
  return taken({ ...now, items, status: byItems(items, '0003'), before: [...now.before, { status: now.status, items: now.items }] });
}

function returned(now: Stands, by: string): Outcome {
  if (!isHeld(now)) return refused('PRESCRIPTION_INVALID_STATE_TRANSITION')(now);
  if (isOther(now, by)) return refused('PRESCRIPTION_WITH_ANOTHER_DISPENSER')(now);
  const items = mapped(now.items, (each, id) => (now.marked.includes(id) ? '0005' : each === '0008' ? '0007' : each));
  const status = byItems(items, '0001');
  return taken({ ...now, items, status, marked: [], holder: status === '0001' ? undefined : now.holder });
}

function withdrawn(now: Stands, by: string): Outcome {
  const last = now.before.at(-1);
  if (!['0003', '0006', '0007'].includes(now.status) || !last) return refused('PRESCRIPTION_INVALID_STATE_TRANSITION')(now);
  if (isOther(now, by)) return refused('PRESCRIPTION_WITH_ANOTHER_DISPENSER')(now);
  const items = mapped(last.items, (each, id) => (now.items[id] === '0005' ? '0005' : each));
  return taken({ ...now, status: last.status, items, before: now.before.slice(0, -1) });
}

function claimed(now: Stands, by: string): Outcome {
  if (isOther(now, by)) return refused('PRESCRIPTION_WITH_ANOTHER_DISPENSER')(now);
  return now.status === '0006' ? taken({ ...now, status: '0008' }) : refused('CLAIM_INVALID_NOT_DISPENSED')(now);
}

function cancelled(now: Stands, item: string): Outcome {
  const over: Record<string, string> = { '0001': 'R-0004', '0002': 'R-0010', '0005': 'R-0006', '0006': 'R-0005' };
  const done = over[now.items[item] ?? ''];
  if (done !== undefined) return refused(done)(now);
  if (isHeld(now)) return refused(now.status === '0002' ? 'R-0002' : 'R-0003')({ ...now, marked: [...new Set([...now.marked, item])] });
  const items = { ...now.items, [item]: '0005' };
  return { said: [200, 'R-0001'], after: { ...now, items, status: byItems(items, now.status) } };
}

const inRecord: Readonly<Record<string, string>> = {
  '0001': 'collected',
  '0002': 'not-collected',
  '0003': 'with-pharmacy',
  '0004': 'with-pharmacy',
  '0005': 'cancelled',
  '0006': 'not-collected',
  '0007': 'prescribed',
};

const partOf = (resource: Loose, url: string, part: string): string =>
  listOf(listOf(resource['extension']).find((each) => String(each['url']).endsWith(url))?.['extension'])
    .filter((each) => String(each['url']) === part)
    .map((each) => String(each['valueCoding']?.['code']))
    .join();

test.each([11, 12, 13, 14, 15, 16])(
  'every API tells the same of a prescription after every step (%i)',
  async (seed) => {
    const sandbox = await sandboxForAll(served);
    let drawn = 0;
    const next = (): number => unit(seed, (drawn += 1), 0);
    const pick = <Of>(from: readonly Of[]): Of => from[Math.floor(next() * from.length)] as Of; // none is empty
    const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
      const type = body === undefined ? {} : { 'Content-Type': 'application/fhir+json' };
      const response = await sandbox.send(method, path, body, { 'X-Request-ID': crypto.randomUUID(), ...type, ...headers });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Loose };
    };
    const dispenser = (path: string, body: unknown) => ask('POST', `/fhir-dispensing/FHIR/R4/${path}`, body);
    const prescriber = (body: unknown) => ask('POST', '/fhir-prescribing/FHIR/R4/$process-message', body);

    const id = shortId(`0A${seed}3C`);
    const items = [1, 2, 3].map((n) => `3d1b7a52-9c04-4e6f-8a17-5b2c9d0e4${seed}${n}`);
    expect(said(await prescriber(order({ id, items })))).toEqual([200]);
    let stands: Stands = { status: '0001', items: Object.fromEntries(items.map((item) => [item, '0007'])), marked: [], before: [] };
    const reported = new Map<string, string>();
    const trail: string[] = [];
    const same = (told: unknown, should: unknown): void => expect({ after: trail, told }).toEqual({ after: trail, told: should });

    for (let step = 0; step < 16; step += 1) {
      const by = next() < 0.75 ? (stands.holder ?? pick(pharmacies)) : pick(pharmacies);
      const item = pick(items);
      const became = Object.fromEntries(
        items.filter(() => next() < 0.6).map((each) => [each, pick(['0001', '0001', '0002', '0003', '0004'])]),
      );
      const what = pick(['release', 'release', 'notify', 'notify', 'return', 'withdraw', 'claim', 'cancel', 'update', 'tomorrow'] as const);
      trail.push(`${what} ${by} ${item.slice(-2)} ${JSON.stringify(Object.values(became))}`);
      if (what === 'tomorrow') sandbox.clock.set(sandbox.clock.now() + 86_400_000);
      else if (what === 'update') {
        const business = pick(['With Pharmacy', 'Ready to Collect', 'Collected']);
        const status = business === 'Collected' ? 'completed' : 'in-progress';
        const modified = new Date(sandbox.clock.now()).toISOString();
        const task = `5b1d2c34-7e8f-4a90-b1c2-d3e4f5a6${seed}${String(step).padStart(2, '0')}`;
        const sent = bundle(update({ id: task, prescription: id, item, person: patient, pharmacy: by, business, status, modified }));
        same((await ask('POST', '/prescription-status-update/', sent)).status, 201);
        reported.set(item, business);
      } else if (what === 'cancel') {
        const reason = { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/medicationrequest-status-reason', code: '0001' }] };
        const sent = order({ id, items: [item], more: { status: 'cancelled', statusReason: reason } });
        const text = JSON.stringify(sent).replace('"prescription-order"', '"prescription-order-update"');
        const answer = await prescriber(JSON.parse(text));
        const expected = cancelled(stands, item);
        same([answer.status, /R-\d{4}/.exec(JSON.stringify(answer.body))?.[0]], expected.said);
        stands = expected.after;
      } else if (what !== 'notify' || Object.keys(became).length > 0) {
        const [answer, expected] = {
          release: () => [dispenser('Task/$release', releaseOf(by, id)), released(stands, by)] as const,
          notify: () =>
            [dispenser('$process-message', notificationOf({ id, items: became, pharmacy: by })), notified(stands, by, became)] as const,
          return: () => [dispenser('Task', returnOf({ id, pharmacy: by })), returned(stands, by)] as const,
          withdraw: () => [dispenser('Task', withdrawOf({ id, pharmacy: by, more: { focus: undefined } })), withdrawn(stands, by)] as const,
          claim: () => [dispenser('Claim', claimOf({ id, items, pharmacy: by })), claimed(stands, by)] as const,
        }[what]();
        same(said(await answer), expected.said);
        stands = expected.after;
      }

      const { body: tracked } = await ask('GET', `/fhir-dispensing/FHIR/R4/Task?identifier=${encodeURIComponent(id)}`);
      const task = tracked['entry']?.[0]?.['resource'] ?? {};
      same(task['businessStatus']?.['coding']?.[0]?.['code'], stands.status);
      same(task['owner']?.['identifier']?.['value'], stands.holder ?? 'FCG71');

      const { body: read } = await ask('GET', `/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(id)}`, undefined, staff);
      const resources = listOf(read['entry']).map((entry) => entry['resource'] ?? {});
      const ofType = (type: string) => resources.filter((each) => String(each['resourceType']) === type);
      same(
        ofType('RequestGroup').map((each) => partOf(each, 'DM-PrescriptionStatusHistory', 'status')),
        [stands.status],
      );
      same(
        Object.fromEntries(
          ofType('MedicationRequest').map((each) => [
            String(each['identifier']?.[0]?.['value']),
            partOf(each, 'EPS-DispensingInformation', 'dispenseStatus'),
          ]),
        ),
        stands.items,
      );

      const shown = await shownTo(sandbox, patient);
      const mine = shown.items.filter(({ prescription }) => prescription === id);
      same(mine.length, stands.status === '0004' || stands.status === '0005' ? 0 : items.length);
      for (const { id: own, status, tracked: histories } of mine) {
        const last = histories.at(-1);
        if (stands.items[own] === '0005') same([status, last], ['cancelled', 'Prescriber Cancelled']);
        else if (stands.status === '0001') same(last, 'Prescriber Approved');
        else if (reported.has(own)) same(last, reported.get(own));
      }
      for (const own of items) {
        const entry = sandbox.workspace.population.entry(own)?.entry;
        if (entry?.kind !== 'issue') throw new Error(`${own} is in no record`);
        const status = stands.items[own] ?? '';
        if (status !== '0008') same(entry.status, inRecord[status]);
        same(entry.pharmacy, stands.holder ?? 'FCG71');
      }
    }
  },
  60_000,
);

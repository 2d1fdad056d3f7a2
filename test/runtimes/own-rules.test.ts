/** Rules of one's own in process: the same form that `start --rules` takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { operations } from '../../src/generated/notify.types.ts';
import { isProblem, type Mock } from '../../src/runtimes/browser/mock.ts';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';

const parcels = { name: 'parcels', text: readFileSync(join(import.meta.dirname, 'parcels.yaml'), 'utf8') };

interface ParcelOperations {
  readParcel: {
    parameters: { path: { parcelId: string } };
    responses: { 200: { content: { 'application/json': { id?: string; to: string; grams: number } } } };
  };
  sendParcel: {
    requestBody: { content: { 'application/json': { to: string; grams: number } } };
    responses: { 201: { content: { 'application/json': { id?: string; to: string; grams: number } } } };
  };
}

/** What was sent weighs a gram less after five seconds. */
const drying = {
  behaviours: {
    sendParcel(call, otherwise) {
      const sent = otherwise();
      if (!isProblem(sent) && sent.body?.id !== undefined) call.later({ in: 'PT5S', do: 'dry', about: sent.body.id });
      return sent;
    },
  },
  events: {
    later: {
      dry(cue, about) {
        const id = String(about);
        const parcel = cue.rows.get('readParcel', id);
        if (parcel) cue.rows.put('readParcel', id, { ...parcel, grams: Number(parcel['grams']) - 1 });
      },
    },
  },
} satisfies Mock<ParcelOperations>;

const origin = 'http://localhost:8787/parcels/v1/parcels';
const body = JSON.stringify({ to: 'Ada', grams: 200 });
const sending = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };

test('a rule wraps what the contract would answer, and does something later', async () => {
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcels: drying }, clock: '2026-01-01T00:00:00Z' });
  const sent = await sandbox.fetch(origin, sending);
  const { id }: { id: string } = await sent.json();
  const grams = async (): Promise<unknown> => (await (await sandbox.fetch(`${origin}/${id}`)).json()).grams;
  expect(await grams()).toBe(200);
  sandbox.setClock('2026-01-01T00:00:05Z');
  expect(await grams()).toBe(199);
  expect((await sandbox.explain(sent)).answer.by).toBe('behaviour');
});

test('a rule reads, changes and deletes what operations have stored, and they find it so', async () => {
  const rules = {
    behaviours: {
      sendParcel(call, otherwise) {
        if (call.body.to === 'nobody') call.rows.delete('readParcel', 'mine');
        else call.rows.put('readParcel', 'mine', { ...call.body, grams: 5 });
        return otherwise();
      },
      readParcel: (call) => {
        call.note(`rows: ${JSON.stringify(call.rows.get('readParcel', call.path.parcelId))}`);
        return undefined;
      },
    },
  } satisfies Mock<ParcelOperations>;
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcels: rules } });
  await sandbox.fetch(origin, sending);
  const read = await sandbox.fetch(`${origin}/mine`);
  expect(await read.json()).toEqual({ id: 'mine', to: 'Ada', grams: 5 });
  expect((await sandbox.explain(read)).notes).toContain('rows: {"id":"mine","to":"Ada","grams":5}');
  expect(await (await sandbox.fetch(origin)).json()).toContainEqual({ id: 'mine', to: 'Ada', grams: 5 });
  await sandbox.fetch(origin, { ...sending, body: JSON.stringify({ to: 'nobody', grams: 1 }) });
  expect((await sandbox.fetch(`${origin}/mine`)).status).toBe(404);
});

test('a problem takes back what was stored before it was found', async () => {
  const rules = {
    behaviours: {
      sendParcel(_, otherwise) {
        otherwise();
        return { problem: 'conflict', message: 'No more.' };
      },
    },
  } satisfies Mock<ParcelOperations>;
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcels: rules } });
  const before = await (await sandbox.fetch(origin)).text();
  expect((await sandbox.fetch(origin, sending)).status).toBeGreaterThanOrEqual(400);
  expect(await (await sandbox.fetch(origin)).text()).toBe(before);
});

test('rules of an API of the catalogue are typed by its contract', async () => {
  const rules = {
    behaviours: { 'get-message': () => ({ problem: 'gone', message: 'It went.' }) },
  } satisfies Mock<operations>;
  const sandbox = createSandbox({ apis: ['notify'], rules: { notify: rules } });
  const asked = await sandbox.fetch('http://localhost:8787/comms/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM');
  expect((await sandbox.explain(asked)).problem).toMatchObject({ kind: 'gone', message: 'It went.' });
});

test('an event of one’s own has the form and the manner that its rules give it', async () => {
  const manner = { keyHeader: 'X-Key', signatureHeader: 'X-Signature', accepted: [204], retries: ['PT1M'] };
  const rules = {
    behaviours: {
      sendParcel(call, otherwise) {
        call.emit({ type: 'parcel.sent', about: call.body.to });
        return otherwise();
      },
    },
    events: { messages: { 'parcel.sent': (_, to) => ({ body: { to } }) }, delivery: { of: ['parcel.sent'], manner } },
  } satisfies Mock<ParcelOperations>;
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcels: rules } });
  await sandbox.fetch(origin, sending);
  expect(await sandbox.inbox.next({ type: 'parcel.sent' })).toMatchObject({ body: { to: 'Ada' }, manner });
  const wrong = () => createSandbox({ contracts: [parcels], rules: { parcels: { behaviours: {}, events: { delivery: {} } as never } } });
  await expect(async () => wrong().fetch(origin)).rejects.toThrow(/events.delivery has the types/);
});

test('what clients get wrong of an API is looked for by rules of one’s own as well, and one that fails spoils nothing', async () => {
  const source = { name: 'Our guide', url: 'https://guide.example/' };
  const quiet = { id: 'quiet-hours', title: 'Nobody is asked at night', source, weight: 'fails' as const, judge: () => 'it is night.' };
  const broken = {
    ...quiet,
    id: 'broken',
    judge: () => {
      throw new Error('mine');
    },
  };
  const sandbox = createSandbox({
    apis: ['personal-demographics'],
    rules: { 'personal-demographics': { behaviours: {}, conformance: [quiet, broken] } },
  });
  const asked = await sandbox.fetch('http://localhost:8787/personal-demographics/FHIR/R4/_poll/1', {
    headers: { Authorization: 'Bearer a1', 'X-Request-ID': crypto.randomUUID() },
  });
  expect((await sandbox.explain(asked)).conformance?.map(({ rule, note }) => `${rule}: ${note}`)).toEqual([
    'quiet-hours: Would fail in integration because it is night.',
    'broken: Not judged, for the rule itself failed: Error: mine.',
    expect.stringContaining('pds-polled: '),
  ]);
  const bad = createSandbox({
    apis: ['notify'],
    rules: { notify: { behaviours: {}, conformance: [Object.assign({}, quiet, { weight: 'heavy' })] } },
  });
  await expect(bad.fetch('http://localhost:8787/comms/v1/messages/1')).rejects.toThrow('a weight (fails or risks)');
});

test('rules of nothing that is served are refused, with the name that was meant', async () => {
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcel: drying } });
  await expect(sandbox.fetch(origin)).rejects.toThrow('there is no API called "parcel"; did you mean "parcels"?');
});

test('what a rule throws is printed where nobody asks to be told', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const error = new Error('mine');
  const rules = {
    behaviours: {
      readParcel(): undefined {
        throw error;
      },
    },
  } satisfies Mock<ParcelOperations>;
  const sandbox = createSandbox({ contracts: [parcels], rules: { parcels: rules } });
  expect((await sandbox.fetch(`${origin}/p-1`)).status).toBe(500);
  expect(printed).toHaveBeenCalledExactlyOnceWith(error);
  printed.mockRestore();
});

/** State of a sandbox in this process: kept, gone back to, copied, carried away; with a contract of somebody's own and with the catalogue. */
import { expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/runtimes/browser/sandbox.ts';
import { createSandbox as createMswSandbox } from '../../src/runtimes/browser/msw.ts';

const contract = {
  name: 'wards',
  text: `openapi: 3.1.0
info: { title: Wards, version: '1' }
servers: [{ url: /wards }]
paths:
  /beds:
    get:
      operationId: listBeds
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Bed' } }, example: [{ id: '1', name: published }] } } }
    post:
      operationId: addBed
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Bed' } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Bed' } } } } }
components:
  schemas:
    Bed: { type: object, required: [name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
`,
};
const address = 'http://localhost:8787/wards/beds';

const add = (sandbox: Sandbox, name: string): Promise<Response> =>
  sandbox.fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name }) });

/** Those that somebody added. */
async function beds(sandbox: Sandbox): Promise<readonly string[]> {
  const listed = (await (await sandbox.fetch(address)).json()) as readonly { readonly name: string }[];
  return listed.map(({ name }) => name).filter((name) => name !== 'published');
}

const made = (options = {}): Sandbox => createSandbox({ contracts: [contract], ...options });

test('goes back to a snapshot as often as somebody likes, settings and clock included', async () => {
  const sandbox = made({ clock: '2026-01-01T09:00:00Z' });
  await add(sandbox, 'window');
  const before = sandbox.snapshot('one-bed');
  for (const other of ['door', 'corner']) {
    await add(sandbox, other);
    sandbox.settings({ checks: 'warn' });
    sandbox.setClock('2026-02-01T09:00:00Z');
    sandbox.restore(before);
    expect(await beds(sandbox)).toEqual(['window']);
    expect(sandbox.settings().checks).toBe('enforce');
    expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 1, 9));
  }
  expect(() => sandbox.restore('another')).toThrow('no snapshot of this name');
  expect(() => sandbox.snapshot('a b')).toThrow('letters, digits');
});

test('moves its clock forth and back, ahead of real time and with it, and a reset takes it back to where it began', async () => {
  const sandbox = made({ clock: '2026-01-31T09:00:00Z' });
  expect(await sandbox.clock.advance('P1M')).toEqual([]);
  expect(new Date(sandbox.clock.now()).toISOString()).toBe('2026-02-28T09:00:00.000Z');
  await sandbox.clock.advance({ to: '2026-03-01T09:00:00Z' });
  await expect(sandbox.clock.advance({ to: '2026-02-01T09:00:00Z' })).rejects.toThrow('set back with set');
  sandbox.clock.set('2025-01-01T00:00:00Z');
  expect(sandbox.fork().clock.now()).toBe(Date.UTC(2025, 0, 1));
  sandbox.clock.set({ by: '-PT1H' });
  expect(Math.abs(sandbox.clock.now() + 3_600_000 - Date.now())).toBeLessThan(1_000);
  sandbox.clock.set('real');
  expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(1_000);
  sandbox.reset();
  expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 31, 9));
  expect(() => sandbox.clock.set('noon')).toThrow('at an instant');
});

test('needs no name for the one snapshot that a test has', async () => {
  const sandbox = made();
  sandbox.snapshot();
  await add(sandbox, 'window');
  sandbox.restore();
  expect(await beds(sandbox)).toEqual([]);
});

test('forks into sandboxes that begin with everything that was changed, and then are strangers', async () => {
  const sandbox = made({ clock: '2026-01-01T09:00:00Z' });
  await add(sandbox, 'window');
  sandbox.settings({ delay: 1 });
  const [one, other] = [sandbox.fork(), sandbox.fork()];
  expect((await sandbox.exchanges()).length).toBe(1);
  expect(await one.exchanges()).toEqual([]);
  await add(one, 'door');
  one.setClock('2026-02-01T09:00:00Z');
  one.settings({ delay: null });
  await add(other, 'corner');
  expect(await beds(one)).toEqual(['window', 'door']);
  expect(await beds(other)).toEqual(['window', 'corner']);
  expect(await beds(sandbox)).toEqual(['window']);
  expect([sandbox, one, other].map(({ clock }) => new Date(clock.now()).getUTCMonth())).toEqual([0, 1, 0]);
  expect([sandbox, one, other].map((each) => each.settings().delay)).toEqual([1, 0, 1]);
  one.reset();
  expect(await beds(one)).toEqual([]);
  expect(await beds(sandbox)).toEqual(['window']);
});

test('is asked about itself alone, whichever fork was asked first', async () => {
  const sandbox = made();
  const [one, other] = [sandbox.fork(), sandbox.fork()];
  await one.faults.add({ match: { path: '/wards/beds' }, effect: { type: 'gateway', status: 503 } });
  const stub = await other.stub({ match: { path: '/wards/beds' }, answer: { status: 202, body: {} } });
  expect([(await add(one, 'door')).status, (await add(other, 'corner')).status, (await add(sandbox, 'window')).status]).toEqual([
    503, 202, 201,
  ]);
  expect([(await one.faults.list()).length, (await other.faults.list()).length]).toEqual([1, 0]);
  await other.journal.assert({ match: { path: '/wards/beds' }, times: 1 });
  await expect(one.journal.last({ status: '202' })).rejects.toThrow('nothing was asked');
  await stub.remove();
  expect((await add(other, 'corner')).status).toBe(201);
});

test('has the people of its clock, or of the day that it is pinned to, with those whom it was brought', () => {
  const sandbox = made({ clock: '2031-03-01T09:00:00Z' });
  const { nhsNumber } = sandbox.addPerson({ name: { family: 'Quillfeather' }, born: '2031-02-01' });
  expect([sandbox.population.asOf, sandbox.population.find(nhsNumber)?.birthDate]).toEqual(['2031-03-01', '2031-02-01']);
  sandbox.clock.set('2031-01-31T09:00:00Z');
  expect(sandbox.population.find(nhsNumber)).toBeUndefined();
  const pinned = made({ clock: '2031-03-01T09:00:00Z', asOf: '2026-06-01' });
  expect([pinned.population.asOf, pinned.settings().asOf]).toEqual(['2026-06-01', '2026-06-01']);
  expect(pinned.fork().population.asOf).toBe('2026-06-01');
  pinned.settings({ asOf: 'clock' });
  expect(pinned.population.asOf).toBe('2031-03-01');
  expect(() => made({ asOf: '2041-01-01' })).toThrow('asOf must be a day from 2017-01-01 to 2040-12-31');
});

test('answers the same as the one that it was forked from, byte for byte, and goes on numbering where that was', async () => {
  const sandbox = createSandbox({ apis: ['personal-demographics'], clock: '2026-01-01T09:00:00Z' });
  const headers = { 'X-Request-ID': '00000000-0000-4000-8000-000000000001' };
  const read = async (of: Sandbox): Promise<string> =>
    (
      await of.fetch('http://localhost:8787/personal-demographics/FHIR/R4/Patient?family=Smith&gender=female&birthdate=2010-10-22', {
        headers,
      })
    ).text();
  expect(await read(sandbox.fork())).toBe(await read(sandbox));
  const wards = made();
  const firstId = ((await (await add(wards, 'window')).json()) as { readonly id: string }).id;
  const ids = await Promise.all(
    [wards, wards.fork()].map(async (each) => ((await (await add(each, 'door')).json()) as { readonly id: string }).id),
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(firstId);
});

test('carries what was written into another sandbox, whole or not at all', async () => {
  const sandbox = made();
  await add(sandbox, 'window');
  const lines = sandbox.export();
  const other = made();
  await add(other, 'door');
  expect(other.import(lines).rows).toBe(lines.trim().split('\n').length - 2);
  expect(await beds(other)).toEqual(['window']);
  const cut = lines.slice(0, -30);
  expect(() => other.import(cut)).toThrow('cut short');
  expect(await beds(other)).toEqual(['window']);
});

test('says what is wrong with a setting', () => {
  const sandbox = made();
  expect(() => sandbox.settings({ delay: -1 })).toThrow('delay must be a whole number of milliseconds');
  expect(sandbox.settings().delay).toBe(0);
});

test('forks with msw handlers of its own', async () => {
  const sandbox = createMswSandbox({ contracts: [contract] });
  const fork = sandbox.fork();
  await add(fork, 'door');
  expect([await beds(sandbox), await beds(fork)]).toEqual([[], ['door']]);
  expect(fork.handlers).toHaveLength(1);
  expect(fork.handlers[0]).not.toBe(sandbox.handlers[0]);
});

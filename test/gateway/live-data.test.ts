/** Numbers of real patients are refused where they identify somebody, and never stored, journalled or quoted. Made at run time, never written down. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import {
  chi,
  chiPlaces,
  clinic,
  identifierPlaces,
  lookAlikes,
  ordinary,
  type Placed,
  randomFrom,
  realRange,
  specialPlaces,
  spellings,
  testRange,
} from './live-numbers.ts';

/** A failure says by which seed its numbers come back, never which they are. */
const SEED = Number(process.env['LIVE_SEED'] ?? 20261129);
const MANY = Number(process.env['LIVE_NUMBERS'] ?? 1_000);
/** Of those whose traces are read too, which takes five times as long: as many only in the soak. */
const TRACED = Number(process.env['LIVE_NUMBERS'] ?? 250);

const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

async function send({ request }: Sandbox, { path, init }: Placed): Promise<{ status: number; said: string }> {
  const answer = await request(path, init);
  return { status: answer.status, said: JSON.stringify([...answer.headers]) + (await answer.text()) };
}

/** A store that tells of all that it was ever given. */
function recorded(written: string[]): Store {
  const store = createMemoryStore();
  return {
    ...store,
    put(...given) {
      written.push(JSON.stringify(given));
      store.put(...given);
    },
  };
}

/** The names of the places at which one of the numbers was let in, or came back. */
async function letIn(
  numbers: readonly string[],
  places: Readonly<Record<string, (number: string) => Placed>>,
  spell: (number: string, index: number) => string = (number) => number,
): Promise<readonly string[]> {
  const written: string[] = [];
  const sandbox = sandboxOf(clinic, { store: recorded(written), tolerateDefects: true });
  const wrong = new Set<string>();
  const each = Object.entries(places);
  for (const [index, number] of numbers.entries()) {
    const [place, put] = each[index % each.length] ?? [];
    if (!place || !put) continue;
    const { status, said } = await send(sandbox, put(spell(number, Math.floor(index / each.length))));
    if (status !== 422) wrong.add(`${place}: ${status}`);
    if (digitsIn(said).includes(number)) wrong.add(`${place}: in the answer`);
  }
  sandbox.workspace.flush();
  const kept = [...written, digitsIn(written.join(' '))].join('\n');
  for (const number of numbers) if (kept.includes(number)) wrong.add('something was kept');
  return [...wrong];
}

const numbersOf = (make: (random: () => number) => string, count: number, seed = SEED): readonly string[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => make(random));
};

test.each(Object.entries(spellings))('refuses a number of the issued ranges in every identifier, written as %s', async (_, spell) => {
  const count =
    Math.ceil(MANY / Object.keys(spellings).length / Object.keys(identifierPlaces).length) * Object.keys(identifierPlaces).length;
  expect(await letIn(numbersOf(realRange, count), identifierPlaces, spell)).toEqual([]);
});

test('refuses it wherever else it says what it is', async () => {
  expect(await letIn(numbersOf(realRange, Object.keys(specialPlaces).length * 5), specialPlaces)).toEqual([]);
});

test('refuses CHI numbers as it does NHS numbers', async () => {
  expect(await letIn(numbersOf(chi, Object.keys(chiPlaces).length * 10), chiPlaces)).toEqual([]);
});

test('refuses nothing of the ranges that are for tests, in any place or spelling', async () => {
  const sandbox = sandboxOf(clinic, { tolerateDefects: true });
  const places = Object.entries({ ...identifierPlaces, ...specialPlaces });
  const ways = Object.values(spellings);
  const refused = new Set<string>();
  for (const [index, number] of numbersOf(testRange, MANY).entries()) {
    const [place, put] = places[index % places.length] ?? [];
    const spell = ways[Math.floor(index / places.length) % ways.length];
    if (!place || !put || !spell) continue;
    const { said } = await send(sandbox, put(place in specialPlaces ? number : spell(number)));
    if (said.includes('issued to real patients')) refused.add(place);
  }
  expect([...refused]).toEqual([]);
});

test('refuses nothing that only looks like such a number', async () => {
  const sandbox = sandboxOf(clinic, { tolerateDefects: true });
  const random = randomFrom(SEED);
  const kinds = Object.entries({ ...lookAlikes, ...ordinary });
  const refused = new Set<string>();
  const sent: Record<'look-alikes' | 'ordinary', { all: number; warned: number }> = {
    'look-alikes': { all: 0, warned: 0 },
    ordinary: { all: 0, warned: 0 },
  };
  for (let index = 0; index < TRACED; index++) {
    const [kind, make] = kinds[index % kinds.length] ?? [];
    if (!kind || !make) continue;
    const answer = await sandbox.send('POST', '/clinic/notes', make(random));
    if (answer.status !== 201) refused.add(`${kind}: ${answer.status}`);
    const trace = await (await sandbox.request(answer.headers.get('X-Sandbox-Trace') ?? '')).text();
    const count = sent[kind in ordinary ? 'ordinary' : 'look-alikes'];
    count.all++;
    if (trace.includes('could be a live NHS number')) count.warned++;
  }
  expect([...refused]).toEqual([]);
  for (const [which, { all, warned }] of Object.entries(sent))
    console.info(`false warnings: ${warned} of ${all} requests with ${which} (${((100 * warned) / all).toFixed(1)} %), false refusals: 0`);
  // One random number in twenty-eight has the beginning and the check digit of an issued one.
  expect(sent.ordinary.warned / sent.ordinary.all).toBeLessThan(0.08);
});

const somewhere: Readonly<Record<string, (number: string) => Record<string, unknown>>> = {
  'an id of a patient': (n) => ({ patientId: n }),
  'a note': (n) => ({ note: `spoke to ${n} today` }),
  'an address': (n) => ({ address: [{ line: [n, 'Boar Lane'] }] }),
  'a family name': (n) => ({ name: [{ family: `Smith ${n}` }] }),
  'a local number': (n) => ({ identifier: [{ system: 'https://hospital.example/mrn', value: n }] }),
};

test.each(Object.entries(somewhere))(
  'stores ten bare digits in %s as they are the client’s, warns of them, and keeps them out of the trace',
  async (_, make) => {
    const sandbox = sandboxOf(clinic, { tolerateDefects: true });
    for (const number of numbersOf(realRange, 10)) {
      const answer = await sandbox.send('POST', '/clinic/notes', make(number));
      expect(answer.status).toBe(201);
      const trace = await (await sandbox.request(answer.headers.get('X-Sandbox-Trace') ?? '')).text();
      expect(trace).toMatch(/could be a live NHS number/);
      expect(trace.includes(number)).toBe(false);
      const read = await sandbox.request(`/clinic/notes/${number}`);
      expect((await (await sandbox.request(read.headers.get('X-Sandbox-Trace') ?? '')).text()).includes(number)).toBe(false);
    }
  },
);

test('lets a contract use the numbers that it publishes, as identifiers and nowhere else', async () => {
  const [number = '', other = ''] = numbersOf(realRange, 2);
  const { send: sent } = sandboxOf(clinic.replace('nhsNumber: { type: string }', `nhsNumber: { type: string, example: '${number}' }`));
  expect((await sent('POST', '/clinic/patients', { nhsNumber: number })).status).toBe(201);
  expect((await sent('POST', '/clinic/patients', { nhsNumber: other })).status).toBe(422);
  expect((await sent('POST', '/clinic/patients', { nhsNumber: '9990000018', note: `NHS number ${number}` })).status).toBe(422);
});

test('says where the number stands and what would be right, in the error of the API, with no number in the pointer', async () => {
  const [number = ''] = numbersOf(realRange, 1);
  const { send: sent } = sandboxOf(clinic, { tolerateDefects: true });
  const answer = await sent('POST', '/clinic/notes', { people: { [number]: { visits: [{ nhsNumber: number }] } } });
  const { message } = await answer.json();
  expect(message).toContain('/people/[number withheld]/visits/0/nhsNumber');
  expect(message).toContain('999');
  const trace = await (await sent('GET', new URL(answer.headers.get('X-Sandbox-Trace') ?? '').pathname)).json();
  expect(trace.problem.kind).toBe('live-data');
  expect(JSON.stringify(trace).includes(number)).toBe(false);
});

test('keeps a refused value out of the trace, though the answer may quote it', async () => {
  const { request, send: sent } = sandboxOf(clinic, { tolerateDefects: true });
  const refused = [
    await sent('POST', '/clinic/patients', { nhsNumber: 7, 'Zebra Canary': 'canary-1' }),
    await request('/clinic/patients/canary-2', { headers: { 'X-Request-ID': "canary 3 'x'" } }),
  ];
  for (const answer of refused) {
    expect(answer.status).toBe(422);
    const trace = await (await request(answer.headers.get('X-Sandbox-Trace') ?? '')).json();
    expect(JSON.stringify({ ...trace, request: {}, works: '', worksInPowerShell: '', worksInParts: {}, worksChanges: [] })).not.toMatch(
      /canary/i,
    );
  }
});

const dropped: Readonly<Record<string, (number: string) => string>> = {
  'as it is': (n) => `{"nhsNumber":"${n}","nhsNumber":"9990000018"}`,
  'as a number': (n) => `{"nhsNumber":${n},"nhsNumber":"9990000018","weight":1.0}`,
  'in an object that is dropped': (n) => `{"next":{"of":["${n}"]},"next":1,"nhsNumber":"9990000018","weight":1.0}`,
  'with escapes': (n) => `{"nhsNumber":"${Array.from(n, (digit) => String.raw`\u003${digit}`).join('')}","nhsNumber":7}`,
  'as base64': (n) => `{"nhsNumber":"${btoa(`NHS ${n}`)}","nhsNumber":"9990000018"}`,
  'in three texts': (n) => `{"nhsNumber":["${n.slice(0, 3)}","${n.slice(3, 6)}","${n.slice(6)}"],"nhsNumber":"9990000018"}`,
};

test.each(Object.entries(dropped))('keeps and repeats nothing of the first of two members of one name, %s', async (_, write) => {
  const written: string[] = [];
  const ward = 'parameters: [{ name: X-Ward, in: header, required: true, schema: { type: string } }]';
  const contract = clinic.replace('operationId: add', `operationId: add\n      ${ward}`);
  const { request, workspace } = sandboxOf(contract, { store: recorded(written), tolerateDefects: true });
  const [number = ''] = numbersOf(realRange, 1, SEED + 1);
  const body = write(number);
  const said: string[] = [];
  for (const more of [{ 'X-Ward': 'A' }, { 'X-Ward': 'A', Accept: 'image/png' }, {}]) {
    const headers = { 'Content-Type': 'application/json', ...more };
    const answer = await request('/clinic/patients', { method: 'POST', headers, body });
    expect([201, 406, 422]).toContain(answer.status);
    said.push(await answer.text(), JSON.stringify([...answer.headers]));
    const trace = answer.headers.get('X-Sandbox-Trace') ?? '';
    for (const accept of ['application/json', 'text/html']) said.push(await (await request(trace, { headers: { Accept: accept } })).text());
  }
  said.push(await (await request('/clinic/patients')).text());
  workspace.flush();
  const first = body.slice(body.indexOf(':') + 1, body.indexOf(',"n')).replace(/^"|"$/g, '');
  for (const text of [...said, ...written]) {
    expect(text.includes(number)).toBe(false);
    expect(text.includes(first)).toBe(false);
    expect(digitsIn(text).includes(number)).toBe(false);
  }
});

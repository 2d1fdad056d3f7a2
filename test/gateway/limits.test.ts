/** Every cap of src/gateway/policies/limits.ts and src/contract/limits.ts, one below, at and one beyond it (security.md CAP). */
import { describe, expect, test } from 'vitest';
import { ARRAY_ITEMS, BODY_BYTES, JSON_DEPTH, OBJECT_KEYS, OPERATIONS, DOCUMENT_BYTES } from '../../src/contract/limits.ts';
import { loadContract } from '../../src/contract/load.ts';
import { queryParametersLimit, queryValueLimit, urlLimit } from '../../src/gateway/policies/limits.ts';
import { sandboxOf } from '../sandbox.ts';
import { notebook, notes, refusal } from './notebook.ts';
import { contractOf } from './small-contract.ts';

const sandbox = sandboxOf(notebook);
const post = (body: string, headers: Record<string, string> = {}) => sandbox.send('POST', notes, body, headers);
const form = (body: string) => post(body, { 'Content-Type': 'application/x-www-form-urlencoded' });
const note = (extra: string): string => `{"text":"a","extra":${extra}}`;

/** Sends a request of each size. */
interface Cap {
  readonly name: string;
  readonly cap: number;
  readonly beyond: number;
  readonly send: (size: number) => Promise<Response>;
}

const padded = (size: number): string => {
  const start = note('{}');
  return start + ' '.repeat(size - start.length);
};
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const list = (length: number, item: (i: number) => string): string => Array.from({ length }, (_, i) => item(i)).join();

const caps: readonly Cap[] = [
  {
    name: 'characters of a URL',
    cap: urlLimit,
    beyond: 414,
    send: (size) => sandbox.request(`${notes}?${'&'.repeat(size - notes.length - 1)}`),
  },
  {
    name: 'query parameters',
    cap: queryParametersLimit,
    beyond: 400,
    send: (size) => sandbox.request(`${notes}?${Array.from({ length: size }, (_, i) => `p${i}=1`).join('&')}`),
  },
  {
    name: 'characters of a query value',
    cap: queryValueLimit,
    beyond: 400,
    send: (size) => sandbox.request(`${notes}?q=${'a'.repeat(size)}`),
  },
  { name: 'bytes of a body', cap: BODY_BYTES, beyond: 413, send: (size) => post(padded(size)) },
  {
    name: 'bytes of a body that says its length',
    cap: BODY_BYTES,
    beyond: 413,
    send: (size) => post(padded(size), { 'Content-Length': String(size) }),
  },
  // The body itself and `extra` are levels too.
  { name: 'levels of JSON', cap: JSON_DEPTH, beyond: 400, send: (size) => post(note(`{"deep":${nested(size - 2)}}`)) },
  { name: 'members of an object', cap: OBJECT_KEYS, beyond: 400, send: (size) => post(note(`{${list(size, (i) => `"k${i}":1`)}}`)) },
  { name: 'items of an array', cap: ARRAY_ITEMS, beyond: 400, send: (size) => post(note(`{"many":[${list(size, () => '0')}]}`)) },
  { name: 'members of a form', cap: ARRAY_ITEMS, beyond: 400, send: (size) => form(`text=a${'&a=1'.repeat(size - 1)}`) },
];

describe.each(caps)('$cap $name', ({ cap, beyond, send }) => {
  test.each([cap - 1, cap])('%i pass', async (size) => {
    expect((await send(size)).status).toBeLessThan(300);
  });

  test(`one more is ${beyond}`, async () => {
    const { message } = await refusal(await send(cap + 1), beyond);
    expect(message).toMatch(/\d/);
  });
});

test('a larger body is taken where that is set, and one text may be nearly all of it', async () => {
  const roomy = sandboxOf(notebook, { settings: { maxBody: 3 * BODY_BYTES } });
  const sized = (size: number): string => `{"text":"a","extra":{"long":"${'a'.repeat(size)}"}}`;
  expect((await roomy.send('POST', notes, sized(2 * BODY_BYTES))).status).toBe(201);
  await refusal(await roomy.send('POST', notes, sized(3 * BODY_BYTES)), 413);
  expect((await sandbox.send('POST', notes, sized(BODY_BYTES - 100))).status).toBe(201);
});

describe('a body far beyond its cap', () => {
  test('is refused while it streams, whatever it says of its length', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: endless,
      duplex: 'half',
    };
    await refusal(await sandbox.request(notes, init), 413);
    expect(sent).toBeLessThan(2 * BODY_BYTES);
  });

  test.each([nested(200_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`])(
    'nested as deep as a megabyte allows is 400',
    async (body) => {
      await refusal(await post(body), 400);
    },
  );
});

describe('a contract brought at run time', () => {
  const operations = (count: number): string =>
    contractOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`/p${i}`, { get: { operationId: `o${i}`, responses: { 204: { description: 'x' } } } }]),
      ),
    );
  const load = (text: string) => loadContract({ name: 'big.json', text });

  test(`may have ${OPERATIONS} operations`, () => {
    for (const count of [OPERATIONS - 1, OPERATIONS]) expect(load(operations(count)).operations).toHaveLength(count);
    expect(() => load(operations(OPERATIONS + 1))).toThrow(/501 operations/);
  });

  test(`may have ${DOCUMENT_BYTES} bytes`, () => {
    const small = operations(1);
    const sized = (size: number): string => small + ' '.repeat(size - small.length);
    for (const size of [DOCUMENT_BYTES - 1, DOCUMENT_BYTES]) expect(load(sized(size)).operations).toHaveLength(1);
    expect(() => load(sized(DOCUMENT_BYTES + 1))).toThrow(/5/);
  });
});

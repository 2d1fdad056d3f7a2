/** The laws of state over the resources of published documents, each served by a small contract of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { valueAt } from './drawn/pages.ts';
import { loadContract } from '../../src/contract/load.ts';
import { conversationWith, type Conversation } from './conversation.ts';
import { foreign, lost } from './published/kept.ts';
import { shapesOf, type PublishedShape } from './published/shapes.ts';

const folder = new URL('../../../shared/specs/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const things = '/laws/things';

describe.skipIf(files.length === 0)('resources of published documents', () => {
  test.each(files)('%s', async (file) => {
    for (const shape of shapesOf(loadContract({ name: file, text: readFileSync(new URL(file, folder), 'utf8') }))) await judge(shape);
  });
});

async function judge(shape: PublishedShape): Promise<void> {
  const talk = conversationWith(JSON.stringify(shape.document));
  try {
    await holds(shape, talk);
  } catch (error) {
    throw new Error(`${shape.name}: ${error instanceof Error ? error.message : String(error)}\n${talk.lines.join('\n')}`, { cause: error });
  }
}

/** What is sent is read and listed as it was sent; replaced, it is seen; deleted, it is gone; and nothing else moves. */
async function holds(shape: PublishedShape, talk: Conversation): Promise<void> {
  const sending = (body: Json) => ({ type: shape.media, body });
  const owned = (place: string): boolean =>
    place === '/id' ||
    place === '/thingId' ||
    place === '/meta' ||
    place.startsWith('/meta/') ||
    shape.readOnly.has(place.split('/').at(-1) ?? '');
  const expectSame = (back: Json | undefined, sent: Json): void => {
    expect(lost(sent, back, owned), 'what was sent').toEqual([]);
    expect(foreign(sent, back ?? null, owned), 'what nobody sent').toEqual([]);
  };
  const list = async (): Promise<readonly Json[]> => {
    const { body = null } = await talk.send('GET', things);
    const items = valueAt(body, shape.fhir ? '/entry' : '/items') ?? [];
    const found = Array.isArray(items) ? items.map((item: Json) => (shape.fhir && isObject(item) ? (item['resource'] ?? null) : item)) : [];
    expect(valueAt(body, '/total'), 'total').toBe(found.length);
    return found;
  };
  const addresses: string[] = [];
  const { bodies } = shape;
  for (const body of bodies) {
    const made = await talk.send('POST', things, sending(body));
    expect(made.status, 'a create').toBe(201);
    expectSame(made.body, body);
    addresses.push(made.headers.get('location') ?? '');
  }
  for (const [i, address] of addresses.entries()) expectSame((await talk.send('GET', address)).body, bodies[i] ?? null);
  const all = await list();
  expect(all).toHaveLength(bodies.length);
  for (const [i, item] of all.entries()) expectSame(item, bodies[i] ?? null);
  const [first = ''] = addresses;
  const other = bodies.at(-1) ?? {};
  const id = isObject(all[0] ?? null) ? valueAt(all[0] ?? null, '/id') : undefined;
  const replaced = await talk.send('PUT', first, sending(id === undefined ? other : { ...other, id }));
  expect(replaced.status, 'a replace').toBe(200);
  expectSame((await talk.send('GET', first)).body, other);
  expect((await talk.send('DELETE', first)).status, 'a delete').toBe(204);
  expect([404, 410], 'reading what is gone').toContain((await talk.send('GET', first)).status);
  expect(await list(), 'the list without it').toEqual(all.slice(1));
}

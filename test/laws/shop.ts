/** A client of a drawn contract: it makes, reads, lists and changes items, and knows of the contract what its document says and nothing else. */
import { expect } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import type { Shape } from './contract-generator.ts';
import type { Answer, Conversation, Sending } from './conversation.ts';
import { base, collectionPath, idMember, mediaOfRequests, parentCollections, parentNames } from './drawn/naming.ts';
import { envelopeOf } from './drawn/envelopes.ts';
import { itemsIn, nextLinkIn, valueAt } from './drawn/pages.ts';
import { bodyOf, idOf, itemIn, type Sent } from './drawn/items.ts';
import { firstPage, pagingNames } from './drawn/searches.ts';

/** What one row of a drawn case is made of. */
export interface Salt {
  readonly salt: number;
  readonly whole: boolean;
}

export interface Made {
  readonly sent: Sent;
  readonly address: string;
  readonly answer: Answer;
}

export interface Shop {
  readonly shape: Shape;
  readonly talk: Conversation;
  /** Ids of the parents, from the outermost. */
  readonly parents: readonly string[];
  readonly collection: string;
}

const filled = (path: string, ids: readonly string[]): string =>
  base + parentNames.reduce((so, name, i) => so.replace(`{${name}Id}`, encodeURIComponent(ids[i] ?? '')), path);

/** A shop below parents that exist: made first, where the contract can make them. */
export async function openShop(shape: Shape, talk: Conversation): Promise<Shop> {
  const parents: string[] = [];
  for (const [i, path] of parentCollections(shape).entries()) {
    if (!shape.parentsKnown) parents.push(`p${i + 1}`);
    else {
      const made = await talk.send('POST', filled(path, parents), { body: { name: `above ${i}` } });
      expect(made.status, `making a parent below ${path}`).toBe(201);
      parents.push(String(valueAt(made.body ?? null, '/id')));
    }
  }
  return below(shape, talk, parents);
}

export const below = (shape: Shape, talk: Conversation, parents: readonly string[]): Shop => ({
  shape,
  talk,
  parents,
  collection: filled(collectionPath(shape), parents),
});

/** Sends a create and says where the new item is, as the answer tells. */
export async function make(shop: Shop, sent: Sent): Promise<Made> {
  const { shape, talk, collection } = shop;
  const answer = await talk.send('POST', collection, { type: mediaOfRequests(shape), body: bodyOf(shape, sent) });
  expect(answer.status, 'a create').toBe(shape.acknowledgement === 'ok' ? 200 : shape.acknowledgement === 'receipt' ? 202 : 201);
  return { sent, answer, address: shape.item ? addressTold(shop, answer) : '' };
}

/** The address of an item by its id. */
export const addressOf = ({ shape, collection }: Shop, id: string): string =>
  shape.slash ? `${collection}${encodeURIComponent(id)}/` : `${collection}/${encodeURIComponent(id)}`;

/** The id that stands at the end of an address. */
export const idInAddress = (address: string): string => decodeURIComponent(address.replace(/\/$/, '').split('/').at(-1) ?? '');

/** The address that an acknowledgement tells: its id below the collection, or else its Location. */
function addressTold(shop: Shop, answer: Answer): string {
  const { shape } = shop;
  const told =
    shape.acknowledgement === 'id' ? valueAt(answer.body ?? null, `/${idMember(shape)}`) : idOf(shape, itemIn(shape, answer.body) ?? null);
  const location = answer.headers.get('location');
  if (told === undefined && location === null) throw new Error('the answer to a create tells neither an id nor a Location');
  return told === undefined || shape.acknowledgement === 'receipt' || shape.acknowledgement === 'outcome'
    ? (location ?? '')
    : addressOf(shop, String(told));
}

export async function read({ talk, shape }: Shop, address: string): Promise<JsonObject> {
  const answer = await talk.send('GET', address);
  expect(answer.status, 'reading what was made').toBe(200);
  const item = itemIn(shape, answer.body);
  if (item === undefined) throw new Error('the answer has no item in it');
  return item;
}

export interface Listed {
  readonly items: readonly JsonObject[];
  readonly page: Json;
  readonly text: string;
  /** The next page, where a header says which. */
  readonly next: string | undefined;
}

export async function list({ talk, shape, collection }: Shop, query: Readonly<Record<string, string>> = {}): Promise<Listed> {
  const search = new URLSearchParams(query).toString();
  return listedAt(shape, talk, search === '' ? collection : `${collection}?${search}`);
}

async function listedAt(shape: Shape, talk: Conversation, address: string): Promise<Listed> {
  const answer = await talk.send('GET', address);
  expect(answer.status, 'listing').toBe(200);
  const items = itemsIn(shape, answer.body ?? null);
  if (items === undefined) throw new Error('the answer has no list in it');
  return { items: items as readonly JsonObject[], page: answer.body ?? null, text: answer.text, next: nextIn(answer) }; // drawn items are objects
}

const nextIn = ({ headers }: Answer): string | undefined => /<([^>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];

/** All pages of this size, as a client walks them who knows the parameters; a walk that does not end is cut off. */
export async function walk(shop: Shop, size: number): Promise<readonly Listed[]> {
  const { shape } = shop;
  const names = pagingNames(shape);
  const pages: Listed[] = [];
  const asked: Record<string, string> = names.size === undefined ? {} : { [names.size]: String(size) };
  for (let at = 0; at < 12; at++) {
    const page = await list(shop, { ...asked, ...from(shape, names.from, at, size, pages.at(-1)) });
    pages.push(page);
    if (names.from === undefined || hasEnded(shape, page, size)) return pages;
  }
  throw new Error('the pages do not end');
}

function from(
  shape: Shape,
  name: string | undefined,
  at: number,
  size: number,
  before: Listed | undefined,
): Readonly<Record<string, string>> {
  if (name === undefined || before === undefined) return {};
  const { cursor } = envelopeOf(shape);
  if (cursor !== undefined) return { [name]: String(valueAt(before.page, cursor)) };
  if (shape.paging === 'after') return { [name]: String(idOf(shape, before.items.at(-1) ?? null)) };
  return { [name]: String(shape.paging === 'page' || shape.style === 'json-api' ? firstPage(shape) + at : at * size) };
}

function hasEnded(shape: Shape, { items, page }: Listed, size: number): boolean {
  const { cursor, hasMore } = envelopeOf(shape);
  if (cursor !== undefined) return typeof valueAt(page, cursor) !== 'string';
  if (hasMore !== undefined) return valueAt(page, hasMore) === false;
  return items.length < size;
}

/** All pages of this size, by the links that answers give. */
export async function follow(shop: Shop, size: number): Promise<readonly Listed[]> {
  const { shape, talk } = shop;
  const names = pagingNames(shape);
  const pages = [await list(shop, names.size === undefined ? {} : { [names.size]: String(size) })];
  const after = (page: Listed | undefined): string | undefined => (shape.linkHeader ? page?.next : nextLinkIn(shape, page?.page ?? null));
  for (let next = after(pages[0]); next !== undefined; next = after(pages.at(-1))) {
    if (pages.length > 12) throw new Error('the next links do not end');
    pages.push(await listedAt(shape, talk, next));
  }
  return pages;
}

export const sending = (shape: Shape, body: Json, headers: Readonly<Record<string, string>> = {}): Sending => ({
  type: mediaOfRequests(shape),
  body,
  headers,
});

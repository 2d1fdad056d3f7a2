/** What a law is, and what laws have in common: making items, finding them again, and what each has to show. */
import { expect } from 'vitest';
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import type { Given, Shape } from './contract-generator.ts';
import { idOf, itemIn, mayHave, membersOf, sentFor, visible, type Sent } from './drawn/items.ts';
import { isSent } from './drawn/members.ts';
import { idInAddress, make, type Made, type Salt, type Shop } from './shop.ts';

export interface Law {
  readonly says: string;
  /** Contracts that it is about. */
  readonly given: Given;
  readonly holds: (shop: Shop, salts: readonly Salt[]) => Promise<void>;
}

export const withItems: Given = { item: [true] };

export const sentBy = (shape: Shape, salts: readonly Salt[], from = 0): readonly Sent[] =>
  salts.map(({ salt, whole }, i) => sentFor(shape, { salt, whole, ordinal: from + i }));

export async function makeAll(shop: Shop, salts: readonly Salt[], from = 0): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const sent of sentBy(shop.shape, salts, from)) made.push(await make(shop, sent));
  return made;
}

/** Everything sent is there, with the values that were sent, whatever else is. */
export function expectSent(shape: Shape, item: Json, sent: Sent, where: 'read' | 'list'): void {
  const members = membersOf(shape, item);
  for (const [name, value] of Object.entries(visible(shape, sent, where))) expect(members[name], `${name} in a ${where}`).toEqual(value);
}

/** Nothing is there that its client did not send and its server does not own. */
export function expectNothingForeign(shape: Shape, item: JsonObject, sent: Sent): void {
  const own = mayHave(shape);
  expect(
    Object.keys(membersOf(shape, item)).filter((name) => !own.has(name) && !Object.hasOwn(sent, name)),
    'members that nobody sent',
  ).toEqual([]);
  if (shape.style === 'json-api')
    expect(Object.keys(item).filter((name) => !['type', 'id', 'attributes', 'links'].includes(name))).toEqual([]);
}

/** Where an item stands in a list: by its id, or without one by what was sent. */
export function foundIn(shop: Shop, items: readonly JsonObject[], made: Made): number {
  const { shape } = shop;
  const id = idOfMade(shop, made);
  if (id !== undefined && shape.idShown) return items.findIndex((item) => String(idOf(shape, item)) === id);
  return items.findIndex((item) => JSON.stringify(membersOf(shape, item)['title']) === JSON.stringify(made.sent['title']));
}

export function idOfMade({ shape }: Shop, { address, answer }: Made): string | undefined {
  if (address !== '') return idInAddress(address);
  const id = idOf(shape, itemIn(shape, answer.body) ?? null);
  return id === undefined ? undefined : String(id);
}

/** The address of one item, and what a change to it is sent with. */
export async function tagOf({ talk }: Shop, address: string): Promise<Readonly<Record<string, string>>> {
  const tag = (await talk.send('GET', address)).headers.get('etag');
  return tag === null ? {} : { 'If-Match': tag };
}

export const condition = async (shop: Shop, address: string): Promise<Readonly<Record<string, string>>> =>
  shop.shape.versions === 'required' ? tagOf(shop, address) : {};

/** Every item but one, as bytes. */
export async function others(shop: Shop, made: readonly Made[], but: Made): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const one of made) if (one !== but) texts.push((await shop.talk.send('GET', one.address)).text);
  return texts;
}

export const served = (shape: Shape, item: JsonObject): JsonObject => {
  const members = membersOf(shape, item);
  return Object.fromEntries(
    shape.members.filter((member) => !isSent(member) && member.name in members).map(({ name }) => [name, members[name] ?? null]),
  );
};

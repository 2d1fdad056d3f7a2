/** Items of a drawn shape: the body that a client sends, the item inside an answer, and the one that the contract publishes. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Shape } from '../contract-generator.ts';
import { idMember, parentMember, saysId } from './naming.ts';
import { summarised } from './schemas.ts';
import { isSent, isServed, valueOf, type Member } from './members.ts';

/** What one client sends for one item, by member; the id too where the client says it. */
export type Sent = JsonObject;

const chosenIds = ['blue', 'Green-2', 'a b', 'ü-1', '50%', '007', 'x.y', 'q?r'];

/** The values for one item: `salt` varies them, `whole` says whether optional members are sent, `ordinal` keeps ids apart. */
export function sentFor(shape: Shape, { salt, whole, ordinal }: { salt: number; whole: boolean; ordinal: number }): Sent {
  const id: JsonObject = saysId(shape) ? { [idMember(shape)]: `${chosenIds[salt % chosenIds.length]}${ordinal}` } : {};
  const members = shape.members
    .filter((member) => isSent(member) && (whole || member.mode === 'required'))
    .map((member, i): [string, Json] => {
      const value = valueOf(member.kind, salt + (i === 0 ? 0 : i + ordinal));
      // A form has no way to say that a list is empty.
      if (shape.media === 'application/x-www-form-urlencoded' && Array.isArray(value) && value.length === 0) return [member.name, ['a']];
      // Where a list shows no ids it is the title that tells items apart.
      return [member.name, member.name === 'title' && !(shape.idShown && shape.item) ? `${String(value)} ${ordinal}` : value];
    });
  return { ...id, ...Object.fromEntries(members), ...(shape.unknownMember && whole ? { unheardOf: { of: ['x'] } } : {}) };
}

/** The body that carries it. */
export function bodyOf(shape: Shape, sent: Sent, id?: string | number): Json {
  if (shape.style === 'fhir') return { resourceType: shape.resource, ...(id === undefined ? {} : { id }), ...sent };
  if (shape.style === 'json-api') return { data: { type: 'jars', ...(id === undefined ? {} : { id }), attributes: sent } };
  return shape.wrapped === 'both' ? { data: sent } : sent;
}

/** An item as answers about it alone carry it. */
export const itemAnswer = ({ style, wrapped }: Shape, item: Json): Json =>
  style === 'json-api' || wrapped !== 'none' ? { data: item } : item;

/** The item that an answer is about: what its members and its id stand in. */
export function itemIn({ style, wrapped }: Shape, body: Json | undefined): JsonObject | undefined {
  const item = style === 'json-api' || wrapped !== 'none' ? (isObject(body) ? body['data'] : undefined) : body;
  return isObject(item) ? item : undefined;
}

/** What tells two items apart: the id, or where ids are not shown, the title. */
export const keyOf = (shape: Shape, item: Json): Json | undefined => (shape.idShown ? idOf(shape, item) : membersOf(shape, item)['title']);

export const idOf = (shape: Shape, item: Json): Json | undefined => (isObject(item) ? item[idMember(shape)] : undefined);

/** The members of an item, without its envelope. */
export function membersOf({ style }: Shape, item: Json): JsonObject {
  const held = style === 'json-api' && isObject(item) ? item['attributes'] : item;
  return isObject(held) ? held : {};
}

/** What a client may expect to see of what it sent. */
export function visible(shape: Shape, sent: Sent, where: 'read' | 'list'): Sent {
  const hidden = new Set(shape.members.filter((member) => !isServed(member)).map(({ name }) => name));
  const summary =
    where === 'list' && shape.listed === 'summary' ? new Set([idMember(shape), ...summarised(shape).map(({ name }) => name)]) : undefined;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !hidden.has(name) && (summary?.has(name) ?? true)));
}

/** Members that an item may have though its client did not send them. */
export function mayHave(shape: Shape): ReadonlySet<string> {
  const owned = shape.members.filter((member: Member) => !isSent(member)).map(({ name }) => name);
  return new Set([
    ...(shape.idShown ? [idMember(shape)] : []),
    ...owned,
    ...(shape.showsParent ? [parentMember(shape)] : []),
    ...(shape.style === 'fhir' ? ['resourceType', 'meta'] : []),
  ]);
}

const publishedIds: Readonly<Record<Shape['id'], Json>> = {
  text: 'first-jar',
  uuid: '4c0c3b7e-5f3a-4d1e-9a53-0b1f7c6f8a11',
  integer: 41,
  pattern: 'J-000041',
  ksuid: '2WL5qPZhKmTBHMkBFpdZqbYbYzF',
  slug: 'first-jar',
  chosen: 'first-jar',
};

/** The item that the contract shows. */
export function publishedItem(shape: Shape, where: 'read' | 'list'): JsonObject {
  const members = Object.fromEntries(
    shape.members.filter(isServed).map((member, i) => [member.name, valueOf(member.kind, i === 0 ? 1 : i)]),
  );
  const id = publishedIds[shape.id];
  const item: JsonObject =
    shape.style === 'fhir'
      ? { resourceType: shape.resource, id, ...members }
      : shape.style === 'json-api'
        ? { type: 'jars', id, attributes: members }
        : { [idMember(shape)]: id, ...(shape.showsParent ? { [parentMember(shape)]: 'p1' } : {}), ...members };
  return where === 'list' ? (shape.style === 'plain' ? visible(shape, item, 'list') : item) : item;
}

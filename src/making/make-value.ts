/** Makes a value along its schema, guided by a published one where there is one, and by what earlier tries taught. */
import type { Json, JsonObject, SchemaAt } from '../contract/contract.ts';
import { canonical } from '../contract/equal.ts';
import { escapeToken, isArray, isObject } from '../contract/json.ts';
import { typeOf } from '../meaning/schema/branches.ts';
import { typesOf } from '../meaning/schema/leaf-constraints.ts';
import { isLeaf, type Merged } from '../meaning/schema/merged-schema.ts';
import { asExtension, asResource, enter, toldWord } from '../meaning/evidence/scope.ts';
import { leafOf, makeLeaf } from './make-leaf.ts';
import type { Making, Spot } from './making.ts';
import { keysFor } from './leaves/map-keys.ts';
import { membersToMake } from './members.ts';
import { PATIENCE } from './lessons.ts';
import { holdToRoom, isFull, take, Unmakeable } from './room.ts';
import { settleChoices } from './settle-choices.ts';

/** Required recursion has no end; at this depth it is cut, and the contract's verdict stands. */
const DEEPEST = 40;
const LONGEST_PUBLISHED_LIST = 50;
/** Most lines of an address, and given names, that are made. */
const PARTS = 5;
const ANYTHING: SchemaAt = { pointer: '', schema: true };
/** Made first, because they say what stands beside them. */
const TELLING = new Set(['resourceType', 'system', 'url', 'type', 'use', 'code']);

/** Steps of work that one part takes, roughly. */
const STEPS_PER_PART = 32;

/** Undefined where nothing can or need be said here. */
export function makeValue(making: Making, at: SchemaAt, hint: Json | undefined, spot: Spot): Json | undefined {
  const { lessons, room, meaning } = making;
  meaning.contract.work.spend(STEPS_PER_PART);
  const optional = lessons.optional.has(spot.pointer);
  room.made++;
  if (spot.depth > DEEPEST || isFull(room)) {
    if (optional) return undefined;
    throw new Unmakeable(spot.depth > DEEPEST ? 'It holds itself without end.' : 'It asks for more than one answer may hold.');
  }
  if (!optional) return makePart(making, at, hint, spot);
  try {
    return makePart(making, at, hint, spot);
  } catch (error) {
    if (error instanceof Unmakeable) return undefined;
    throw error;
  }
}

function makePart(making: Making, at: SchemaAt, hint: Json | undefined, spot: Spot): Json | undefined {
  const refused = making.lessons.refused.get(spot.pointer) ?? 0;
  const guide = refused > 0 && typeof hint !== 'object' ? undefined : hint;
  const whole = making.meaning.read(at);
  if (guide === undefined && refused === 0 && isNullUnlessSaid(making, at, whole)) return null;
  const { merged, told } = settleChoices(making, whole, guide, spot);
  if (merged.impossible) return undefined;
  const published = guide ?? merged.schema.example ?? saying(merged.schema.default);
  switch (kindOf(merged, guide)) {
    case 'object':
      return followingModel(making, merged, { guide, spot }, (each) =>
        makeObject(each, merged, published, spot, whole.choices.length > 0 ? told : undefined),
      );
    case 'array':
      return makeArray(making, merged, published, spot);
    default: {
      const leaf = makeLeaf(making, merged, guide, spot, refused);
      take(making.room, leaf, isPublished(merged, leaf, hint));
      return leaf;
    }
  }
}

/** Whether a leaf is the contract's own word. */
function isPublished({ schema }: Merged, leaf: Json | undefined, hint: Json | undefined): boolean {
  return leaf === hint || leaf === schema.const || leaf === schema.example || leaf === schema.default || schema.enum !== undefined;
}

/** The default is that there is nothing. */
function isNullUnlessSaid({ meaning }: Making, at: SchemaAt, { schema }: Merged): boolean {
  return schema.default === null && schema.example === undefined && meaning.contract.check(at, null).length === 0;
}

/** An empty list or object as the default tells less than a value of the schema does. */
function saying(value: Json | undefined): Json | undefined {
  return value !== undefined && isEmpty(value) ? undefined : value;
}

/** The example of a model is followed as a published body is, where the model is all there is or the first of a list: its parts belong together. */
function followingModel(
  making: Making,
  { schema }: Merged,
  { guide, spot }: { readonly guide: Json | undefined; readonly spot: Spot },
  make: (making: Making) => Json | undefined,
): Json | undefined {
  const stands = spot.pointer === '' || (spot.index === 0 && /\/\d+$/.test(spot.pointer));
  if (!making.models || making.guided || guide !== undefined || !stands || !isObject(schema.example)) return make(making);
  return make({ ...making, guided: true });
}

function kindOf({ schema, properties, items }: Merged, hint: Json | undefined): string {
  if (schema.const !== undefined) return 'leaf';
  const types = typesOf(schema);
  const wanted = hint === undefined || hint === null ? undefined : typeOf(hint);
  if (wanted !== undefined && (types.includes(wanted) || types.length === 0)) return wanted;
  if (types.length > 0) return types.find((type) => type !== 'null') ?? 'null';
  return properties.size > 0 ? 'object' : items ? 'array' : 'string';
}

function makeObject(
  making: Making,
  merged: Merged,
  published: Json | undefined,
  spot: Spot,
  told: JsonObject | undefined,
): Json | undefined {
  const { lessons, meaning } = making;
  const hint = isObject(published) ? published : undefined;
  // A free-form object is whatever was published; made up, it stays empty.
  if (merged.properties.size === 0 && hint && !lessons.dropped.has(spot.pointer)) return freeForm(making, merged, hint, spot);
  const inner = (name: string): Merged => meaning.read(placeOf(merged, name));
  const type = hint?.['resourceType'] ?? toldWord(merged.properties.has('resourceType') ? inner('resourceType').schema : undefined);
  const url = hint?.['url'] ?? toldWord(spot.name === 'extension' && merged.properties.has('url') ? inner('url').schema : undefined);
  const scope = asExtension(asResource(spot.scope, typeof type === 'string' ? type : undefined), spot.name, url);
  const within = merged.component === undefined ? spot.within : [...spot.within, merged.component];
  const { depth, pointer } = spot;
  const level = scope.resource?.path.length === 0 ? 0 : spot.level;
  const names: string[] = [
    ...membersToMake({
      merged,
      pointer,
      hint,
      lessons,
      sending: making.sending,
      depth: level,
      made: making.room.made,
      required: spot.required,
      branching: told !== undefined,
      inResource: scope.resource !== undefined,
      path: scope.resource?.path.join('.') ?? '',
      within,
      inner,
      read: meaning.read,
    }),
  ];
  const beside = [...merged.properties.keys()];
  const values: Record<string, Json> = {};
  const keys = keysFor(making, merged, names, pointer);
  for (const key of keys.keys()) names.push(key);
  for (const name of [...names.filter((each) => TELLING.has(each)), ...names.filter((each) => !TELLING.has(each))]) {
    const place = keys.get(name) ?? placeOf(merged, name);
    const container = isContainer(making, inner(name));
    const value = makeValue(making, place, memberOf(told, name) ?? memberOf(hint, name), {
      pointer: `${pointer}/${escapeToken(name)}`,
      scope: container ? enter(scope, name, inner(name)) : scope,
      name,
      depth: depth + 1,
      level: level + 1,
      index: 0,
      beside,
      siblings: values,
      required: merged.required.has(name) || lessons.wanted.has(`${pointer}/${escapeToken(name)}`),
      within,
      object: pointer,
    });
    if (value !== undefined && (!lessons.optional.has(`${pointer}/${escapeToken(name)}`) || !isEmpty(value))) values[name] = value;
  }
  return Object.fromEntries(names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name] ?? null]));
}

/** The members of objects are read by names that contracts choose, `constructor` among them. */
function memberOf(object: JsonObject | undefined, name: string): Json | undefined {
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

function placeOf({ properties, pointer, schema }: Merged, name: string): SchemaAt {
  const declared = properties.get(name);
  if (declared) return declared;
  const { additionalProperties } = schema;
  return typeof additionalProperties === 'object' ? { pointer: `${pointer}/additionalProperties`, schema: additionalProperties } : ANYTHING;
}

function freeForm(making: Making, merged: Merged, hint: JsonObject, spot: Spot): Json {
  const { additionalProperties } = merged.schema;
  const kept = Object.entries(hint).filter(([name]) => !making.lessons.dropped.has(`${spot.pointer}/${escapeToken(name)}`));
  if (typeof additionalProperties !== 'object') return Object.fromEntries(additionalProperties === false ? [] : kept);
  const made = kept.map(([name, value]) => {
    const inside = {
      ...spot,
      pointer: `${spot.pointer}/${escapeToken(name)}`,
      name,
      depth: spot.depth + 1,
      level: spot.level + 1,
      scope: enter(spot.scope, name, undefined),
      siblings: {},
      beside: [],
    };
    return [name, makeValue(making, placeOf(merged, name), value, inside)] as const;
  });
  return Object.fromEntries(made.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A person's given names and the lines of an address come in several parts; of anything else, one tells enough. */
function partsOf(making: Making, { items }: Merged, spot: Spot): number {
  const inner = items && making.meaning.read(items);
  const role = inner && isLeaf(inner) ? making.meaning.roleOf(leafOf(inner, spot)) : undefined;
  return role !== undefined && /\.(givenName|addressLine)$/.test(role) ? PARTS : 1;
}

function makeArray(making: Making, merged: Merged, published: Json | undefined, spot: Spot): Json {
  const hint = isArray(published) ? published : undefined;
  const { minItems = 0, maxItems = Infinity, uniqueItems, contains, minContains = 0 } = merged.schema;
  const least = Math.max(
    minItems,
    making.lessons.items.get(spot.pointer) ?? 0,
    merged.prefixItems.length > 0 && !hint ? merged.prefixItems.length : 0,
  );
  const wanted = hint ? Math.min(hint.length, LONGEST_PUBLISHED_LIST) : partsOf(making, merged, spot);
  const length = Math.min(Math.max(least, wanted), maxItems);
  holdToRoom(making.room, Math.max(least, contains === undefined ? 0 : minContains), 'items');
  const items: Json[] = [];
  const among = new Set<string>();
  const isAmong = (item: Json | undefined): boolean => uniqueItems === true && item !== undefined && among.has(canonical(item));
  for (let index = 0; index < length; index++) {
    const place = merged.prefixItems[index] ?? merged.items ?? ANYTHING;
    const pointer = `${spot.pointer}/${index}`;
    if (making.lessons.dropped.has(pointer) && items.length >= least) continue;
    if (index >= least) making.lessons.optional.add(pointer);
    const make = (): Json | undefined => makeValue(making, place, hint?.[index], { ...spot, pointer, depth: spot.depth + 1, index });
    let item = make();
    if (isAmong(item)) {
      making.lessons.refused.set(pointer, Math.max(PATIENCE, making.lessons.refused.get(pointer) ?? 0));
      item = make();
    }
    if (item === undefined || (isEmpty(item) && index >= least) || isAmong(item)) continue;
    if (uniqueItems) among.add(canonical(item));
    items.push(item);
  }
  return items;
}

/** Whether a property holds objects, so that its name is part of what surrounds its leaves. */
function isContainer(making: Making, merged: Merged): boolean {
  const { read } = making.meaning;
  const isObjectLike = ({ properties, schema, choices }: Merged): boolean =>
    properties.size > 0 ||
    typesOf(schema).includes('object') ||
    choices.some(({ branches }) => branches.some((branch) => read(branch).properties.size > 0));
  return isObjectLike(merged) || (merged.items !== undefined && isObjectLike(read(merged.items)));
}

function isEmpty(value: Json): boolean {
  return value === '' || (isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);
}

/** Makes a value along its schema, guided by a published one where there is one, and by what earlier tries taught. */
import type { Json, JsonObject, SchemaAt } from '../../contract/contract.ts';
import { escapeToken, isArray, isObject } from '../../contract/json.ts';
import { bestBranch, discriminatorWord, settle, typeOf } from '../semantics/branches.ts';
import type { Bound } from '../semantics/bound.ts';
import type { Meaning } from '../semantics/infer-roles.ts';
import type { Leaf } from '../semantics/leaf.ts';
import { typesOf } from '../semantics/leaf-constraints.ts';
import { type Choice, isLeaf, type Merged } from '../semantics/merged-schema.ts';
import { asResource, enter, toldWord, leafAt, type Scope } from '../semantics/scope.ts';
import type { Faker } from './faker.ts';
import { leafValue } from './leaf-value.ts';
import { membersOf } from './members.ts';
import { PATIENCE, type Plan } from './plan.ts';
import type { Chance } from './seed.ts';
import type { Subject } from './subject.ts';

export interface Making {
  readonly meaning: Meaning;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly bound: Bound;
  readonly now: number;
  /** The date of `now`. */
  readonly today: string;
  readonly chance: Chance;
  readonly sending: 'request' | 'response';
  readonly faker?: Faker;
  /** Whether a published body is followed; without one, what examples the schema holds are only suggestions. */
  readonly guided: boolean;
  /** Parts made so far. */
  made: number;
}

export interface Spot {
  /** JSON pointer of the value. */
  readonly pointer: string;
  readonly scope: Scope;
  readonly name: string;
  /** Objects and arrays above. */
  readonly depth: number;
  /** Objects above, counted from the nearest resource. */
  readonly level: number;
  readonly index: number;
  readonly beside: readonly string[];
  readonly siblings: JsonObject;
  /** An optional object without anything to say is left out; a required one says something. */
  readonly required: boolean;
  /** Components above. */
  readonly within: readonly string[];
  /** JSON pointer of the object around. */
  readonly object: string;
}

/** Required recursion has no end; at this depth it is cut, and the contract's verdict stands. */
const DEEPEST = 40;
/** Parts of one answer, required or not (security: a generated body stays well under 256 kB). */
const MOST = 4_000;
const LONGEST_PUBLISHED_LIST = 50;
/** Most lines of an address, and given names, that are made. */
const PARTS = 5;
const ANYTHING: SchemaAt = { pointer: '', schema: true };
/** Made first, because they say what stands beside them. */
const TELLING = new Set(['resourceType', 'system', 'url', 'type', 'use', 'code']);

/** Undefined where nothing can or need be said here. */
export function makeValue(making: Making, at: SchemaAt, hint: Json | undefined, spot: Spot): Json | undefined {
  if (spot.depth > DEEPEST || ++making.made > MOST) return undefined;
  const refused = making.plan.refused.get(spot.pointer) ?? 0;
  const guide = refused > 0 && typeof hint !== 'object' ? undefined : hint;
  const whole = making.meaning.read(at);
  const { merged, told } = chosen(making, whole, guide, spot);
  if (merged.impossible) return undefined;
  switch (kindOf(merged, guide)) {
    case 'object':
      return makeObject(making, merged, guide ?? merged.schema.example, spot, whole.choices.length > 0 ? told : undefined);
    case 'array':
      return makeArray(making, merged, guide ?? merged.schema.example, spot);
    default:
      return makeLeaf(making, merged, guide, spot, refused);
  }
}

function kindOf({ schema, properties, items }: Merged, hint: Json | undefined): string {
  if (schema.const !== undefined) return 'leaf';
  const types = typesOf(schema);
  const wanted = hint === undefined || hint === null ? undefined : typeOf(hint);
  if (wanted !== undefined && (types.includes(wanted) || types.length === 0)) return wanted;
  if (types.length > 0) return types.find((type) => type !== 'null') ?? 'null';
  return properties.size > 0 ? 'object' : items ? 'array' : 'string';
}

interface Settled {
  readonly merged: Merged;
  /** What the discriminators of the branches taken have to say. */
  readonly told: JsonObject;
}

const NOTHING_TOLD: JsonObject = {};

/** Each choice settled: as the published value has it, else by the words around, else the first; later tries go on from there. */
function chosen(making: Making, merged: Merged, hint: Json | undefined, spot: Spot): Settled {
  if (merged.choices.length === 0) return { merged, told: NOTHING_TOLD };
  const { read } = making.meaning;
  const tried = making.plan.branch.get(spot.pointer) ?? 0;
  const told: Record<string, Json> = {};
  const settled = settle(read, merged, (choice, nth) => {
    const start = hint === undefined ? likeliest(making, choice, spot) + spot.index : bestBranch(read, choice, hint);
    const index = (start + (nth === 0 ? tried : Math.floor(tried / Math.max(1, choice.branches.length)))) % choice.branches.length;
    const word = discriminatorWord(choice, index);
    if (choice.discriminator && word !== undefined) told[choice.discriminator.propertyName] = word;
    return index;
  });
  return { merged: settled, told };
}

function likeliest(making: Making, choice: Choice, spot: Spot): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, branch] of choice.branches.entries()) {
    const merged = making.meaning.read(branch);
    const type = merged.properties.get('resourceType');
    const named = [merged.component, type && toldWord(making.meaning.read(type).schema)].some(
      (name) => name !== undefined && spot.scope.context.includes(name),
    );
    const types = typesOf(merged.schema);
    const again = merged.component !== undefined && spot.within.includes(merged.component);
    // An extension on death or the like is said only of those it is true of.
    const sad = /death|deceased/i.test(merged.component ?? '');
    const likely =
      (named ? 4 : 0) -
      (merged.impossible ? 20 : 0) -
      (types.length === 1 && types[0] === 'null' ? 10 : 0) -
      (again ? 5 : 0) -
      (sad ? 3 : 0) -
      (merged.schema.deprecated ? 2 : 0);
    if (likely > most) [best, most] = [index, likely];
  }
  return best;
}

function makeObject(
  making: Making,
  merged: Merged,
  published: Json | undefined,
  spot: Spot,
  told: JsonObject | undefined,
): Json | undefined {
  const { plan, meaning } = making;
  const hint = isObject(published) ? published : undefined;
  // A free-form object is whatever was published; made up, it stays empty.
  if (merged.properties.size === 0 && hint && !plan.dropped.has(spot.pointer)) return freeForm(making, merged, hint, spot);
  const inner = (name: string): Merged => meaning.read(placeOf(merged, name));
  const type = hint?.['resourceType'] ?? toldWord(merged.properties.has('resourceType') ? inner('resourceType').schema : undefined);
  const scope = asResource(spot.scope, typeof type === 'string' ? type : undefined);
  const within = merged.component === undefined ? spot.within : [...spot.within, merged.component];
  const { depth, pointer } = spot;
  const level = scope.resource?.path.length === 0 ? 0 : spot.level;
  const names = membersOf({
    merged,
    pointer,
    hint,
    plan,
    sending: making.sending,
    depth: level,
    made: making.made,
    required: spot.required,
    branching: told !== undefined,
    inResource: scope.resource !== undefined,
    path: scope.resource?.path.join('.') ?? '',
    within,
    inner,
    read: meaning.read,
  });
  const beside = [...merged.properties.keys()];
  const values: Record<string, Json> = {};
  for (const name of [...names.filter((each) => TELLING.has(each)), ...names.filter((each) => !TELLING.has(each))]) {
    const place = placeOf(merged, name);
    const container = isContainer(making, inner(name));
    const value = makeValue(making, place, told?.[name] ?? (hint && Object.hasOwn(hint, name) ? hint[name] : undefined), {
      pointer: `${pointer}/${escapeToken(name)}`,
      scope: container ? enter(scope, name, inner(name)) : scope,
      name,
      depth: depth + 1,
      level: level + 1,
      index: 0,
      beside,
      siblings: values,
      required: merged.required.has(name) || plan.wanted.has(`${pointer}/${escapeToken(name)}`),
      within,
      object: pointer,
    });
    if (value !== undefined && (!plan.optional.has(`${pointer}/${escapeToken(name)}`) || !isEmpty(value))) values[name] = value;
  }
  return Object.fromEntries(names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name] ?? null]));
}

function placeOf({ properties, pointer, schema }: Merged, name: string): SchemaAt {
  const declared = properties.get(name);
  if (declared) return declared;
  const { additionalProperties } = schema;
  return typeof additionalProperties === 'object' ? { pointer: `${pointer}/additionalProperties`, schema: additionalProperties } : ANYTHING;
}

function freeForm(making: Making, merged: Merged, hint: JsonObject, spot: Spot): Json {
  const { additionalProperties } = merged.schema;
  const kept = Object.entries(hint).filter(([name]) => !making.plan.dropped.has(`${spot.pointer}/${escapeToken(name)}`));
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

function makeArray(making: Making, merged: Merged, published: Json | undefined, spot: Spot): Json {
  const hint = isArray(published) ? published : undefined;
  const { minItems = 0, maxItems = Infinity, uniqueItems } = merged.schema;
  const least = Math.max(
    minItems,
    making.plan.items.get(spot.pointer) ?? 0,
    merged.prefixItems.length > 0 && !hint ? merged.prefixItems.length : 0,
  );
  const wanted = hint ? Math.min(hint.length, LONGEST_PUBLISHED_LIST) : partsOf(making, merged, spot);
  const length = Math.min(Math.max(least, wanted), maxItems);
  const items: Json[] = [];
  for (let index = 0; index < length; index++) {
    const place = merged.prefixItems[index] ?? merged.items ?? ANYTHING;
    const pointer = `${spot.pointer}/${index}`;
    if (making.plan.dropped.has(pointer) && items.length >= least) continue;
    const make = (): Json | undefined => makeValue(making, place, hint?.[index], { ...spot, pointer, depth: spot.depth + 1, index });
    let item = make();
    if (uniqueItems && isAmong(items, item)) {
      making.plan.refused.set(pointer, Math.max(PATIENCE, making.plan.refused.get(pointer) ?? 0));
      item = make();
    }
    if (index >= least) making.plan.optional.add(pointer);
    if (item === undefined || (isEmpty(item) && index >= least) || (uniqueItems && isAmong(items, item))) continue;
    items.push(item);
  }
  return items;
}

function isAmong(items: readonly Json[], item: Json | undefined): boolean {
  return items.some((other) => JSON.stringify(other) === JSON.stringify(item));
}

/** A person's given names and the lines of an address come in several parts; of anything else, one tells enough. */
function partsOf(making: Making, { items }: Merged, spot: Spot): number {
  const inner = items && making.meaning.read(items);
  const role = inner && isLeaf(inner) ? making.meaning.roleOf(leafOf(inner, spot)) : undefined;
  return role !== undefined && /\.(givenName|addressLine)$/.test(role) ? PARTS : 1;
}

function leafOf({ schema, pointer }: Merged, { scope, name, beside, siblings }: Spot): Leaf {
  return leafAt({ scope, name, schema, pointer, beside, siblings });
}

function makeLeaf(making: Making, merged: Merged, hint: Json | undefined, spot: Spot, refused: number): Json | undefined {
  const { meaning, faker, guided } = making;
  const { scope, name, index, siblings, pointer, object } = spot;
  const plain = leafOf(merged, spot);
  const leaf = guided || hint === undefined ? plain : { ...plain, example: hint };
  const role = meaning.roleOf(plain);
  const source = {
    subject: making.subject,
    bound: making.bound,
    now: making.now,
    today: making.today,
    chance: making.chance,
    name,
    context: scope.context,
    path: leaf.resource ? `${leaf.resource.type}.${leaf.resource.path}` : '',
    siblings,
    label: pointer,
    object,
    index,
    ...(leaf.example === undefined ? {} : { example: leaf.example }),
  };
  const optional = !spot.required || index > 0;
  const value = leafValue({
    leaf,
    role,
    source,
    fits: meaning.fits,
    refused,
    optional,
    ...(faker ? { faker } : {}),
    ...(guided && hint !== undefined ? { hint } : {}),
  });
  // Nothing that we can write fits: more tries would be in vain.
  if (value !== undefined && !meaning.fits(merged.schema, value)) making.plan.refused.set(pointer, PATIENCE);
  return value;
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

/** Writes an error body by walking its schema: each member is filled with what its name means, required ones always. */
import type { Json, Schema, SchemaObject } from '../../contract/contract.ts';
import { isArray } from '../../contract/json.ts';
import type { Flatten } from './flatten.ts';
import type { Habits } from '../words/habits.ts';
import { writeLeaf } from './leaf.ts';
import type { MembersOf } from './members.ts';
import { fieldOf, type Report, type Reports } from '../report.ts';
import { isListOfFaults, isPlace, isWorthOpening, mapsFieldsToTexts, type Role } from './roles.ts';
import { say, type Saying } from '../words/say.ts';
import { suits } from './suit.ts';

/**
 * How much is written of what is optional: nothing; what the API shows in its published bodies; every text besides; everything;
 * everything with the text as the title, where there is no other place for it.
 */
export type Daring = 'required' | 'published' | 'texts' | 'everything' | 'titles';

/** One way of writing; the next is tried where the contract's check refuses what the last one gave. */
export interface Attempt {
  /** Which branch of each union. */
  readonly variant: number;
  readonly daring: Daring;
  /** By pointer into the body: how many candidates the check has refused there. */
  readonly refused: ReadonlyMap<string, number>;
  /** Pointers of members that the check asks for. */
  readonly wanted: ReadonlySet<string>;
}

export interface Writing {
  readonly flatten: Flatten;
  readonly membersOf: MembersOf;
  readonly habits: Habits;
  readonly reports: Reports;
  saying(report: Report): Saying;
  readonly attempt: Attempt;
}

export interface Written {
  readonly body: Json | undefined;
  /** Whether a text tells the fault, ours or the only one that the schema allows. */
  readonly isNamed: boolean;
  /** How many of its texts, codes and statuses had to be others than this fault's. */
  readonly forced: number;
}

interface Spot {
  readonly schema: Schema;
  /** The member's plain name; an item has its array's. */
  readonly name: string;
  readonly role: Role | undefined;
  readonly trail: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly depth: number;
  readonly saying: Saying;
}

const DEEPEST = 12;
/** A contract may ask for any number. */
const MOST_ITEMS = 100;

export function fitToSchema(schema: Schema, { flatten, membersOf, habits, reports, saying, attempt }: Writing): Written {
  const { daring } = attempt;
  const told = new Set<Report>();
  let forced = 0;

  function walk(spot: Spot): Json | undefined {
    if (spot.depth > DEEPEST || attempt.refused.get(spot.pointer) === Infinity) return undefined;
    if (!spot.required && isUnusual(spot)) return undefined;
    const flat = flatten(spot.schema, attempt.variant);
    const types = typesOf(flat);
    if (types.includes('object') || (types.length === 0 && flat.properties)) return walkObject(flat, spot);
    if (types.includes('array') || (types.length === 0 && flat.items !== undefined)) return walkArray(flat, spot);
    return walkLeaf(flat, spot);
  }

  /** Where an API publishes bodies, a member that none of them holds is left alone; the place of a fault is worth an exception. */
  function isUnusual({ trail, name, role }: Spot): boolean {
    if (daring === 'everything' || daring === 'titles' || (daring === 'texts' && role === 'message')) return false;
    return !isPlace(role) && name !== 'source' && !habits.isUsual(trail);
  }

  function walkObject(flat: SchemaObject, spot: Spot): Json | undefined {
    if (!spot.required && !isWorthOpening(spot.name)) return undefined;
    const body: Record<string, Json> = {};
    const isMap = mapsFieldsToTexts(spot.name) && !spot.trail.endsWith('*');
    if (isMap) writeFields(body, flat);
    for (const { key, token, name, schema: member, role, required: isRequired } of membersOf(flat, spot.name)) {
      const pointer = `${spot.pointer}/${token}`;
      const needed = isRequired || attempt.wanted.has(pointer);
      if (Object.hasOwn(body, key) || (!needed && (daring === 'required' || isMap))) continue;
      const trail = spot.trail === '' ? key : `${spot.trail}/${key}`;
      const value = walk({ schema: member, name, role, trail, pointer, required: needed, depth: spot.depth + 1, saying: spot.saying });
      if (value !== undefined) put(body, key, value);
    }
    // A code says nothing without the system it comes from.
    const isBare = spot.name === 'coding' && flat.properties?.['system'] !== undefined && !Object.hasOwn(body, 'system');
    return spot.required || (Object.keys(body).length > 0 && !isBare) ? body : undefined;
  }

  /** `{"validationErrors": {"type": "..."}}`: the members are named after the request's own, and hold a text or a list of texts. */
  function writeFields(body: Record<string, Json>, { properties = {}, additionalProperties = true }: SchemaObject): void {
    for (const report of reports.each) {
      const field = report.fault && fieldOf(report.fault);
      const name = field === undefined || field === '' ? 'body' : field;
      const member = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      const flat = member ? flatten(member, attempt.variant) : { const: null };
      const before = Object.hasOwn(body, name) ? body[name] : undefined;
      if (suits(flat, report.message)) put(body, name, typeof before === 'string' ? `${before} ${report.message}` : report.message);
      else if (suits(flat, [])) put(body, name, [...(isArray(before) ? before : []), report.message]);
      else continue;
      if (report.fault) told.add(report);
    }
  }

  function walkArray({ items = true, maxItems = Infinity, minItems = 0 }: SchemaObject, spot: Spot): Json | undefined {
    const { name, role, required, trail, pointer, depth } = spot;
    const isList = isListOfFaults(name);
    if (!isList && role === undefined && !required && !isWorthOpening(name)) return undefined;
    if (role === 'steps') return say(role, spot.saying).map((step) => (suits(flatten(items, attempt.variant), step) ? step : String(step)));
    // One item per fault; where so many are not allowed, one that tells them all.
    const tellers = !isList ? [spot.saying] : (reports.each.length <= maxItems ? reports.each : [reports.whole]).map(saying);
    const values = Array.from({ length: Math.min(Math.max(tellers.length, minItems), maxItems, MOST_ITEMS) }, (_, i) =>
      walk({
        ...spot,
        schema: items,
        trail: `${trail}/*`,
        pointer: `${pointer}/${i}`,
        depth: depth + 1,
        saying: tellers[i] ?? spot.saying,
      }),
    ).filter((value) => value !== undefined);
    return required || values.length > 0 ? values : undefined;
  }

  function walkLeaf(schema: SchemaObject, spot: Spot): Json | undefined {
    const { trail, required, saying: own } = spot;
    const role = daring === 'titles' && (spot.role === 'title' || spot.role === 'display') ? 'message' : spot.role;
    // A second text is a repetition, save where the API is known to write both.
    if (role === 'message' && !required && told.has(own.report) && !habits.isPublished(trail)) return undefined;
    const { value, isOwn } = writeLeaf({
      schema,
      role,
      trail,
      required,
      saying: own,
      habits,
      refused: attempt.refused.get(spot.pointer) ?? 0,
    });
    const isFixed = schema.enum !== undefined || schema.const !== undefined;
    if (role === 'message' && value !== undefined && (isOwn || isFixed)) told.add(own.report);
    if ((role === 'status' || role === 'code' || role === 'message') && value !== undefined && !isOwn) forced++;
    return value;
  }

  const body = walk({ schema, name: '', role: 'message', trail: '', pointer: '', required: true, depth: 0, saying: saying(reports.whole) });
  return { body, isNamed: told.size > 0, forced };
}

function typesOf({ type }: SchemaObject): readonly string[] {
  return isArray(type) ? type : type === undefined ? [] : [type as string];
}

/** Member names come from contracts and requests, and may be any text. */
function put(body: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(body, name, { value, enumerable: true, configurable: true, writable: true });
  else body[name] = value;
}

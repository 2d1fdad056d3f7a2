/** Fills an error form: each part with what its name means, required ones always. */
import type { Json } from '../../contract/contract.ts';
import { isArray } from '../../contract/json.ts';
import { isListOfFaults, isWorthOpening, mapsFieldsToTexts, tellsPlace, type ErrorRole } from '../../meaning/roles/error-roles.ts';
import type { FormPart } from '../form/form-part.ts';
import type { Habits } from '../published/habits.ts';
import { fieldOf, type Report, type Reports } from '../report.ts';
import { say, type Saying } from '../words/say.ts';
import { saidLeaf } from './leaf-value.ts';
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

export interface Filling {
  readonly habits: Habits;
  readonly reports: Reports;
  saying(report: Report): Saying;
  readonly attempt: Attempt;
}

export interface Filled {
  readonly body: Json | undefined;
  /** Whether a text tells the fault, ours or the only one that the schema allows. */
  readonly isNamed: boolean;
  /** How many of its texts, codes and statuses had to be others than this fault's. */
  readonly forced: number;
}

/** A part where it stands in the body that is written. */
interface Spot {
  readonly part: FormPart;
  readonly pointer: string;
  readonly required: boolean;
  readonly depth: number;
  readonly saying: Saying;
}

const DEEPEST = 12;
/** A contract may ask for any number. */
const MOST_ITEMS = 100;
/** Parts of one body. Twenty faults with all that FHIR says of each have 200; what asks for more says nothing with it. */
const MOST_PARTS = 1_000;

export function fillForm(body: FormPart, { habits, reports, saying, attempt }: Filling): Filled {
  const { daring } = attempt;
  const told = new Set<Report>();
  let forced = 0;
  let parts = 0;

  function fill(spot: Spot): Json | undefined {
    if (++parts > MOST_PARTS || spot.depth > DEEPEST || attempt.refused.get(spot.pointer) === Infinity) return undefined;
    if (!spot.required && (spot.part.repeats || isUnusual(spot.part))) return undefined;
    const { kind } = spot.part;
    return kind === 'object' ? fillObject(spot) : kind === 'array' ? fillArray(spot) : fillLeaf(spot);
  }

  /** Where an API publishes bodies, a member that none of them holds is left alone; the place of a fault is worth an exception. */
  function isUnusual({ trail, name, role }: FormPart): boolean {
    if (daring === 'everything' || daring === 'titles' || (daring === 'texts' && role === 'message')) return false;
    return !tellsPlace(role) && name !== 'source' && !habits.isUsual(trail);
  }

  function fillObject({ part, pointer, required, depth, saying: own }: Spot): Json | undefined {
    const { name, trail } = part;
    if (!required && !isWorthOpening(name)) return undefined;
    const object: Record<string, Json> = {};
    const isMap = mapsFieldsToTexts(name) && !trail.endsWith('*');
    if (isMap) fillFields(object, part);
    for (const member of part.members()) {
      const { key } = member;
      const at = `${pointer}/${member.token}`;
      const needed = member.required || attempt.wanted.has(at);
      if (Object.hasOwn(object, key) || (!needed && (daring === 'required' || isMap))) continue;
      const value = fill({ part: member, pointer: at, required: needed, depth: depth + 1, saying: own });
      if (value !== undefined) put(object, key, value);
    }
    // A code says nothing without the system it comes from.
    const isBare = name === 'coding' && !Object.hasOwn(object, 'system') && part.members().some(({ key }) => key === 'system');
    return required || (Object.keys(object).length > 0 && !isBare) ? object : undefined;
  }

  /** `{"validationErrors": {"type": "..."}}`: the members are named after the request's own, and hold a text or a list of texts. */
  function fillFields(object: Record<string, Json>, part: FormPart): void {
    for (const report of reports.each) {
      const field = report.fault && fieldOf(report.fault);
      const name = field === undefined || field === '' ? 'body' : field;
      const schema = part.field(name);
      const before = Object.hasOwn(object, name) ? object[name] : undefined;
      if (!schema) continue;
      if (suits(schema, report.message)) put(object, name, typeof before === 'string' ? `${before} ${report.message}` : report.message);
      else if (suits(schema, [])) put(object, name, [...(isArray(before) ? before : []), report.message]);
      else continue;
      if (report.fault) told.add(report);
    }
  }

  function fillArray(spot: Spot): Json | undefined {
    const { part, pointer, required, depth } = spot;
    const { name, role } = part;
    const { maxItems = Infinity, minItems = 0 } = part.schema;
    const isList = isListOfFaults(name);
    if (!isList && role === undefined && !required && !isWorthOpening(name)) return undefined;
    const item = part.items();
    if (role === 'steps') return say(role, spot.saying).map((step) => (!item || suits(item.schema, step) ? step : String(step)));
    // One item per fault; where so many are not allowed, one that tells them all.
    const tellers = !isList ? [spot.saying] : (reports.each.length <= maxItems ? reports.each : [reports.whole]).map(saying);
    const wanted = Math.min(Math.max(tellers.length, minItems), maxItems, MOST_ITEMS);
    const values = Array.from({ length: item ? wanted : 0 }, (_, i) =>
      item ? fill({ part: item, pointer: `${pointer}/${i}`, required, depth: depth + 1, saying: tellers[i] ?? spot.saying }) : undefined,
    ).filter((value) => value !== undefined);
    return required || values.length > 0 ? values : undefined;
  }

  function fillLeaf({ part, pointer, required, saying: own }: Spot): Json | undefined {
    const { trail, schema } = part;
    const role: ErrorRole | undefined = daring === 'titles' && (part.role === 'title' || part.role === 'display') ? 'message' : part.role;
    // A second text is a repetition, save where the API is known to write both.
    if (role === 'message' && !required && told.has(own.report) && !habits.isPublished(trail)) return undefined;
    const refused = attempt.refused.get(pointer) ?? 0;
    const { value, isOwn } = saidLeaf({ schema, role, trail, required, saying: own, habits, refused });
    const isFixed = schema.enum !== undefined || schema.const !== undefined;
    if (role === 'message' && value !== undefined && (isOwn || isFixed)) told.add(own.report);
    if ((role === 'status' || role === 'code' || role === 'message') && value !== undefined && !isOwn) forced++;
    return value;
  }

  const written = fill({ part: body, pointer: '', required: true, depth: 0, saying: saying(reports.whole) });
  return { body: parts > MOST_PARTS ? undefined : written, isNamed: told.size > 0, forced };
}

/** Member names come from contracts and requests, and may be any text. */
function put(body: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(body, name, { value, enumerable: true, configurable: true, writable: true });
  else body[name] = value;
}

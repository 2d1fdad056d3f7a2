/** Looks through a value once, at any depth, and into what its texts hold: every text that could be a live number, with where it stands and what it is said to be. */
import { tokensOf } from '../../../contract/json-pointer.ts';
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import { mayHoldLiveNumber } from '../../../fhir/live-numbers.ts';
import {
  holdsValue,
  isIdentifierField,
  isNationalType,
  labels,
  labelsIdentifier,
  namesIdentifier,
  namesPatient,
  namesTelephone,
} from './says-identifier.ts';
import { hasEscapes } from '../../../fhir/escapes.ts';
import { insideText, isWorthReading } from './structured.ts';

export interface SentText {
  readonly text: string;
  /** Where it stands in the value, from the outside in. */
  readonly tokens: readonly string[];
  /** It is said to be a patient's identifier. */
  readonly identifier: boolean;
  readonly telephone: boolean;
}

export type SeeText = (sent: SentText) => void;

/** The way to a value, from the inside out. */
interface Step {
  readonly name: string;
  /** What it is a member of; undefined for an item of a list. */
  readonly owner: JsonObject | undefined;
  /** What it is an item of. */
  readonly list?: readonly Json[];
  readonly above: Step | undefined;
}

/** A text in a text in a text is looked into; deeper ones are not. */
const DEEPEST = 4;

export function lookThrough(value: Json, name: string, visit: SeeText): void {
  look(value, { name, owner: undefined, above: undefined }, DEEPEST, visit);
}

function look(value: Json, step: Step, depth: number, visit: SeeText): void {
  if (typeof value === 'string') lookInto(value, step, depth, visit);
  else if (typeof value === 'number') {
    if (Math.abs(value) >= 1e7) lookInto(Number.isInteger(value) ? BigInt(value).toString() : String(value), step, depth, visit);
  } else if (isArray(value)) {
    for (let index = 0; index < value.length; index++)
      look(value[index] ?? null, { name: String(index), owner: undefined, list: value, above: step }, depth, visit);
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (name.length >= 10 && (mayHoldLiveNumber(name) || hasEscapes(name))) lookAtName(name, step, visit);
      const member = value[name];
      if (member !== undefined && (typeof member !== 'string' || member.length >= 10))
        look(member, { name, owner: value, above: step }, depth, visit);
    }
  }
}

/** `seen` are the texts that were found in this place already, and how deep they were looked into: escapes within brackets are what brackets around escapes are. */
function lookInto(sent: string, step: Step, depth: number, visit: SeeText, seen?: Map<string, number>): void {
  const text = padded.test(sent) ? plainNumber(sent) : sent;
  if (!isWorthReading(text)) return;
  if (step.name === 'filename') lookAtName(text, step.above, visit);
  // What a path of a JSON Patch names are members.
  if ((step.name === 'path' || step.name === 'from') && typeof step.owner?.['op'] === 'string')
    for (const token of tokensOf(text)) if (isWorthReading(token)) lookAtName(token, step.above, visit);
  if (mayHoldLiveNumber(text)) {
    const meaning = meaningOf(step);
    visit({ text, tokens: tokensTo(step), ...meaning, identifier: meaning.identifier || isToken(text) });
  }
  if (depth === 0) return;
  const insides = insideText(text);
  if (insides.length === 0) return;
  const known = seen ?? new Map<string, number>();
  known.set(text, depth);
  for (const inside of insides) {
    if (typeof inside !== 'string') look(inside, step, depth - 1, visit);
    else if ((known.get(inside) ?? -1) < depth - 1) {
      known.set(inside, depth - 1);
      lookInto(inside, step, depth - 1, visit, known);
    }
  }
}

/** Numbers in a text that are written with zeros before them, or with an exponent. */
const padded = /^\s*[-+]?(?:0+\d{10}|\d[\d.]{0,30}e[-+]?\d{1,3})\s*$/i;

function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

/** A name that is a number and nothing else says who it is. */
function lookAtName(name: string, step: Step | undefined, visit: SeeText): void {
  const identifier = !/\p{L}/u.test(name.replace(/\.\w{1,5}$/, ''));
  const tokens = [...(step ? tokensTo(step) : []), name];
  visit({ text: name, tokens, identifier, telephone: false });
  for (const inside of insideText(name)) if (typeof inside === 'string') visit({ text: inside, tokens, identifier, telephone: false });
}

function tokensTo(step: Step): readonly string[] {
  const tokens: string[] = [];
  for (let at: Step | undefined = step; at; at = at.above) tokens.push(at.name);
  return tokens.reverse().slice(1);
}

/** A token of a search says its system: `https://…/nhs-number|…`. */
function isToken(text: string): boolean {
  const bar = text.lastIndexOf('|');
  return bar > 0 && bar < 300 && labelsIdentifier(text.slice(0, bar));
}

const notSaid = { identifier: false, telephone: false };

/** What the names around a value say of it. Names further out count as long as those between say nothing themselves. */
function meaningOf(step: Step): Pick<SentText, 'identifier' | 'telephone'> {
  const telephone = namesTelephone(step.name) || /^(?:phone|fax|sms|pager)$/i.test(String(step.owner?.['system'] ?? ''));
  for (let at: Step | undefined = step; at; at = at.above) {
    if (isIdentifying(at)) return { identifier: true, telephone: false };
    if (!holdsValue(at.name)) break;
  }
  return telephone ? { identifier: false, telephone } : notSaid;
}

function isIdentifying(step: Step): boolean {
  const { name, owner, above } = step;
  if (isPatientsId(step) || namesIdentifier(columnOf(step) ?? '')) return true;
  if (namesIdentifier(name) || isIdentifierField(name) || (above && namesIdentifier(`${above.name}.${name}`) && !labels.has(name)))
    return true;
  if (!holdsValue(name) || !owner) return false;
  return (
    isLabelled(owner) ||
    isTyped(owner['type']) ||
    isPatched(name, owner) ||
    (name === 'value' && owner['system'] === undefined && isPatientsIdentifier(step.above))
  );
}

function isLabelled(owner: JsonObject): boolean {
  return Object.keys(owner).some((name) => {
    const text = labels.has(name) ? owner[name] : undefined;
    return typeof text === 'string' && text.length <= 200 && labelsIdentifier(text);
  });
}

/** An Identifier's type, of FHIR. */
function isTyped(type: Json | undefined): boolean {
  if (!isObject(type)) return false;
  const { coding } = type;
  const codings = isArray(coding) ? coding.slice(0, MOST_CODINGS) : [coding];
  return isLabelled(type) || codings.some((one) => isObject(one) && (isNationalType(one['code']) || isLabelled(one)));
}

const MOST_CODINGS = 10;

/** Patients have their NHS numbers for ids, in the NHS's APIs of FHIR. */
function isPatientsId({ name, owner, above }: Step): boolean {
  return name.endsWith(':Patient') || (name === 'id' && (owner?.['resourceType'] === 'Patient' || memberOf(above)?.name === 'Patient'));
}

/** What the column of a cell is called: beside the rows, or in the first of them. */
function columnOf({ name, list, above: row }: Step): string | undefined {
  if (!list || !row?.list) return undefined;
  const beside = row.above?.owner;
  for (const columns of [beside?.['columns'], beside?.['headers'], beside?.['header'], beside?.['fields'], row.list[0]]) {
    const column = isArray(columns) ? columns[Number(name)] : undefined;
    const called = isObject(column) ? (column['name'] ?? column['title'] ?? column['label'] ?? column['id'] ?? column['field']) : column;
    if (typeof called === 'string') return called;
  }
  return undefined;
}

/** The value of an operation of a JSON Patch is what stands at its path. */
function isPatched(name: string, owner: JsonObject): boolean {
  const { op, path } = owner;
  if (name !== 'value' || typeof op !== 'string' || typeof path !== 'string') return false;
  const [last = '', before = '', one = ''] = tokensOf(path).toReversed();
  return (
    namesIdentifier(last) ||
    (holdsValue(last) && namesIdentifier(before)) ||
    (last === 'value' && (before === 'identifier' || one === 'identifier'))
  );
}

/** The member that a value is, or is an item of. */
const memberOf = (step: Step | undefined): Step | undefined => (step && /^\d+$/.test(step.name) ? step.above : step);

/** The identifier of a patient's resource, or under a name that means one, where nothing says whose system it is of. */
function isPatientsIdentifier(step: Step | undefined): boolean {
  const member = memberOf(step);
  if (member?.name !== 'identifier') return false;
  return namesPatient(String(member.owner?.['resourceType'] ?? '')) || namesPatient(member.above?.name ?? '');
}

/** The Parameters of an operation, read by a table of what it takes: all that is wrong with their structure is found at once. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Fault } from '../../../src/mock/problem.ts';
import { wrongAt, type RefusalCode } from '../faults/refusals.ts';

/** Which member holds the value. */
export type ValueKind =
  | 'valueCoding'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueUnsignedInt'
  | 'valueInstant'
  | 'valueIdentifier'
  | 'valueReference'
  | 'resource';

export interface Wanted {
  readonly kind: ValueKind;
  readonly isRequired?: true;
  readonly isList?: true;
  /** Of a coding: those that there are. */
  readonly codes?: readonly string[];
  /** What another one is called, where the operation has no INVALID_CODE. */
  readonly otherCode?: RefusalCode;
}

/** One that was sent, and where it stands. */
export interface Sent {
  readonly place: string;
  readonly value: Json;
}

export interface ReadParameters {
  readonly faults: readonly Fault[];
  /** Those that are right, in their order. */
  all(name: string): readonly Sent[];
  one(name: string): Sent | undefined;
  code(name: string): string | undefined;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  reference(name: string): string | undefined;
  /** Of an identifier. */
  identifier(name: string): string | undefined;
  placeOf(name: string): string;
}

/** Comments are no longer than this. */
const longestText = 32_768;

export function readParameters(body: Json | undefined, wanted: Readonly<Record<string, Wanted>>, at = ''): ReadParameters {
  const faults: Fault[] = [];
  const found = new Map<string, Sent[]>();
  const within = (place: string): string => (at === '' ? place : `${at}.${place}`);
  const fault = (code: RefusalCode, place: string, message: string): void => void faults.push(wrongAt(code, place, message));
  const sent = isObject(body) ? body : {};
  for (const name of Object.keys(sent)) if (!known.has(name)) fault('UNEXPECTED_FIELD', within(name), 'is not a member of this resource');
  if (stringAt(sent, 'resourceType') !== 'Parameters') fault('INVALID_FHIR_STRUCTURE', within('resourceType'), 'must be Parameters');
  const parameters = sent['parameter'];
  if (parameters !== undefined && !isArray(parameters)) fault('INVALID_FHIR_STRUCTURE', within('parameter'), 'must be a list');
  for (const [n, parameter] of (isArray(parameters) ? parameters : []).entries()) {
    const place = within(`parameter[${n}]`);
    const name = stringAt(parameter, 'name');
    const want = name === undefined || !Object.hasOwn(wanted, name) ? undefined : wanted[name];
    if (!isObject(parameter)) fault('INVALID_FHIR_STRUCTURE', place, 'must be a parameter');
    else if (name === undefined) fault('MISSING_VALUE', `${place}.name`, 'is required');
    else if (!want) fault('UNEXPECTED_FIELD', `${place}.name`, 'is not a parameter of this operation');
    else {
      const wrong = wrongValue(parameter, want, place);
      if (wrong) faults.push(wrong);
      const before = found.get(name) ?? [];
      if (before.length > 0 && !want.isList) fault('INVALID_FHIR_STRUCTURE', place, 'is there more than once');
      if (!wrong) found.set(name, [...before, { place: `${place}.${want.kind}`, value: parameter[want.kind] ?? null }]);
    }
  }
  const named = new Set((isArray(parameters) ? parameters : []).map((each) => stringAt(each, 'name')));
  for (const [name, { isRequired }] of Object.entries(wanted))
    if (isRequired && !named.has(name)) fault('MISSING_VALUE', within('parameter'), `${name} is required`);
  return readOut(faults, found, within('parameter'));
}

const known: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta', 'language', 'implicitRules', 'parameter']);

function readOut(faults: readonly Fault[], found: ReadonlyMap<string, readonly Sent[]>, whole: string): ReadParameters {
  const one = (name: string): Sent | undefined => found.get(name)?.[0];
  const read =
    <Value>(is: (value: Json) => Value | undefined) =>
    (name: string): Value | undefined => {
      const value = one(name)?.value;
      return value === undefined ? undefined : is(value);
    };
  return {
    faults,
    all: (name) => found.get(name) ?? [],
    one,
    code: read(codeIn),
    text: read((value) => (typeof value === 'string' ? value : undefined)),
    reference: read((value) => stringAt(value, 'reference')),
    number: read((value) => (typeof value === 'number' ? value : undefined)),
    flag: read((value) => (typeof value === 'boolean' ? value : undefined)),
    identifier: read((value) => stringAt(value, 'value')),
    placeOf: (name) => one(name)?.place ?? whole,
  };
}

function wrongValue(parameter: JsonObject, { kind, codes, otherCode = 'INVALID_CODE' }: Wanted, place: string): Fault | undefined {
  const other = Object.keys(parameter).find((name) => name !== 'name' && name !== kind && name !== 'id');
  if (other !== undefined)
    return wrongAt(isValue(other) ? 'INVALID_FHIR_STRUCTURE' : 'UNEXPECTED_FIELD', `${place}.${other}`, `must be ${kind}`);
  const value = parameter[kind];
  const at = `${place}.${kind}`;
  if (value === undefined || value === '') return wrongAt('MISSING_VALUE', at, 'is required');
  if (!isOfKind(kind, value)) return wrongAt('INVALID_FHIR_STRUCTURE', at, 'is of another type');
  if (kind === 'valueString' && String(value).length > longestText) return wrongAt('INVALID_VALUE', at, 'is too long');
  if (kind === 'valueString' && String(value).trim() === '') return wrongAt('MISSING_VALUE', at, 'is blank');
  if (kind === 'valueCoding' || kind === 'valueCodeableConcept') {
    const code = codeIn(value);
    const of = kind === 'valueCoding' ? `${at}.code` : `${at}.coding[0].code`;
    if (code === undefined) return wrongAt('MISSING_VALUE', of, 'is required');
    if (codes && !codes.includes(code)) return wrongAt(otherCode, of, `must be one of ${codes.slice(0, 20).join(', ')}`);
  }
  if (kind === 'valueReference' && stringAt(value, 'reference') === undefined)
    return wrongAt('MISSING_VALUE', `${at}.reference`, 'is required');
  if (kind === 'valueIdentifier' && stringAt(value, 'value') === undefined) return wrongAt('MISSING_VALUE', `${at}.value`, 'is required');
  if (kind === 'valueInstant' && Number.isNaN(Date.parse(String(value)))) return wrongAt('INVALID_VALUE', at, 'must be an instant');
  return undefined;
}

/** Of a coding, or of the first of a concept. */
const codeIn = (value: Json): string | undefined => stringAt(value, 'code') ?? stringAt(value, 'coding', 'code');

const isValue = (name: string): boolean => name.startsWith('value') || name === 'resource';

function isOfKind(kind: ValueKind, value: Json): boolean {
  if (kind === 'valueString' || kind === 'valueInstant') return typeof value === 'string';
  if (kind === 'valueBoolean') return typeof value === 'boolean';
  if (kind === 'valueUnsignedInt') return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31;
  return isObject(value);
}

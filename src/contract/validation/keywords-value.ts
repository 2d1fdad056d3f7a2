/** The keywords that look at one value by itself: type, enum, const, and the limits of strings and numbers. */
import type { Json } from '../contract.ts';
import { type Check, fault, type Keyword, type Run, spend } from './check.ts';
import { counted } from '../counted.ts';
import { canonical, CHARACTERS_PER_STEP, equal } from '../equal.ts';
import { lazily } from '../lazily.ts';
import { cutShort, SHOWN_PLACE } from '../limits.ts';
import { FORMATS } from './formats.ts';

const OF_TYPE: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: (value) => Array.isArray(value),
  null: (value) => value === null,
};

export const type: Keyword = ({ type: wanted }) => {
  if (wanted === undefined) return undefined;
  const names = typeof wanted === 'string' ? [wanted] : wanted;
  const tests = names.map((name) => OF_TYPE[name]).filter((test) => test !== undefined);
  const message = `must be ${names.map(typeName).join(' or ')}`;
  const [first, second] = tests;
  if (first === undefined) return undefined;
  const test = second === undefined ? first : (value: Json) => tests.some((one) => one(value));
  return (value, at, run) => test(value) || fault(run, at, 'type', message);
};

export function typeName(name: string): string {
  return name === 'null' ? name : name === 'integer' ? 'a whole number' : /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

/** Longest list of permitted values that is written out in a message. */
const LISTED = 12;

/** A value may be as long as its contract. */
const shown = (value: Json): string => cutShort(JSON.stringify(value), SHOWN_PLACE);

export function listed(values: readonly Json[]): string {
  return values.length <= LISTED ? `one of ${values.map(shown).join(', ')}` : `one of the ${values.length} values that are listed`;
}

const isStructured = (value: Json): boolean => typeof value === 'object' && value !== null;

export const enumeration: Keyword = ({ enum: values }) => {
  if (values === undefined) return undefined;
  const message = `must be ${listed(values)}`;
  const simple = new Set<Json>(values.filter((value) => !isStructured(value)));
  const structured = lazily(() => new Set(values.filter(isStructured).map(canonical)));
  const among = (value: Json, run: Run): boolean => {
    if (!isStructured(value)) return simple.has(value);
    if (structured().size === 0) return false;
    const text = canonical(value);
    spend(run, text.length / CHARACTERS_PER_STEP);
    return structured().has(text);
  };
  return (value, at, run) => among(value, run) || fault(run, at, 'enum', message);
};

export const constant: Keyword = ({ const: wanted }) => {
  if (wanted === undefined) return undefined;
  const message = `must be ${shown(wanted)}`;
  return (value, at, run) => equal(wanted, value) || fault(run, at, 'const', message);
};

export const text: Keyword = (schema, compile) => {
  const checks: ((value: string, at: string, run: Parameters<Check>[2]) => boolean)[] = [];
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined)
    checks.push(
      (value, at, run) =>
        lengthAtLeast(value, minLength) || fault(run, at, 'minLength', `must have at least ${counted(minLength, 'character')}`),
    );
  if (maxLength !== undefined)
    checks.push(
      (value, at, run) =>
        !lengthAtLeast(value, maxLength + 1) || fault(run, at, 'maxLength', `must have at most ${counted(maxLength, 'character')}`),
    );
  if (pattern !== undefined) {
    const test = compile.test(pattern);
    const { size = 0 } = test;
    checks.push((value, at, run) => {
      spend(run, (value.length * size) / CHARACTERS_PER_STEP);
      return test(value) || fault(run, at, 'pattern', `must match the pattern ${pattern}`);
    });
  }
  const known = format === undefined ? undefined : FORMATS[format];
  if (known?.type === 'string')
    checks.push((value, at, run) => known.validate(value) || fault(run, at, 'format', `must be ${known.wanted}`));
  if (checks.length === 0) return undefined;
  return (value, at, run) => {
    if (typeof value !== 'string') return true;
    let fitting = true;
    for (const check of checks) if (!check(value, at, run)) fitting = false;
    return fitting;
  };
};

/** Length is counted in characters (code points), of which a text has at most as many as code units and at least half. */
export function lengthAtLeast(value: string, least: number): boolean {
  if (value.length < least) return false;
  if (value.length >= least * 2) return true;
  let length = 0;
  for (const _ of value) if (++length >= least) return true;
  return length >= least;
}

export const number: Keyword = (schema) => {
  const checks: { readonly keyword: string; readonly message: string; holds(value: number): boolean }[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum !== undefined) checks.push({ keyword: 'minimum', message: `must be ${minimum} or more`, holds: (value) => value >= minimum });
  if (maximum !== undefined) checks.push({ keyword: 'maximum', message: `must be ${maximum} or less`, holds: (value) => value <= maximum });
  if (exclusiveMinimum !== undefined)
    checks.push({
      keyword: 'exclusiveMinimum',
      message: `must be more than ${exclusiveMinimum}`,
      holds: (value) => value > exclusiveMinimum,
    });
  if (exclusiveMaximum !== undefined)
    checks.push({
      keyword: 'exclusiveMaximum',
      message: `must be less than ${exclusiveMaximum}`,
      holds: (value) => value < exclusiveMaximum,
    });
  if (multipleOf !== undefined)
    checks.push({ keyword: 'multipleOf', message: `must be a multiple of ${multipleOf}`, holds: (value) => isMultiple(value, multipleOf) });
  const known = format === undefined ? undefined : FORMATS[format];
  if (known?.type === 'number')
    checks.push({ keyword: 'format', message: `must be ${known.wanted}`, holds: (value) => known.validate(value) });
  if (checks.length === 0) return undefined;
  return (value, at, run) => {
    if (typeof value !== 'number') return true;
    let fitting = true;
    for (const { keyword, message, holds } of checks) if (!holds(value) && !fault(run, at, keyword, message)) fitting = false;
    return fitting;
  };
};

/** 0.3 is a multiple of 0.1, although binary fractions say otherwise in their last digits. */
export function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  // Past the largest number there are no fractions left to tell: the difference is then no number.
  return !(Math.abs(Math.round(quotient) - quotient) > 1e-9);
}

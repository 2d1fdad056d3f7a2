/** A number within a schema's bounds that a person might have entered. Counted in whole steps, since fractions and large numbers lose digits. */
import type { SchemaObject } from '../../contract/contract.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Chance } from '../seed.ts';

/** Without bounds a number is small; with one bound it stays near it. */
const USUAL_SPAN = 99n;
/** Digits after the point that are counted at most. */
const MOST_PLACES = 30;

export function numberFor(schema: SchemaObject, chance: Chance, label: string): number {
  const whole = typesOf(schema).includes('integer');
  const given = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum, schema.multipleOf];
  const places = Math.min(MOST_PLACES, Math.max(0, ...given.map((each) => (each === undefined ? 0 : placesOf(each)))));
  // No whole number may lie between the bounds: a fraction does, unless they contradict each other.
  return (
    within(schema, { places, whole: true }, chance, label) ??
    (whole ? undefined : within(schema, { places: places + 2, whole: false }, chance, label)) ??
    schema.minimum ??
    0
  );
}

interface Counting {
  /** Everything is counted in units of ten to the power of minus this. */
  readonly places: number;
  /** Whole numbers only, where the schema asks for no steps of its own. */
  readonly whole: boolean;
}

function within(schema: SchemaObject, { places, whole }: Counting, chance: Chance, label: string): number | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const count = (value: number): bigint => scaled(value, places);
  const one = 10n ** BigInt(places);
  const own = multipleOf === undefined ? undefined : abs(count(multipleOf));
  const integer = typesOf(schema).includes('integer');
  const step = own === undefined || own === 0n ? (whole ? one : 1n) : integer ? lcm(own, one) : own;
  const lows = [
    ...(minimum === undefined ? [] : [count(minimum)]),
    ...(exclusiveMinimum === undefined ? [] : [count(exclusiveMinimum) + 1n]),
  ];
  const highs = [
    ...(maximum === undefined ? [] : [count(maximum)]),
    ...(exclusiveMaximum === undefined ? [] : [count(exclusiveMaximum) - 1n]),
  ];
  const low = lows.length > 0 ? ceiling(most(lows), step) : undefined;
  const high = highs.length > 0 ? floor(least(highs), step) : undefined;
  const first = low ?? (high === undefined || high >= one ? ceiling(one, step) : high - USUAL_SPAN * step);
  const last = high === undefined || high - first > USUAL_SPAN * step ? first + USUAL_SPAN * step : high;
  if (last < first) return undefined;
  const span = Number((last - first) / step);
  const start = chance.int(0, span, label);
  for (let tried = 0; tried <= span; tried++) {
    const value = Number(written(first + step * BigInt((start + tried) % (span + 1)), places));
    if (holds(schema, value)) return value;
  }
  return undefined;
}

/** A number too large to be exact may have been rounded beyond a bound. */
function holds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaObject, value: number): boolean {
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  return !(exclusiveMinimum !== undefined && value <= exclusiveMinimum) && !(exclusiveMaximum !== undefined && value >= exclusiveMaximum);
}

/** Digits after the point, as the number is written: `1e-7` has seven. */
function placesOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

function scaled(value: number, places: number): bigint {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = places - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? digits * 10n ** BigInt(Math.min(shift, 400)) : digits / 10n ** BigInt(-shift);
}

/** Decimal fractions as they would be written: 0.3, not 0.30000000000000004. */
function written(count: bigint, places: number): string {
  const digits = String(abs(count)).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return count < 0n ? `-${text}` : text;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const most = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b));
const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b));

function floor(value: bigint, step: bigint): bigint {
  const rest = value % step;
  return value - (rest < 0n ? rest + step : rest);
}

function ceiling(value: bigint, step: bigint): bigint {
  const below = floor(value, step);
  return below === value ? value : below + step;
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

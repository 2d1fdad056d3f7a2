/** A number within a schema's bounds that a person might have entered. */
import type { SchemaObject } from '../../contract/contract.ts';
import { typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Chance } from './seed.ts';

/** Without bounds a number is small; with one bound it stays near it. */
const USUAL_SPAN = 99;

export function numberFor(schema: SchemaObject, chance: Chance, label: string): number {
  const whole = typesOf(schema).includes('integer') || schema.multipleOf === undefined;
  const step = schema.multipleOf ?? 1;
  const [low, high] = bounds(schema);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (first <= last) return tidy(chance.int(first, last, label) * step);
  // No whole number lies between the bounds: a fraction does, unless they contradict each other.
  return whole && typesOf(schema).includes('integer') ? first * step : tidy((low + high) / 2);
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaObject): readonly [number, number] {
  const above = exclusiveMinimum === undefined ? -Infinity : nextAfter(exclusiveMinimum, 1);
  const below = exclusiveMaximum === undefined ? Infinity : nextAfter(exclusiveMaximum, -1);
  const low = Math.max(minimum ?? -Infinity, above);
  const high = Math.min(maximum ?? Infinity, below);
  if (low === -Infinity) return [Math.min(1, high === Infinity ? 1 : high - USUAL_SPAN), Math.min(high, 1 + USUAL_SPAN)];
  return [low, Math.min(high, low + USUAL_SPAN)];
}

/** The nearest number beyond a bound that is excluded, at a precision that people write. */
function nextAfter(bound: number, direction: 1 | -1): number {
  return bound + direction * Math.max(1e-6, Math.abs(bound) * 1e-9);
}

/** Decimal fractions as they would be written: 0.3, not 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

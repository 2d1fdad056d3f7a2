/** What published bodies of one and the same fault hold alike: values that may be said of that fault again. */
import type { ReadExample, Scalar } from './read-example.ts';

export type OwnValues = ReadonlyMap<string, Scalar>;

export const NO_VALUES: OwnValues = new Map();

/** By trail. A value that names one request's own thing (a number of three digits, a path) is that request's. */
export function ownValues(readings: readonly ReadExample[]): OwnValues {
  const found = new Map<string, Scalar>();
  const varied = new Set<string>();
  for (const { members } of readings) {
    for (const { trail, value } of members) {
      if (value === undefined || namesSomething(value)) continue;
      const before = found.get(trail);
      if (before !== undefined && before !== value) varied.add(trail);
      found.set(trail, value);
    }
  }
  for (const trail of varied) found.delete(trail);
  return found;
}

const namesSomething = (value: Scalar): boolean => typeof value !== 'boolean' && /\d{3}|^\//.test(String(value));

/** What is true of the pattern alone is worked out once for it, whatever worlds of other seeds and sizes a process has. */
import type { Pattern } from './pattern.ts';

export function oncePerPattern<T>(workOut: (pattern: Pattern) => T): (pattern: Pattern) => T {
  const known = new WeakMap<Pattern, { readonly value: T }>();
  return (pattern) => {
    const found = known.get(pattern) ?? { value: workOut(pattern) };
    known.set(pattern, found);
    return found.value;
  };
}

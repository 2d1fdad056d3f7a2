/** The codes by which a program tells errors apart, as the examples of an answer show them. */
import { entriesAt } from './json-parts.ts';

const codeNames = /^(?:error_?|status_?)?code$/i;
const mostLookedAt = 2_000;
const mostShown = 16;

/** Deepest first: that is where the particular code stands beside the general one. */
export function codesIn(examples: readonly unknown[]): readonly string[] {
  const depths = new Map<string, number>();
  let level: readonly unknown[] = examples;
  let looked = 0;
  for (let depth = 0; level.length > 0 && looked < mostLookedAt; depth++) {
    const next: unknown[] = [];
    for (const value of level.slice(0, mostLookedAt - looked)) {
      if (Array.isArray(value)) next.push(...value.slice(0, mostShown));
      for (const [name, member] of entriesAt(value).slice(0, mostShown)) {
        if (codeNames.test(name) && (typeof member === 'string' || typeof member === 'number'))
          depths.set(String(member).slice(0, 80), depth);
        else if (typeof member === 'object') next.push(member);
      }
    }
    looked += level.length;
    level = next;
  }
  return [...depths]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostShown)
    .map(([code]) => code);
}

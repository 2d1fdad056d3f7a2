/** Keeps the people of the world from having the full name of somebody well known, whatever family names they bear in their lives. */
import { foldName } from '../fold.ts';
import { wellKnown } from '../names/well-known.ts';

let byFamily: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Compared as names are searched: without regard to capitals and accents. */
export function isWellKnown(given: string, surnames: readonly string[]): boolean {
  byFamily ??= read();
  for (const surname of surnames) if (byFamily.get(foldName(surname))?.has(foldName(given)) === true) return true;
  return false;
}

/** Every pair, folded, for looking them up in the world. */
export function* wellKnownPairs(): Generator<readonly [given: string, family: string]> {
  byFamily ??= read();
  for (const [family, givens] of byFamily) for (const given of givens) yield [given, family];
}

function read(): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>();
  for (const entry of foldName(wellKnown).trim().split(/[|\n]/)) {
    const [family = '', givens = ''] = entry.split(':');
    const known = table.get(family) ?? new Set();
    for (const given of givens.split(',')) known.add(given);
    table.set(family, known);
  }
  return table;
}

/** Keeps the people of the world from having the full name of somebody well known, whatever family names they bear in their lives. */
import { foldName } from '../fold.ts';
import { wellKnown } from '../names/well-known.ts';

/** Given names, folded, that with a family name are somebody's. */
type Known = ReadonlySet<string>;
const nobody: Known = new Set();

/** By folded family name; read when first asked for. */
const tables: ReadonlyMap<string, Known>[] = [];

function byFamily(): ReadonlyMap<string, Known> {
  const [made = read()] = tables;
  tables[0] = made;
  return made;
}

/** The same by the spelling that was asked for, since folding costs more than the rest: as many as there are surnames, joined ones apart. */
const bySpelling = new Map<string, Known>();

function knownOf(surname: string): Known {
  const found = bySpelling.get(surname);
  if (found !== undefined) return found;
  const known = byFamily().get(foldName(surname)) ?? nobody;
  if (!surname.includes('-')) bySpelling.set(surname, known);
  return known;
}

/** Compared as names are searched: without regard to capitals and accents. */
export function isWellKnown(given: string, surnames: readonly string[]): boolean {
  for (const surname of surnames) {
    const known = knownOf(surname);
    if (known !== nobody && known.has(foldName(given))) return true;
  }
  return false;
}

/** Every pair, folded, for looking them up in the world. */
export function* wellKnownPairs(): Generator<readonly [given: string, family: string]> {
  for (const [family, givens] of byFamily()) for (const given of givens) yield [given, family];
}

function read(): ReadonlyMap<string, Known> {
  const table = new Map<string, Set<string>>();
  for (const entry of foldName(wellKnown).trim().split(/[|\n]/)) {
    const [family = '', givens = ''] = entry.split(':');
    const known = table.get(family) ?? new Set();
    for (const given of givens.split(',')) known.add(given);
    table.set(family, known);
  }
  return table;
}

/**
 * Which surnames somebody bears one after another, as lines of the pattern: the line inherited, what a wedding made of it, and for some
 * the old one again after they parted. The same in every copy but for the days and for which surname a line has there.
 */
import { type Day, year } from '../calendar.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { joinsNames, keepsName, never, type Pattern, separated } from '../pattern/pattern.ts';

/** About a third go back to the name they had (no count is published). */
const goesBack = 1 / 3;
/** … and do so within a year or so. */
const goesBackWithin = 1.5 * year;

/** Spells by number; those of member m are `first[m]` … `first[m + 1] - 1`, in order of time. */
export interface SurnameSpells {
  readonly first: Uint32Array;
  readonly line: Uint16Array;
  /** The line of the name after the hyphen, or -1. */
  readonly joined: Int32Array;
  /** The union whose wedding, or whose end, the spell begins with; -1 for a name from birth. */
  readonly union: Int32Array;
  /** So many days after the union ended; -1 where the spell begins at the wedding, or at birth. */
  readonly afterEnd: Int32Array;
}

interface Spell {
  readonly line: number;
  readonly joined: number;
  readonly union: number;
  readonly afterEnd: number;
}

export function surnameSpellsOf(pattern: Pattern): SurnameSpells {
  const { size, unions } = pattern;
  const spells: Spell[][] = Array.from({ length: size }, (_, member) => [
    { line: pattern.line[member] ?? 0, joined: -1, union: -1, afterEnd: -1 },
  ]);
  for (const { union, afterEnd } of changesOf(pattern)) {
    const b = unions.b[union] ?? -1;
    const theirs = spells[b];
    const own = theirs?.at(-1);
    if (theirs === undefined || own === undefined) continue;
    // Who is on no record has the name that they were born with.
    const other = spells[unions.a[union] ?? -1]?.at(-1) ?? { line: unions.lineOfA[union] ?? 0, joined: -1 };
    if (afterEnd >= 0) {
      if (own.union === union) theirs.push({ line: pattern.line[b] ?? 0, joined: -1, union, afterEnd });
    } else if (unions.naming[union] === joinsNames) {
      theirs.push({ line: own.line, joined: other.line, union, afterEnd });
    } else {
      theirs.push({ line: other.line, joined: other.joined, union, afterEnd });
    }
  }
  const all = spells.flat();
  const first = new Uint32Array(size + 1);
  spells.forEach((each, member) => (first[member + 1] = (first[member] ?? 0) + each.length));
  return {
    first,
    line: Uint16Array.from(all, ({ line }) => line),
    joined: Int32Array.from(all, ({ joined }) => joined),
    union: Int32Array.from(all, ({ union }) => union),
    afterEnd: Int32Array.from(all, ({ afterEnd }) => afterEnd),
  };
}

interface Change {
  readonly union: number;
  readonly afterEnd: number;
  readonly day: Day;
}

/** Weddings that change a name, and returns to the old one, in order of time. */
function changesOf({ unions }: Pattern): readonly Change[] {
  const changes: Change[] = [];
  unions.naming.forEach((naming, union) => {
    const wedding = unions.wedding[union] ?? never;
    if (naming === keepsName || wedding === never) return;
    changes.push({ union, afterEnd: -1, day: wedding });
    const chance = unit(0, union, field.goesBack);
    if (unions.ended[union] !== separated || chance >= goesBack) return;
    const afterEnd = Math.floor((chance / goesBack) * goesBackWithin);
    changes.push({ union, afterEnd, day: (unions.end[union] ?? 0) + afterEnd });
  });
  return changes.sort((x, y) => x.day - y.day || x.union - y.union);
}

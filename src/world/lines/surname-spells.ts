/**
 * Which surnames somebody bears one after another, as lines of the pattern: the line inherited, what a wedding made of it, and for some
 * the old one again after they parted. The same in every copy but for the days and for which surname a line has there.
 */
import { type Day, year } from '../calendar.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { joinsNames, keepsName, never, type Pattern, separated } from '../pattern/pattern.ts';
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

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

export const surnameSpellsOf = oncePerPattern(spellsIn);

function spellsIn(pattern: Pattern): SurnameSpells {
  const later = laterSpells(pattern);
  const first = new Uint32Array(pattern.size + 1);
  for (let member = 0; member < pattern.size; member += 1) first[member + 1] = (first[member] ?? 0) + 1 + (later.get(member)?.length ?? 0);
  const count = first[pattern.size] ?? 0;
  const line = new Uint16Array(count);
  const [joined, union, afterEnd] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  for (let member = 0; member < pattern.size; member += 1) line[first[member] ?? 0] = pattern.line[member] ?? 0;
  for (const [member, spells] of later) {
    spells.forEach((spell, n) => {
      const at = (first[member] ?? 0) + 1 + n;
      line[at] = spell.line;
      joined[at] = spell.joined;
      union[at] = spell.union;
      afterEnd[at] = spell.afterEnd;
    });
  }
  return { first, line, joined, union, afterEnd };
}

/** The spells after the first, of those who have any. */
function laterSpells(pattern: Pattern): ReadonlyMap<number, readonly Spell[]> {
  const { unions } = pattern;
  const spells = new Map<number, Spell[]>();
  const present = (member: number, born: number): Spell =>
    spells.get(member)?.at(-1) ?? { line: born, joined: -1, union: -1, afterEnd: -1 };
  for (const { union, afterEnd } of changesOf(pattern)) {
    const b = unions.b[union] ?? -1;
    if (b < 0) continue;
    const own = present(b, pattern.line[b] ?? 0);
    // Who is on no record has the name that they were born with.
    const other = present(unions.a[union] ?? -1, unions.lineOfA[union] ?? 0);
    const isReturn = afterEnd >= 0;
    if (isReturn && own.union !== union) continue;
    const name = isReturn
      ? { line: pattern.line[b] ?? 0, joined: -1 }
      : unions.naming[union] === joinsNames
        ? { line: own.line, joined: other.line }
        : { line: other.line, joined: other.joined };
    const theirs = spells.get(b);
    if (theirs === undefined) spells.set(b, [{ ...name, union, afterEnd }]);
    else theirs.push({ ...name, union, afterEnd });
  }
  return spells;
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

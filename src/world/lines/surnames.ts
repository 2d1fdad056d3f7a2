/** Surnames in the copies: which one a line has in a copy, and which of somebody's is theirs on a day. */
import type { Day } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import type { LifeDays } from '../copies/life-days.ts';
import { field } from '../fields.ts';
import { foldName } from '../fold.ts';
import { deal, type Deal } from './deal.ts';
import type { SurnameTable } from '../peoples/surnames.ts';
import { type SurnameSpells, surnameSpellsOf } from './surname-spells.ts';

export interface SurnameTables {
  surnamesOf(people: number, sex: Sex): SurnameTable;
  surnameAt(people: number, sex: Sex, quantile: number): string;
}

/** 0 female, 1 male. */
type Sex = 0 | 1;

export interface Surnames {
  readonly spells: SurnameSpells;
  readonly dealt: Deal;
  /** The spell of somebody on a day. */
  spellOn(copy: number, member: number, day: Day): number;
  /** The first day of a spell; long before everything for a name from birth. */
  from(copy: number, member: number, spell: number): Day;
  written(copy: number, member: number, spell: number): string;
  folded(copy: number, member: number, spell: number): string;
}

const alwaysSince: Day = -0x7fffffff;

export function surnamesIn(copies: Copies, days: LifeDays, tables: SurnameTables): Surnames {
  const { pattern, seed } = copies;
  const { people } = pattern.lines;
  const spells = surnameSpellsOf(pattern);
  const dealt = deal(seed, people.length, field.surnameLine);

  function from(copy: number, member: number, spell: number): Day {
    const union = spells.union[spell] ?? -1;
    if (union < 0) return alwaysSince;
    const after = spells.afterEnd[spell] ?? -1;
    const day = after < 0 ? days.wedding(copy, union) : days.unionEnd(copy, union) + after;
    const isSecond = spell === (spells.first[member] ?? 0) + 1;
    return isSecond ? day : Math.max(day, from(copy, member, spell - 1));
  }

  function written(copy: number, member: number, spell: number): string {
    const sex = pattern.sex[member] === 0 ? 0 : 1;
    const [line, joined] = [spells.line[spell] ?? 0, spells.joined[spell] ?? -1];
    const name = tables.surnameAt(people[line] ?? 0, sex, dealt.quantile(line, copy));
    if (joined < 0) return name;
    const other = tables.surnameAt(people[joined] ?? 0, sex, dealt.quantile(joined, copy));
    // Nobody is called Smith-Smith.
    return foldName(other) === foldName(name) ? name : `${name}-${other}`;
  }

  /** Of those who would have gone back to the name they had, but died before. */
  function isTooLate(copy: number, member: number, spell: number): boolean {
    return (spells.afterEnd[spell] ?? -1) > 0 && from(copy, member, spell) > days.death(copy, member);
  }

  return {
    spells,
    dealt,
    from,
    spellOn(copy, member, day) {
      const first = spells.first[member] ?? 0;
      let spell = (spells.first[member + 1] ?? 0) - 1;
      while (spell > first && (from(copy, member, spell) > day || isTooLate(copy, member, spell))) spell -= 1;
      return spell;
    },
    written,
    folded: (copy, member, spell) => foldName(written(copy, member, spell)),
  };
}

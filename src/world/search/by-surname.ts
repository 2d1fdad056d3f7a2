/** In which copies a member bears one of the surnames that a search asks for: lines turned round. */
import type { Day } from '../calendar.ts';
import type { BirthWindow, Copies } from '../copies/copies.ts';
import type { Surnames } from '../lines/surnames.ts';
import type { Births } from './by-birth.ts';
import type { Variants } from './matcher.ts';
import type { FittingSurnames, Intervals } from './fitting-surnames.ts';

/** Whether a name is asked for that somebody bears, or one they bore before. */
export type When = 'now' | 'before';

export interface Bearers {
  /** The copies of a member who fit and are in a window of births, each once: the first so many of `found`. */
  copies(member: number, asked: BearersAsked, found: Uint8Array): number;
}

export interface BearersAsked {
  readonly fits: FittingSurnames;
  readonly window: BirthWindow;
  readonly today: Day;
  readonly when: When;
}

interface Names {
  readonly copies: Copies;
  readonly surnames: Surnames;
  readonly variants: Pick<Variants, 'has'>;
}

export function bearersOf({ copies, surnames, variants }: Names, births: Births): Bearers {
  const { pattern, copiesKept } = copies;
  const { spells, dealt } = surnames;
  const { people } = pattern.lines;

  function intervalsOf(spell: number, sex: 0 | 1, fits: FittingSurnames): Intervals {
    const of = people[spells.line[spell] ?? 0] ?? 0;
    return (spells.joined[spell] ?? -1) < 0 ? fits.whole(of, sex) : fits.beforeHyphen(of, sex);
  }

  return {
    copies(member, { fits, window, today, when }, found) {
      const first = spells.first[member] ?? 0;
      const end = spells.first[member + 1] ?? 0;
      const sex = pattern.sex[member] === 0 ? 0 : 1;
      let count = 0;
      for (let spell = first; spell < end; spell += 1) {
        const line = spells.line[spell] ?? 0;
        const intervals = intervalsOf(spell, sex, fits);
        for (let n = 0; n < intervals.length; n += 2) {
          const last = dealt.firstRank(line, intervals[n + 1] ?? 0);
          for (let rank = dealt.firstRank(line, intervals[n] ?? 0); rank < last; rank += 1) {
            const copy = dealt.copyAt(line, rank);
            if (copy >= copiesKept || !births.isIn(copy, member, window)) continue;
            if (when === 'before' || end - first > 1) {
              const present = surnames.spellOn(copy, member, today);
              const isVariant = when === 'before' && spell === first && variants.has(copy, member);
              if (when === 'now' ? spell !== present : spell >= present && !isVariant) continue;
            }
            // Two names that somebody bore before may both fit.
            if (when === 'before' && found.subarray(0, count).includes(copy)) continue;
            found[count] = copy;
            count += 1;
          }
        }
      }
      return count;
    },
  };
}

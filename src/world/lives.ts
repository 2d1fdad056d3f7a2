/** How long people live, and when they leave home: the two facts that the rest of a life hangs on. */
import { type Day, year } from './calendar.ts';
import { field } from './fields.ts';
import { unit } from './hash.ts';
import { female, type Layout } from './layout.ts';
import type { Kinship } from './kinship.ts';
import { remembered } from './remembered.ts';

/** Chance, per thousand, that the record of a person born so many years ago (in fives) is that of someone who has died: 6 % over all. */
const gonePerThousand = [2, 1, 1, 2, 2, 3, 4, 5, 8, 14, 22, 38, 60, 100, 150, 250, 400, 600, 800, 950] as const;
/** Records keep the dead of this many years. */
const yearsRemembered = 15;
const daysOfInformalNotice = 6;
const informalForLong = 0.05;
const leavesFrom = 19;
const leavesWithin = 9;

export interface Death {
  readonly day: Day;
  /** Notified formally by the registrar, rather than only by those who knew. */
  readonly formal: boolean;
}

export interface Lives {
  birth(index: number): Day;
  death(index: number): Death | undefined;
  /** The day a person first has a home of their own, where it has come. */
  leavesHome(index: number): Day | undefined;
}

export function livesOf(layout: Layout, kinship: Kinship): Lives {
  const { seed, today } = layout;

  function birth(index: number): Day {
    const { surname, sex, rank } = layout.locate(index);
    return layout.birthDay(surname, sex, rank);
  }

  /** Nobody dies before their wedding, nor before a child of theirs is born. */
  function livedUntil(index: number): Day {
    const partner = kinship.partner(index);
    const weddings = [kinship.marriage(index), partner === undefined ? undefined : kinship.marriage(partner)];
    const events = [birth(index), ...kinship.children(index).map(birth), ...weddings.filter((day) => day !== undefined)];
    return Math.max(...events);
  }

  const death = remembered((index): Death | undefined => {
    const born = birth(index);
    const band = Math.min(gonePerThousand.length - 1, Math.floor((today - born) / (5 * year)));
    if (unit(seed, index, field.gone) * 1000 >= (gonePerThousand[band] ?? 0)) return undefined;
    const earliest = Math.max(livedUntil(index) + 1, today - Math.floor(yearsRemembered * year));
    if (earliest >= today) return undefined;
    const day = earliest + Math.floor(unit(seed, index, field.deathDay) * (today - earliest));
    const recent = today - day <= daysOfInformalNotice;
    return { day, formal: !recent && unit(seed, index, field.deathNotice) >= informalForLong };
  });

  const leavesHome = remembered((index): Day | undefined => {
    const age = leavesFrom + leavesWithin * unit(seed, index, field.leavesHome);
    const isWoman = layout.locate(index).sex === female;
    const wife = isWoman ? index : kinship.partner(index);
    const wedding = wife === undefined ? undefined : kinship.marriage(wife);
    const children = isWoman ? kinship.children(index).map(birth) : [];
    const day = Math.min(Math.floor(birth(index) + age * year), wedding ?? Infinity, ...children);
    return day <= (death(index)?.day ?? today) ? day : undefined;
  });

  return { birth, death, leavesHome };
}

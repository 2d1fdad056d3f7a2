/** Search as arithmetic: surnames that fit are runs of the table, birth dates cut a range out of each, and names filter what is left. */
import type { PersonQuery } from '../population.ts';
import { type Day, dayOf } from './calendar.ts';
import { foldName } from './fold.ts';
import type { FormerSurnames } from './former-surnames.ts';
import type { Kinship } from './kinship.ts';
import { female, type Layout, male, type Sex } from './layout.ts';
import { type FoldedName, nameCriteria, type NameCriteria } from './search/name-criteria.ts';
import type { PeopleNames } from './naming.ts';
import { lowerBound } from './surnames.ts';

export interface PeopleSearch {
  /** Indices of the people who fit: by present name in index order, then by former name, then with names crossed over. No one comes twice. */
  candidates(query: PersonQuery): Iterable<number>;
}

export function searchOf(layout: Layout, naming: PeopleNames, kinship: Kinship, former: FormerSurnames): PeopleSearch {
  const { surnames } = layout;
  const bySound = new Map<string, number[]>();

  function sameSound(code: string | undefined): readonly number[] {
    if (bySound.size === 0) {
      surnames.forEach(({ soundex = '' }, s) => {
        const others = bySound.get(soundex);
        if (others === undefined) bySound.set(soundex, [s]);
        else others.push(s);
      });
    }
    return code === undefined ? [] : (bySound.get(code) ?? []);
  }

  /** Surnames whose spelling fits, ascending. */
  function fitting(names: NameCriteria): readonly number[] {
    const { family } = names;
    if (family === undefined) return surnames.map((_, s) => s);
    if (names.fuzzy) return sameSound(family.soundex);
    const found: number[] = [];
    for (let s = lowerBound(surnames, family.prefix); surnames[s]?.folded.startsWith(family.prefix) === true; s += 1) {
      if (family.matches(surnames[s]?.folded ?? '')) found.push(s);
      else if (!family.wildcard) break;
    }
    return found;
  }

  /** A person's given names and nickname, folded, each with a surname. */
  function namesOf(index: number, family: string): readonly FoldedName[] {
    const place = layout.locate(index);
    const given = naming.given(index, place, layout.birthDay(place.surname, place.sex, place.rank));
    const nickname = naming.nickname(index, given);
    const names = [{ family, given: given.map(foldName) }];
    return nickname === undefined ? names : [...names, { family, given: [foldName(nickname)] }];
  }

  function* born(list: readonly number[], sexes: readonly Sex[], from: Day, to: Day): Generator<number> {
    for (const surname of list) {
      for (const sex of sexes) {
        if (layout.count(surname, sex) === 0) continue;
        const base = layout.base(surname, sex);
        const end = base + layout.cut(surname, sex, to + 1);
        for (let index = base + layout.cut(surname, sex, from); index < end; index += 1) yield index;
      }
    }
  }

  return {
    *candidates(query) {
      const names = nameCriteria(query);
      const sexes: readonly Sex[] = query.gender === 'female' ? [female] : query.gender === 'male' ? [male] : [female, male];
      if (query.gender === 'other' || query.gender === 'unknown') return;
      const from = query.born === undefined ? layout.today - 40_000 : dayOf(query.born.from);
      const to = query.born === undefined ? layout.today : Math.min(dayOf(query.born.to), layout.today);
      if (from > to) return;
      const familyOf = (index: number): string => surnames[layout.locate(index).surname]?.folded ?? '';
      const present = (index: number): boolean => namesOf(index, familyOf(index)).some(names.straight);

      const list = fitting(names);
      for (const index of born(list, sexes, from, to)) if (names.given.length === 0 || present(index)) yield index;

      const byFormerName = new Set<number>();
      if ((query.history === true || names.fuzzy) && names.family !== undefined && sexes.includes(female)) {
        const presentNames = new Set(list);
        for (const surname of list) {
          for (const index of former.whoWas(surname, from, to)) {
            if (!kinship.changedName(index) || presentNames.has(layout.locate(index).surname)) continue;
            if (names.given.length > 0 && !namesOf(index, surnames[surname]?.folded ?? '').some(names.straight)) continue;
            byFormerName.add(index);
            yield index;
          }
        }
      }

      const [firstGiven] = names.given;
      if (!names.fuzzy || names.family === undefined || firstGiven === undefined) return;
      for (const index of born(sameSound(firstGiven.soundex), sexes, from, to)) {
        const family = familyOf(index);
        if (byFormerName.has(index)) continue;
        if (namesOf(index, family).some((name) => names.crossed(name) && !names.straight(name))) yield index;
      }
    },
  };
}

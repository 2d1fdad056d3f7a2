/** Who gives way to the personas: generated people who share a number with one, or whom a search for one would also find. */
import { type Day, dayOf } from './calendar.ts';
import { foldName } from './fold.ts';
import type { FormerSurnames } from './former-surnames.ts';
import type { Kinship } from './kinship.ts';
import type { Layout } from './layout.ts';
import { type NameCriteria, nameCriteria } from './search/name-criteria.ts';
import type { PeopleNames } from './naming.ts';
import type { NhsNumbers } from './nhs-numbers.ts';
import { type Persona, reservedFor } from './persona.ts';

interface Neighbours {
  readonly layout: Layout;
  readonly numbers: NhsNumbers;
  readonly naming: PeopleNames;
  readonly former: FormerSurnames;
  readonly changedName: Kinship['changedName'];
}

/** Whether an index is left vacant. Only people born within a day of a persona need a closer look. */
export function vacancies(personas: readonly Persona[], { layout, numbers, naming, former, changedName }: Neighbours) {
  const taken = new Set(personas.map(({ person }) => numbers.index(person.nhsNumber)));
  const reserved = new Map<Day, NameCriteria[]>();
  for (const { person } of personas) {
    const birth = dayOf(person.birthDate);
    const criteria = reservedFor(person).map(nameCriteria);
    for (const day of [birth - 1, birth, birth + 1]) reserved.set(day, [...(reserved.get(day) ?? []), ...criteria]);
  }

  return (index: number): boolean => {
    if (taken.has(index)) return true;
    const place = layout.locate(index);
    const birth = layout.birthDay(place.surname, place.sex, place.rank);
    const criteria = reserved.get(birth);
    if (criteria === undefined) return false;
    const given = naming.given(index, place, birth);
    const nickname = naming.nickname(index, given);
    const surnames = [place.surname, ...(changedName(index) ? [former.of(index)] : [])];
    return surnames.some((surname) => {
      const family = layout.surnames[surname]?.folded ?? '';
      const names = [given, ...(nickname === undefined ? [] : [[nickname]])].map((each) => ({ family, given: each.map(foldName) }));
      return names.some((name) => criteria.some((asked) => asked.straight(name) || asked.crossed(name)));
    });
  };
}

/** Which given names go with which family names: those of one people, and British ones with any. */
import type { Person } from '../../src/population.ts';
import { foldName } from '../../src/world/fold.ts';
import { britishTable, decadeOf, decades, givenTable } from '../../src/world/peoples/given-tables.ts';
import { female, male, type Sex } from '../../src/world/peoples/people.ts';
import { peoples } from '../../src/world/peoples/peoples.ts';
import { surnamesOf } from '../../src/world/peoples/surnames.ts';

/** By marriage somebody has another people's family name, so that any name they have borne will do. */
export function nameFitter(): (person: Person) => boolean | undefined {
  const bearers = bearersOfSurnames();
  const given = new Map<string, ReadonlySet<string>>();

  /** Those given in the decade of birth and in the one before and after it. */
  function givenBy(people: number | undefined, sex: Sex, decade: number): ReadonlySet<string> {
    const key = `${people} ${sex} ${decade}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const near = [decade - 1, decade, decade + 1].filter((each) => each >= 0 && each < decades);
    const tables = near.map((each) => (people === undefined ? britishTable(sex, each) : givenTable(people, sex, each)));
    const names = new Set(tables.flatMap((table) => table.names.map(foldName)));
    given.set(key, names);
    return names;
  }

  return ({ names, gender, birthDate }) => {
    const first = names[0]?.given[0];
    if (first === undefined || (gender !== 'female' && gender !== 'male')) return undefined;
    const sex = gender === 'female' ? female : male;
    const decade = decadeOf(Number(birthDate.slice(0, 4)));
    const name = foldName(first);
    if (givenBy(undefined, sex, decade).has(name)) return true;
    const borne = names.flatMap(({ family }) => [family, ...family.split('-')]).map(foldName);
    return borne.some((family) => (bearers.get(family) ?? []).some((people) => givenBy(people, sex, decade).has(name)));
  };
}

/** The peoples that bear a family name, by the name. */
function bearersOfSurnames(): ReadonlyMap<string, readonly number[]> {
  const bearers = new Map<string, number[]>();
  for (const people of peoples.keys())
    for (const sex of [female, male])
      for (const family of new Set(surnamesOf(people, sex).folded)) bearers.set(family, [...(bearers.get(family) ?? []), people]);
  return bearers;
}

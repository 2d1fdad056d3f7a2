/** Whether a whole record answers a search: the plain statement of what the arithmetic in find-people.ts does for generated people. */
import type { Person, PersonQuery } from '../../population.ts';
import { foldName } from '../fold.ts';
import { nameCriteria } from './name-criteria.ts';

export function fitting(query: PersonQuery): (person: Person) => boolean {
  const criteria = nameCriteria(query);
  const past = query.history === true || query.fuzzy === true;
  return (person) => {
    if (person.minimal || person.status.kind !== 'live') return false;
    if (query.gender !== undefined && person.gender !== query.gender) return false;
    if (query.born !== undefined && (person.birthDate < query.born.from || person.birthDate > query.born.to)) return false;
    if (criteria.family === undefined && criteria.given.length === 0) return true;
    return person.names.some(({ use, family, given }) => {
      const isFormer = use === 'old' || use === 'maiden';
      if (isFormer && !past) return false;
      const name = { family: foldName(family), given: given.map(foldName) };
      return criteria.straight(name) || (!isFormer && criteria.crossed(name));
    });
  };
}

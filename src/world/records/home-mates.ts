/** Who lives together, as far as records tell of homes. */
import type { Day } from '../calendar.ts';
import { housingOf } from './addresses.ts';
import type { WorldParts } from './parts.ts';

/** The members at somebody's home, this one among them; nobody where the record tells of no home. */
export function homeMates(parts: WorldParts, copy: number, member: number, today: Day): readonly number[] {
  const isAtHome = (each: number): boolean => housingOf(parts, each, parts.copies.index(copy, each)) === 'home';
  return isAtHome(member) ? parts.kin.household(copy, member, today).filter(isAtHome) : [];
}

export function othersAtHome(parts: WorldParts, copy: number, member: number, today: Day): readonly number[] {
  return homeMates(parts, copy, member, today).filter((each) => each !== member);
}

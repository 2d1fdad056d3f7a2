/** Who is on the list of a practice. */
import type { ListPlaces, Person } from '../population.ts';
import type { World } from './build-world.ts';
import type { Day } from './calendar.ts';

export const wholeList: ListPlaces = { from: 0, to: Infinity };

/** The record says who is. */
export function isListed({ registrations: [current] }: Person, ods: string): boolean {
  return current !== undefined && current.period.end === undefined && current.practice === ods.toUpperCase();
}

/** Who may be: those who live, or lately lived, where its patients do. Indices, each once. */
export function* maybeListed({ parts, residents }: Pick<World, 'parts' | 'residents'>, ods: string, today: Day): Generator<number> {
  const { copies, organisations, places, towns } = parts;
  const practice = organisations.practiceNumber(ods);
  if (practice === undefined) return;
  const { people } = copies.pattern.placeLines;
  const seen = new Set<number>();
  for (const [line, those] of people.entries()) {
    const { from, to } = places.reach(practice, those);
    const end = towns.firstRank(line, to);
    for (let rank = towns.firstRank(line, from); rank < end; rank += 1) {
      const copy = towns.copyAt(line, rank);
      if (copy >= copies.copiesKept) continue;
      for (const member of residents.lately(copy, line, { from: today - leftWithin, to: today })) {
        const index = copies.index(copy, member);
        if (seen.has(index)) continue;
        seen.add(index);
        yield index;
      }
    }
  }
}

/** Nobody has left a place longer ago and is still with the practice there: not even the dead who had moved before it was notified. */
const leftWithin = 400;

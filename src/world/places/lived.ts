/** How many people live on each place line of a pattern: what places are shared out by. */
import type { Day } from '../calendar.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { peoples } from '../peoples/peoples.ts';
import type { PeopleShare } from './shares.ts';

export interface Lived {
  /** The peoples that lines are of, as many as live on their lines. */
  readonly peoples: readonly PeopleShare[];
  /** The turn in which each place line is dealt its place: those of one people together, the largest first, so that each place has its share of them. */
  readonly turns: Uint32Array;
}

export function livedOn(day: Day, pattern: Pattern): Lived {
  const { size, birth, arrival, death, stays, dwellings, placeLines } = pattern;
  const residents = new Float64Array(placeLines.people.length);
  for (let member = 0; member < size; member += 1) {
    if ((birth[member] ?? 0) > day || (arrival[member] ?? 0) > day || (death[member] ?? 0) <= day) continue;
    let last = -1;
    for (let stay = stays.first[member] ?? 0; stay < (stays.first[member + 1] ?? 0); stay += 1)
      if ((stays.from[stay] ?? 0) <= day) last = stay;
    const line = last < 0 ? undefined : dwellings.placeLine[stays.dwelling[last] ?? 0];
    if (line !== undefined) residents[line] = (residents[line] ?? 0) + 1;
  }
  const shares = new Float64Array(peoples.length);
  for (const [line, people] of placeLines.people.entries()) shares[people] = (shares[people] ?? 0) + (residents[line] ?? 0);
  const order = Array.from(residents.keys()).sort(
    (a, b) => (placeLines.people[a] ?? 0) - (placeLines.people[b] ?? 0) || (residents[b] ?? 0) - (residents[a] ?? 0) || a - b,
  );
  const turns = new Uint32Array(order.length);
  for (const [turn, line] of order.entries()) turns[line] = turn;
  return { peoples: peoples.map(({ perThousand }, n) => ({ category: chiefOf(perThousand), share: shares[n] ?? 0 })), turns };
}

/** Categories of a people stand in the order of their numbers. */
function chiefOf(perThousand: Readonly<Record<string, number>>): string {
  return Object.keys(perThousand)[0] ?? 'A';
}

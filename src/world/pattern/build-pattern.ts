/** The pattern as columns: its neighbourhoods simulated one after another, those on record numbered, everything else left behind. */
import { dayOf, type Day } from '../calendar.ts';
import { drawsFrom } from './draws.ts';
import { foundersOf } from './founders.ts';
import { house } from './homes.ts';
import { type Dwelling, homesRemembered, type Member, type PlaceLine, recordsBegin, type Union } from './members.ts';
import { settle } from './neighbourhood.ts';
import { neighbourhoodsOf } from './neighbourhoods.ts';
import { endedByDeath, joinsNames, keepsName, never, notEnded, type Pattern, separated, takesName } from './pattern.ts';

/** Of many tried, the run whose figures are nearest to England's. */
const run = 1;
/** Whoever is born, or comes, later is never told of; families shift by up to a year. */
const lastDay = dayOf('2042-01-01');

const naming = { keeps: keepsName, takes: takesName, both: joinsNames } as const;

export function buildPattern(peopleIndex: (key: string) => number, seed = run): Pattern {
  const draws = drawsFrom(seed);
  const lineNumbers = { next: 0 };
  const neighbourhoods = neighbourhoodsOf(foundersOf(draws), draws).map((founders) => {
    const members = settle(founders, draws, lineNumbers);
    const [first] = founders;
    if (first !== undefined) house(members, draws, { stock: first.stock, away: false });
    return members.filter(isTold);
  });
  return columns(shuffled(neighbourhoods, draws), peopleIndex);
}

function isTold({ birth, arrival, death, stays }: Member): boolean {
  return death >= recordsBegin && birth < lastDay && arrival < lastDay && stays.length > 0;
}

function shuffled<T>(list: readonly T[], draws: () => number): readonly T[] {
  const order = [...list];
  for (let n = order.length - 1; n > 0; n -= 1) {
    const other = Math.floor(draws() * (n + 1));
    [order[n], order[other]] = [order[other] as T, order[n] as T];
  }
  return order;
}

/** Numbers things in the order in which they are first seen. */
function numbering<T>(): { of(thing: T): number; readonly all: T[] } {
  const numbers = new Map<T, number>();
  const all: T[] = [];
  return {
    all,
    of(thing) {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, all.length);
      all.push(thing);
      return all.length - 1;
    },
  };
}

function columns(neighbourhoods: readonly (readonly Member[])[], peopleIndex: (key: string) => number): Pattern {
  const members = neighbourhoods.flat();
  const size = members.length;
  const numbers = new Map(members.map((member, n) => [member, n]));
  const indexOf = (member: Member | undefined): number => (member === undefined ? -1 : (numbers.get(member) ?? -1));
  const column = (value: (member: Member) => number): Int32Array => Int32Array.from(members, value);
  const bytes = (value: (member: Member) => number): Uint8Array => Uint8Array.from(members, value);
  const cut = (day: Day): Day => (day >= lastDay + 365 ? never : day);

  const lines = numbering<number>();
  const linePeople: number[] = [];
  const line = column((member) => {
    const number = lines.of(member.line);
    linePeople[number] ??= peopleIndex(member.people);
    return number;
  });
  const mothers = numbering<Member>();
  const unions = numbering<Union>();
  const dwellings = numbering<Dwelling>();
  const places = numbering<PlaceLine>();
  const unionsOf = members.map((member) => member.unions.filter(({ together }) => together < lastDay).map(unions.of));
  const first = new Uint32Array(size + 1);
  const from: number[] = [];
  const dwelling: number[] = [];
  members.forEach((member, n) => {
    const { stays } = member;
    stays.forEach((stay, position) => {
      const next = stays[position + 1];
      if (stay.from >= lastDay || (next !== undefined && next.from < homesRemembered)) return;
      from.push(stay.from);
      dwelling.push(dwellings.of(stay.dwelling));
    });
    first[n + 1] = from.length;
  });
  return {
    size,
    family: Uint16Array.from(neighbourhoods.flatMap((each, n) => each.map(() => n))),
    birth: column(({ birth }) => birth),
    death: column(({ death }) => cut(death)),
    arrival: column(({ arrival }) => arrival),
    sex: bytes(({ sex }) => sex),
    people: bytes(({ people }) => peopleIndex(people)),
    ethnicity: bytes(({ category }) => category.charCodeAt(0)),
    line,
    mother: column(({ mother }) => indexOf(mother)),
    father: column(({ father }) => indexOf(father)),
    sibship: column(({ mother }) => (mother === undefined ? -1 : mothers.of(mother))),
    multiple: bytes(({ multiple }) => multiple),
    unions: {
      a: Int32Array.from(unions.all, ({ a }) => indexOf(a)),
      b: Int32Array.from(unions.all, ({ b }) => indexOf(b)),
      lineOfA: Int32Array.from(unions.all, ({ a }) => lines.of(a.line)),
      together: Int32Array.from(unions.all, ({ together }) => together),
      wedding: Int32Array.from(unions.all, ({ wedding }) => cut(wedding)),
      end: Int32Array.from(unions.all, ({ end }) => cut(end)),
      ended: Uint8Array.from(unions.all, (union) => (union.separated ? separated : cut(union.end) === never ? notEnded : endedByDeath)),
      naming: Uint8Array.from(unions.all, (union) => naming[union.naming]),
    },
    unionsOf: (member) => unionsOf[member] ?? [],
    stays: { first, from: Int32Array.from(from), dwelling: Uint16Array.from(dwelling) },
    dwellings: {
      placeLine: Uint16Array.from(dwellings.all, ({ place }) => places.of(place)),
      kind: Uint8Array.from(dwellings.all, ({ kind }) => (kind === 'house' ? 0 : kind === 'shared' ? 2 : 3)),
    },
    lines: { people: Uint8Array.from(linePeople) },
    placeLines: {
      people: Uint8Array.from(places.all, ({ stock }) => peopleIndex(stock.people[0]?.[0] ?? '')),
      kind: Uint8Array.from(places.all, ({ away }) => (away ? 1 : 0)),
    },
  };
}

/** The pattern's columns, filled neighbourhood by neighbourhood; whom a neighbourhood was made of is forgotten then. */
import { dayOf, type Day } from '../calendar.ts';
import { type Dwelling, homesRemembered, type Inhabitant, type PlaceLine, recordsBegin, type Union } from './lives/members.ts';
import {
  careHome,
  endedByDeath,
  familyHome,
  joinsNames,
  keepsName,
  never,
  notEnded,
  type Pattern,
  separated,
  sharedHome,
  takesName,
} from './pattern.ts';

/** Whoever is born, or comes, later is never told of; families shift by up to a year. */
const lastDay = dayOf('2042-01-01');
const naming = { keeps: keepsName, takes: takesName, both: joinsNames } as const;
const kinds = { house: familyHome, shared: sharedHome, 'care-home': careHome } as const;

export interface Columns {
  /** Those of a neighbourhood who are on record. */
  add(members: readonly Inhabitant[]): void;
  whole(): Pattern;
}

function isTold({ birth, arrival, death, stays }: Inhabitant): boolean {
  return death >= recordsBegin && birth < lastDay && arrival < lastDay && stays.length > 0;
}

const cut = (day: Day): Day => (day >= lastDay + 365 ? never : day);

export function columnsOf(peopleIndex: (key: string) => number): Columns {
  const family: number[] = [];
  const birth: number[] = [];
  const death: number[] = [];
  const arrival: number[] = [];
  const sex: number[] = [];
  const people: number[] = [];
  const ethnicity: number[] = [];
  const line: number[] = [];
  const mother: number[] = [];
  const father: number[] = [];
  const sibship: number[] = [];
  const multiple: number[] = [];
  const unionsOf: (readonly number[])[] = [];
  const a: number[] = [];
  const b: number[] = [];
  const lineOfA: number[] = [];
  const together: number[] = [];
  const wedding: number[] = [];
  const end: number[] = [];
  const ended: number[] = [];
  const names: number[] = [];
  const first = [0];
  const from: number[] = [];
  const dwelling: number[] = [];
  const dwellingPlace: number[] = [];
  const dwellingKind: number[] = [];
  const linePeople: number[] = [];
  const placePeople: number[] = [];
  const placeKind: number[] = [];
  /** Surname lines in the pattern, by the number that they have in the simulation. */
  const lines = new Map<number, number>();
  let families = 0;

  function add(everyone: readonly Inhabitant[]): void {
    const members = everyone.filter(isTold);
    if (members.length === 0) return;
    const before = birth.length;
    members.forEach((member, n) => (member.number = before + n));
    const lineOf = ({ line: key, people: theirs }: Inhabitant): number => {
      const known = lines.get(key);
      if (known !== undefined) return known;
      const number = linePeople.push(peopleIndex(theirs)) - 1;
      lines.set(key, number);
      return number;
    };
    /** The first of the mother's children who is on record gives the number. */
    const sibshipOf = ({ mother: theirs }: Inhabitant): number => theirs?.children.find((child) => child.number >= 0)?.number ?? -1;
    const unions: Union[] = [];
    const dwellings: Dwelling[] = [];
    const numberOf = <T extends { number: number }>(thing: T, all: T[], start: number): number => {
      if (thing.number < 0) {
        thing.number = start + all.length;
        all.push(thing);
      }
      return thing.number;
    };
    members.forEach((member, n) => {
      family.push(families);
      birth.push(member.birth);
      death.push(cut(member.death));
      arrival.push(member.arrival);
      sex.push(member.sex);
      people.push(peopleIndex(member.people));
      ethnicity.push(member.category.charCodeAt(0));
      line.push(lineOf(member));
      mother.push(member.mother?.number ?? -1);
      father.push(member.father?.number ?? -1);
      sibship.push(sibshipOf(member));
      multiple.push(member.multiple);
      unionsOf.push(member.unions.filter((union) => union.together < lastDay).map((union) => numberOf(union, unions, a.length)));
      member.stays.forEach((stay, position) => {
        const next = member.stays[position + 1];
        if (stay.from >= lastDay || (next !== undefined && next.from < homesRemembered)) return;
        from.push(stay.from);
        dwelling.push(numberOf(stay.dwelling, dwellings, dwellingKind.length));
      });
      first[before + n + 1] = from.length;
    });
    for (const union of unions) {
      a.push(union.a.number);
      b.push(union.b.number);
      lineOfA.push(lineOf(union.a));
      together.push(union.together);
      wedding.push(cut(union.wedding));
      end.push(cut(union.end));
      ended.push(union.separated ? separated : cut(union.end) === never ? notEnded : endedByDeath);
      names.push(naming[union.naming]);
    }
    const places: PlaceLine[] = [];
    for (const { kind, place } of dwellings) {
      dwellingKind.push(kinds[kind]);
      dwellingPlace.push(numberOf(place, places, placeKind.length));
    }
    for (const { stock, away } of places) {
      placePeople.push(peopleIndex(stock.people[0]?.[0] ?? ''));
      placeKind.push(away ? 1 : 0);
    }
    families += 1;
  }

  return {
    add,
    whole: () => ({
      size: birth.length,
      family: new Uint16Array(family),
      birth: new Int32Array(birth),
      death: new Int32Array(death),
      arrival: new Int32Array(arrival),
      sex: new Uint8Array(sex),
      people: new Uint8Array(people),
      ethnicity: new Uint8Array(ethnicity),
      line: new Int32Array(line),
      mother: new Int32Array(mother),
      father: new Int32Array(father),
      sibship: new Int32Array(sibship),
      multiple: new Uint8Array(multiple),
      unions: {
        a: new Int32Array(a),
        b: new Int32Array(b),
        lineOfA: new Int32Array(lineOfA),
        together: new Int32Array(together),
        wedding: new Int32Array(wedding),
        end: new Int32Array(end),
        ended: new Uint8Array(ended),
        naming: new Uint8Array(names),
      },
      unionsOf: (member) => unionsOf[member] ?? [],
      stays: { first: new Uint32Array(first), from: new Int32Array(from), dwelling: new Uint16Array(dwelling) },
      dwellings: { placeLine: new Uint16Array(dwellingPlace), kind: new Uint8Array(dwellingKind) },
      lines: { people: new Uint8Array(linePeople) },
      placeLines: { people: new Uint8Array(placePeople), kind: new Uint8Array(placeKind) },
    }),
  };
}

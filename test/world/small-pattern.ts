/** A small pattern with a bit of everything: couples, second families, twins, people from abroad, children with their grandmother. */
import {
  never,
  notEnded,
  endedByDeath,
  joinsNames,
  keepsName,
  type Pattern,
  separated,
  takesName,
} from '../../src/world/pattern/pattern.ts';
import { dayOf } from '../../src/world/calendar.ts';
import { unit } from '../../src/world/hash.ts';

interface Person {
  family: number;
  birth: number;
  death: number;
  arrival: number;
  sex: number;
  people: number;
  line: number;
  mother: number;
  father: number;
  multiple: number;
  stays: [from: number, dwelling: number][];
}

interface Couple {
  a: number;
  b: number;
  together: number;
  wedding: number;
  end: number;
  ended: number;
  naming: number;
}

const year = 365.25;
export const peopleCount = 3;

export function smallPattern(families: number): Pattern {
  let drawn = 0;
  const chance = (): number => unit(99, (drawn += 1), 1);
  const within = (from: number, to: number): number => from + Math.floor(chance() * (to - from));
  const years = (from: number, to: number): number => within(Math.floor(from * year), Math.floor(to * year));
  const persons: Person[] = [];
  const couples: Couple[] = [];
  const linePeople: number[] = [];
  const dwellingPlaces: number[] = [];
  const placePeople: number[] = [];
  const horizon = dayOf('2042-01-01');
  const lastBirth = new Map<number, number>();
  let family = 0;

  const newPlace = (people: number): number => placePeople.push(people) - 1;
  const newDwelling = (place: number): number => dwellingPlaces.push(place) - 1;

  function add(details: Partial<Person> & Pick<Person, 'birth' | 'people'>): number {
    const line = details.line ?? linePeople.push(details.people) - 1;
    const life = Math.floor((60 + 40 * chance()) * year);
    const death = Math.max(details.birth + life, dayOf('2017-02-01') + within(0, 9_000));
    const person = { family, arrival: details.birth, sex: chance() < 0.5 ? 0 : 1, mother: -1, father: -1, multiple: 0, stays: [] };
    return persons.push({ ...person, death: death < horizon ? death : never, ...details, line }) - 1;
  }
  const the = (member: number): Person => persons[member] as Person;

  function children(a: number, b: number, from: number, place: number, dwelling: number): void {
    let birth = Math.max(from + years(0.2, 2), (lastBirth.get(b) ?? -Infinity) + 317);
    for (let n = within(0, 4); n > 0; n -= 1) {
      const twins = chance() < 0.2 ? 2 : 1;
      for (let twin = 1; twin <= twins; twin += 1) {
        const child = add({ birth, people: the(a).people, line: the(a).line, mother: b, father: a, multiple: twins === 2 ? twin : 0 });
        the(child).stays.push([birth, dwelling]);
        const leaves = birth + years(18, 25);
        if (chance() < 0.7) the(child).stays.push([leaves, newDwelling(chance() < 0.5 ? place : newPlace(the(a).people))]);
      }
      lastBirth.set(b, birth);
      birth += 317 + within(0, 1_500);
    }
  }

  function couple(a: number, b: number, together: number, ends: boolean): number {
    const marries = chance() < 0.7;
    const wedding = marries ? together + (chance() < 0.3 ? 0 : years(0, 4)) : never;
    const end = ends ? (marries ? wedding : together) + years(1, 6) : never;
    const died = Math.min(the(a).death, the(b).death);
    const draw = chance();
    const naming = draw < 0.2 ? keepsName : draw < 0.8 ? takesName : joinsNames;
    const ended = ends ? separated : died === never ? notEnded : endedByDeath;
    couples.push({ a, b, together, wedding, end: ends ? end : died, ended, naming });
    return end;
  }

  for (; family < families; family += 1) {
    const people = within(0, peopleCount);
    const place = newPlace(people);
    const home = newDwelling(place);
    const birth = dayOf('1945-01-01') + years(0, 80);
    const comes = chance() < 0.3 ? birth + years(0, 30) : birth;
    if (chance() < 0.3) {
      the(add({ birth, people, arrival: comes })).stays.push([comes, home]);
      continue;
    }
    if (chance() < 0.1) {
      const grandmother = add({ birth, people, sex: 0, death: never });
      const mother = add({ birth: birth + years(20, 30), people, sex: 0, mother: grandmother, line: the(grandmother).line, death: never });
      const child = add({ birth: the(mother).birth + years(18, 30), people, mother, line: the(grandmother).line });
      for (const member of [grandmother, mother, child]) the(member).stays.push([the(member).birth, home]);
      the(mother).stays.push([the(child).birth + years(1, 10), newDwelling(place)]);
      continue;
    }
    const b = add({ birth, people, sex: 0, arrival: comes });
    const a = add({ birth: birth - years(-3, 6), people: chance() < 0.8 ? people : within(0, peopleCount), sex: chance() < 0.95 ? 1 : 0 });
    const meets = Math.max(birth + years(19, 30), comes + 100);
    the(b).stays.push([the(b).arrival, newDwelling(place)], [meets, home]);
    the(a).stays.push([the(a).birth, newDwelling(newPlace(people))], [meets, home]);
    for (const member of [a, b]) the(member).death = Math.max(the(member).death, meets + years(20, 25));
    const parts = chance() < 0.4;
    const parted = couple(a, b, meets, parts);
    if (chance() < 0.8) children(a, b, meets, place, home);
    if (!parts) continue;
    the(a).stays.push([parted, newDwelling(place)]);
    if (chance() < 0.6) {
      const c = add({ birth: birth - years(-2, 4), people, sex: 1 });
      the(c).death = Math.max(the(c).death, parted + years(20, 25));
      const again = parted + years(1, 4);
      the(c).stays.push([the(c).birth, newDwelling(place)], [again, home]);
      if (chance() < 0.7) couple(c, b, again, false);
      else couple(b, c, again, false);
      if (chance() < 0.7) children(c, b, again, place, home);
    }
  }

  const unionsOf = persons.map((_, member) => couples.flatMap(({ a, b }, union) => (a === member || b === member ? [union] : [])));
  const first = new Uint32Array(persons.length + 1);
  persons.forEach(({ stays }, member) => (first[member + 1] = (first[member] ?? 0) + stays.length));
  const stays = persons.flatMap((person) => person.stays.toSorted(([x], [y]) => x - y));
  return {
    size: persons.length,
    family: Uint16Array.from(persons, (person) => person.family),
    birth: Int32Array.from(persons, ({ birth }) => birth),
    death: Int32Array.from(persons, ({ death }) => death),
    arrival: Int32Array.from(persons, ({ arrival }) => arrival),
    sex: Uint8Array.from(persons, ({ sex }) => sex),
    people: Uint8Array.from(persons, ({ people }) => people),
    ethnicity: new Uint8Array(persons.length).fill(65),
    line: Int32Array.from(persons, ({ line }) => line),
    mother: Int32Array.from(persons, ({ mother }) => mother),
    father: Int32Array.from(persons, ({ father }) => father),
    sibship: Int32Array.from(persons, ({ mother }) => mother),
    multiple: Uint8Array.from(persons, ({ multiple }) => multiple),
    unions: {
      a: Int32Array.from(couples, ({ a }) => a),
      b: Int32Array.from(couples, ({ b }) => b),
      lineOfA: Int32Array.from(couples, ({ a }) => persons[a]?.line ?? 0),
      together: Int32Array.from(couples, ({ together }) => together),
      wedding: Int32Array.from(couples, ({ wedding }) => wedding),
      end: Int32Array.from(couples, ({ end }) => end),
      ended: Uint8Array.from(couples, ({ ended }) => ended),
      naming: Uint8Array.from(couples, ({ naming }) => naming),
    },
    unionsOf: (member) => unionsOf[member] ?? [],
    stays: { first, from: Int32Array.from(stays, ([from]) => from), dwelling: Uint16Array.from(stays, ([, dwelling]) => dwelling) },
    dwellings: { placeLine: Uint16Array.from(dwellingPlaces), kind: new Uint8Array(dwellingPlaces.length) },
    lines: { people: Uint8Array.from(linePeople) },
    placeLines: { people: Uint8Array.from(placePeople), kind: new Uint8Array(placePeople.length) },
  };
}

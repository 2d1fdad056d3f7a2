/** Homes, and who moves into them. Children are never left in one without a grown person: the nearest of kin take them in. */
import { type Day, year } from '../../calendar.ts';
import { type Draws, percent } from '../draws.ts';
import * as rates from '../england/rates.ts';
import type { Dwelling, DwellingKind, Inhabitant, PlaceLine, Union } from '../lives/members.ts';
import { female } from '../../peoples/people.ts';

const grownUp = Math.floor(18 * year);
/** Those who share are not further apart in age. */
const agesApart = Math.floor(15 * year);
const careHomePlaces = 12;
/** Ages of those who would take in a child of the neighbourhood who has nobody else. */
const fosters = { from: 30 * year, to: 60 * year } as const;

export const isHere = (member: Inhabitant | undefined, day: Day): member is Inhabitant => member?.home !== undefined && member.death > day;
export const isChild = (member: Inhabitant, day: Day): boolean => day - member.birth < grownUp;
export const isFamilyHome = (home: Dwelling | undefined): boolean => home?.kind === 'house';

export function dwelling(kind: DwellingKind, place: PlaceLine): Dwelling {
  return { kind, place, residents: [], number: -1 };
}

export function partnerOn(member: Inhabitant, day: Day): Inhabitant | undefined {
  const union = member.unions.find(({ together, end }) => together <= day && end > day);
  return union === undefined ? undefined : otherOf(union, member);
}

function otherOf({ a, b }: Union, member: Inhabitant): Inhabitant {
  return a === member ? b : a;
}

/** Somebody and the children who go along: those whose other parent does not stay behind. */
export function withChildren(member: Inhabitant, day: Day): readonly Inhabitant[] {
  const children = member.children.filter((child) => {
    if (child.home === undefined || child.home !== member.home || !isChild(child, day)) return false;
    const other = child.mother === member ? child.father : child.mother;
    return !isHere(other, day) || other.home !== member.home;
  });
  return [member, ...children];
}

export function livesWithParents({ home, mother, father }: Inhabitant): boolean {
  return home !== undefined && (mother?.home === home || father?.home === home);
}

/** Lives in a house without parents and without others who share it. */
export function livesInOwn(member: Inhabitant): boolean {
  const { home } = member;
  return home?.kind === 'house' && home.residents.every((each) => each === member || each.mother === member || each.father === member);
}

export function parentalHome(member: Inhabitant | undefined, day: Day): Dwelling | undefined {
  return [member?.father, member?.mother].find((each) => isHere(each, day) && isFamilyHome(each.home))?.home;
}

export interface Accommodation {
  moveInto(home: Dwelling, who: readonly Inhabitant[], day: Day): void;
  /** Somebody who dies moves out, and the children who are left find a home. */
  moveOut(member: Inhabitant, day: Day): void;
  /** A room in a shared house where there is one, in another than that of before. */
  share(member: Inhabitant, day: Day, place: PlaceLine): void;
  enterCare(member: Inhabitant, day: Day, place: PlaceLine): void;
  /** To parents, grandparents, aunts, uncles or grown brothers and sisters; else to somebody of the neighbourhood, unless there is a home. */
  bringToKin(child: Inhabitant, day: Day): void;
}

export function dwellingsOf(members: readonly Inhabitant[]): Accommodation {
  /** Houses for the young, flats for two others, homes for those who need care: those that were ever begun. */
  const houses: Dwelling[] = [];
  const flats: Dwelling[] = [];
  const careHomes: Dwelling[] = [];

  function moveInto(home: Dwelling, who: readonly Inhabitant[], day: Day): void {
    const before: Dwelling[] = [];
    for (const member of who) {
      const { home: from, stays } = member;
      if (from === home) continue;
      if (from !== undefined) {
        remove(from, member);
        before.push(from);
      }
      home.residents.push(member);
      member.home = home;
      if (stays[stays.length - 1]?.from === day) stays.pop();
      stays.push({ from: day, dwelling: home });
    }
    for (const each of before) rehouse(each, day);
  }

  function remove({ residents }: Dwelling, member: Inhabitant): void {
    residents.splice(residents.indexOf(member), 1);
  }

  /** Children left in a home with no grown person go to the nearest of kin. */
  function rehouse({ residents }: Dwelling, day: Day): void {
    if (residents.length === 0 || residents.some((each) => !isChild(each, day))) return;
    const children = [...residents];
    for (const child of children) bringToKin(child, day);
  }

  function bringToKin(child: Inhabitant, day: Day): void {
    const hasGrownUp = child.home?.residents.some((each) => !isChild(each, day)) === true;
    const home = (nearestOfKin(child, day) ?? (hasGrownUp ? undefined : fosterFor(day)))?.home;
    if (home !== undefined) moveInto(home, [child], day);
  }

  function fosterFor(day: Day): Inhabitant | undefined {
    return members.find((each) => isHere(each, day) && isFamilyHome(each.home) && isFoster(each, day));
  }

  function nearestOfKin(child: Inhabitant, day: Day): Inhabitant | undefined {
    const { mother, father } = child;
    const takesIn = (each: Inhabitant | undefined): boolean =>
      each !== child && isHere(each, day) && !isChild(each, day) && isFamilyHome(each.home);
    const grandparents = [mother?.mother, mother?.father, father?.mother, father?.father];
    const aunts = grandparents.flatMap((each) => each?.children ?? []);
    const siblings = [...(mother?.children ?? []), ...(father?.children ?? [])];
    return [mother, father, ...grandparents, ...aunts, ...siblings].find(takesIn);
  }

  /** The first with room, of those where anybody is left; the others are forgotten on the way. */
  function room(homes: Dwelling[], kind: DwellingKind, most: number, place: PlaceLine, fits: (home: Dwelling) => boolean): Dwelling {
    let kept = 0;
    let found: Dwelling | undefined;
    for (const home of homes) {
      const { length } = home.residents;
      if (length === 0) continue;
      homes[kept] = home;
      kept += 1;
      if (length < most && found === undefined && fits(home)) found = home;
    }
    homes.length = kept;
    if (found !== undefined) return found;
    const made = dwelling(kind, place);
    homes.push(made);
    return made;
  }

  return {
    moveInto,
    bringToKin,
    moveOut(member, day) {
      const { home } = member;
      if (home === undefined) return;
      remove(home, member);
      member.home = undefined;
      rehouse(home, day);
    },
    share(member, day, place) {
      const { home, birth } = member;
      const [homes, most] = day - birth < rates.youngSharing * year ? [houses, rates.sharers] : [flats, 2];
      const fits = (each: Dwelling): boolean => each !== home && each.residents.every((other) => Math.abs(other.birth - birth) < agesApart);
      moveInto(room(homes, 'shared', most, place, fits), [member], day);
    },
    enterCare(member, day, place) {
      moveInto(
        room(careHomes, 'care-home', careHomePlaces, place, () => true),
        [member],
        day,
      );
    },
  };
}

function isFoster({ sex, birth }: Inhabitant, day: Day): boolean {
  return sex === female && day - birth > fosters.from && day - birth < fosters.to;
}

export function goesSharing(member: Inhabitant, day: Day, draws: Draws): boolean {
  return !isChild(member, day) && day - member.birth < rates.oldestSharing * year && percent(draws, rates.shares);
}

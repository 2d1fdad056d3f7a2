/** Who lives where from when: the homes of a neighbourhood, from what has happened in it. Children are never without a grown person of theirs. */
import { type Day, year } from '../calendar.ts';
import { at, type Draws } from './draws.ts';
import {
  type Dwelling,
  type DwellingKind,
  female,
  horizon,
  homesRemembered,
  male,
  type Member,
  type PlaceLine,
  recordsBegin,
  type Union,
} from './members.ts';
import * as rates from './rates.ts';

const grownUp = Math.floor(18 * year);
const oldAge = 78;

/** What happens to homes, in the order in which those of one day are dealt with. */
const arrives = 0;
const joins = 1;
const leaves = 2;
const changes = 3;
const settles = 4;
const moves = 5;
const parts = 6;
const needsCare = 7;
const dies = 8;
const kinds = 9;
/** Days of the years before 1970 that are told of, so that none is below 0. */
const longAgo = 60_000;

interface Happening {
  readonly day: Day;
  readonly what: number;
  readonly member: Member;
  readonly union: Union | undefined;
}

const isHere = (member: Member | undefined, day: Day): member is Member => member?.home !== undefined && member.death > day;
const isChild = (member: Member, day: Day): boolean => day - member.birth < grownUp;

export function house(members: readonly Member[], draws: Draws, here: PlaceLine): void {
  const percent = (share: number): boolean => draws() * 100 < share;
  /** Those with room, by how many share them at most. */
  const open: Dwelling[] = [];
  const flats: Dwelling[] = [];
  const careHomes: Dwelling[] = [];

  for (const { day, what, member, union } of happenings()) {
    if (what === dies) die(member, day);
    else if (member.death <= day) continue;
    else if (what === arrives) arrive(member, day);
    else if (what === leaves) leave(member, day);
    else if (what === changes) changeShare(member, day);
    else if (what === settles) settleAlone(member, day);
    else if (what === needsCare) goIntoCare(member, day);
    else if (union !== undefined && what === joins) join(union, day);
    else if (union !== undefined && what === parts) part(union, day);
    else if (union !== undefined) moveTogether(union, day);
  }

  /** Everything that may move somebody, in order of time; of one day, in the order of the kinds above. */
  function happenings(): readonly Happening[] {
    const list: Happening[] = [];
    const add = (happening: Happening): void => {
      if (happening.day < horizon) list.push(happening);
    };
    for (const member of members) {
      const { birth, arrival, death, sex } = member;
      add({ day: Math.max(birth, arrival), what: arrives, member, union: undefined });
      add({ day: death, what: dies, member, union: undefined });
      const left = birth + Math.floor((at(rates.leavesAt, draws()) + (sex === male ? rates.leavesLater : 0)) * year);
      add({ day: left, what: leaves, member, union: undefined });
      for (let n = 1; n <= rates.changesOfShare; n += 1) {
        const day = left + Math.floor((n * 2 + draws()) * year);
        if (day > homesRemembered) add({ day, what: changes, member, union: undefined });
      }
      add({ day: left + Math.floor(at(rates.yearsSharing, draws()) * year), what: settles, member, union: undefined });
      if (percent(rates.goesIntoCare))
        add({ day: birth + Math.floor(at(rates.careAt, draws()) * year), what: needsCare, member, union: undefined });
      for (const union of member.unions) if (isTeller(member, union)) addUnion(member, union, add);
    }
    const order = Float64Array.from(list, ({ day, what }, n) => ((day + longAgo) * kinds + what) * list.length + n).sort();
    return Array.from(order, (key) => list[key % list.length] as Happening);
  }

  /** What befalls a couple is told of once: by the man, or by whoever is on record. */
  function isTeller(member: Member, { a }: Union): boolean {
    return a === member || a.death < recordsBegin;
  }

  function addUnion(member: Member, union: Union, add: (happening: Happening) => void): void {
    add({ day: union.together, what: joins, member, union });
    if (union.separated) add({ day: union.end, what: parts, member, union });
    for (const [after, chance] of rates.moves) {
      if (!percent(chance)) continue;
      const day = union.together + Math.floor(at(after, draws()) * year);
      if (day < union.end && day > homesRemembered) add({ day, what: moves, member, union });
    }
  }

  function dwelling(kind: DwellingKind, place: PlaceLine): Dwelling {
    return { kind, place, residents: [] };
  }

  function moveOut(member: Member): void {
    const { home } = member;
    if (home !== undefined) home.residents.splice(home.residents.indexOf(member), 1);
  }

  function moveInto(home: Dwelling, who: readonly Member[], day: Day): void {
    const before: Dwelling[] = [];
    for (const member of who) {
      if (member.home === home) continue;
      if (member.home !== undefined) before.push(member.home);
      moveOut(member);
      home.residents.push(member);
      member.home = home;
      if (member.stays.at(-1)?.from === day) member.stays.pop();
      member.stays.push({ from: day, dwelling: home });
    }
    for (const each of before) children(each, day);
  }

  /** Somebody and the children who go along: those whose other parent does not stay behind. */
  function withChildren(member: Member, day: Day): readonly Member[] {
    const children = member.children.filter((child) => {
      if (child.home === undefined || child.home !== member.home || !isChild(child, day)) return false;
      const other = child.mother === member ? child.father : child.mother;
      return !isHere(other, day) || other.home !== member.home;
    });
    return [member, ...children];
  }

  function arrive(member: Member, day: Day): void {
    const partner = partnerOf(member, day);
    const parent = [member.mother, member.father].find((each) => isHere(each, day));
    if (day - member.birth < grownUp + 365 && parent?.home !== undefined) moveInto(parent.home, [member], day);
    else if (partner?.home !== undefined && isHere(partner, day)) moveInto(partner.home, [member], day);
    else if (isChild(member, day)) moveInto(nearestOfKin(member, day)?.home ?? dwelling('house', here), [member], day);
    else if (partner === undefined && mayShare(member, day)) share(member, day, here);
    else moveInto(dwelling('house', here), [member], day);
    // Who comes brings the children who have nobody else here.
    if (member.home !== undefined)
      moveInto(
        member.home,
        member.children.filter(
          (child) => isChild(child, day) && child.home === undefined && child.birth <= day && child.arrival <= day && child.death > day,
        ),
        day,
      );
  }

  function partnerOf(member: Member, day: Day): Member | undefined {
    const union = member.unions.find(({ together, end }) => together <= day && end > day);
    return union === undefined ? undefined : union.a === member ? union.b : union.a;
  }

  function join({ a, b }: Union, day: Day): void {
    const couple = [a, b].filter((each) => isHere(each, day));
    const [one = a, other] = couple;
    if (one.home === undefined) return;
    const together = couple.flatMap((each) => withChildren(each, day));
    const parents = parentsOf(one, day) ?? parentsOf(other, day);
    if (parents !== undefined && percent(Math.max(one.stock.custom.parentsToo, rates.withParents))) {
      moveInto(parents, together, day);
      return;
    }
    const own = [b, a].find((each) => isHere(each, day) && isOwn(each));
    if (own?.home !== undefined && percent(48)) moveInto(own.home, together, day);
    else moveInto(dwelling('house', placeFor(one)), together, day);
  }

  /** Lives in a house without parents and without others who share it. */
  function isOwn(member: Member): boolean {
    const { home } = member;
    return home?.kind === 'house' && home.residents.every((each) => each === member || each.mother === member || each.father === member);
  }

  function parentsOf(member: Member | undefined, day: Day): Dwelling | undefined {
    return [member?.father, member?.mother].find((each) => isHere(each, day) && each.home?.kind === 'house')?.home;
  }

  function placeFor(member: Member): PlaceLine {
    return percent(rates.movesAway) ? { stock: member.stock, away: true } : (member.home?.place ?? here);
  }

  function share(member: Member, day: Day, place: PlaceLine, but?: Dwelling): void {
    const [houses, most] = day - member.birth < 30 * year ? [open, rates.sharers] : [flats, 2];
    const room = houses.find((each) => each !== but && each.residents.length > 0 && each.residents.length < most && agesFit(each, member));
    const house = room ?? dwelling('shared', place);
    if (room === undefined) houses.push(house);
    moveInto(house, [member], day);
  }

  function agesFit({ residents }: Dwelling, member: Member): boolean {
    for (const { birth } of residents) if (Math.abs(birth - member.birth) > 15 * year) return false;
    return true;
  }

  function mayShare(member: Member, day: Day): boolean {
    return !isChild(member, day) && day - member.birth < rates.oldestSharing * year && percent(rates.shares);
  }

  function livesWithParents(member: Member): boolean {
    const { home, mother, father } = member;
    return home !== undefined && [mother, father].some((each) => each !== undefined && each.home === home);
  }

  function leave(member: Member, day: Day): void {
    if (!livesWithParents(member) || partnerOf(member, day) !== undefined || member.home === undefined) return;
    const going = withChildren(member, day);
    if (going.length === 1 && mayShare(member, day)) share(member, day, placeFor(member));
    else moveInto(dwelling('house', placeFor(member)), going, day);
  }

  function changeShare(member: Member, day: Day): void {
    if (member.home?.kind === 'shared' && percent(50)) share(member, day, placeFor(member), member.home);
  }

  function settleAlone(member: Member, day: Day): void {
    if (member.home?.kind !== 'shared') return;
    if (percent(rates.sharesOn)) share(member, day, placeFor(member));
    else moveInto(dwelling('house', placeFor(member)), withChildren(member, day), day);
  }

  function moveTogether({ a, b }: Union, day: Day): void {
    const { home } = b.home === undefined ? a : b;
    if (home === undefined || home.kind !== 'house' || (isHere(a, day) && isHere(b, day) && a.home !== b.home)) return;
    moveInto(dwelling('house', placeFor(b.home === undefined ? a : b)), [...home.residents], day);
  }

  function part({ a, b }: Union, day: Day): void {
    if (!isHere(a, day) || !isHere(b, day) || a.home !== b.home) return;
    const leaver = percent(rates.sheLeaves) || livesWithParents(a) ? b : a;
    const going = withChildren(leaver, day);
    const parents = parentsOf(leaver, day);
    if (parents !== undefined && parents !== leaver.home && day - leaver.birth < 40 * year && percent(rates.backHome))
      moveInto(parents, going, day);
    else if (going.length === 1 && mayShare(leaver, day)) share(leaver, day, placeFor(leaver));
    else moveInto(dwelling('house', placeFor(leaver)), going, day);
  }

  function goIntoCare(member: Member, day: Day): void {
    if (member.home === undefined || member.home.kind === 'care-home' || partnerOf(member, day)?.home === member.home) return;
    let home = careHomes.find((each) => each.residents.length < 12);
    if (home === undefined) careHomes.push((home = dwelling('care-home', here)));
    moveInto(home, [member], day);
  }

  function die(member: Member, day: Day): void {
    const { home } = member;
    if (home === undefined) return;
    moveOut(member);
    member.home = undefined;
    children(home, day);
    const widowed = home.residents.find((each) => partnersBefore(each, member));
    const child = widowed?.children.find(
      (each) => isHere(each, day) && each.home?.kind === 'house' && !isChild(each, day) && each.home !== home,
    );
    const old = widowed !== undefined && day - widowed.birth > oldAge * year;
    if (old && child?.home !== undefined && home.residents.length === 1 && percent(widowed.stock.custom.parentsToo))
      moveInto(child.home, [widowed], day);
  }

  function partnersBefore(one: Member, other: Member): boolean {
    return one.unions.some(({ a, b }) => a === other || b === other);
  }

  /** Children left in a home with no grown person of theirs go to the nearest of kin. */
  function children(home: Dwelling | undefined, day: Day): void {
    if (home === undefined || home.residents.length === 0) return;
    const left = home.residents.filter((each) => isChild(each, day));
    if (left.length === 0 || home.residents.some((each) => !isChild(each, day))) return;
    for (const child of left) {
      const kin = nearestOfKin(child, day);
      if (kin?.home !== undefined) moveInto(kin.home, [child], day);
    }
  }

  function nearestOfKin(child: Member, day: Day): Member | undefined {
    const { mother, father } = child;
    const grandparents = [mother?.mother, mother?.father, father?.mother, father?.father];
    const aunts = grandparents.flatMap((each) => each?.children ?? []);
    const siblings = [...(mother?.children ?? []), ...(father?.children ?? [])];
    const kin = [mother, father, ...grandparents, ...aunts, ...siblings].find(
      (each) => each !== child && isHere(each, day) && !isChild(each, day) && each.home?.kind === 'house',
    );
    // Somebody of the neighbourhood takes in a child who has nobody else.
    return (
      kin ??
      members.find(
        (each) =>
          each.sex === female &&
          isHere(each, day) &&
          each.home?.kind === 'house' &&
          day - each.birth > 30 * year &&
          day - each.birth < 60 * year,
      )
    );
  }
}

/** Who lives where from when: the homes of a neighbourhood, from what happens to those who live there. */
import { type Day, year } from '../../calendar.ts';
import { type Draws, percent } from '../draws.ts';
import * as rates from '../england/rates.ts';
import type { Inhabitant, PlaceLine, Union } from '../lives/members.ts';
import {
  dwelling,
  dwellingsOf,
  goesSharing,
  isChild,
  isFamilyHome,
  isHere,
  livesInOwn,
  livesWithParents,
  parentalHome,
  partnerOn,
  withChildren,
} from './dwellings.ts';
import { eachHappening, kinds } from './happenings.ts';

/** From this age a widow or widower may move to a child's. */
const oldAge = 78 * year;
const backHomeBelow = 40 * year;

/** `near` are the places where the people of a neighbourhood are at home. */
export function house(members: readonly Inhabitant[], draws: Draws, near: readonly [PlaceLine, ...PlaceLine[]]): void {
  const memberDoes: Readonly<Record<number, (member: Inhabitant, day: Day) => void>> = {
    [kinds.arrives]: arrive,
    [kinds.leaves]: leave,
    [kinds.changes]: change,
    [kinds.settles]: settleDown,
    [kinds.needsCare]: goIntoCare,
  };
  const coupleDoes: Readonly<Record<number, (union: Union, day: Day) => void>> = {
    [kinds.joins]: join,
    [kinds.moves]: moveTogether,
    [kinds.parts]: part,
  };
  const { moveInto, moveOut, share, enterCare, bringToKin } = dwellingsOf(members);
  eachHappening(members, draws, {
    toMember(kind, member, day) {
      if (kind === kinds.dies) die(member, day);
      else if (member.death > day) memberDoes[kind]?.(member, day);
    },
    toUnion: (kind, union, day) => coupleDoes[kind]?.(union, day),
  });

  function hereOf({ line }: Inhabitant): PlaceLine {
    return near[line % near.length] ?? near[0];
  }

  function placeFor(member: Inhabitant): PlaceLine {
    return percent(draws, rates.movesAway) ? { stock: member.stock, away: true, number: -1 } : (member.home?.place ?? hereOf(member));
  }

  function moveToNew(member: Inhabitant, who: readonly Inhabitant[], day: Day): void {
    moveInto(dwelling('house', placeFor(member)), who, day);
  }

  function arrive(member: Inhabitant, day: Day): void {
    const partner = partnerOn(member, day);
    const parent = [member.mother, member.father].find((each) => isHere(each, day));
    if (day - member.birth < 19 * year && parent?.home !== undefined) moveInto(parent.home, [member], day);
    else if (isHere(partner, day) && partner.home !== undefined) moveInto(partner.home, [member], day);
    else if (partner === undefined && goesSharing(member, day, draws)) share(member, day, hereOf(member));
    // Of a founder nobody knows with whom childhood was spent.
    else if (member.mother === undefined || !isChild(member, day)) moveInto(dwelling('house', hereOf(member)), [member], day);
    else bringToKin(member, day);
  }

  function join({ a, b }: Union, day: Day): void {
    const couple = [b, a].filter((each) => isHere(each, day));
    const [one] = couple;
    if (one === undefined) return;
    const together = couple.flatMap((each) => withChildren(each, day));
    const parents = parentalHome(a, day) ?? parentalHome(b, day);
    const own = couple.find(livesInOwn)?.home;
    if (parents !== undefined && percent(draws, Math.max(one.stock.custom.parentsToo, rates.withParents))) moveInto(parents, together, day);
    else if (own !== undefined && percent(draws, rates.movesIn)) moveInto(own, together, day);
    else moveToNew(one, together, day);
  }

  function leave(member: Inhabitant, day: Day): void {
    // A founder's childhood was spent with parents whom nobody knows.
    const leavesParents = livesWithParents(member) || (member.mother === undefined && member.home?.residents.length === 1);
    if (!leavesParents || partnerOn(member, day) !== undefined) return;
    const going = withChildren(member, day);
    if (going.length === 1 && goesSharing(member, day, draws)) share(member, day, placeFor(member));
    else moveToNew(member, going, day);
  }

  function change(member: Inhabitant, day: Day): void {
    if (member.home?.kind !== 'shared' || !percent(draws, rates.changesShare)) return;
    const going = withChildren(member, day);
    if (going.length === 1) share(member, day, placeFor(member));
    else moveToNew(member, going, day);
  }

  function settleDown(member: Inhabitant, day: Day): void {
    if (member.home?.kind !== 'shared') return;
    const going = withChildren(member, day);
    if (going.length === 1 && percent(draws, rates.sharesOn)) share(member, day, placeFor(member));
    else moveToNew(member, going, day);
  }

  function moveTogether({ a, b }: Union, day: Day): void {
    const [one, other] = [b, a].filter((each) => isHere(each, day));
    if (one?.home === undefined || !isFamilyHome(one.home) || (other !== undefined && other.home !== one.home)) return;
    moveToNew(one, [...one.home.residents], day);
  }

  function part({ a, b }: Union, day: Day): void {
    if (!isHere(a, day) || !isHere(b, day) || a.home !== b.home) return;
    const leaver = percent(draws, rates.sheLeaves) || livesWithParents(a) ? b : a;
    const going = withChildren(leaver, day);
    const parents = parentalHome(leaver, day);
    const goesBack = day - leaver.birth < backHomeBelow && percent(draws, rates.backHome);
    if (parents !== undefined && parents !== leaver.home && goesBack) moveInto(parents, going, day);
    else if (going.length === 1 && goesSharing(leaver, day, draws)) share(leaver, day, placeFor(leaver));
    else moveToNew(leaver, going, day);
  }

  /** Who has a partner at home is cared for there. */
  function goIntoCare(member: Inhabitant, day: Day): void {
    if (member.home !== undefined && partnerOn(member, day)?.home !== member.home) enterCare(member, day, hereOf(member));
  }

  function die(member: Inhabitant, day: Day): void {
    const { home } = member;
    const [, ...orphans] = withChildren(member, day);
    moveOut(member, day);
    // They do not stay with a step-parent where they have kin.
    for (const child of orphans) if (child.home === home && child.death > day) bringToKin(child, day);
    const [left, ...others] = home?.residents ?? [];
    const isWidowed = left !== undefined && others.length === 0 && left.unions.some(({ a, b }) => a === member || b === member);
    if (!isWidowed || day - left.birth < oldAge || !percent(draws, left.stock.custom.parentsToo)) return;
    const child = left.children.find((each) => isHere(each, day) && isFamilyHome(each.home) && !isChild(each, day) && each.home !== home);
    if (child?.home !== undefined) moveInto(child.home, [left], day);
  }
}

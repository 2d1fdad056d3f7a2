/** What is asked of families from one end is compared with going through everybody. */
import { describe, expect, test } from 'vitest';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { lifeDaysOf } from '../../src/world/copies/life-days.ts';
import { residentsOf } from '../../src/world/copies/residents.ts';
import { hash } from '../../src/world/hash.ts';
import { deal } from '../../src/world/lines/deal.ts';
import { never } from '../../src/world/pattern/pattern.ts';
import { full, pattern, smallWorld } from './small-world.ts';

const { copies, days, kin, standing } = smallWorld();
const members = Array.from({ length: pattern.size }, (_, member) => member);
const today = dayOf('2026-11-29');
const tested = [0, 9, 40, 63];
const drawn = Array.from({ length: 5_000 }, (_, n) => hash(1, n, 5) % full);
const exists = (copy: number, member: number): boolean => standing.exists(copy, member, today);

/** Where somebody lives, stay by stay. */
function homeOf(copy: number, member: number, day: number): number | undefined {
  if (days.death(copy, member) <= day) return undefined;
  let home: number | undefined;
  for (let n = pattern.stays.first[member] ?? 0; n < (pattern.stays.first[member + 1] ?? 0); n += 1) {
    if (days.stayFrom(copy, member, n) <= day) home = pattern.stays.dwelling[n];
  }
  return home;
}

describe('relatives', () => {
  test('of 5,000 people are those whom going through everybody in their copy finds, and name them in return', () => {
    const inReturn = { mother: ['child'], father: ['child'], child: ['mother', 'father'], sibling: ['sibling'], partner: ['partner'] };
    for (const index of drawn) {
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      const [mother, father] = [pattern.mother[member], pattern.father[member]];
      const found = kin.relatives(copy, member, today);
      const those = (relationship: string): number[] =>
        found.filter((each) => each.relationship === relationship).map((each) => each.member);
      const brute = (fits: (other: number) => boolean): number[] => members.filter((other) => fits(other) && exists(copy, other));
      const shares = (parent: Int32Array, whose: number | undefined) => (other: number) => whose !== -1 && parent[other] === whose;
      expect(those('mother')).toEqual(brute((other) => other === mother));
      expect(those('father')).toEqual(brute((other) => other === father));
      expect(those('child')).toEqual(brute((other) => pattern.mother[other] === member || pattern.father[other] === member));
      expect(those('sibling')).toEqual(
        brute((other) => other !== member && (shares(pattern.mother, mother)(other) || shares(pattern.father, father)(other))),
      );
      if (!exists(copy, member)) continue;
      for (const { relationship, member: other } of found) {
        if (relationship === 'guardian') continue;
        const theirs = kin.relatives(copy, other, today).filter((each) => each.member === member);
        expect(theirs.some((each) => inReturn[relationship].includes(each.relationship))).toBe(true);
      }
    }
  });

  test('name the partner while a union lasts, on its every day', () => {
    const { a, b } = pattern.unions;
    for (let union = 0; union < a.length; union += 1) {
      for (const copy of tested) {
        const [one, other] = [a[union] ?? 0, b[union] ?? 0];
        const [begin, end] = [days.together(copy, union), days.unionEnd(copy, union)];
        const partnerOn = (day: number): number | undefined => kin.presentCouple(copy, one, day)?.partner;
        expect(partnerOn(begin)).toBe(other);
        if (end === never) continue;
        expect(partnerOn(end - 1)).toBe(other);
        expect(kin.presentCouple(copy, other, end)?.union).not.toBe(union);
        expect(kin.couples(copy, other, end).find((couple) => couple.union === union)?.end?.day).toBe(end);
      }
    }
  });

  test('give a child who lives with neither parent the eldest adult at home as guardian', () => {
    let guarded = 0;
    for (const copy of tested) {
      for (const member of members.filter((each) => exists(copy, each) && ageOn(copies.birth(copy, each), today) < 16)) {
        const home = homeOf(copy, member, today);
        const company = members.filter((other) => other !== member && home !== undefined && homeOf(copy, other, today) === home);
        const hasParent = company.some((other) => other === pattern.mother[member] || other === pattern.father[member]);
        const adults = company.filter((other) => ageOn(copies.birth(copy, other), today) >= 18);
        const [eldest] = adults.toSorted((a, b) => copies.birth(copy, a) - copies.birth(copy, b));
        const found = kin.relatives(copy, member, today).find(({ relationship }) => relationship === 'guardian')?.member;
        expect(found).toBe(hasParent ? undefined : eldest);
        if (found !== undefined) guarded += 1;
      }
    }
    expect(guarded).toBeGreaterThan(5);
  });
});

describe('households', () => {
  test.each(['2017-01-01', '2026-11-29', '2040-12-31'])('on %s are those who live at one dwelling, in whole copies', (date) => {
    const day = dayOf(date);
    for (const copy of tested) {
      const homes = members.map((member) => homeOf(copy, member, day));
      for (const member of members) {
        const home = homes[member];
        const brute = home === undefined ? [] : members.filter((other) => homes[other] === home);
        expect(kin.household(copy, member, day)).toEqual(brute);
      }
    }
  });

  test('are found from a place line: who lives there on a day, and in which copies it falls to a town', () => {
    const residents = residentsOf(pattern, lifeDaysOf(copies));
    const places = deal(7, pattern.placeLines.people.length, 118);
    const [from, to] = [0.31, 0.36];
    const brute: string[] = [];
    for (let copy = 0; copy < 64; copy += 1) {
      for (const member of members) {
        const home = homeOf(copy, member, today);
        const quantile = home === undefined ? -1 : places.quantile(pattern.dwellings.placeLine[home] ?? 0, copy);
        if (quantile >= from && quantile < to) brute.push(`${copy} ${member}`);
      }
    }
    const found: string[] = [];
    for (let place = 0; place < pattern.placeLines.people.length; place += 1) {
      for (let rank = places.firstRank(place, from); rank < places.firstRank(place, to); rank += 1) {
        const copy = places.copyAt(place, rank);
        for (const member of residents.lately(copy, place, { from: today, to: today })) {
          if (homeOf(copy, member, today) !== undefined) found.push(`${copy} ${member}`);
        }
      }
    }
    expect(found.length).toBeGreaterThan(500);
    expect(found.toSorted()).toEqual(brute.toSorted());
  });
});

import { describe, expect, test } from 'vitest';
import { dayOf, isoDate } from '../../src/world/calendar.ts';
import { copiesOf, largestJitter, largestShift } from '../../src/world/copies/copies.ts';
import { kinOf } from '../../src/world/copies/kin.ts';
import { lifeDaysOf } from '../../src/world/copies/life-days.ts';
import { standingOf } from '../../src/world/copies/standing.ts';
import { windowOf } from '../../src/world/search/by-birth.ts';
import { copyCount } from '../../src/world/lines/deal.ts';
import { endedByDeath, never } from '../../src/world/pattern/pattern.ts';
import { smallPattern } from './small-pattern.ts';

const pattern = smallPattern(400);
const full = copyCount * pattern.size;
const copies = copiesOf(pattern, { seed: 7, size: full, undated: () => 0.5 });
const days = lifeDaysOf(copies);
const begins = dayOf('2017-01-01');
const horizon = dayOf('2040-12-31');
const members = Array.from({ length: pattern.size }, (_, member) => member);
const unions = [...pattern.unions.a.keys()];
const some = [0, 1, 17, 63];
/** Monday 0 … Sunday 6. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

describe('a copy', () => {
  test('shifts a whole family by at most a year', () => {
    for (let family = 0; family <= Math.max(...pattern.family); family += 1) {
      for (let copy = 0; copy < copyCount; copy += 1) expect(Math.abs(copies.shift(copy, family))).toBeLessThanOrEqual(largestShift);
    }
  });

  test('is found from days of birth, as going through all copies finds it', () => {
    const found = new Uint8Array(copyCount);
    for (const member of members) {
      for (const width of [0, 3, 40, 900]) {
        const from = copies.birth(member % copyCount, member) - width;
        const to = from + 2 * width;
        const all = Array.from({ length: copyCount }, (_, copy) => copy);
        const brute = all.filter((copy) => copies.birth(copy, member) >= from && copies.birth(copy, member) <= to);
        const count = copies.copiesBorn(member, windowOf(from, to), found);
        expect([...found.subarray(0, count)].toSorted((a, b) => a - b)).toEqual(brute);
      }
    }
  });

  test('moves a birth by at most some days more, and twins together', () => {
    for (const copy of some) {
      for (const member of members) {
        const moved = copies.birth(copy, member) - copies.dayIn(copy, pattern.family[member] ?? 0, pattern.birth[member] ?? 0);
        if (!copies.mayBeUndated(member)) expect(Math.abs(moved)).toBeLessThanOrEqual(largestJitter);
        else expect(isoDate(copies.birth(copy, member)).endsWith('-01-01') || Math.abs(moved) <= largestJitter).toBe(true);
        if (pattern.multiple[member] === 2) expect(copies.birth(copy, member)).toBe(copies.birth(copy, member - 1));
      }
    }
  });

  test('leaves 38 weeks at least between children of one mother who are no twins', () => {
    for (const copy of some) {
      const births = new Map<number, number[]>();
      for (const member of members) {
        const mother = pattern.mother[member] ?? -1;
        if (mother >= 0) births.set(mother, [...(births.get(mother) ?? []), copies.birth(copy, member)]);
      }
      for (const theirs of births.values()) {
        const sorted = theirs.toSorted((a, b) => a - b);
        const gaps = sorted.slice(1).map((day, n) => day - (sorted[n] ?? 0));
        expect(gaps.filter((gap) => gap > 0 && gap < 266)).toEqual([]);
      }
    }
  });

  test('writes down the first of January for half of those whose birth nobody knows, when that is the share', () => {
    const undated = members.filter((member) => copies.mayBeUndated(member));
    const born = undated.flatMap((member) => some.map((copy) => isoDate(copies.birth(copy, member))));
    const share = born.filter((date) => date.endsWith('-01-01')).length / born.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  test('keeps the order of a life: on record, together, married, parted, dead', () => {
    const wrong: string[] = [];
    for (const copy of some) {
      for (const union of unions) {
        const [together, wedding, end] = [days.together(copy, union), days.wedding(copy, union), days.unionEnd(copy, union)];
        if (wedding !== never && (wedding < together || wedding > end)) wrong.push(`wedding ${union} in copy ${copy}`);
        if (end < together) wrong.push(`end ${union} in copy ${copy}`);
        if (pattern.unions.ended[union] === endedByDeath && end === never) wrong.push(`death ends ${union} in copy ${copy}`);
      }
      for (const member of members) {
        const death = days.death(copy, member);
        const [first, end] = [pattern.stays.first[member] ?? 0, pattern.stays.first[member + 1] ?? 0];
        const stays = Array.from({ length: end - first }, (_, n) => days.stayFrom(copy, member, first + n));
        if (stays[0] !== copies.arrival(copy, member)) wrong.push(`first stay of ${member} in copy ${copy}`);
        if ([...stays, death].some((day, n, all) => n > 0 && day < (all[n - 1] ?? 0))) wrong.push(`stays of ${member} in copy ${copy}`);
        const mother = pattern.mother[member] ?? -1;
        if (mother >= 0 && days.death(copy, mother) < copies.birth(copy, member)) wrong.push(`mother of ${member} in copy ${copy}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('marries half of its couples on a Saturday and most of them in summer', () => {
    const weddings = unions
      .filter((union) => (pattern.unions.wedding[union] ?? never) !== never)
      .flatMap((union) => Array.from({ length: copyCount }, (_, copy) => days.wedding(copy, union)));
    const share = (fits: (day: number) => boolean): number => weddings.filter(fits).length / weddings.length;
    const inMonth = (month: string) => (day: number) => isoDate(day).slice(5, 7) === month;
    expect(share((day) => weekday(day) === 5)).toBeCloseTo(0.5, 1);
    expect(share(inMonth('08'))).toBeGreaterThan(0.12);
    expect(share(inMonth('01'))).toBeLessThan(0.05);
  });

  test('has fewer births at weekends, and most in September', () => {
    const births = members.flatMap((member) => Array.from({ length: copyCount }, (_, copy) => copies.birth(copy, member)));
    const share = (fits: (day: number) => boolean): number => births.filter(fits).length / births.length;
    expect(share((day) => weekday(day) === 6) * 7).toBeCloseTo(0.83, 1);
    expect(share((day) => weekday(day) === 3) * 7).toBeCloseTo(1.07, 1);
    expect(share((day) => isoDate(day).slice(5, 7) === '09')).toBeGreaterThan(share((day) => isoDate(day).slice(5, 7) === '02'));
  });
});

describe('the size', () => {
  test.each([1, 2, 100, pattern.size, pattern.size + 1, 5 * pattern.size + 77, full])('%i keeps whole families, in order', (size) => {
    const small = copiesOf(pattern, { seed: 7, size, undated: () => 0.5 });
    const kept = Array.from({ length: full }, (_, index) => small.keeps(small.copyOf(index), pattern.family[small.memberOf(index)] ?? 0));
    const count = kept.indexOf(false) === -1 ? full : kept.indexOf(false);
    expect(kept.slice(count)).not.toContain(true);
    expect(count).toBeGreaterThanOrEqual(size);
    const [last, next] = [small.memberOf(count - 1), small.memberOf(count)];
    if (next !== 0) expect(pattern.family[next]).not.toBe(pattern.family[last]);
    expect(kept[size - 1]).toBe(true);
    expect(small.copiesKept).toBe(small.copyOf(count - 1) + 1);
  });

  test('changes nobody', () => {
    const small = copiesOf(pattern, { seed: 7, size: 10, undated: () => 0.5 });
    expect(members.map((member) => small.birth(3, member))).toEqual(members.map((member) => copies.birth(3, member)));
  });
});

describe('records that are awkward as a whole', () => {
  const standing = standingOf(copies, begins);
  const everyone = Array.from({ length: full }, (_, index) => [copies.copyOf(index), copies.memberOf(index)] as const);
  const kin = kinOf(copies, days, standing.onRecord);

  test('come at their rates, and are not missed by kin or company', () => {
    const awkward = everyone.filter(([copy, member]) => standing.of(copy, member) !== 'live');
    expect(awkward.length / full).toBeGreaterThan(0.0025);
    expect(awkward.length / full).toBeLessThan(0.0045);
    for (const [copy, member] of awkward) {
      expect(kin.relatives(copy, member, horizon)).toEqual([]);
      const lived = [begins, dayOf('2026-01-01'), horizon].map((day) => kin.household(copy, member, day));
      expect(lived.every((those) => those.every((other) => other === member))).toBe(true);
    }
  });

  test('lead from a superseded one to a live one, the same at every size', () => {
    const small = standingOf(copiesOf(pattern, { seed: 7, size: 20_000, undated: () => 0.5 }), begins);
    const superseded = everyone.filter(([copy, member]) => standing.of(copy, member) === 'superseded');
    expect(superseded.length).toBeGreaterThan(0);
    for (const [copy, member] of superseded) {
      const survivor = standing.survivor(copy, member) ?? -1;
      expect(standing.exists(copies.copyOf(survivor), copies.memberOf(survivor), begins)).toBe(true);
      if (small.onRecord(copy, member, horizon)) expect(small.survivor(copy, member)).toBe(survivor);
    }
  });

  test('are not there before birth or arrival', () => {
    const arrival = copies.arrival(4, 100);
    expect([standing.onRecord(4, 100, arrival - 1), standing.onRecord(4, 100, arrival)]).toEqual([false, true]);
  });
});

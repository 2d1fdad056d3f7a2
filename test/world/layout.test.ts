import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/world/calendar.ts';
import { female, layOut, male, type Sex } from '../../src/world/layout.ts';

const today = dayOf('2026-01-01');
const layout = layOut(7, 50_000, today);
const sexes: readonly Sex[] = [female, male];

describe('the layout', () => {
  test.each([1, 2, 7, 1_000, 50_000, 909_091])('holds exactly as many people as were asked for: %i', (size) => {
    const laidOut = layOut(7, size, today);
    const total = laidOut.surnames.reduce((sum, _, s) => sum + laidOut.count(s, female) + laidOut.count(s, male), 0);
    expect(total).toBe(size);
  });

  test('finds the place of every index, and the index of every place', () => {
    let wrong = 0;
    for (let index = 0; index < layout.size; index += 1) {
      const { surname, sex, rank } = layout.locate(index);
      if (layout.base(surname, sex) + rank !== index || rank >= layout.count(surname, sex)) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  test('orders people of one surname and sex by birth, oldest first, all within a hundred years', () => {
    let wrong = 0;
    layout.surnames.forEach((_, surname) => {
      for (const sex of sexes) {
        let last = -Infinity;
        for (let rank = 0; rank < layout.count(surname, sex); rank += 1) {
          const day = layout.birthDay(surname, sex, rank);
          if (day < last || day > today || day < today - 36_525) wrong += 1;
          last = day;
        }
      }
    });
    expect(wrong).toBe(0);
  });

  test('counts those born before a day exactly as going through them does', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: layout.surnames.length - 1 }),
        fc.constantFrom(...sexes),
        fc.integer({ min: today - 37_000, max: today + 400 }),
        (surname, sex, day) => {
          let count = 0;
          for (let rank = 0; rank < layout.count(surname, sex); rank += 1) if (layout.birthDay(surname, sex, rank) < day) count += 1;
          return layout.cut(surname, sex, day) === count;
        },
      ),
      { numRuns: 500 },
    );
  });
});

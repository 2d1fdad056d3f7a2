/** How people live, as far as health hangs on it, as the surveys of England have it. */
import { expect, test } from 'vitest';
import { ageOn, anniversary, type Day, dayOf, year } from '../../../src/world/calendar.ts';
import type { Life } from '../../../src/world/clinical/life.ts';
import { lifestyleOf } from '../../../src/world/clinical/lifestyle/lifestyle.ts';
import { unit } from '../../../src/world/hash.ts';

/** The n-th of a number of people; what is not about how they live is left as it may be. */
function born(n: number, sex: Life['sex'], birth: Day) {
  const chance = (field: number, count = 0): number => unit(42, n + count, field);
  const end = dayOf('2041-12-31');
  const life: Life = {
    sex,
    birth,
    arrival: birth,
    end,
    dies: false,
    children: [],
    ethnicity: 'A',
    age: (day) => ageOn(birth, day),
    chance,
    siblingChance: chance,
  };
  return { life, ...lifestyleOf(life) };
}
const now = dayOf('2023-07-01');
/** Of both sexes, as many of each age from 18 to 79. */
const adults = Array.from({ length: 6_200 }, (_, n) =>
  born(n, n % 2 === 0 ? 'female' : 'male', now - Math.floor((18 + ((n >> 1) % 62)) * year) - (n % 365)),
);
const percent = (those: typeof adults, holds: (one: (typeof adults)[number]) => boolean): number =>
  (100 * those.filter(holds).length) / those.length;
const smokesOn =
  (day: Day) =>
  ({ smoking }: (typeof adults)[number]): boolean =>
    smoking !== undefined && smoking.from <= day && day < (smoking.to ?? Infinity);
const between = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};

test('nearly half of those who were grown up smoked in 1974, and twelve in a hundred do now', () => {
  const then = dayOf('1974-07-01');
  const grownUp = adults.filter(({ life }) => life.age(then) >= 18);
  between(percent(grownUp, smokesOn(then)), 38, 52);
  between(percent(adults, smokesOn(now)), 10, 14.5);
});

test('three in ten adults are obese, and their height is that of England', () => {
  between(
    percent(adults, ({ bmi }) => bmi(now) >= 30),
    27,
    33,
  );
  const men = adults.filter(({ life }) => life.sex === 'male');
  between(men.reduce((sum, { height }) => sum + height(now), 0) / men.length, 174, 178);
});

test('more men than women drink over fourteen units a week, and some of both drink nothing', () => {
  const of = (sex: string) => adults.filter(({ life }) => life.sex === sex);
  between(
    percent(of('male'), ({ alcohol }) => alcohol > 14),
    27,
    37,
  );
  between(
    percent(of('female'), ({ alcohol }) => alcohol > 14),
    11,
    19,
  );
  between(
    percent(adults, ({ alcohol }) => alcohol === 0),
    12,
    20,
  );
});

test('a child grows every year, and weighs what children weigh', () => {
  const { life, height, bmi } = born(1, 'female', dayOf('2010-03-04'));
  const ages = Array.from({ length: 16 }, (_, age) => anniversary(life.birth, age));
  const heights = ages.map(height);
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  between(height(life.birth), 44, 55);
  between(bmi(anniversary(life.birth, 5)), 12.5, 22);
});

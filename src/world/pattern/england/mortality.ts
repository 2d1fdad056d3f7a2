/**
 * How long people live: chance of dying within a year of age, per 100,000, from the ONS life table of England and Wales of 2020
 * (principal projection, before the pandemic).
 */
import { year } from '../../calendar.ts';
import { female, type Sex } from '../../peoples/people.ts';

const ages = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 112] as const;
const men = [
  378, 36, 8, 6, 15, 37, 43, 58, 84, 128, 188, 268, 400, 650, 1_000, 1_580, 2_750, 4_900, 9_200, 16_500, 26_500, 38_494, 55_000, 100_000,
] as const;
const women = [
  307, 30, 7, 5, 11, 18, 21, 34, 53, 84, 126, 194, 302, 478, 738, 1_187, 2_055, 3_712, 7_098, 13_450, 22_699, 35_383, 52_000, 100_000,
] as const;
const oldest = 112;
/** From this age the table lets more live on than there are: ONS counts 24 centenarians among 100,000 people. */
const veryOld = 98;
const fewerYears = 0.75;

/** Share alive at each birthday. */
function survival(rates: readonly number[]): Float64Array {
  const alive = new Float64Array(oldest + 1);
  let left = 1;
  let point = 0;
  for (let age = 0; age <= oldest; age += 1) {
    alive[age] = left;
    while (point < ages.length - 2 && age >= (ages[point + 1] ?? oldest)) point += 1;
    const from = ages[point] ?? 0;
    const to = ages[point + 1] ?? oldest;
    const rate = (rates[point] ?? 0) + (((rates[point + 1] ?? 0) - (rates[point] ?? 0)) * (age - from)) / (to - from);
    left *= Math.max(0, 1 - rate / 100_000);
  }
  return alive;
}

const tables = [survival(women), survival(men)] as const;

/** Share of those born who reach an age, in years. */
export function shareAlive(sex: Sex, age: number): number {
  const table = sex === female ? tables[0] : tables[1];
  const whole = Math.max(0, Math.min(oldest - 1, Math.floor(age)));
  const before = table[whole] ?? 0;
  return before + ((table[whole + 1] ?? 0) - before) * (age - whole);
}

/** Length of a life in days that has reached an age in years, by one chance. */
export function lifespan(sex: Sex, reached: number, chance: number): number {
  const table = sex === female ? tables[0] : tables[1];
  const share = shareAlive(sex, reached) * (1 - chance);
  let low = 0;
  let high = oldest;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) >= share) low = middle;
    else high = middle;
  }
  const from = table[low] ?? 0;
  const to = table[high] ?? 0;
  const age = low + (from > to ? (from - share) / (from - to) : 0);
  return Math.floor((age < veryOld ? age : veryOld + (age - veryOld) * fewerYears) * year);
}

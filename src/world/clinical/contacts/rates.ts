/** How often people are in contact with their practice, by age and sex, and on which days of the week. */

type BySex = readonly [male: number, female: number];

interface Rate {
  /** Completed years. */
  readonly to: number;
  /** Contacts a year. */
  readonly published: BySex;
  /** As a part of that, what is asked for at an age: people who have much come oftener than that of themselves. */
  readonly asked: BySex;
}

/**
 * Consultations with doctors and nurses a year (Hobbs and others, Lancet 2016), and a tenth more for the others who work at practices now.
 */
const rates: readonly Rate[] = [
  { to: 4, published: [5.4, 5.2], asked: [0.95, 0.99] },
  { to: 14, published: [2.1, 2.2], asked: [0.82, 0.8] },
  { to: 24, published: [1.9, 4.8], asked: [0.84, 1] },
  { to: 44, published: [2.6, 5.7], asked: [0.68, 0.84] },
  { to: 64, published: [4.4, 6.1], asked: [0.62, 0.84] },
  { to: 74, published: [7.6, 7.9], asked: [0.8, 0.8] },
  { to: 84, published: [10.3, 10.2], asked: [0.92, 0.92] },
  { to: 200, published: [12, 11.2], asked: [1.05, 0.95] },
];

const allStaff = 1.1;

export function contactsAYear(sex: 'female' | 'male', age: number): number {
  const { published = [0, 0], asked = [0, 0] } = rates.find(({ to }) => age <= to) ?? {};
  const n = sex === 'male' ? 0 : 1;
  return allStaff * published[n] * asked[n];
}

/** Of what happens on its own the share up to each day of the week, from Monday on (NHS England, Appointments in General Practice). */
const weekdays = [0.216, 0.426, 0.626, 0.82, 0.982, 0.996, 1];

export const weekdayAt = (chance: number): number =>
  Math.max(
    0,
    weekdays.findIndex((share) => chance < share),
  );

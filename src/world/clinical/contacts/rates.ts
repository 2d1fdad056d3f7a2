/** How often people are in contact with their practice, by age and sex, and on which days of the week. */

interface Rate {
  /** Completed years. */
  readonly to: number;
  /** Contacts a year. */
  readonly male: number;
  readonly female: number;
}

/**
 * Consultations with doctors and nurses a year (Hobbs and others, Lancet 2016), and a tenth more for the others who work at practices now.
 */
const published: readonly Rate[] = [
  { to: 4, male: 5.4, female: 5.2 },
  { to: 14, male: 2.1, female: 2.2 },
  { to: 24, male: 1.9, female: 4.8 },
  { to: 44, male: 2.6, female: 5.7 },
  { to: 64, male: 4.4, female: 6.1 },
  { to: 74, male: 7.6, female: 7.9 },
  { to: 84, male: 10.3, female: 10.2 },
  { to: 200, male: 12, female: 11.2 },
];

const allStaff = 1.1;

export function contactsAYear(sex: 'female' | 'male', age: number): number {
  const rate = published.find(({ to }) => age <= to);
  return allStaff * (rate?.[sex] ?? 0);
}

/** Of what happens on its own the share up to each day of the week, from Monday on (NHS England, Appointments in General Practice). */
const weekdays = [0.216, 0.426, 0.626, 0.82, 0.982, 0.996, 1];

export const weekdayAt = (chance: number): number =>
  Math.max(
    0,
    weekdays.findIndex((share) => chance < share),
  );

/** Checks for which everybody is asked to come: of those who are pregnant, have given birth or are small, and of what lasts. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { ClinicSort } from '../diaries/clinics.ts';
import type { Health } from '../health.ts';
import type { Span } from './contacts.ts';
import { workingDay } from '../working-days.ts';

export interface Check {
  readonly day: Day;
  readonly words: string;
  readonly clinic: ClinicSort;
  readonly sort: 'consultation' | 'nurse' | 'review';
  readonly found: string;
  /** Not needed where there was another contact within so many days: it was done there. */
  readonly within: number;
}

const week = 7;
/** The weeks of a pregnancy in which midwives see somebody (NICE, Antenatal care). */
const antenatal: readonly (readonly [weeks: number, found: string])[] = [
  [16, 'Well. Screening results discussed.'],
  [25, 'Baby moving. Growth as expected.'],
  [28, 'Baby moving well. Bloods discussed.'],
  [31, 'Growth as expected.'],
  [34, 'Birth plan discussed.'],
  [36, 'Head down. Feeding and birth talked through.'],
  [38, 'Well, baby moving.'],
  [40, 'Well. Next steps if overdue explained.'],
];

export function antenatalChecks({ pregnancies }: Health): readonly Check[] {
  return pregnancies.flatMap(({ lastPeriod, ends, recorded, how }): readonly Check[] => {
    const before = antenatal.map(([weeks, found]): Check => ({
      day: workingDay(lastPeriod + weeks * week),
      words: 'Antenatal check',
      clinic: 'nurse',
      sort: 'nurse',
      found,
      within: 6,
    }));
    const after: Check = {
      day: workingDay(ends + 6 * week + (ends % 14)),
      words: 'Postnatal check',
      clinic: 'doctor',
      sort: 'consultation',
      found: 'Recovering well. Mood and feeding discussed, contraception talked through.',
      within: 6,
    };
    return [...before.filter(({ day }) => day > recorded && day < ends), ...(how === 'birth' ? [after] : [])];
  });
}

export function childChecks({ birth }: Health['life']): readonly Check[] {
  const at = (days: number, words: string, found: string, clinic: ClinicSort): Check => ({
    day: workingDay(birth + days),
    words,
    clinic,
    sort: clinic === 'doctor' ? 'consultation' : 'nurse',
    found,
    within: 20,
  });
  return [
    at(6 * week + (birth % 14), 'Six to eight week check of a baby', 'Alert, smiling. Hips, heart and eyes normal.', 'doctor'),
    at(365 + (birth % 40), 'Development review at one year', 'Sits and pulls to stand. Eats family food.', 'nurse'),
    at(760 + (birth % 90), 'Development review at two years', 'Runs, joins two words. No concerns.', 'nurse'),
  ];
}

/** What lasts is looked at every year, in about the month of somebody's birthday, as most practices ask people to come. */
export function yearlyReviews({ life, conditions }: Health, { from, to }: Span): readonly Check[] {
  const lasting = conditions.filter(({ illness }) => illness.isLasting);
  const first = lasting.reduce((earliest, { recorded }) => Math.min(earliest, recorded), Infinity);
  const reviews: Check[] = [];
  const start = Math.max(from, first);
  if (start >= to) return reviews;
  for (let n = life.age(start) + 1; ; n += 1) {
    const due = life.birth + Math.floor(n * year);
    if (due >= to + 30) return reviews;
    const known = lasting.filter(({ recorded, end }) => recorded <= due && (end === undefined || end > due));
    const which = known[Math.floor(life.chance(field.consultation + 10, n) * known.length)];
    if (which === undefined || life.chance(field.consultation + 11, n) > comesToReview) continue;
    reviews.push({
      day: workingDay(due + Math.floor(life.chance(field.consultation + 12, n) * 60) - 30),
      words: `${which.illness.what.text} review`,
      clinic: life.chance(field.consultation + 13, n) < 0.5 ? 'pharmacist' : 'nurse',
      sort: 'review',
      found: 'Stable, no new symptoms. Knows when to seek help.',
      within: 120,
    });
  }
}

const comesToReview = 0.85;

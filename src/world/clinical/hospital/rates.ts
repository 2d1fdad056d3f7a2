/** How often people of an age and sex are referred, come to accident and emergency, and are admitted from there. */
import { type Day, year } from '../../calendar.ts';
import type { Life } from '../life.ts';

/** Completed years, to a day or so, which rates need not be truer than. */
export const yearsOld = ({ birth }: Pick<Life, 'birth'>, day: Day): number => Math.max(0, Math.floor((day - birth) / year));

/** Under 1, 1–4, and every five years from 5 to 90. */
type ByAge = readonly number[];

const bandOfAge = (age: number): number => (age < 1 ? 0 : age < 5 ? 1 : Math.min(19, Math.floor(age / 5) + 1));

/** Attendances of 1,000 people a year at major departments; 70–79 averaged (patient-level costing data of NHS England over mid-2023 population). */
const attended: Readonly<Record<Life['sex'], ByAge>> = {
  male: [906, 511, 240, 245, 233, 283, 278, 256, 237, 218, 249, 233, 219, 214, 239, 306, 306, 495, 641, 845],
  female: [760, 416, 212, 216, 293, 365, 321, 271, 235, 207, 242, 232, 213, 202, 223, 286, 286, 460, 599, 772],
};
/** With walk-in centres and minor injury units there are as many as this for each of those. */
const allDepartments = 1.6;

/**
 * Admissions from there. With those of conditions that begin as an emergency they come to what is published: 330, 95, 40, then from 15 on 65, from
 * 30 70, from 45 80, from 55 100, from 65 155, from 75 290 and from 85 530.
 */
const admitted: ByAge = [230, 82, 48, 48, 105, 105, 105, 100, 100, 100, 70, 70, 125, 125, 120, 120, 225, 225, 330, 330];

/** Referrals by practices and, as the waiting list has more beginnings than those, by hospitals themselves. */
const referred: ByAge = [100, 100, 100, 100, 170, 170, 170, 170, 170, 170, 280, 280, 280, 280, 420, 420, 420, 420, 380, 380];
/** Women of 15–54 are referred so much more often than men. */
const womenMore = 1.25;
const hospitalsRefer = 0.38;
/** Of all that are made, who makes them. */
export const byHospitals = hospitalsRefer / (1 + hospitalsRefer);

const at = (table: ByAge, age: number): number => (table[bandOfAge(age)] ?? 0) / 1000;

export const attendancesAYear = (sex: Life['sex'], age: number): number => at(attended[sex], age) * allDepartments;

export const admittedOfAttended = (sex: Life['sex'], age: number): number => at(admitted, age) / attendancesAYear(sex, age);

export function referralsAYear(sex: Life['sex'], age: number): number {
  const sexes = age < 15 || age > 54 ? 1 : (sex === 'female' ? 2 * womenMore : 2) / (1 + womenMore);
  return at(referred, age) * (1 + hospitalsRefer) * sexes;
}

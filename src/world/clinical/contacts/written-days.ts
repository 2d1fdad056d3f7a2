/** What is written into the record at the practice, by the day on which it is: the reasons for which somebody was there. */
import { type Day, year } from '../../calendar.ts';
import type { Health, Illness, LivedObservation, WrittenEntry, ResultsMade } from '../health.ts';
import type { ContactSpan } from './contacts.ts';
import { isWorkingDay } from '../working-days.ts';

/** Found at a hospital: the practice hears of it by letter. */
const isFoundElsewhere = ({ isEmergency, group }: Illness): boolean => isEmergency || group === 'cancer';

/** Tests for which nobody comes to the practice: sent by post, or done by midwives and screening services. */
const testedElsewhere: ReadonlySet<string> = new Set([
  'bowel-screening',
  'breast-screening',
  'aorta-screening',
  'newborn-blood-spot',
  'dating-scan',
  'anomaly-scan',
]);

/** Measured at home or at school. */
const isMeasuredElsewhere = ({ sort }: LivedObservation, age: number): boolean =>
  sort === 'newborn-hearing' || (age >= 4 && age < 12 && (sort === 'weight' || sort === 'height' || sort === 'bmi'));

/** Only days on which the practice is open: what is recorded on others came by letter. */
export function writtenDays(health: Health, { from, to }: ContactSpan, results: ResultsMade): ReadonlyMap<Day, WrittenEntry[]> {
  const { life, conditions, courses, hospital, pregnancies, vaccinations, allergies } = health;
  const days = new Map<Day, WrittenEntry[]>();
  const add = (day: Day, written: WrittenEntry): void => {
    const those = days.get(day);
    if (those !== undefined) those.push(written);
    else if (isWorkingDay(day)) days.set(day, [written]);
  };
  const isIn = (day: Day): boolean => day >= from && day < to;
  for (const of of conditions) if (isIn(of.recorded) && !isFoundElsewhere(of.illness)) add(of.recorded, { kind: 'condition', of });
  for (const of of courses) if (isIn(of.recorded)) add(of.recorded, { kind: 'medication', of });
  for (const of of hospital.referrals) if (isIn(of.recorded) && of.by === 'practice') add(of.recorded, { kind: 'referral', of });
  for (const of of pregnancies) if (isIn(of.recorded)) add(of.recorded, { kind: 'pregnancy', of });
  for (const of of vaccinations) if (isIn(of.day) && of.place === 'practice' && of.isGiven) add(of.day, { kind: 'vaccination', of });
  for (const of of results.reports) {
    if (isIn(of.requested) && of.at === undefined && !testedElsewhere.has(of.sort)) add(of.requested, { kind: 'report', of });
  }
  const grownUp = life.birth + 12 * year;
  for (const of of results.observations) {
    if (of.report !== undefined || of.at !== undefined || !isIn(of.recorded)) continue;
    if (of.recorded > grownUp || !isMeasuredElsewhere(of, life.age(of.recorded))) add(of.recorded, { kind: 'observation', of });
  }
  // An allergy is told of when somebody is there, and is no reason to come.
  for (const of of allergies) days.get(of.recorded)?.push({ kind: 'allergy', of });
  return days;
}

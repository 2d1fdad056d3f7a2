/** What is written into the record at the practice, by the day on which it is: the reasons for which somebody was there. */
import type { Day } from '../../calendar.ts';
import type { Health, Illness, Written } from '../health.ts';
import type { Span } from './contacts.ts';
import { isWorkingDay } from '../working-days.ts';

/** Found at a hospital: the practice hears of it by letter. */
const isFoundElsewhere = ({ isEmergency, group }: Illness): boolean => isEmergency || group === 'cancer';

/** Only days on which the practice is open: what is recorded on others came by letter. */
export function writtenDays(health: Health, { from, to }: Span): ReadonlyMap<Day, Written[]> {
  const days = new Map<Day, Written[]>();
  const add = (day: Day, written: Written): void => {
    if (day < from || day >= to) return;
    const those = days.get(day);
    if (those !== undefined) those.push(written);
    else if (isWorkingDay(day)) days.set(day, [written]);
  };
  for (const of of health.conditions) if (!isFoundElsewhere(of.illness)) add(of.recorded, { kind: 'condition', of });
  for (const of of health.courses) add(of.recorded, { kind: 'medication', of });
  for (const of of health.hospital.referrals) if (of.by === 'practice') add(of.recorded, { kind: 'referral', of });
  for (const of of health.pregnancies) add(of.recorded, { kind: 'pregnancy', of });
  for (const of of health.vaccinations) if (of.place === 'practice' && of.isGiven) add(of.day, { kind: 'vaccination', of });
  for (const of of health.results.reports) add(of.requested, { kind: 'report', of });
  for (const of of health.results.observations) if (of.report === undefined) add(of.recorded, { kind: 'observation', of });
  // An allergy is told of when somebody is there, and is no reason to come.
  for (const of of health.allergies) days.get(of.recorded)?.push({ kind: 'allergy', of });
  return days;
}

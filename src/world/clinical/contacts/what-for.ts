/** What somebody was at the practice for, from what was written down on the day. */
import type { CodedText } from '../../../clinical-record.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { snomed, uncoded } from '../coded.ts';
import type { Health, LivedCondition, Written } from '../health.ts';
import { isInAutumn } from '../working-days.ts';
import type { Draft } from './draft.ts';
import { doctorBy } from './ways.ts';

/** What a measurement is taken for, in those who have one of these conditions: the first that fits. */
const measuredFor: readonly (readonly [observation: string, conditions: readonly string[]])[] = [
  ['foot-check', ['type-2-diabetes', 'type-1-diabetes']],
  ['eye-screening', ['type-2-diabetes', 'type-1-diabetes']],
  ['breathlessness', ['copd', 'heart-failure']],
  ['asthma-control', ['asthma']],
  ['peak-flow', ['asthma', 'copd']],
  ['memory-score', ['dementia']],
  ['depression-score', ['depression']],
  ['anxiety-score', ['anxiety', 'generalised-anxiety']],
];

const asthmaReview = snomed('394700004', 'Asthma annual review');

export function whatFor(health: Health, day: Day, about: readonly Written[]): Draft {
  const { life } = health;
  const age = life.age(day);
  const isMeasured = about.some(({ kind }) => kind === 'observation');
  const way = doctorBy(life.chance(field.consultation + 6, day), age, isMeasured || age < 12);
  const consultation = (reason: CodedText): Draft => ({ sort: 'consultation', clinic: way, urgency: 'soon', reason, about });
  const byNurse = (reason: CodedText, sort: Draft['sort'] = 'nurse'): Draft => ({
    sort,
    clinic: 'nurse',
    urgency: 'planned',
    reason,
    about,
  });

  const condition = about.find((each) => each.kind === 'condition')?.of;
  if (condition !== undefined) return consultation(condition.illness.what);
  const referral = about.find((each) => each.kind === 'referral')?.of;
  if (referral !== undefined) return consultation(referral.reason);
  if (about.some(({ kind }) => kind === 'pregnancy')) return byNurse(uncoded('Booking appointment for pregnancy'));
  const vaccination = about.find((each) => each.kind === 'vaccination')?.of;
  if (vaccination !== undefined) {
    const clinic = vaccination.sort === 'FLU' && isInAutumn(day) ? 'vaccinations' : 'nurse';
    return { ...byNurse(uncoded('Vaccination'), 'vaccination'), clinic };
  }
  if (isMeasured) return measured(health, day, about, byNurse);
  const course = about.find((each) => each.kind === 'medication')?.of;
  if (course !== undefined)
    return { ...consultation(course.reason ?? uncoded('Medicines')), urgency: course.course === 'acute' ? 'soon' : 'planned' };
  return { ...byNurse(uncoded('Blood test')), clinic: 'blood-tests' };
}

function measured(
  { life, pregnancies, conditions }: Health,
  day: Day,
  about: readonly Written[],
  byNurse: (reason: CodedText, sort?: Draft['sort']) => Draft,
): Draft {
  if (pregnancies.some(({ recorded, ends }) => recorded <= day && day < ends)) return byNurse(uncoded('Antenatal check'));
  if (life.age(day) < 5) return byNurse(uncoded('Development review'));
  const lasting = conditions.filter(
    ({ illness, recorded, end }) => illness.isLasting && recorded < day && (end === undefined || end > day),
  );
  const reviewed = whichIsReviewed(about, lasting) ?? lasting[0];
  if (reviewed === undefined) return byNurse(uncoded('Health check'));
  const { sort, what } = reviewed.illness;
  return byNurse(sort === 'asthma' ? asthmaReview : uncoded(`${what.text} review`), 'review');
}

function whichIsReviewed(about: readonly Written[], lasting: readonly LivedCondition[]): LivedCondition | undefined {
  for (const [observation, sorts] of measuredFor) {
    if (!about.some(({ kind, of }) => kind === 'observation' && of.sort === observation)) continue;
    const found = lasting.find(({ illness }) => sorts.includes(illness.sort));
    if (found !== undefined) return found;
  }
  return undefined;
}

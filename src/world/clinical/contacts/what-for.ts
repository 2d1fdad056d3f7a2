/** What somebody was at the practice for, from what was written down on the day. */
import type { CodedText } from '../../../clinical-record.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { snomed, uncoded } from '../coded.ts';
import type { Health, LivedReview, WrittenEntry } from '../health.ts';
import { panelOf } from '../investigations/panels.ts';
import { isInAutumn } from '../working-days.ts';
import type { PlannedContact } from './planned-contact.ts';
import { doctorBy } from './ways.ts';

/** A child is looked at. */
const seenBelow = 12;

const asthmaReview = snomed('394700004', 'Asthma annual review');

/** A diagnosis comes before a referral, a review before a vaccination that is given in it: the first of them is the reason. */
export function whatFor(health: Health, day: Day, about: readonly WrittenEntry[], review: LivedReview | undefined): PlannedContact {
  const { life } = health;
  const age = life.age(day);
  const isMeasured = about.some(({ kind }) => kind === 'observation');
  const consultation = (reason: CodedText, isGrave = false): PlannedContact => {
    const clinic = doctorBy(life.chance(field.consultation + 6, day), age, isGrave || isMeasured || age < seenBelow);
    return { sort: 'consultation', clinic, urgency: 'soon', reason, about, opening: undefined };
  };

  const condition = about.find((each) => each.kind === 'condition')?.of;
  if (condition !== undefined) return consultation(condition.illness.what, condition.illness.isMajor);
  const referral = about.find((each) => each.kind === 'referral')?.of;
  if (referral !== undefined) return consultation(referral.reason, referral.priority !== 'routine');
  if (about.some(({ kind }) => kind === 'pregnancy')) return byNurse('Booking appointment for pregnancy', about);
  if (review !== undefined) return { ...byNurse(reviewName(review), about), sort: 'review' };
  const vaccination = about.find((each) => each.kind === 'vaccination')?.of;
  if (vaccination !== undefined) {
    const clinic = vaccination.sort === 'FLU' && isInAutumn(day) ? 'vaccinations' : 'nurse';
    return { ...byNurse('Vaccination', about), sort: 'vaccination', clinic };
  }
  if (isMeasured) return checked(health, day, about);
  const course = about.find((each) => each.kind === 'medication')?.of;
  if (course !== undefined) {
    const draft = consultation(course.reason ?? course.condition?.illness.what ?? uncoded('Medication review'));
    return course.course === 'repeat' && course.condition !== undefined ? { ...draft, clinic: 'pharmacist', urgency: 'planned' } : draft;
  }
  return tested(about) ?? consultation(uncoded('Consultation'));
}

const byNurse = (reason: CodedText | string, about: readonly WrittenEntry[]): PlannedContact => ({
  sort: 'nurse',
  clinic: 'nurse',
  urgency: 'planned',
  reason: typeof reason === 'string' ? uncoded(reason) : reason,
  about,
  opening: undefined,
});

function reviewName({ conditions }: LivedReview): CodedText | string {
  const [first, second] = conditions;
  if (first === undefined) return 'Medication review';
  if (second !== undefined) return 'Review of long-term conditions';
  return first.illness.sort === 'asthma' ? asthmaReview : `${first.illness.what.text} review`;
}

const twelveWeeks = 84;

function checked({ life, pregnancies }: Health, day: Day, about: readonly WrittenEntry[]): PlannedContact {
  if (pregnancies.some(({ recorded, ends }) => recorded <= day && day <= ends)) return byNurse('Antenatal check', about);
  if (pregnancies.some(({ ends, how }) => how === 'birth' && ends < day && day < ends + twelveWeeks)) {
    return { ...byNurse('Postnatal check', about), sort: 'consultation', clinic: 'doctor' };
  }
  if (day < life.birth + twelveWeeks) return { ...byNurse('Six to eight week check', about), sort: 'consultation', clinic: 'doctor' };
  if (life.age(day) < 4) return byNurse('Development review', about);
  const isWhole = about.some((each) => each.kind === 'observation' && each.of.sort === 'height');
  return { ...byNurse(isWhole ? 'Health check' : 'Blood pressure and weight check', about), clinic: 'blood-tests' };
}

/** A sample is taken; for an image somebody is sent elsewhere. */
function tested(about: readonly WrittenEntry[]): PlannedContact | undefined {
  const rows = about.flatMap((each) => (each.kind === 'report' ? (panelOf(each.of.sort) ?? []) : []));
  const [first] = rows;
  if (first === undefined) return undefined;
  if (first.category === 'imaging')
    return { ...byNurse(`Request for ${first.what.text}`, about), sort: 'consultation', clinic: 'telephone' };
  if (first.category === 'other') return byNurse(first.what, about);
  const isBlood = rows.some(({ specimen }) => specimen?.text.toLowerCase().includes('blood'));
  return isBlood ? { ...byNurse('Blood test', about), clinic: 'blood-tests' } : byNurse('Sample for testing', about);
}

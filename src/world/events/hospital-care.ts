/** Referrals, the appointments they lead to, and admissions: light records of the last years, for other APIs to dress. */
import type { Gender } from '../../population.ts';
import { year } from '../calendar.ts';
import { field } from '../fields.ts';
import { placedAt, type Happening, type Life } from './life.ts';

const years = 5;

interface Reason {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly only?: Gender;
}

const specialties: readonly Reason[] = [
  { name: 'paediatrics', from: 0, to: 15 },
  { name: 'ear, nose and throat', from: 0, to: 110 },
  { name: 'dermatology', from: 2, to: 110 },
  { name: 'trauma and orthopaedics', from: 10, to: 110 },
  { name: 'mental health services', from: 12, to: 110 },
  { name: 'gynaecology', from: 16, to: 75, only: 'female' },
  { name: 'gastroenterology', from: 18, to: 110 },
  { name: 'cardiology', from: 40, to: 110 },
  { name: 'urology', from: 45, to: 110, only: 'male' },
  { name: 'ophthalmology', from: 55, to: 110 },
];

const admissionReasons: readonly Reason[] = [
  { name: 'breathing difficulty', from: 0, to: 6 },
  { name: 'tonsillectomy', from: 3, to: 25 },
  { name: 'appendicectomy', from: 6, to: 60 },
  { name: 'fracture', from: 5, to: 110 },
  { name: 'chest pain', from: 40, to: 110 },
  { name: 'hernia repair', from: 30, to: 110, only: 'male' },
  { name: 'cataract surgery', from: 60, to: 110 },
  { name: 'pneumonia', from: 65, to: 110 },
  { name: 'hip replacement', from: 60, to: 110 },
  { name: 'stroke', from: 65, to: 110 },
];

/** Chance in a year of being referred, and of being admitted, at ages 0, 20, 40, 60, 80 and 100. */
const referralRate = [0.1, 0.12, 0.17, 0.26, 0.38, 0.4];
const admissionRate = [0.06, 0.04, 0.06, 0.11, 0.25, 0.35];

export function referrals(life: Life): readonly Happening[] {
  return yearly(life, field.referral, referralRate).flatMap(({ day, n }) => {
    const practice = life.practiceOn(day);
    const specialty = reasonFor(life, day, specialties, field.referralKind, n);
    if (practice === undefined || specialty === undefined) return [];
    const who = life.someoneAt(practice, field.prescriber, n);
    return [{ kind: 'referral' as const, day, summary: `Referral to ${specialty}`, ...placedAt(practice, who) }];
  });
}

/** A first appointment, one to four months after the referral. */
export function appointments(life: Life): readonly Happening[] {
  return referrals(life).flatMap(({ day, summary, organisation }, n) => {
    const trust = organisation === undefined ? undefined : life.trustFor(organisation);
    const on = day + 28 + Math.floor(life.chance(field.appointment, n + 1) * 90);
    const who = trust === undefined ? undefined : life.someoneAt(trust, field.appointment, n + 1);
    return [
      {
        kind: 'appointment' as const,
        day: on,
        summary: `First appointment: ${summary.replace('Referral to ', '')}`,
        ...placedAt(trust, who),
      },
    ];
  });
}

export function admissions(life: Life): readonly Happening[] {
  const trustOn = (day: number): ReturnType<typeof placedAt> => {
    const practice = life.practiceOn(day);
    return placedAt(practice === undefined ? undefined : life.trustFor(practice));
  };
  const illnesses = yearly(life, field.admission, admissionRate).flatMap(({ day, n }): readonly Happening[] => {
    const reason = reasonFor(life, day, admissionReasons, field.admissionKind, n);
    return reason === undefined ? [] : [{ kind: 'admission', day, summary: `Admitted: ${reason}`, ...trustOn(day) }];
  });
  if (life.person.gender !== 'female') return illnesses;
  const births = life.family.children.map((day): Happening => ({
    kind: 'admission',
    day,
    summary: 'Admitted: maternity',
    ...trustOn(day),
  }));
  return [...illnesses, ...births];
}

/** At most one a year in each of the last years, by a rate that goes with age. */
function yearly(life: Life, which: number, rate: readonly number[]): readonly { day: number; n: number }[] {
  const found: { day: number; n: number }[] = [];
  for (let n = 1; n <= years; n += 1) {
    const day = life.end - Math.floor((n - life.chance(which, 100 + n)) * year);
    const age = (day - life.birth) / year;
    if (age < 0) break;
    const position = Math.min(rate.length - 1.001, age / 20);
    const from = Math.floor(position);
    const low = rate[from] ?? 0;
    if (life.chance(which, n) < low + ((rate[from + 1] ?? low) - low) * (position - from)) found.push({ day, n });
  }
  return found;
}

function reasonFor(life: Life, day: number, reasons: readonly Reason[], which: number, n: number): string | undefined {
  const age = life.age(day);
  const possible = reasons.filter(({ from, to, only }) => from <= age && age <= to && (only === undefined || only === life.person.gender));
  return possible[Math.floor(life.chance(which, n) * possible.length)]?.name;
}

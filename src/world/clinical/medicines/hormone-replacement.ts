/** Hormone replacement: from the forties on, mostly for some years about the menopause, and vaginal oestrogen later. */
import { year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health } from '../health.ts';
import { onRecordFrom } from './on-record.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import { only, type TreatmentChoice } from './treatment.ts';

const draws = {
  whether: field.medicine + 55,
  howLong: field.medicine + 56,
  which: field.medicine + 57,
  local: field.medicine + 58,
  when: field.medicine + 59,
};

/** Of a hundred women, how many have begun by each age (NHSBSA, HRT to June 2024). */
const begun: readonly (readonly [age: number, percent: number])[] = [
  [38, 0],
  [42, 2.5],
  [46, 7],
  [50, 20],
  [53, 31],
  [58, 36],
];
const yearsTaken = [3, 16] as const;
/** Of those who have it coded that they have symptoms. */
const treatedPercent = 72;
const localFrom = 56;
const localPercent = 11;

/** Oestrogen, and with it what the womb needs. */
const withWomb: readonly (readonly [weight: number, oestrogen: readonly TreatmentChoice[], progestogen: boolean])[] = [
  [34, only('Estradiol 50micrograms/24hours transdermal patches'), true],
  [26, only('Estradiol 0.06% gel (750microgram per actuation)'), true],
  [24, only('Estradiol 50micrograms/24hours / Norethisterone 170micrograms/24hours transdermal patches'), false],
  [16, only('Elleste Duet 1mg tablets'), false],
];
const withoutWomb: readonly TreatmentChoice[] = [
  { of: ['Estradiol 50micrograms/24hours transdermal patches'], weight: 3 },
  { of: ['Estradiol 0.06% gel (750microgram per actuation)'], weight: 2 },
  { of: ['Estradiol 2mg tablets'], weight: 1 },
];

const reason = uncoded('Menopausal symptoms');
const dryness = uncoded('Vaginal dryness');
const issued = 84;

export function hormoneNeeds(health: Health): readonly TreatmentNeed[] {
  const { life } = health;
  if (life.sex === 'male') return [];
  return [...aboutTheMenopause(health), ...localOestrogen(health)];
}

function aboutTheMenopause({ life, conditions, hospital }: Health): readonly TreatmentNeed[] {
  const symptoms = conditions.find(({ illness }) => illness.sort === 'menopausal-symptoms');
  const percent = life.chance(draws.whether) * 100;
  const natural = symptoms !== undefined && percent < treatedPercent ? symptoms.recorded : startByAge(percent, life.birth);
  if (natural === undefined) return [];
  const start = onRecordFrom(life, natural, life.chance(draws.when, 1));
  const end = natural + Math.floor((yearsTaken[0] + (yearsTaken[1] - yearsTaken[0]) * life.chance(draws.howLong)) * year);
  if (start >= end) return [];
  const draw = life.chance(draws.which);
  const womb = hospital.procedures.find(({ sort }) => sort === 'hysterectomy');
  const why = symptoms !== undefined && symptoms.recorded <= start ? { condition: symptoms } : { reason };
  const need = (choices: readonly TreatmentChoice[]): TreatmentNeed => ({
    start,
    end,
    choices,
    draw,
    rise: 1,
    course: 'repeat',
    days: issued,
    ...why,
  });
  if (womb !== undefined && womb.recorded <= start) return [need(withoutWomb)];
  let left = draw * 100;
  const [, oestrogen, progestogen] = withWomb.find(([weight]) => (left -= weight) < 0) ?? [0, withoutWomb, true];
  return progestogen ? [need(oestrogen), need(only('Progesterone micronised 100mg capsules'))] : [need(oestrogen)];
}

function startByAge(percent: number, birth: number): number | undefined {
  const after = begun.findIndex(([, share]) => share > percent);
  const [[from, low] = [0, 0], [to, high] = [0, 0]] = [begun[after - 1], begun[after]];
  return after < 1 ? undefined : Math.floor(birth + (from + ((percent - low) / (high - low)) * (to - from)) * year);
}

function localOestrogen({ life }: Health): readonly TreatmentNeed[] {
  if (life.chance(draws.local) * 100 >= localPercent) return [];
  const start = Math.floor(life.birth + (localFrom + life.chance(draws.when) * 16) * year);
  const choices = only('Estradiol 10microgram pessaries');
  return [
    {
      start: onRecordFrom(life, start, life.chance(draws.when, 2)),
      end: Infinity,
      choices,
      draw: 0,
      rise: 1,
      course: 'repeat',
      days: issued,
      reason: dryness,
    },
  ];
}

/** What pregnancies bring with them. */
import { type Day, yearOf } from '../../calendar.ts';
import { uncoded } from '../coded.ts';
import type { Health, Illness, LivedPregnancy } from '../health.ts';
import { draw, type FoundCondition, noticed, valueWithin } from './found.ts';
import { origins, type FromTo } from './lasting-sort.ts';
import { saltOf } from './salt.ts';

interface Complication {
  readonly illness: Illness;
  /** Of a hundred births. */
  readonly percent: number;
  /** Odds of a first child, and of obesity. */
  readonly first?: number;
  readonly obese?: number;
  readonly isByOrigin?: true;
  /** Weeks of the pregnancy, or days after the birth, at which it begins. */
  readonly weeks?: FromTo;
  readonly daysAfter?: FromTo;
  /** Days that it lasts; else it ends with the birth. */
  readonly days?: FromTo;
  readonly since: number;
}

const complication = (
  sort: string,
  what: string,
  about: Omit<Complication, 'illness'>,
  {
    group = 'pregnancy',
    isMajor = false,
    specialty = 'obstetrics',
  }: Partial<Pick<Required<Illness>, 'group' | 'isMajor' | 'specialty'>> = {},
): Complication => ({
  illness: { sort, what: uncoded(what), group, isMajor, isLasting: false, isEmergency: false, specialty },
  ...about,
});

export const gestationalDiabetes = 'gestational-diabetes';

export const complications: readonly Complication[] = [
  complication('hyperemesis-gravidarum', 'Hyperemesis gravidarum', { percent: 1.6, weeks: [6, 9], days: [30, 75], since: 1_975 }),
  complication(
    gestationalDiabetes,
    'Gestational diabetes mellitus',
    { percent: 3.6, obese: 2.6, isByOrigin: true, weeks: [24, 28], since: 1_992 },
    { isMajor: true },
  ),
  complication(
    'pre-eclampsia',
    'Pre-eclampsia',
    { percent: 2, first: 2, obese: 1.8, weeks: [28, 37], days: [20, 70], since: 1_950 },
    { isMajor: true },
  ),
  complication('anaemia-in-pregnancy', 'Iron deficiency anaemia of pregnancy', {
    percent: 9,
    weeks: [16, 33],
    days: [50, 120],
    since: 1_985,
  }),
  complication('pelvic-girdle-pain', 'Pelvic girdle pain in pregnancy', { percent: 5, weeks: [18, 35], since: 2_002 }),
  complication('obstetric-cholestasis', 'Obstetric cholestasis', { percent: 0.7, weeks: [28, 37], since: 1_995 }),
  complication(
    'mastitis',
    'Mastitis',
    { percent: 5, daysAfter: [6, 80], days: [6, 14], since: 2_010 },
    { group: 'women', specialty: 'breast-surgery' },
  ),
  complication(
    'postnatal-depression',
    'Postnatal depression',
    { percent: 8.5, daysAfter: [15, 170], days: [100, 480], since: 1_988 },
    { group: 'mind', isMajor: true, specialty: 'psychiatry' },
  ),
];
const salts = complications.map(({ illness }) => saltOf(illness.sort));
const obese = 30;
const delay: FromTo = [1, 14];

export function complicationsOf(health: Health): readonly FoundCondition[] {
  const found: FoundCondition[] = [];
  let isFirst = true;
  for (const pregnancy of health.pregnancies) {
    if (pregnancy.how !== 'birth') continue;
    for (let n = 0; n < complications.length; n += 1) {
      const complication = complications[n];
      const one = complication && comes(health, complication, { pregnancy, isFirst, n: (salts[n] ?? 0) + pregnancy.ends });
      if (one) found.push(one);
    }
    isFirst = false;
  }
  return found;
}

interface When {
  readonly pregnancy: LivedPregnancy;
  readonly isFirst: boolean;
  readonly n: number;
}

function comes({ life, lifestyle }: Health, complication: Complication, { pregnancy, isFirst, n }: When): FoundCondition | undefined {
  const { illness, percent, first = 1, obese: odds = 1, isByOrigin, since } = complication;
  const { ends, recorded: booked } = pregnancy;
  if (yearOf(ends) < since) return undefined;
  const byCategory: Readonly<Record<string, number>> = origins.diabetes;
  const share =
    percent * (isFirst ? first : 1) * (isByOrigin ? (byCategory[life.ethnicity] ?? 1) : 1) * (lifestyle.bmi(ends) >= obese ? odds : 1);
  if (life.chance(draw.ofPregnancy, n) * 100 >= share) return undefined;
  const onset = beginsOn(complication, pregnancy, life.chance(draw.onset, n));
  if (onset > life.end || onset < life.arrival) return undefined;
  const recorded = noticed(life, Math.max(onset, booked), { delay, n });
  if (recorded === undefined || (complication.weeks && recorded >= ends)) return undefined;
  const lasts = complication.days && Math.floor(valueWithin(complication.days, life.chance(draw.lasts, n)));
  return { illness, onset, recorded, end: lasts === undefined ? ends : Math.max(recorded, onset + lasts), isFatal: false };
}

const beginsOn = ({ weeks, daysAfter }: Complication, { lastPeriod, ends }: LivedPregnancy, chance: number): Day =>
  weeks ? lastPeriod + Math.floor(valueWithin(weeks, chance) * 7) : ends + Math.floor(valueWithin(daysAfter ?? [0, 0], chance));

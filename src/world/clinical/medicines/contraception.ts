/** Contraception by prescription: which way women of an age go, from one to the next, never while a child is wanted or on its way. */
import { type Day, year } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import type { Health } from '../health.ts';
import { onRecordFrom } from './on-record.ts';
import type { TreatmentNeed } from './treatment-need.ts';
import { only, type TreatmentChoice } from './treatment.ts';

const draws = { way: field.medicine + 50, when: field.medicine + 51, later: field.medicine + 52 };

const ages = [15, 20, 25, 30, 35, 45, 52] as const;
const fromThirtyFive = ages.indexOf(35);
/** Years from an age on within which somebody goes over to what is usual at it; girls begin later. */
const within = { first: 2.4, later: 1.6 };

/** For those who may not take the combined pill. */
const elseProgestogenOnly: TreatmentChoice = { of: ['Desogestrel 75microgram tablets'], weight: 1e-6 };

interface Way {
  readonly choices: readonly TreatmentChoice[];
  /** Of a hundred women from each of those ages to the next (england.md, §12). */
  readonly percent: readonly number[];
  /** Fitted, for so many days. */
  readonly fitted?: number;
}

const ways: readonly Way[] = [
  {
    choices: [{ of: ['Ethinylestradiol 30microgram / Levonorgestrel 150microgram tablets'] }, elseProgestogenOnly],
    percent: [18, 20, 14, 8, 4.4, 0.8],
  },
  { choices: only('Desogestrel 75microgram tablets'), percent: [9, 13, 13, 11, 8, 4] },
  { choices: only('Etonogestrel 68mg implant'), percent: [6, 7, 5, 3.6, 2.2, 0.4], fitted: 1_095 },
  { choices: only('Medroxyprogesterone 150mg/1ml suspension for injection pre-filled syringes'), percent: [3.4, 3.4, 3.4, 2.3, 2.2, 0.6] },
  { choices: only('Levonorgestrel 20micrograms/24hours intrauterine device'), percent: [2, 5.5, 8, 10, 13, 10], fitted: 1_826 },
];

const reason = uncoded('Contraception');
const issued = 84;

export function contraceptiveNeeds({ life, conditions, hospital, lifestyle }: Health): readonly TreatmentNeed[] {
  if (life.sex === 'male') return [];
  const early = life.chance(draws.way);
  // From 35 on, what was chosen as a girl says less.
  const late = life.chance(draws.later);
  const last = Math.min(life.end, lastFertileDay(conditions, hospital));
  const found: TreatmentNeed[] = [];
  let [before, from]: [Way | undefined, Day] = [undefined, life.birth];
  for (let n = 0; n < ages.length; n += 1) {
    const way = wayAt(n, n >= fromThirtyFive ? late : early, lifestyle.smoking !== undefined);
    if (way === before && n < ages.length - 1) continue;
    const turn = Math.floor(life.birth + ((ages[n] ?? 0) + life.chance(draws.when, n) * (n === 0 ? within.first : within.later)) * year);
    if (before !== undefined)
      found.push(...spell(before, onRecordFrom(life, from, life.chance(draws.when, ages.length)), Math.min(turn - 1, last)));
    [before, from] = [way, turn];
  }
  return found;
}

function wayAt(n: number, draw: number, smokes: boolean): Way | undefined {
  let left = draw * 100;
  const way = ways.find(({ percent }) => (left -= percent[n] ?? 0) < 0);
  // No combined pill for smokers from 35 on (FSRH).
  return way === ways[0] && smokes && n >= fromThirtyFive ? ways[1] : way;
}

/** After a hysterectomy there is no need of it. */
function lastFertileDay(conditions: Health['conditions'], { procedures }: Health['hospital']): Day {
  const womb = procedures.find(({ sort }) => sort === 'hysterectomy');
  const menopause = conditions.find(({ illness }) => illness.sort === 'menopausal-symptoms');
  return Math.min(womb?.recorded ?? Infinity, menopause === undefined ? Infinity : Math.floor(menopause.recorded + 2 * year));
}

function spell({ choices, fitted }: Way, from: Day, to: Day): readonly TreatmentNeed[] {
  const made: TreatmentNeed[] = [];
  const length = fitted ?? Infinity;
  for (let start = from; start < to; start += length) {
    made.push({
      start,
      end: Math.min(to, start + length - 1),
      choices,
      draw: 0,
      rise: 1,
      course: fitted === undefined ? 'repeat' : 'acute',
      days: fitted ?? issued,
      reason,
    });
  }
  return made;
}

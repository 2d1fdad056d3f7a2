/**
 * What somebody takes, out of what they need: needs in the order in which they arise, each met by the first choice that suits, none of one
 * slot while another of it is taken, cut where it may be taken no more. A medicine whose strength rises is one course after another.
 */
import type { CodedText } from '../../../clinical-record.ts';
import { type Day, yearOf } from '../../calendar.ts';
import type { LivedCondition, LivedCourse } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import type { Contraindication } from './contraindications.ts';
import type { Dose } from './doses.ts';
import { type Medicine, medicine } from './medicines.ts';
import { quantityOf } from './supply.ts';
import type { TreatmentChoice } from './treatment.ts';

export interface TreatmentNeed {
  readonly start: Day;
  /** The last day of it, where it is not for good. */
  readonly end: Day;
  readonly choices: readonly TreatmentChoice[];
  /** Picks among those, in [0, 1). */
  readonly draw: number;
  /** How soon its strength rises, and whether, in [0, 1). */
  readonly rise: number;
  readonly course: LivedCourse['course'];
  /** That one issue lasts. */
  readonly days: number;
  readonly replaces?: boolean;
  readonly stopped?: string;
  readonly condition?: LivedCondition;
  readonly reason?: CodedText;
}

/** One thing taken from a day to a day, in its steps. */
interface Run {
  readonly need: TreatmentNeed;
  readonly steps: readonly Medicine[];
  readonly dose: Dose | undefined;
  readonly start: Day;
  end: Day;
  stopped: string | undefined;
}

export type UnnumberedCourse = Omit<LivedCourse, 'ordinal'>;

export function coursesMeeting(
  life: Life,
  needs: readonly TreatmentNeed[],
  against: readonly Contraindication[],
): readonly UnnumberedCourse[] {
  const waiting = needs.map(onOpenDay).toSorted((a, b) => a.start - b.start);
  const runs: Run[] = [];
  const last = new Map<string, Run>();
  for (let at = 0; at < waiting.length; at += 1) {
    const need = waiting[at];
    if (need === undefined) break;
    const { start } = need;
    if (start > life.end || start > need.end) continue;
    const choice = chosen(life, need, start, against, last);
    if (choice === undefined) continue;
    const steps = choice.of.map(medicine);
    const first = steps[0];
    if (first === undefined) continue;
    const running = last.get(first.slot);
    if (running !== undefined && running.end >= start) {
      running.end = start - 1;
      running.stopped = 'Changed to another medicine';
    }
    const run: Run = { need, steps, dose: choice.dose, start, end: need.end, stopped: need.stopped };
    const again = cut(life, run, choice, against);
    if (again !== undefined && again < need.end && again <= life.end) insert(waiting, at, onOpenDay({ ...need, start: again }));
    runs.push(run);
    last.set(first.slot, run);
  }
  return runs.flatMap((run) => coursesOf(life, run)).toSorted((a, b) => a.start - b.start);
}

function onOpenDay(need: TreatmentNeed): TreatmentNeed {
  const start = workingDay(need.start);
  return start === need.start ? need : { ...need, start };
}

/** In the order of the days on which they arise. */
function insert(waiting: TreatmentNeed[], at: number, need: TreatmentNeed): void {
  let place = at + 1;
  while ((waiting[place]?.start ?? Infinity) <= need.start) place += 1;
  waiting.splice(place, 0, need);
}

const isContraindicated = ({ classes }: Medicine, day: Day, against: readonly Contraindication[]): boolean =>
  against.some(({ of, from, to }) => from <= day && day <= to && classes.includes(of));

function chosen(
  life: Life,
  need: TreatmentNeed,
  start: Day,
  against: readonly Contraindication[],
  last: ReadonlyMap<string, Run>,
): TreatmentChoice | undefined {
  const age = life.age(start);
  const year = yearOf(start);
  const suiting = need.choices.filter(({ of: [name], since = 0, before = Infinity, ages, sex }) => {
    if (name === undefined || year < since || year >= before || (sex ?? life.sex) !== life.sex) return false;
    if (ages !== undefined && (age < ages[0] || age >= ages[1])) return false;
    const candidate = medicine(name);
    if (isContraindicated(candidate, start, against)) return false;
    const running = last.get(candidate.slot);
    if (running === undefined || running.end < start) return true;
    return need.replaces === true && running.need.course === 'repeat' && running.steps.every((step) => step !== candidate);
  });
  if (need.course === 'acute') return suiting[0];
  let left = need.draw * suiting.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return suiting.find(({ weight = 1 }) => (left -= weight) < 0) ?? suiting.at(-1);
}

/** Ends a run where it has to, and tells the day from which the need is to be met again, if it is. */
function cut(life: Life, run: Run, { ages }: TreatmentChoice, against: readonly Contraindication[]): Day | undefined {
  let again: Day | undefined;
  for (const { of, from, to, why } of against) {
    if (from <= run.start || from > run.end || !run.steps[0]?.classes.includes(of)) continue;
    run.end = from - 1;
    run.stopped = why;
    again = to === Infinity ? undefined : to + 1;
  }
  // Whether another suits from then on is seen when the day has come.
  if (ages !== undefined && ages[1] < 120) {
    const outgrown = Math.ceil(life.birth + ages[1] * 365.25) + 1;
    if (outgrown > run.start && outgrown <= run.end) {
      run.end = outgrown - 1;
      run.stopped = 'Changed with age';
      again = outgrown;
    }
  }
  return again;
}

/** Of ten steps that could be taken up seven are. */
const rises = 0.7;

function coursesOf(life: Life, { need, steps, dose, start, end, stopped }: Run): readonly UnnumberedCourse[] {
  const made: UnnumberedCourse[] = [];
  let from = start;
  for (const [n, step] of steps.entries()) {
    const next = n + 1 < steps.length && need.rise < rises ? workingDay(from + Math.floor(40 + (n + 1) * need.rise * 700)) : Infinity;
    const isLast = next > end || next > life.end;
    made.push(
      courseOf(life, need, step, {
        dose: dose ?? step.dose,
        start: from,
        end: isLast ? end : next - 1,
        stopped: isLast ? stopped : 'Dose increased',
      }),
    );
    if (isLast) break;
    from = next;
  }
  return made;
}

interface Stretch {
  readonly dose: Dose;
  readonly start: Day;
  readonly end: Day;
  readonly stopped: string | undefined;
}

function courseOf(life: Life, need: TreatmentNeed, product: Medicine, { dose, start, end, stopped }: Stretch): UnnumberedCourse {
  const { course, condition, reason } = need;
  const { days, quantity } = quantityOf(product, dose, need);
  const ends = end > life.end ? (life.dies ? life.end : undefined) : end;
  const why = end > life.end ? 'Died' : (stopped ?? (course === 'repeat' ? 'No longer needed' : undefined));
  return {
    product,
    course,
    dose: dose.text,
    quantity,
    days,
    start,
    recorded: start,
    ...(ends !== undefined && { end: ends, ...(why !== undefined && { stopped: why }) }),
    ...(reason && { reason }),
    ...(condition && { condition }),
  };
}

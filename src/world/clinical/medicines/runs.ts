/** One thing taken from a day to a day, and the courses that it is told as: a medicine whose strength rises is one after another. */
import type { Day } from '../../calendar.ts';
import type { LivedCourse } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import type { Dose } from './doses.ts';
import type { Medicine } from './medicines.ts';
import { quantityOf } from './supply.ts';
import type { TreatmentNeed } from './treatment-need.ts';

export interface TreatmentRun {
  readonly need: TreatmentNeed;
  readonly steps: readonly Medicine[];
  /** Where it is another than the medicine's usual one. */
  readonly dose: Dose | undefined;
  readonly days: number;
  readonly start: Day;
  end: Day;
  stopped: string | undefined;
}

interface Stretch {
  readonly run: TreatmentRun;
  readonly step: Medicine;
  readonly start: Day;
  readonly end: Day;
  readonly stopped: string | undefined;
}

/** In order of their first days, numbered. */
export function coursesOfRuns(life: Life, runs: readonly TreatmentRun[]): readonly LivedCourse[] {
  const stretches: Stretch[] = [];
  for (const run of runs) addStretches(life, run, stretches);
  return stretches.sort((a, b) => a.start - b.start).map((stretch, ordinal) => courseOf(life, stretch, ordinal));
}

/** Of ten whose strength could rise it does for seven. */
const rises = 0.7;
/** Days between one rise and the next: the least, and up to so many more each time. */
const apart = { least: 40, most: 700 };

function addStretches(life: Life, run: TreatmentRun, stretches: Stretch[]): void {
  const { need, steps, end, stopped } = run;
  let from = run.start;
  for (let n = 0; n < steps.length && from <= end; n += 1) {
    const step = steps[n];
    if (step === undefined) return;
    const isTop = n === steps.length - 1 || need.rise >= rises;
    const next = isTop ? Infinity : workingDay(from + Math.floor(apart.least + (n + 1) * need.rise * apart.most));
    if (next > end || next > life.end) {
      stretches.push({ run, step, start: from, end, stopped });
      return;
    }
    stretches.push({ run, step, start: from, end: next - 1, stopped: 'Dose increased' });
    from = next;
  }
}

function courseOf(life: Life, { run, step, start, end, stopped }: Stretch, ordinal: number): LivedCourse {
  const { course, condition, reason } = run.need;
  const dose = run.dose ?? step.dose;
  const { days, quantity } = quantityOf(step, dose, { course, days: run.days });
  const last = end <= life.end ? end : life.dies ? life.end : undefined;
  const why = end > life.end ? 'Died' : (stopped ?? (course === 'repeat' ? 'No longer needed' : undefined));
  return {
    ordinal,
    recorded: start,
    product: step,
    course,
    dose: dose.text,
    quantity,
    days,
    start,
    ...(last !== undefined && { end: last }),
    ...(last !== undefined && why !== undefined && { stopped: why }),
    ...(reason && { reason }),
    ...(condition && { condition }),
  };
}

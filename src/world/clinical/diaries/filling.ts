/** How clinics fill: which slots of a day are taken so many days before. One that is taken stays taken as its day comes nearer. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';

type Shares = readonly (readonly [days: number, share: number])[];

/** Of the slots of a day, the share that is taken so many days before; in between along a line. Hospitals fill early, practices late. */
const taken = {
  late: [
    [0, 0.95],
    [1, 0.88],
    [3, 0.78],
    [7, 0.62],
    [14, 0.45],
    [28, 0.28],
    [42, 0.16],
    [84, 0.05],
  ],
  early: [
    [0, 0.98],
    [7, 0.93],
    [28, 0.8],
    [56, 0.6],
    [84, 0.4],
  ],
} as const satisfies Record<string, Shares>;

/** How a clinic fills. */
export type FillingPace = keyof typeof taken;

const longestAhead = 84;

function sharesByDay(shares: Shares): readonly number[] {
  return Array.from({ length: longestAhead + 1 }, (_, ahead) => {
    const after = shares.findIndex(([days]) => days >= ahead);
    const [[from, most], [to, least]] = [shares[Math.max(0, after - 1)] ?? [0, 1], shares[after] ?? [longestAhead, 0]];
    return to === from ? least : most + ((least - most) * (ahead - from)) / (to - from);
  });
}

const byDay = { late: sharesByDay(taken.late), early: sharesByDay(taken.early) };

/** Of so many slots, how many are taken so many days before: one at least, and all of those that are past. */
export const takenAhead = (pace: FillingPace, slots: number, ahead: number): number =>
  ahead < 0 ? slots : Math.ceil(slots * (byDay[pace][Math.min(ahead, longestAhead)] ?? 0));

/** Their squares are one more than a multiple of 48, so that each undoes itself among 24 and among 48 slots. */
const steps = [7, 17, 23, 25, 31, 41, 47];

interface ClinicDay {
  readonly organisation: number;
  readonly clinic: number;
  readonly day: Day;
  readonly slots: number;
}

/** The order in which the slots of a clinic’s day are taken: every so many from the first. */
interface TakingOrder {
  readonly first: number;
  readonly step: number;
  readonly slots: number;
}

export function takingOrder(seed: number, { organisation, clinic, day, slots }: ClinicDay): TakingOrder {
  const key = hash(hash(seed, organisation, field.diary + 5), (day << 6) | clinic, field.diary + 6);
  return { first: (key >>> 8) % slots, step: steps[key % steps.length] ?? 1, slots };
}

/** The place that is taken as the nth. */
export const placeAt = ({ first, step, slots }: TakingOrder, n: number): number => (first + step * n) % slots;
export const turnOf = ({ first, step, slots }: TakingOrder, place: number): number => (step * (place - first + slots)) % slots;

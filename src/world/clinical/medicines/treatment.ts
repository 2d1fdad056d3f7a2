/** What the tables of treatments say: what is taken for a condition, by whom, when it begins, and for how long. */
import type { Day } from '../../calendar.ts';
import type { Life } from '../life.ts';
import type { Health } from '../health.ts';
import type { Dose } from './doses.ts';
import type { ProductName } from './medicines.ts';

/** Years. */
type Span = readonly [from: number, to: number];

export interface TreatmentChoice {
  /** In order, where the strength rises with time. */
  readonly of: readonly ProductName[];
  /** Of the choices that suit, how often this one is made: 1 where it is not said. */
  readonly weight?: number;
  /** Prescribed in new courses from that year on, or until then. */
  readonly since?: number;
  readonly before?: number;
  /** From which year on, and within how many, those who take it are changed to another. */
  readonly givenUp?: readonly [from: number, years: number];
  /** The youngest, and the age at which it is changed for another. */
  readonly ages?: Span;
  readonly sex?: Life['sex'];
  readonly dose?: Dose;
  /** Of a short course. */
  readonly days?: number;
}

export interface Taker {
  readonly age: number;
  readonly day: Day;
  readonly life: Life;
  readonly health: Health;
}

export interface Treatment {
  /** Of a hundred who have it. */
  readonly percent: number;
  /** Where it is mild, or severe; otherwise as above. */
  readonly mild?: number;
  readonly severe?: number;
  /** Who among them, by what they are when it begins. */
  readonly who?: (taker: Taker) => boolean;
  /** How long after the diagnosis it begins: at once where it is not said. */
  readonly after?: Span;
  /** How long it is taken: for good where it is not said. */
  readonly lasts?: Span;
  /** Takes the place of another of its slot that is already taken. */
  readonly replaces?: true;
  readonly choices: readonly TreatmentChoice[];
}

/** One medicine, or one whose strength rises. */
export const only = (...of: readonly ProductName[]): readonly TreatmentChoice[] => [{ of }];

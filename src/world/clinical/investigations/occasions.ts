/** Occasions on which something is measured or sent to a laboratory: what, when and where, in no order yet. */
import type { Day } from '../../calendar.ts';
import type { Life } from '../life.ts';
import type { ObservationSort } from '../observations/sorts.ts';
import { recordsBegan } from '../records-began.ts';
import { isWorkingDay, workingDay } from '../working-days.ts';
import type { PanelSort } from './panels.ts';

/** What is done together. */
export interface Bundle {
  readonly measures: readonly ObservationSort[];
  readonly panels: readonly PanelSort[];
}

export interface TestOccasion {
  readonly day: Day;
  readonly bundle: Bundle;
  /** As in the moment of a measurement: 0 to 1. */
  readonly ill: number;
  /** The sort of illness that is the reason. */
  readonly because: string | undefined;
  readonly at: 'hospital' | undefined;
  /** Results are there on the day, and nobody asks whether there were some lately. */
  readonly isUrgent: boolean;
}

const nothing: readonly never[] = [];

export const measures = (...sorts: readonly ObservationSort[]): Bundle => ({ measures: sorts, panels: nothing });
export const tests = (...panels: readonly PanelSort[]): Bundle => ({ measures: nothing, panels });
export const both = (sorts: readonly ObservationSort[], panels: readonly PanelSort[]): Bundle => ({ measures: sorts, panels });

/** In the practice, on that day or the next that it is open. */
export const occasion = (day: Day, bundle: Bundle, ill = 0, because?: string): TestOccasion => ({
  day: workingDay(day),
  bundle,
  ill,
  because,
  at: undefined,
  isUrgent: false,
});

/** By a national programme, in a hospital or by post. */
export const byProgramme = (day: Day, bundle: Bundle): TestOccasion => ({
  day: workingDay(day),
  bundle,
  ill: 0,
  because: undefined,
  at: 'hospital',
  isUrgent: false,
});

export const inHospital = (day: Day, bundle: Bundle, ill: number, because?: string): TestOccasion => ({
  day,
  bundle,
  ill,
  because,
  at: 'hospital',
  isUrgent: true,
});

/** The last working day up to one. */
export function workingDayBy(day: Day): Day {
  let open = day;
  while (!isWorkingDay(open)) open -= 1;
  return open;
}

/** The first day of a life from which measurements and tests are on record. */
export const investigatedFrom = ({ arrival }: Pick<Life, 'arrival'>): Day => Math.max(recordsBegan, arrival);

/** Occasions on which something is measured or sent to a laboratory: what, when and where, in no order yet. */
import type { Day } from '../../calendar.ts';
import type { ObservationSort } from '../observations/sorts.ts';
import type { Life } from '../life.ts';
import { recordsBegan } from '../records-began.ts';
import { isWorkingDay, workingDay } from '../working-days.ts';
import type { PanelSort } from './panels.ts';

/** What is done together. */
export interface Bundle {
  readonly measures: readonly ObservationSort[];
  readonly panels: readonly PanelSort[];
}

export interface TestOccasion extends Bundle {
  readonly day: Day;
  /** As in the moment of a measurement: 0 to 1. */
  readonly ill: number;
  /** What an image shows. */
  readonly shows?: string;
  readonly at?: 'hospital';
}

export const nothing: readonly never[] = [];

export const measures = (...sorts: readonly ObservationSort[]): Bundle => ({ measures: sorts, panels: nothing });
export const tests = (...panels: readonly PanelSort[]): Bundle => ({ measures: nothing, panels });
export const both = (sorts: readonly ObservationSort[], panels: readonly PanelSort[]): Bundle => ({ measures: sorts, panels });

/** In the practice, on that day or the next that it is open. */
export const occasion = (day: Day, { measures: sorts, panels }: Bundle, ill = 0): TestOccasion => ({
  day: workingDay(day),
  measures: sorts,
  panels,
  ill,
});

/** The last working day up to one. */
export function workingDayBy(day: Day): Day {
  let open = day;
  while (!isWorkingDay(open)) open -= 1;
  return open;
}

/** The first day of a life from which measurements and tests are on record. */
export const investigatedFrom = ({ arrival }: Pick<Life, 'arrival'>): Day => Math.max(recordsBegan, arrival);

/** One thing that somebody is to take for a while, before it is known which medicine that will be. */
import type { CodedText } from '../../../clinical-record.ts';
import type { Day } from '../../calendar.ts';
import type { LivedCondition, LivedCourse } from '../health.ts';
import type { TreatmentChoice } from './treatment.ts';

export interface TreatmentNeed {
  readonly start: Day;
  /** The last day of it; Infinity where it is for good. */
  readonly end: Day;
  readonly choices: readonly TreatmentChoice[];
  /** Picks among those, in [0, 1): of a short course the first that suits is given, whatever this is. */
  readonly draw: number;
  /** How soon its strength rises, and whether, in [0, 1). */
  readonly rise: number;
  readonly course: LivedCourse['course'];
  /** That one issue lasts. */
  readonly days: number;
  readonly replaces?: boolean;
  readonly condition?: LivedCondition;
  readonly reason?: CodedText;
}

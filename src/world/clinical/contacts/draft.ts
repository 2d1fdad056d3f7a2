/** A contact with the practice as it is planned. */
import type { CodedText, EncounterEntry } from '../../../clinical-record.ts';
import type { ClinicSort } from '../diaries/clinics.ts';
import type { Written } from '../health.ts';
import type { Urgency } from './booking.ts';

/** A contact before it has its number and is booked. */
export interface Draft {
  readonly sort: EncounterEntry['sort'];
  /** Where; none of those that need no room: visits at home, and messages. */
  readonly clinic: ClinicSort | 'home' | 'message';
  readonly urgency: Urgency;
  readonly reason: CodedText;
  readonly about: readonly Written[];
  readonly opening: string | undefined;
}

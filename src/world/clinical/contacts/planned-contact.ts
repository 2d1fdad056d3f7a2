/** A contact with the practice before it is booked and numbered. */
import type { CodedText, EncounterEntry } from '../../../clinical-record.ts';
import type { ClinicSort } from '../diaries/clinics.ts';
import type { WrittenEntry } from '../health.ts';
import type { Urgency } from './booking.ts';

export interface PlannedContact {
  readonly sort: EncounterEntry['sort'];
  /** Visits at home and messages need no clinic. */
  readonly clinic: ClinicSort | 'home' | 'message';
  readonly urgency: Urgency;
  readonly reason: CodedText;
  readonly about: readonly WrittenEntry[];
  readonly opening: string | undefined;
}

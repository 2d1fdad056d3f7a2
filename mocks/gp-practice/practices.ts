/** What a practice has set up in its system for patients who come by GP Connect: what it offers them, and what it allows whoever is new. */
import type { IsoDate } from '../../src/population.ts';
import type { Levels } from './levels.ts';

export type Service = 'record' | 'appointments' | 'prescriptions';

export interface PracticeSettings {
  readonly offers: readonly Service[];
  /** Areas of the record that it keeps to itself, by the parameter that asks for each; `DocumentReferences` are the documents. */
  readonly keeps: readonly string[];
  /** Given to whoever asks for the first time. */
  readonly defaults: Levels;
  /** From when on the record counts as current, for whoever was registered by then; for others it is the day of their registration. */
  readonly openSince: IsoDate;
  /** False where the gateway knows no address of its system. */
  readonly hasEndpoint: boolean;
}

/** No default is published; the day is that of the published example, by which practices of England were to open their records. */
const usual: PracticeSettings = {
  offers: ['record', 'appointments', 'prescriptions'],
  keeps: [],
  defaults: { current: 'summary', historical: 'none', prescriptions: 'view' },
  openSince: '2022-11-01',
  hasEndpoint: true,
};

/** Practices of test people that are set up otherwise. */
const others: Readonly<Record<string, PracticeSettings>> = {
  Y55501: { ...usual, offers: [] },
  Y55502: { ...usual, hasEndpoint: false },
  Y55504: { ...usual, keeps: ['includeInvestigations', 'DocumentReferences'] },
  Y55503: { ...usual, defaults: { current: 'full', historical: 'full', prescriptions: 'manage' } },
};

export const settingsOf = (practice: string): PracticeSettings => others[practice] ?? usual;

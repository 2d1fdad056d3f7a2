/** A document before it is told: whose number it has, who writes it, and what it says once somebody reads it. */
import type { DocumentEntry } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';

/** In an order that stays: the place of a sort is part of the ids. */
const sources = ['referral', 'clinic', 'missed', 'stay', 'attendance', 'report', 'fit-note', 'plan'] as const;
export type DocumentSource = (typeof sources)[number];

export interface DocumentDraft extends Pick<DocumentEntry, 'sort' | 'title' | 'type' | 'about'> {
  readonly source: DocumentSource;
  /** Of what it is about, among its kind. */
  readonly of: number;
  readonly recorded: Day;
  readonly organisation: OdsCode | undefined;
  readonly practitioner: string | undefined;
  /** Made when it is read: most documents never are. */
  say(): readonly string[];
}

/** Ordinals have 20 bits, of which these are for what a document is about. */
const bits = 17;

export const documentOrdinal = ({ source, of }: Pick<DocumentDraft, 'source' | 'of'>): number => (sources.indexOf(source) << bits) | of;

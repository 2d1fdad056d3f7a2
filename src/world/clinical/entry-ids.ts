/** Ids of entries, which lead back to them: person, kind and ordinal are hidden in each. */
import type { EntryKind } from '../../clinical-record.ts';
import { field } from '../fields.ts';
import { hide, unhide } from './hidden-ids.ts';

export interface EntryAddress {
  /** The last nine digits of the NHS number. */
  readonly person: number;
  readonly kind: EntryKind;
  /** Below 2^20. */
  readonly ordinal: number;
}

/** In an order that stays: the place of a kind is part of its ids. */
const kinds: readonly EntryKind[] = [
  'condition',
  'medication',
  'issue',
  'allergy',
  'vaccination',
  'observation',
  'report',
  'procedure',
  'encounter',
  'referral',
  'appointment',
  'admission',
  'document',
  'pregnancy',
  'care-plan',
  'flag',
];

const ordinalBits = 20;

const hidingIn = (seed: number) => ({ seed, fields: field.entryId });

export function entryId(seed: number, { person, kind, ordinal }: EntryAddress): string {
  return hide(hidingIn(seed), [person, (kinds.indexOf(kind) << ordinalBits) | ordinal]);
}

/** Undefined where no entry has the id. */
export function readEntryId(seed: number, id: string): EntryAddress | undefined {
  const hidden = unhide(hidingIn(seed), id);
  if (hidden === undefined) return undefined;
  const [person, what] = hidden;
  const kind = kinds[what >>> ordinalBits];
  return kind && { person, kind, ordinal: what & ((1 << ordinalBits) - 1) };
}

/**
 * Ids of entries, which lead back to them: a UUID of random shape in which person, kind and ordinal are hidden, with a check of 58 bits, so
 * that one somebody made up is nobody's. Nothing has to be stored to read one.
 */
import type { EntryKind } from '../../clinical-record.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';

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
const halfByte = 16;

export function entryId(seed: number, { person, kind, ordinal }: EntryAddress): string {
  const what = (kinds.indexOf(kind) << ordinalBits) | ordinal;
  const [check, rest] = checksOf(seed, person, what);
  const hiddenPerson = (person ^ hash(seed, check, field.entryId)) >>> 0;
  const hiddenWhat = (what ^ hash(seed, check, field.entryId + 1)) >>> 0;
  const hex = [check, hiddenPerson, hiddenWhat, rest].map((word) => word.toString(halfByte).padStart(8, '0')).join('');
  // Version 4 and variant 8 stand where a UUID has them, so 26 bits are left for the rest of the check.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

const form = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/;

/** Undefined where no entry has the id. */
export function readEntryId(seed: number, id: string): EntryAddress | undefined {
  const match = form.exec(id);
  if (match === null) return undefined;
  const hex = match.slice(1).join('');
  const word = (n: number): number => Number.parseInt(hex.slice(8 * n, 8 * n + 8), halfByte);
  const check = word(0);
  const person = (word(1) ^ hash(seed, check, field.entryId)) >>> 0;
  const what = (word(2) ^ hash(seed, check, field.entryId + 1)) >>> 0;
  const kind = kinds[what >>> ordinalBits];
  if (kind === undefined) return undefined;
  const address = { person, kind, ordinal: what & ((1 << ordinalBits) - 1) };
  return entryId(seed, address) === id ? address : undefined;
}

function checksOf(seed: number, person: number, what: number): readonly [check: number, rest: number] {
  const check = hash(hash(seed, person, field.entryId + 2), what, field.entryId + 3);
  return [check, hash(check, person ^ what, field.entryId + 4)];
}

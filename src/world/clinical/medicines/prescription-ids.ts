/**
 * Short ids of prescriptions, as in `24F5DA-Y90001-7EFE6Z`: eleven hexadecimal digits, between them the code of the organisation that
 * prescribes, at the end a check character of ISO 7064 MOD 37-2, with `+` in the place of its `*`. The digits hide whose it is and the day, and
 * lead back to whose.
 */
import type { ClinicalRecord, IssueEntry } from '../../../clinical-record.ts';
import { mod37Check } from '../../../fhir/check-digits.ts';
import type { NhsNumber, OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';

const half = 0x400000;
const rounds = 4;
const dayBits = 14;
/** 1 January 2010: days are counted from here, for 44 years. */
const firstDay = 14_610;

/** Of one person all that is prescribed on a day is on one prescription. */
export function shortIdOf(seed: number, nhsNumber: string, day: Day, prescriber: OdsCode | undefined): string {
  const person = Number(nhsNumber.slice(1));
  let left = Math.floor(person / 256);
  let right = ((person % 256) << dayBits) | ((day - firstDay) & ((1 << dayBits) - 1));
  for (let round = 0; round < rounds; round += 1) [left, right] = [right, left ^ mask(seed, right, round)];
  const digits = (left * half + right).toString(16).toUpperCase().padStart(11, '0');
  const stem = `${digits.slice(0, 6)}-${(prescriber ?? '').padEnd(6, '0').slice(0, 6)}-${digits.slice(6)}`;
  return `${stem}${mod37Check(stem.replaceAll('-', ''))}`;
}

/** The NHS number of whoever has a prescription of this id, if anybody: every id of the form leads to some number. */
export function personOfShortId(seed: number, id: string): string | undefined {
  const [, first, last] = form.exec(id) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const digits = Number.parseInt(first + last, 16);
  let [left, right] = [Math.floor(digits / half), digits % half];
  for (let round = rounds - 1; round >= 0; round -= 1) [left, right] = [right ^ mask(seed, left, round), left];
  return `9${String(left * 256 + (right >>> dayBits)).padStart(9, '0')}`;
}

const form = /^([0-9A-F]{6})-[0-9A-Z]{6}-([0-9A-F]{5})[0-9A-Z+]$/;

const mask = (seed: number, word: number, round: number): number => hash(seed, word, field.medicine + 10 + round) & (half - 1);

/** What a record has on a prescription. */
export function onPrescription(
  id: string,
  record: ClinicalRecord | undefined,
): { readonly nhsNumber: NhsNumber; readonly issues: readonly IssueEntry[] } | undefined {
  const issues = record?.of('issue').filter(({ prescription }) => prescription === id) ?? [];
  return record === undefined || issues.length === 0 ? undefined : { nhsNumber: record.person.nhsNumber, issues };
}

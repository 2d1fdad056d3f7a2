/**
 * Short ids of prescriptions, as in `24F5DA-Y90001-7EFE6Z`: eleven hexadecimal digits, between them the code of the organisation that
 * prescribes, at the end a check character of ISO 7064 MOD 37-2, with `+` in the place of its `*`. The digits hide whose it is and the day, and
 * lead back to whose.
 */
import type { ClinicalRecord, IssueEntry } from '../../../clinical-record.ts';
import { mod37Check } from '../../../fhir/check-digits.ts';
import { isNhsNumber } from '../../../fhir/nhs-number.ts';
import type { NhsNumber, OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';

export interface PlaceOnDay {
  readonly day: Day;
  readonly nth: number;
}

/** Nobody signs for more items on one prescription. */
const mostItems = 4;

/**
 * Deals what is prescribed to one person out to the prescriptions of each day, in the order in which it is asked: what is alike goes on one
 * until that is full.
 */
export function prescriptionsByDay(): (day: Day, like: string) => PlaceOnDay {
  const days = new Map<Day, { readonly like: string; items: number }[]>();
  return (day, like) => {
    const those = days.get(day) ?? [];
    days.set(day, those);
    let nth = those.findIndex((each) => each.like === like && each.items < mostItems);
    if (nth < 0) nth = those.push({ like, items: 0 }) - 1;
    const on = those[nth];
    if (on) on.items += 1;
    return { day, nth };
  };
}

const half = 0x400000;
const rounds = 4;
const dayBits = 14;
/** 1 January 2010: days are counted from here, for 44 years. */
const firstDay = 14_610;

/** Of the `nth` prescription of a person on a day, counted from 0 to 9: the check digit of the number, which is known without it, says which. */
export function shortIdOf(seed: number, nhsNumber: string, { day, nth }: PlaceOnDay, prescriber: OdsCode | undefined): string {
  const person = Number(nhsNumber.slice(1, 9)) * 10 + ((Number(nhsNumber.slice(9)) + nth) % 10);
  let left = Math.floor(person / 256);
  let right = ((person % 256) << dayBits) | ((day - firstDay) & ((1 << dayBits) - 1));
  for (let round = 0; round < rounds; round += 1) [left, right] = [right, left ^ mask(seed, right, round)];
  const digits = (left * half + right).toString(16).toUpperCase().padStart(11, '0');
  const stem = `${digits.slice(0, 6)}-${(prescriber ?? '').padEnd(6, '0').slice(0, 6)}-${digits.slice(6)}`;
  return `${stem}${mod37Check(stem.replaceAll('-', ''))}`;
}

/** Of whom a prescription with this id can be: every id of the form leads to some numbers, of which the one that begins with a 9 comes first. */
export function peopleOfShortId(seed: number, id: string): readonly string[] {
  const [, first, last] = form.exec(id) ?? [];
  if (first === undefined || last === undefined) return [];
  const digits = Number.parseInt(first + last, 16);
  let [left, right] = [Math.floor(digits / half), digits % half];
  for (let round = rounds - 1; round >= 0; round -= 1) [left, right] = [right ^ mask(seed, left, round), left];
  const person = String(left * 256 + (right >>> dayBits)).padStart(9, '0');
  if (person.length > 9) return [];
  const ending = Array.from('0123456789', (check) => person.slice(0, 8) + check);
  return Array.from('9876543210').flatMap((first) => ending.map((each) => first + each).filter(isNhsNumber));
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

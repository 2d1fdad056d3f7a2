/**
 * Short ids of prescriptions, as in `24F5DA-Y90001-7EFE6Z`: eleven hexadecimal digits, between them the code of the organisation that
 * prescribes, at the end a check character of ISO 7064 MOD 37-2, with `+` in the place of its `*`. The digits hide whose it is and the day.
 */
import type { OdsCode } from '../../../population.ts';
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
  for (let round = 0; round < rounds; round += 1) {
    [left, right] = [right, left ^ (hash(seed, right, field.medicine + 10 + round) & (half - 1))];
  }
  const digits = (left * half + right).toString(16).toUpperCase().padStart(11, '0');
  const stem = `${digits.slice(0, 6)}-${(prescriber ?? '').padEnd(6, '0').slice(0, 6)}-${digits.slice(6)}`;
  return `${stem}${checkCharacter(stem)}`;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+';

export function checkCharacter(stem: string): string {
  let total = 0;
  for (const letter of stem) {
    if (letter !== '-') total = ((total + alphabet.indexOf(letter)) * 2) % 37;
  }
  return alphabet[(38 - total) % 37] ?? '';
}

/** Ids of clinics and their slots, which lead back to them: organisation, clinic, day and place among the slots of the day are hidden in each. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { hide, unhide } from '../hidden-ids.ts';

export interface SlotAddress {
  readonly organisation: string;
  /** The place of the clinic among those of the organisation, below 64. */
  readonly clinic: number;
  /** Until 2059; of the clinic itself, none. */
  readonly day: Day;
  /** Below 64. */
  readonly place: number;
}

const bitsOfPlace = 6;
const bitsOfDay = 15;
const below = (bits: number): number => (1 << bits) - 1;

const hidingIn = (seed: number) => ({ seed, fields: field.diary });

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** As many letters and digits as a number of 32 bits holds. */
const longestCode = 6;

/** An organisation’s code as a number, in which leading zeros count; undefined where it is too long to have a diary. */
export function numberOfCode(code: string): number | undefined {
  if (code.length === 0 || code.length > longestCode) return undefined;
  let number = 0;
  for (const letter of code) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    number = number * letters.length + value + 1;
  }
  return number;
}

function codeOfNumber(number: number): string {
  let code = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length)) code = `${letters[(rest - 1) % letters.length]}${code}`;
  return code;
}

/** `organisation` by its number. */
export const slotId = (seed: number, organisation: number, { clinic, day, place }: Omit<SlotAddress, 'organisation'>): string =>
  hide(hidingIn(seed), [organisation, (((clinic << bitsOfDay) | day) << bitsOfPlace) | place]);

export const clinicId = (seed: number, organisation: number, clinic: number): string =>
  slotId(seed, organisation, { clinic, day: 0, place: 0 });

/** Undefined where no slot and no clinic can have the id. */
export function readSlotId(seed: number, id: string): SlotAddress | undefined {
  const hidden = unhide(hidingIn(seed), id);
  if (hidden === undefined) return undefined;
  const [organisation, what] = hidden;
  return {
    organisation: codeOfNumber(organisation),
    clinic: what >>> (bitsOfDay + bitsOfPlace),
    day: (what >>> bitsOfPlace) & below(bitsOfDay),
    place: what & below(bitsOfPlace),
  };
}

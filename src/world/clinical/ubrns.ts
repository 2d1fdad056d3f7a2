/** Unique booking references of referrals: twelve digits that nobody else has, and that lead back to whose they are. */
import type { ClinicalRecord, ReferralEntry } from '../../clinical-record.ts';
import type { NhsNumber } from '../../population.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';

/** Without a common divisor with a thousand million, so that no two people have one number. */
const step = 7_654_321;
const nineDigits = 1_000_000_000;
/** What undoes the step: their product leaves 1. Larger than numbers are exact to. */
const back = inverse(BigInt(step), BigInt(nineDigits));

const shift = (seed: number): number => hash(seed, 0, field.hospital + 84) % nineDigits;

/** Nine from the NHS number, three from which of this person's referrals it is. */
export function ubrnOf(seed: number, nhsNumber: string, ordinal: number): string {
  const own = Number(nhsNumber.slice(1));
  const first = (own * step + shift(seed)) % nineDigits;
  const last = (ordinal * 379 + (hash(seed, own, field.hospital + 84) % 1000)) % 1000;
  return `${String(first).padStart(9, '0')}${String(last).padStart(3, '0')}`;
}

/** Of a referral that is told of somebody: the whole number, and which it is. */
export const toldUbrn = (nhsNumber: string, n: number): string => `${nhsNumber}${String(n).padStart(2, '0')}`;

/** Of whom a referral with this reference can be: the first digit of the NHS number is not in it. */
function numbersIn(seed: number, ubrn: string): readonly string[] {
  if (!/^\d{12}$/.test(ubrn)) return [];
  const hidden = BigInt(Number(ubrn.slice(0, 9)) - shift(seed) + nineDigits);
  const own = String((hidden * back) % BigInt(nineDigits)).padStart(9, '0');
  return [ubrn.slice(0, 10), ...Array.from('9876543210', (digit) => `${digit}${own}`)];
}

export function referralWith(
  ubrn: string,
  seed: number,
  record: (nhsNumber: string) => ClinicalRecord | undefined,
): { readonly nhsNumber: NhsNumber; readonly entry: ReferralEntry } | undefined {
  for (const number of numbersIn(seed, ubrn)) {
    const found = record(number);
    const entry = found?.of('referral').find((each) => each.ubrn === ubrn);
    if (found && entry) return { nhsNumber: found.person.nhsNumber, entry };
  }
  return undefined;
}

function inverse(of: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [of, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

/** Codes of organisations, from blocks that are fictional or not given out: a letter or two and a number that stays the same at any size. */
import type { OdsCode } from '../../population.ts';

export type OrganisationKind = 'region' | 'icb' | 'trust' | 'gp-practice' | 'pharmacy' | 'appliance-contractor';

/** Those that only the register tells of. */
export type FurtherKind =
  | 'sub-icb-location'
  | 'reporting-entity'
  | 'primary-care-network'
  | 'pharmacy-headquarters'
  | 'dentist'
  | 'optical-headquarters'
  | 'optician';

/** The code that real systems use for the national body, since clients send it. */
export const national = 'X26' as OdsCode;

interface Block {
  readonly prefix: string;
  readonly digits: number;
  readonly radix: number;
  /** The number of the first. */
  readonly first: number;
  readonly suffix?: string;
}

const blocks: Readonly<Record<OrganisationKind | FurtherKind, Block>> = {
  region: { prefix: 'YZ', digits: 1, radix: 36, first: 0 },
  icb: { prefix: 'QZ', digits: 1, radix: 36, first: 0 },
  trust: { prefix: 'RZ', digits: 1, radix: 36, first: 0 },
  'gp-practice': { prefix: 'Y9', digits: 4, radix: 10, first: 1 },
  pharmacy: { prefix: 'FZ', digits: 3, radix: 10, first: 1 },
  'appliance-contractor': { prefix: 'FZ', digits: 3, radix: 10, first: 901 },
  // Two digits and a letter, of which none has this one; and a letter and a digit in turn, as new codes are.
  'sub-icb-location': { prefix: '', digits: 2, radix: 10, first: 1, suffix: 'Z' },
  'reporting-entity': { prefix: 'Z9Z', digits: 1, radix: 10, first: 0, suffix: 'Z' },
  'primary-care-network': { prefix: 'U99', digits: 3, radix: 10, first: 1 },
  'pharmacy-headquarters': { prefix: 'PZ', digits: 2, radix: 10, first: 1 },
  dentist: { prefix: 'V99', digits: 3, radix: 10, first: 1 },
  'optical-headquarters': { prefix: 'TZ', digits: 2, radix: 10, first: 1 },
  optician: { prefix: 'TZ', digits: 3, radix: 10, first: 1 },
};

export function codeOf(kind: OrganisationKind | FurtherKind, n: number): OdsCode {
  const { prefix, digits, radix, first, suffix = '' } = blocks[kind];
  return `${prefix}${(first + n).toString(radix).toUpperCase().padStart(digits, '0')}${suffix}` as OdsCode;
}

/** Of a branch of a practice: the practice's and three digits. */
export const branchCode = (practice: OdsCode, n: number): OdsCode => `${practice}${String(n + 1).padStart(3, '0')}` as OdsCode;

/** Of a site of a trust: the trust's and two digits. */
export const siteCode = (trust: OdsCode, n: number): OdsCode => `${trust}${String(n + 1).padStart(2, '0')}` as OdsCode;

/** A number that depends on all of a code. */
export function codeNumber(code: string, seed = 0): number {
  let number = seed;
  for (let n = 0; n < code.length; n += 1) number = (Math.imul(number, 36) + code.charCodeAt(n)) >>> 0;
  return number;
}

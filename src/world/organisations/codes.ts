/** Codes of organisations, from blocks that are fictional or not given out: a letter or two and a number that stays the same at any size. */
import type { OdsCode } from '../../population.ts';

export type OrganisationKind = 'region' | 'icb' | 'trust' | 'gp-practice' | 'pharmacy' | 'appliance-contractor';

/** The code that real systems use for the national body, since clients send it. */
export const national = 'X26' as OdsCode;

interface Block {
  readonly prefix: string;
  readonly digits: number;
  readonly radix: number;
  /** The number of the first. */
  readonly first: number;
}

const blocks: Readonly<Record<OrganisationKind, Block>> = {
  region: { prefix: 'YZ', digits: 1, radix: 36, first: 0 },
  icb: { prefix: 'QZ', digits: 1, radix: 36, first: 0 },
  trust: { prefix: 'RZ', digits: 1, radix: 36, first: 0 },
  'gp-practice': { prefix: 'Y9', digits: 4, radix: 10, first: 1 },
  pharmacy: { prefix: 'FZ', digits: 3, radix: 10, first: 1 },
  'appliance-contractor': { prefix: 'FZ', digits: 3, radix: 10, first: 901 },
};

export function codeOf(kind: OrganisationKind, n: number): OdsCode {
  const { prefix, digits, radix, first } = blocks[kind];
  return `${prefix}${(first + n).toString(radix).toUpperCase().padStart(digits, '0')}` as OdsCode;
}

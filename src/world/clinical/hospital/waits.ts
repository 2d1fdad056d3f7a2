/** How long people wait for a hospital. */
import type { ReferralEntry } from '../../../clinical-record.ts';
import { type Specialty, specialties } from './specialties.ts';

/**
 * Whole waits from referral to treatment or discharge, in medians of the time that those on the list have waited, at each share of people. Such
 * that of those on the list 64.7 % wait no longer than 18 weeks, 8 % longer than 38 and 1.4 % longer than a year (NHS England, March 2026).
 */
const quantiles: readonly (readonly [share: number, medians: number])[] = [
  [0, 0.08],
  [0.38, 1],
  [0.58, 1.55],
  [0.84, 2.95],
  [0.972, 3.9],
  [1, 5],
];

/** As much of a routine wait as those wait who are urgent. */
const urgently = 0.45;
/** Until they are told, or treated: 76 % of those with suspected cancer know within 28 days. */
const cancerDays: readonly (readonly [share: number, days: number])[] = [
  [0, 8],
  [0.76, 28],
  [0.95, 62],
  [1, 90],
];

function interpolate(table: readonly (readonly [share: number, value: number])[], share: number): number {
  let [fromShare, from] = [0, 0];
  for (const [toShare, to] of table) {
    if (share < toShare) return from + ((to - from) * (share - fromShare)) / (toShare - fromShare);
    [fromShare, from] = [toShare, to];
  }
  return from;
}

/** In days, from referral to the end of the path. */
export function waitOf(
  { specialty, priority }: { readonly specialty: Specialty; readonly priority: ReferralEntry['priority'] },
  chance: number,
): number {
  if (priority === 'two-week-wait') return interpolate(cancerDays, chance);
  return interpolate(quantiles, chance) * specialties[specialty].weeks * 7 * (priority === 'urgent' ? urgently : 1);
}

/**
 * Whose referrals a worklist is made of: those that clients have to do with, and some of the population that the organisation refers, or
 * has to see. So many people are looked at, so that a list is made at once.
 */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Person } from '../../../src/population.ts';
import { findReferral, knownReferrals, type Referral } from '../referral/referral.ts';

const mostPeople = 50;

export function* referralsAbout(call: AnyCall, organisation: string): Generator<Referral> {
  const told = new Set<string>();
  for (const referral of knownReferrals(call)) {
    told.add(referral.ubrn);
    yield referral;
  }
  for (const { nhsNumber } of patientsOf(call, organisation)) {
    for (const { ubrn, status } of call.population.record(nhsNumber)?.of('referral') ?? []) {
      if (status === 'closed' || told.has(ubrn)) continue;
      const referral = findReferral(call, ubrn);
      if (referral) yield referral;
    }
  }
}

/** Members of a practice; of a hospital, those of the practices of its area. Whom a workspace brought comes first. */
function* patientsOf({ population }: AnyCall, ods: string): Generator<Person> {
  yield* population.brought();
  const organisation = population.organisation(ods);
  const practices =
    organisation?.kind === 'gp-practice'
      ? [organisation]
      : organisation?.kind === 'trust' && organisation.parent !== undefined
        ? [...population.organisations('gp-practice')].filter(({ parent }) => parent === organisation.parent)
        : [];
  const each = Math.ceil(mostPeople / Math.max(practices.length, 1));
  for (const practice of practices) {
    let left = each;
    for (const person of population.members(practice.ods)) {
      if (left === 0) break;
      left -= 1;
      yield person;
    }
  }
}

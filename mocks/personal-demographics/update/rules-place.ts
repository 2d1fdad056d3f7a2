/** Business rules on where somebody is and how to reach them: addresses, telecoms, emergency contact. */
import { daysBetween } from '../../../src/fhir/instant.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidUpdate, invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { hasEnoughLines, hasNoPostcode, keyOf } from '../record/address-lines.ts';
import { temporaryAddressTexts } from '../record/codes.ts';
import type { Address, ContactPoint } from '../record/patient.ts';
import { isReachable } from '../record/telecom-values.ts';
import { changedMembers, type Rule } from './change.ts';
import { periodProblem } from './period.ts';

/** Longest stay of an address with an end, in days. */
const longest: Readonly<Partial<Record<Address['use'], number>>> = { temp: 90, billing: 366 };

export const addressesAreInOrder: Rule = ({ before, after, today }) => {
  for (const use of ['home', 'temp', 'billing'] as const) {
    if (count(after.address, use) > Math.max(1, count(before.address, use))) {
      return invalidUpdate(`Invalid patch - a patient has no more than one '${use}' address`);
    }
  }
  for (const { now, was, index } of changedMembers(before.address, after.address)) {
    const problem = addressProblem(now, { path: `address/${index}`, today });
    if (problem) return problem;
    if (now.use === 'work') return invalidUpdate(`Invalid patch - a 'work' address can be removed, not added or replaced`);
    if (was !== undefined && was.use !== now.use) return invalidUpdate(`Invalid patch - the use of address '${index}' cannot be changed`);
  }
  return undefined;
};

function count(addresses: readonly Address[] | undefined, use: Address['use']): number {
  return addresses?.filter((address) => address.use === use).length ?? 0;
}

function addressProblem(address: Address, { path, today }: { path: string; today: string }): Problem | undefined {
  const most = longest[address.use];
  if (most !== undefined) {
    if (address.period?.start === undefined) return missingValue(`${path}/period/start`);
    if (address.period.end === undefined) return missingValue(`${path}/period/end`);
  }
  const period = periodProblem(address.period, { path: `${path}/period`, today });
  if (period) return period;
  if (most !== undefined && address.period?.end !== undefined && daysBetween(address.period.start, address.period.end) > most) {
    return invalidUpdate(`Invalid patch - a '${address.use}' address may last ${most} days at most`);
  }
  if (address.use === 'temp') {
    if (address.text === undefined) return missingValue(`${path}/text`);
    if (!temporaryAddressTexts.includes(address.text)) return invalidValue(address.text, `${path}/text`);
  }
  if (hasNoPostcode(address)) return invalidValue(address.postalCode, `${path}/postalCode`);
  const paf = keyOf(address, 'PAF');
  if (paf !== undefined && !/^\d{8}$/.test(paf)) return invalidValue(paf, `${path}/extension`);
  if (!hasEnoughLines(address)) return invalidUpdate('address lines 1 and 4 or 2 and 4 must be completed as a minimum');
  if ((address.line?.[4] ?? '') !== '' && paf === undefined) {
    return invalidUpdate('address line 5 can only be given with a PAF key');
  }
  return undefined;
}

export const telecomsAreInOrder: Rule = ({ before, after, today }) => {
  for (const { now, was, index } of changedMembers(before.telecom, after.telecom)) {
    const path = `telecom/${index}`;
    if (was !== undefined && (was.system !== now.system || was.use !== now.use)) {
      return invalidUpdate(`Invalid patch - system and use of telecom '${index}' cannot be changed, remove it and add another`);
    }
    const twin = (after.telecom ?? []).some((other) => other !== now && other.system === now.system && other.use === now.use);
    if (was === undefined && twin) return invalidUpdate(`Invalid patch - a '${now.use}' '${now.system}' telecom exists already`);
    const problem = valueProblem(now, path) ?? periodProblem(now.period, { path: `${path}/period`, today });
    if (problem) return problem;
  }
  return undefined;
};

function valueProblem({ system, value }: ContactPoint, path: string): Problem | undefined {
  return isReachable(system, value) ? undefined : invalidValue(value, `${path}/value`);
}

export const contactsAreForEmergencies: Rule = ({ before, after, today }) => {
  for (const { now, index } of changedMembers(before.contact, after.contact)) {
    const path = `contact/${index}`;
    const role = now.relationship[0]?.coding[0]?.code;
    if (role !== 'C') return invalidValue(role ?? '', `${path}/relationship/0/coding/0/code`);
    const period = periodProblem(now.period, { path: `${path}/period`, today });
    if (period) return period;
    for (const [position, telecom] of now.telecom.entries()) {
      const place = `${path}/telecom/${position}`;
      if (telecom.use !== undefined) return invalidUpdate(`Invalid patch - '${place}' must not have a use`);
      if (telecom.period !== undefined) return invalidUpdate(`Invalid patch - '${place}' must not have a period, give it on the contact`);
      if (telecom.system === 'fax') return invalidValue(telecom.system, `${place}/system`);
      const problem = valueProblem(telecom, place);
      if (problem) return problem;
    }
  }
  return undefined;
};

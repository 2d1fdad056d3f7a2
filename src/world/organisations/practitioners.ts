/** The people who work at an organisation: a fixed few at each, named like everybody else. */
import type { Organisation, Practitioner } from '../../population.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';
import { codeNumber } from './codes.ts';
import { staffNameOf } from './staff-names.ts';

const staff: Readonly<Record<string, number>> = { 'gp-practice': 9, pharmacy: 2, trust: 12, 'urgent-treatment-centre': 4 };

/** Of those at a practice they come first; two nurses, a pharmacist and a physiotherapist follow. */
export const doctorsAtPractice = 5;

export interface PractitionersSettings {
  readonly seed: number;
  organisation(code: string): Organisation | undefined;
}

export function practitionersOf({ seed, organisation }: PractitionersSettings): (code: string) => readonly Practitioner[] {
  /** By organisation, of which there are a few hundred: prescribers are asked for often. */
  const known = new Map<string, readonly Practitioner[]>();

  function make(employer: Organisation): readonly Practitioner[] {
    const key = codeNumber(employer.ods, seed);
    return Array.from({ length: staff[employer.kind] ?? 0 }, (_, n): Practitioner => {
      const who = hash(key, n, field.practitioner);
      const sex = who & 1 ? 0 : 1;
      const { given, family } = staffNameOf(seed, { sex, bornIn: 1960 + ((who >>> 4) % 40), key: hash(key, n, field.practitionerGiven) });
      const isDoctor = employer.kind === 'gp-practice' ? n < doctorsAtPractice : employer.kind !== 'pharmacy';
      const position = String(n).padStart(2, '0');
      return {
        sdsUserId: `999${sevenDigits(who)}${position}`,
        roleProfileId: `998${sevenDigits(who)}${position}`,
        prefix: isDoctor ? 'Dr' : sex === 0 ? 'Ms' : 'Mr',
        given,
        family,
        gender: sex === 0 ? 'female' : 'male',
        organisation: employer.ods,
      };
    });
  }

  return (code) => {
    const employer = organisation(code);
    if (employer === undefined) return [];
    const staffed = known.get(employer.ods) ?? make(employer);
    known.set(employer.ods, staffed);
    return staffed;
  };
}

/** Seven digits between the prefix and the person's place. */
function sevenDigits(value: number): string {
  return String(value % 10_000_000).padStart(7, '0');
}

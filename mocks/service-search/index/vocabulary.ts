/** The directory's own words for kinds of organisation, facilities and services, with their numbers. */
import type { Premises } from '../../../src/organisation-register.ts';

export const organisationTypes: Readonly<Record<Premises['kind'], readonly [id: string, name: string]>> = {
  // Practices and their branches are one type.
  'gp-practice': ['GPB', 'GpBranch'],
  'gp-branch': ['GPB', 'GpBranch'],
  pharmacy: ['PHA', 'Pharmacy'],
  dentist: ['DEN', 'Dentist'],
  optician: ['OPT', 'Optician'],
  clinic: ['CLI', 'Clinic'],
  hospital: ['HOS', 'Hospital'],
  'urgent-treatment-centre': ['UC', 'UrgentCare'],
  'vaccination-centre': ['VAC', 'Vaccination Centre'],
};

const facilityIds: Readonly<Record<string, number>> = {
  'braille translation service': 1,
  'disabled parking': 2,
  'disabled wc': 3,
  'disabled toilet': 3,
  'induction loop': 4,
  'text relay': 5,
  'signing service': 6,
  'wheelchair access': 7,
  'car parking': 28,
  'cycle parking': 29,
  'step-free access': 35,
};

export function facilityId(name: string, group: string): number {
  const known = name.toLowerCase();
  return group === 'Parking' && known === 'disabled parking' ? 30 : (facilityIds[known] ?? 99);
}

export const electronicPrescriptions = ['Electronic prescriptions', 'EPS0001'] as const;

/** Those whose code is published; all others have one that no service has. */
const serviceCodes: readonly (readonly [begins: string, code: string])[] = [
  ['orthodont', 'SRV0087'],
  ['urgent dental', 'SRV0165'],
  ['anticoagulation', 'SRV0279'],
  ['asthma', 'SRV0280'],
  ['diabetes', 'SRV0287'],
  ['long-acting', 'SRV0294'],
  ['child and adolescent', 'SRV0408'],
  ['electronic prescription', 'EPS0001'],
];

export function serviceCode(name: string): string {
  const known = name.toLowerCase();
  const found = serviceCodes.find(([begins]) => known.startsWith(begins));
  if (found) return found[1];
  let sum = 0;
  for (const letter of known) sum = (sum * 31 + letter.charCodeAt(0)) % 900;
  return `SRV9${String(sum + 100)}`;
}

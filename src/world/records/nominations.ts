/** Who sees to somebody's medicines, appliances and record. */
import type { Person } from '../../population.ts';
import { field } from '../fields.ts';
import { hash, unit } from '../hash.ts';
import type { StandingHome } from './homes.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { isSoUntidy } from './untidy.ts';

/** Share who have nominated a pharmacy, by age: eight in ten of the old, a good half of all. Nobody takes it back. */
const nominates = (age: number): number => (age < 16 ? 0.32 : age < 45 ? 0.46 : age < 65 ? 0.62 : 0.8);
/** Of the grown-ups at one address, the share who go to the same pharmacy. */
const together = 0.85;
const grownUp = 18;

/** Whether somebody may have nominated one, whatever their age is. */
export const mayNominate = (seed: number, index: number): boolean => unit(seed, index, field.pharmacy) < nominates(Infinity);

type Services = Pick<Person, 'pharmacy' | 'dispenser' | 'applianceSupplier' | 'managingOrganisation'>;

export function servicesOf(
  { seed, organisations }: WorldParts,
  { index, age }: Recorded,
  home: StandingHome,
  isRegistered: boolean,
): Services {
  const choice = age < grownUp || unit(seed, index, field.whichPharmacy) < together ? home.key : index;
  const dispenser = isRegistered && isSoUntidy('dispensed', seed, index) ? organisations.dispenserFor(home) : undefined;
  return {
    ...(unit(seed, index, field.pharmacy) < nominates(age) && {
      pharmacy: organisations.pharmacyNear(home, hash(seed, choice, field.whichPharmacy)),
    }),
    ...(dispenser !== undefined && { dispenser }),
    ...(age >= grownUp && isSoUntidy('appliances', seed, index) && { applianceSupplier: organisations.applianceSupplier(index) }),
    ...(isRegistered && isSoUntidy('managed', seed, index) && { managingOrganisation: organisations.boardFor(home.practice) }),
  };
}

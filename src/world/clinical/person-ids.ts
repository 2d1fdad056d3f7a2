/** Ids of what there is once of a person and is no entry of their record: they lead back to whose it is. */
import { parseNhsNumber } from '../../fhir/nhs-number.ts';
import type { NhsNumber } from '../../population.ts';
import { field } from '../fields.ts';
import { hide, unhide } from './hidden-ids.ts';

const hidingIn = (seed: number) => ({ seed, fields: field.personId });

export function personId(seed: number, nhsNumber: NhsNumber): string {
  return hide(hidingIn(seed), [Number(nhsNumber.slice(0, 9)), 0]);
}

/** Undefined where no person has the id. */
export function readPersonId(seed: number, id: string): NhsNumber | undefined {
  const [person] = unhide(hidingIn(seed), id) ?? [];
  if (person === undefined) return undefined;
  const nine = String(person).padStart(9, '0');
  // One of the ten is the check digit.
  for (let check = 0; check < 10; check += 1) {
    const number = parseNhsNumber(`${nine}${check}`);
    if (number !== undefined) return number;
  }
  return undefined;
}

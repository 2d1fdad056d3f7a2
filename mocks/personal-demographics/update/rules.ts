/** The business rules of an update, under the member of Patient that each is about. */
import type { Problem } from '../../../src/mock/problem.ts';
import type { Change, Rule } from './change.ts';
import type { PatientPatch } from './patches.ts';
import {
  communicationIsKnown,
  contactPreferenceIsKnown,
  extensionsAreSingle,
  managingOrganisationIsPractice,
  pharmaciesAreCodes,
  practiceIsOne,
  removalReasonStays,
} from './rules-care.ts';
import {
  birthDateIsPossible,
  birthOrderIsKnown,
  birthPlaceIsPlace,
  deathIsPossible,
  genderCanBeSet,
  namesAreInOrder,
} from './rules-person.ts';
import { addressesAreInOrder, contactsAreForEmergencies, telecomsAreInOrder } from './rules-place.ts';

const rules: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['name', [namesAreInOrder]],
  ['gender', [genderCanBeSet]],
  ['birthDate', [birthDateIsPossible]],
  ['deceasedDateTime', [deathIsPossible]],
  ['multipleBirthInteger', [birthOrderIsKnown]],
  ['address', [addressesAreInOrder]],
  ['telecom', [telecomsAreInOrder]],
  ['contact', [contactsAreForEmergencies]],
  ['generalPractitioner', [practiceIsOne]],
  ['managingOrganization', [managingOrganisationIsPractice]],
  [
    'extension',
    [
      extensionsAreSingle,
      deathIsPossible,
      pharmaciesAreCodes,
      communicationIsKnown,
      contactPreferenceIsKnown,
      birthPlaceIsPlace,
      removalReasonStays,
    ],
  ],
]);

/** The first rule broken, in the order in which the patches first touch each part of the record. */
export function brokenRule(change: Change, patches: readonly PatientPatch[]): Problem | undefined {
  for (const root of new Set(patches.map(({ tokens }) => tokens[0] ?? ''))) {
    for (const rule of rules.get(root) ?? []) {
      const problem = rule(change);
      if (problem) return problem;
    }
  }
  return undefined;
}

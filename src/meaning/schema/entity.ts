/** Whose field a leaf is: the nearest word around it that names a kind of person or organisation decides. */
import type { Leaf } from './leaf.ts';
import type { Entity } from '../roles/roles.ts';
import { joined, wordsOf } from '../words.ts';

const ENTITY_WORDS: readonly (readonly [Entity, string])[] = [
  ['pharmacy', 'pharmacy pharmacies dispenser dispensary dispensing'],
  [
    'organisation',
    'organisation organisations organization organizations org practice surgery trust provider hospital location site clinic employer custodian commissioner supplier department service icb',
  ],
  [
    'practitioner',
    'practitioner practitioners clinician doctor performer author prescriber requester user staff nurse consultant referrer professional worker recorder attester signatory gp',
  ],
  ['relatedPerson', 'related relative mother father parent guardian contact kin carer proxy partner spouse informant'],
  ['patient', 'patient patients subject person people citizen beneficiary recipient individual client child resident'],
];
const BY_WORD: ReadonlyMap<string, Entity> = new Map(
  ENTITY_WORDS.flatMap(([entity, words]) => words.split(' ').map((word) => [word, entity] as const)),
);

/** FHIR elements that point at somebody other than the resource they stand in. */
const FHIR_ELEMENTS: ReadonlyMap<string, Entity> = new Map([
  ['generalpractitioner', 'organisation'],
  ['managingorganization', 'organisation'],
  ['serviceprovider', 'organisation'],
  ['manufacturer', 'organisation'],
  ['relatedperson', 'relatedPerson'],
]);

const PERSONAL = new Set([
  'nhsnumber',
  'birthdate',
  'dateofbirth',
  'dob',
  'givenname',
  'firstname',
  'forename',
  'given',
  'familyname',
  'surname',
  'lastname',
  'family',
  'gender',
]);
const CORPORATE = new Set(['odscode', 'organisationcode', 'organisationtype', 'practicecode', 'openinghours', 'openingtimes']);

export function entityOf(leaf: Leaf): Entity | undefined {
  const inside = entityNamed(leaf.name);
  if (inside) return inside;
  for (let i = leaf.context.length - 1; i >= 0; i--) {
    const around = leaf.context[i] ?? '';
    const found = isWayToReach(leaf, around) ? undefined : entityNamed(around);
    if (found) return found;
  }
  const beside = leaf.beside.map(joined);
  if (beside.some((name) => PERSONAL.has(name))) return 'patient';
  return beside.some((name) => CORPORATE.has(name)) ? 'organisation' : undefined;
}

/** `contact: { mobile, email }` says how somebody is reached; with a name or a relationship in it, it is somebody else. */
function isWayToReach({ beside, resource }: Leaf, around: string): boolean {
  return (
    resource === undefined &&
    /^contact(s|details?|information|info)?$/.test(joined(around)) &&
    !beside.some((name) => /name|relation/i.test(name))
  );
}

/** Who or what a single name speaks of: `subject` is the patient, `performer` a practitioner. */
export function entityNamed(name: string): Entity | undefined {
  const element = FHIR_ELEMENTS.get(joined(name));
  if (element) return element;
  const words = wordsOf(name);
  // "practice of the patient": the last word of a compound is its head (`patientPractice`, `gpPractice`, `practitionerRole` keeps the person).
  for (let i = words.length - 1; i >= 0; i--) {
    const found = BY_WORD.get(words[i] ?? '');
    if (found) return found;
  }
  return undefined;
}

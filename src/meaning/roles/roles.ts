/** The closed list of what a leaf of a document, or a parameter, can mean. Whatever is said about meaning is said in these words. */

export const ROLES = [
  'patient.nhsNumber',
  'patient.givenName',
  'patient.familyName',
  'patient.fullName',
  'patient.namePrefix',
  'patient.birthDate',
  'patient.deathDate',
  'patient.gender',
  'patient.age',
  'patient.address',
  'patient.addressLine',
  'patient.town',
  'patient.county',
  'patient.postcode',
  'patient.phone',
  'patient.email',
  'relatedPerson.nhsNumber',
  'relatedPerson.givenName',
  'relatedPerson.familyName',
  'relatedPerson.fullName',
  'relatedPerson.namePrefix',
  'relatedPerson.phone',
  'relatedPerson.email',
  'practitioner.sdsUserId',
  'practitioner.roleProfileId',
  'practitioner.givenName',
  'practitioner.familyName',
  'practitioner.fullName',
  'practitioner.namePrefix',
  'practitioner.gender',
  'practitioner.phone',
  'practitioner.email',
  'organisation.odsCode',
  'organisation.name',
  'organisation.address',
  'organisation.addressLine',
  'organisation.town',
  'organisation.county',
  'organisation.postcode',
  'organisation.phone',
  'organisation.email',
  'pharmacy.odsCode',
  'pharmacy.name',
  'pharmacy.address',
  'pharmacy.addressLine',
  'pharmacy.town',
  'pharmacy.county',
  'pharmacy.postcode',
  'pharmacy.phone',
  'prescription.shortId',
  'referral.ubrn',
  'spine.asid',
  'spine.partyKey',
  'code',
  'code.snomed',
  'code.display',
  'codeSystem',
  'resourceType',
  'reference',
  'instant',
  'dateTime',
  'date',
  'time',
  'duration',
  'uuid',
  'opaqueId',
  'versionId',
  'etag',
  'url',
  'mediaType',
  'language',
  'fileName',
  'base64',
  'flag',
  'count',
  'quantity',
  'percentage',
  'money',
  'unit',
  'latitude',
  'longitude',
  'country',
  'title',
  'freeText',
] as const;

export type Role = (typeof ROLES)[number];

const known: ReadonlySet<string> = new Set(ROLES);

export function isRoleName(text: string): text is Role {
  return known.has(text);
}

/** What a role is a special case of: where evidence for the general meets evidence for the special one, the special one is meant. */
const GENERAL: Partial<Record<Role, Role>> = {
  'patient.birthDate': 'date',
  'patient.deathDate': 'date',
  'patient.gender': 'code',
  'practitioner.gender': 'code',
  'patient.age': 'count',
  'patient.fullName': 'title',
  'relatedPerson.fullName': 'title',
  'practitioner.fullName': 'title',
  'organisation.name': 'title',
  'pharmacy.name': 'title',
  'code.snomed': 'code',
  'code.display': 'title',
  resourceType: 'code',
  uuid: 'opaqueId',
  'patient.nhsNumber': 'opaqueId',
  'relatedPerson.nhsNumber': 'opaqueId',
  'practitioner.sdsUserId': 'opaqueId',
  'practitioner.roleProfileId': 'opaqueId',
  'organisation.odsCode': 'opaqueId',
  'pharmacy.odsCode': 'opaqueId',
  'prescription.shortId': 'opaqueId',
  'referral.ubrn': 'opaqueId',
  'spine.asid': 'opaqueId',
  'spine.partyKey': 'opaqueId',
  versionId: 'opaqueId',
  codeSystem: 'url',
  reference: 'url',
  instant: 'dateTime',
  date: 'dateTime',
  percentage: 'quantity',
  money: 'quantity',
  latitude: 'quantity',
  longitude: 'quantity',
  count: 'quantity',
  title: 'freeText',
};

/** True where `special` is a kind of `general`, at any remove. */
export function specialises(special: Role, general: Role): boolean {
  for (let role: Role | undefined = GENERAL[special]; role !== undefined; role = GENERAL[role]) {
    if (role === general) return true;
  }
  return false;
}

/** The part before the dot of a person's or an organisation's role. */
export type Entity = 'patient' | 'relatedPerson' | 'practitioner' | 'organisation' | 'pharmacy';

const ENTITIES: readonly Entity[] = ['patient', 'relatedPerson', 'practitioner', 'organisation', 'pharmacy'];

export function entityIn(role: Role | undefined): Entity | undefined {
  return ENTITIES.find((entity) => role?.startsWith(`${entity}.`));
}

/** The role of an entity's field; undefined where the list has none (a practice has no birth date). */
export function roleOf(entity: Entity, field: string): Role | undefined {
  const role = `${entity}.${field}`;
  return isRoleName(role) ? role : undefined;
}

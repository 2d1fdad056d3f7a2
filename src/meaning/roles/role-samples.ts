/** Values that pass each role's checker in the spellings met in the wild: a schema that refuses all of them means something else. */
import type { Json } from '../../contract/contract.ts';
import type { Role } from './roles.ts';

const NHS_NUMBERS = ['9990000018', '999 000 0018', 9990000018, 'https://fhir.nhs.uk/Id/nhs-number|9990000018'];
const ODS_CODES = ['Y90001', 'RZ1', 'FZ001', 'A1B2C', 'https://fhir.nhs.uk/Id/ods-organization-code|Y90001'];
const NAMES = ['Ann', 'ANN'];
const FULL_NAMES = ['Ann Smith', 'ANN SMITH'];
const PREFIXES = ['Ms', 'MS'];
const DATES = [
  '2026-01-31',
  '2026-01-31T09:30:00Z',
  '2026-01-31T09:30:00+00:00',
  '2026-01-31T09:30:00',
  '20260131',
  '2026',
  '20260131093000',
  '31/01/2026',
];
const INSTANTS = ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00+00:00', '2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00.000+00:00'];
const GENDERS = ['female', 'male', 'Female', 'Male', 'FEMALE', 'MALE', 'F', 'M', 'unknown', '2', '1'];
const POSTCODES = ['LS1 6AE', 'LS16AE'];
const PHONES = ['07700900123', '07700 900123', '+447700900123', '+44 7700 900123', '01632 960123', 'tel:+447700900123'];
const EMAILS = ['ann@example.com', 'mailto:ann@example.com'];
const PLACES = ['1 High Street'];
const TOWNS = ['Leeds', 'LEEDS'];
const TWELVE = ['555012345678', 555012345678];

export const SAMPLES: Record<Role, readonly Json[]> = {
  'patient.nhsNumber': NHS_NUMBERS,
  'patient.givenName': NAMES,
  'patient.familyName': NAMES,
  'patient.fullName': FULL_NAMES,
  'patient.namePrefix': PREFIXES,
  'patient.birthDate': DATES,
  'patient.deathDate': DATES,
  'patient.gender': GENDERS,
  'patient.age': [42, '42', 16, 70, 5],
  'patient.address': PLACES,
  'patient.addressLine': PLACES,
  'patient.town': TOWNS,
  'patient.county': TOWNS,
  'patient.postcode': POSTCODES,
  'patient.phone': PHONES,
  'patient.email': EMAILS,
  'relatedPerson.nhsNumber': NHS_NUMBERS,
  'relatedPerson.givenName': NAMES,
  'relatedPerson.familyName': NAMES,
  'relatedPerson.fullName': FULL_NAMES,
  'relatedPerson.namePrefix': PREFIXES,
  'relatedPerson.phone': PHONES,
  'relatedPerson.email': EMAILS,
  'practitioner.sdsUserId': TWELVE,
  'practitioner.roleProfileId': TWELVE,
  'practitioner.givenName': NAMES,
  'practitioner.familyName': NAMES,
  'practitioner.fullName': FULL_NAMES,
  'practitioner.namePrefix': PREFIXES,
  'practitioner.gender': GENDERS,
  'practitioner.phone': PHONES,
  'practitioner.email': EMAILS,
  'organisation.odsCode': ODS_CODES,
  'organisation.name': ['Example Surgery'],
  'organisation.address': PLACES,
  'organisation.addressLine': PLACES,
  'organisation.town': TOWNS,
  'organisation.county': TOWNS,
  'organisation.postcode': POSTCODES,
  'organisation.phone': PHONES,
  'organisation.email': EMAILS,
  'pharmacy.odsCode': ODS_CODES,
  'pharmacy.name': ['Example Pharmacy'],
  'pharmacy.address': PLACES,
  'pharmacy.addressLine': PLACES,
  'pharmacy.town': TOWNS,
  'pharmacy.county': TOWNS,
  'pharmacy.postcode': POSTCODES,
  'pharmacy.phone': PHONES,
  'prescription.shortId': ['24F5DA-A83008-7EFE6Z'],
  'referral.ubrn': ['000000070000', 100000070000],
  'spine.asid': TWELVE,
  'spine.partyKey': ['YZA90-1234567'],
  code: ['active', 'ACTIVE', 'A1', '1'],
  'code.snomed': ['195967001', 195967001, 'http://snomed.info/sct|195967001'],
  'code.display': ['Asthma'],
  codeSystem: ['https://fhir.nhs.uk/CodeSystem/example', 'urn:oid:1.2.3'],
  resourceType: ['Patient', 'Bundle'],
  reference: ['Patient/9990000018', 'urn:uuid:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '#1', 'https://example.org/Patient/9990000018'],
  instant: INSTANTS,
  dateTime: [...INSTANTS, ...DATES],
  date: ['2026-01-31', '20260131', '2026-01', '2026'],
  time: ['09:30:00', '09:30', '09:30:00Z'],
  duration: ['PT30M', 'P1D'],
  uuid: ['0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D', 'urn:uuid:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'],
  opaqueId: ['0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', 'a1b2c3', '1234567', 1234567, 12, '2a1b2c3d4e5f6g7h8i9j0k1l2m3'],
  versionId: ['1', 1],
  etag: ['W/"1"', '"1"'],
  url: ['https://example.org/1', '/1', 'urn:uuid:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', '1'],
  mediaType: ['application/json', 'application/pdf'],
  language: ['en', 'en-GB'],
  fileName: ['letter.pdf'],
  base64: ['ZXhhbXBsZQ=='],
  flag: [true, 'true', 'Y', 'yes'],
  count: [1, '1', 10, 100],
  quantity: [1, '1', 1.5, '1.5', 10, 100],
  percentage: [50, '50'],
  money: [12.5, '12.50', 12],
  unit: ['mg'],
  latitude: [53.8, '53.8'],
  longitude: [-1.5, '-1.5'],
  country: ['GBR', 'GB', 'United Kingdom', 'England'],
  title: ['Discharge letter'],
  freeText: ['A short note.'],
};

/** How each field of the index is told from what the directory has of an organisation. */
import type { components } from '../../../src/generated/service-search.types.ts';
import type { OrganisationRegister, Premises } from '../../../src/organisation-register.ts';
import type { FieldName } from './fields.ts';
import { openingTimesOf } from './opening-times.ts';
import { electronicPrescriptions, facilityId, organisationTypes, serviceCode } from './vocabulary.ts';

type Organisation = Required<components['schemas']['Organisation']>;

export interface Told {
  readonly premises: Premises;
  readonly register: OrganisationRegister;
}

type Columns = { readonly [Name in FieldName]: (told: Told) => Organisation[Name] };

const isPractice = ({ kind }: Premises): boolean => kind === 'gp-practice' || kind === 'gp-branch';

/** Nearly all of them take electronic prescriptions. */
const takesElectronicPrescriptions = ({ kind, organisation: { ods } }: Premises): boolean =>
  kind === 'pharmacy' && numberOf(ods) % 41 !== 3;

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A number of its own for each code. */
const numberOf = (code: string): number => Number.parseInt(code.replaceAll(/[^0-9A-Za-z]/g, ''), 36);

export const columns: Columns = {
  SearchKey: ({ premises }) => `X${numberOf(premises.organisation.ods)}`,
  ODSCode: ({ premises }) => premises.organisation.ods,
  OrganisationName: ({ premises }) => premises.organisation.name,
  OrganisationTypeId: ({ premises }) => organisationTypes[premises.kind][0],
  OrganisationType: ({ premises }) => organisationTypes[premises.kind][1],
  OrganisationStatus: () => 'Visible',
  OrganisationSubType: ({ premises: { kind, sellsAtADistance } }) =>
    kind === 'pharmacy' ? (sellsAtADistance ? 'DistanceSelling' : 'Community') : kind === 'clinic' ? 'NHS Sector' : null,
  Address1: ({ premises: { address } }) => orNull(address.lines[0]) ?? orNull(address.lines[1]),
  Address2: ({ premises: { address } }) => (address.lines[0] === '' ? null : orNull(address.lines[1])),
  Address3: ({ premises: { address } }) => orNull(address.lines[2]),
  City: ({ premises: { address } }) => orNull(address.lines[3]),
  County: ({ premises: { address } }) => orNull(address.lines[4]),
  Postcode: ({ premises: { address } }) => address.postcode ?? '',
  Country: () => 'England',
  Latitude: ({ premises: { point } }) => point.latitude,
  Longitude: ({ premises: { point } }) => point.longitude,
  Geocode: ({ premises: { point } }) => ({
    type: 'Point',
    coordinates: [point.longitude, point.latitude],
    crs: { type: 'name', properties: { name: 'EPSG:4326' } },
  }),
  // A text, and not a truth.
  IsEpsEnabled: ({ premises }) => (premises.kind === 'pharmacy' ? String(takesElectronicPrescriptions(premises)) : null),
  OrganisationAliases: () => [],
  ParentOrganisation: parentOf,
  Services: ({ premises }) => [
    ...(takesElectronicPrescriptions(premises) ? [serviceOf(premises, ...electronicPrescriptions)] : []),
    ...premises.services.map((name) => serviceOf(premises, name, serviceCode(name))),
  ],
  OpeningTimes: ({ premises }) => openingTimesOf(premises),
  Contacts: ({ premises: { contacts } }) =>
    contacts
      .filter(({ isForCliniciansOnly }) => isForCliniciansOnly !== true)
      .map(({ kind, value }) => ({
        ContactType: 'Primary',
        ContactAvailabilityType: 'Office hours',
        ContactMethodType: `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`,
        ContactValue: value,
      })),
  Facilities: ({ premises: { facilities } }) =>
    facilities.map(({ name, group, has }) => ({
      Id: facilityId(name, group),
      Name: name,
      Value: has ? 'Yes' : 'No',
      FacilityGroupName: group,
    })),
  GSD: () => null,
  LastUpdatedDates: (told) => {
    const { premises } = told;
    const changed = changedAt(told);
    return {
      OpeningTimes: changed,
      BankHolidayOpeningTimes: premises.exceptions.length > 0 ? changed : null,
      TemporaryChangesOpeningTimes: null,
      DentistsAcceptingPatients: premises.kind === 'dentist' ? changed : null,
      Facilities: premises.facilities.length > 0 ? changed : null,
      HospitalDepartment: null,
      Services: premises.services.length > 0 ? changed : null,
      ContactDetails: changed,
      AcceptingPatients: isPractice(premises) ? changed : null,
      ServiceOpeningTimes: null,
      KeyValueData: [],
    };
  },
  AcceptingPatients: ({ premises }) => ({
    GP: isPractice(premises) ? (premises.takesNewPatients === false ? 'No' : 'Yes') : null,
    Dentist: premises.kind === 'dentist' ? dentistRows(premises.takesNewPatients === true) : [],
  }),
  GPRegistration: ({ premises }) => {
    const site = premises.contacts.find(({ kind }) => kind === 'website');
    return isPractice(premises) && site
      ? { RegistrationLink: `${site.value}/register`, AcceptingOutOfArea: numberOf(premises.organisation.ods) % 3 === 0 }
      : null;
  },
  RelatedIAPTCCGs: () => [],
  Trusts: (told) => {
    const parent = told.premises.kind === 'hospital' || told.premises.kind === 'urgent-treatment-centre' ? parentOf(told) : null;
    return parent ? [parent] : [];
  },
  Metrics: () => [],
  ServiceOpeningTimes: () => [],
};

/** A practice's is the sub-ICB location that commissions it. */
function parentOf({ premises: { organisation, kind }, register }: Told): { ODSCode: string; OrganisationName: string } | null {
  const entry = register.entry(organisation.ods);
  const parent = (kind === 'gp-practice' ? entry?.geography?.subIcb : undefined) ?? organisation.parent;
  const name = parent && register.entry(parent)?.organisation.name;
  return parent && name !== undefined ? { ODSCode: parent, OrganisationName: name } : null;
}

/** The register's own date: no day of the directory's is known. */
function changedAt({ premises, register }: Told): string {
  return `${register.entry(premises.organisation.ods)?.lastChanged ?? '2025-11-03'}T09:00:00Z`;
}

const serviceOf = ({ organisation }: Premises, name: string, code: string): Organisation['Services'][number] => ({
  ServiceName: name,
  ServiceCode: code,
  Contacts: [],
  ServiceProvider: { ODSCode: organisation.ods, OrganisationName: organisation.name },
  Treatments: [],
  OpeningTimes: [],
  AgeRange: [],
  Metrics: [],
  KeyValueData: [],
});

const dentistGroups = [
  'Adults (18 and over)',
  'Adults entitled to free dental care',
  'Children (17 and under)',
  'Urgent dental care',
  'By referral only',
] as const;

function dentistRows(takesNewPatients: boolean): { Id: number; Name: string; AcceptingPatients: boolean }[] {
  return dentistGroups.map((Name, n) => ({
    Id: n + 1,
    Name,
    AcceptingPatients: n === 4 ? !takesNewPatients : takesNewPatients || n === 3,
  }));
}

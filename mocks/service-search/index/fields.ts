/** The fields of the index and their types: what may be filtered by, sorted by, selected and searched. */

export type Leaf = 'string' | 'int' | 'double' | 'boolean' | 'date' | 'point';

export interface Shape {
  readonly [name: string]: Field;
}

/** In brackets: a list of such. */
export type Field = Leaf | Shape | readonly [Shape];

const codeAndName = { ODSCode: 'string', OrganisationName: 'string' } as const;
const contact = { ContactMethodType: 'string', ContactValue: 'string' } as const;
const ages = { FromAgeDays: 'int', ToAgeDays: 'int' } as const;
const hours = { OpeningTime: 'string', ClosingTime: 'string', OffsetOpeningTime: 'int', OffsetClosingTime: 'int' } as const;
const openingTime = {
  ...hours,
  Weekday: 'string',
  OpeningTimeType: 'string',
  AdditionalOpeningDate: 'string',
  IsOpen: 'boolean',
} as const;
const metric = { MetricID: 'int', MetricName: 'string', Description: 'string', Text: 'string', BandingClassification: 'string' } as const;

export const fields = {
  SearchKey: 'string',
  ODSCode: 'string',
  OrganisationName: 'string',
  OrganisationTypeId: 'string',
  OrganisationType: 'string',
  OrganisationStatus: 'string',
  OrganisationSubType: 'string',
  Address1: 'string',
  Address2: 'string',
  Address3: 'string',
  City: 'string',
  County: 'string',
  Postcode: 'string',
  Country: 'string',
  Latitude: 'double',
  Longitude: 'double',
  Geocode: 'point',
  IsEpsEnabled: 'string',
  OrganisationAliases: [{ OrganisationAlias: 'string', OrganisationAliasId: 'string' }],
  ParentOrganisation: codeAndName,
  Services: [
    {
      ServiceName: 'string',
      ServiceCode: 'string',
      Contacts: [contact],
      ServiceProvider: codeAndName,
      Treatments: [{ Name: 'string' }],
      OpeningTimes: [{ ...openingTime, ...ages }],
      AgeRange: [ages],
      Metrics: [metric],
      KeyValueData: [{ Key: 'string', Value: 'string' }],
    },
  ],
  OpeningTimes: [openingTime],
  Contacts: [{ ...contact, ContactType: 'string', ContactAvailabilityType: 'string' }],
  Facilities: [{ Id: 'int', Name: 'string', Value: 'string', FacilityGroupName: 'string' }],
  GSD: {
    Metrics: [{ ElementTitle: 'string', ElementText: 'string', ElementOrder: 'int', MetricId: 'string' }],
    DataSupplier: { ProvidedBy: 'string', ProvidedByImage: 'string', ProvidedByUrl: 'string', ProvidedOn: 'date' },
    GsdServices: [{ ServiceId: 'string', ServiceName: 'string' }],
  },
  LastUpdatedDates: {
    OpeningTimes: 'date',
    BankHolidayOpeningTimes: 'date',
    TemporaryChangesOpeningTimes: 'date',
    DentistsAcceptingPatients: 'date',
    Facilities: 'date',
    HospitalDepartment: 'date',
    Services: 'date',
    ContactDetails: 'date',
    AcceptingPatients: 'date',
    ServiceOpeningTimes: 'date',
    KeyValueData: [{ ServiceCode: 'string', Key: 'string', LastUpdatedDated: 'date' }],
  },
  AcceptingPatients: { GP: 'string', Dentist: [{ Id: 'int', Name: 'string', AcceptingPatients: 'boolean' }] },
  GPRegistration: { RegistrationLink: 'string', AcceptingOutOfArea: 'boolean' },
  RelatedIAPTCCGs: [codeAndName],
  Trusts: [codeAndName],
  Metrics: [metric],
  ServiceOpeningTimes: [
    {
      Id: 'int',
      TypeId: 'int',
      Name: 'string',
      StartDate: 'string',
      EndDate: 'string',
      Services: [{ ServiceCode: 'string', ServiceName: 'string' }],
      DailyOpeningTimes: [{ Weekday: 'string', OpeningTimes: [hours] }],
    },
  ],
} as const satisfies Shape;

export type FieldName = keyof typeof fields;

export const fieldNames = Object.keys(fields) as readonly FieldName[]; // of the table above

/** Those that words are looked for in. Which the service's are is not published. */
export const searchable: readonly string[] = [
  'OrganisationName',
  'ODSCode',
  'OrganisationType',
  'OrganisationSubType',
  'Address1',
  'Address2',
  'Address3',
  'City',
  'County',
  'Postcode',
  'OrganisationAliases/OrganisationAlias',
  'Services/ServiceName',
];

export const isList = (field: Field): field is readonly [Shape] => Array.isArray(field);

/** The field at a path, or the first name of it that there is not, and on what. */
export function fieldAt(
  path: readonly string[],
  from: Shape = fields,
  type = 'search.document',
): { readonly field: Field } | { readonly unknown: string; readonly on: string } {
  let on = type;
  let shape = from;
  let field: Field = from;
  for (const name of path) {
    const next: Field | undefined = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (next === undefined) return { unknown: name, on };
    field = next;
    on = `search.${name}`;
    shape = typeof field === 'string' ? {} : isList(field) ? field[0] : (field as Shape); // a list was taken out before
  }
  return { field };
}

export const notThere = ({ unknown, on }: { readonly unknown: string; readonly on: string }): string =>
  `Could not find a property named '${unknown}' on type '${on}'.`;

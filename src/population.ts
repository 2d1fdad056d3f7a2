/** The port to the synthetic world: what the rest of the product may ask about people and organisations. Types only. */
import type { ClinicalRecord, Diary, Entry, IssueEntry, ReferralEntry, Slot } from './clinical-record.ts';
import type { OrganisationRegister } from './organisation-register.ts';

declare const brand: unique symbol;
/** Ten digits whose modulus 11 check digit is right. Made only by `parseNhsNumber` in fhir/nhs-number.ts and by the world. */
export type NhsNumber = string & { readonly [brand]: 'NhsNumber' };
/** An organisation code of the Organisation Data Service (or a fictional one of the world's). */
export type OdsCode = string & { readonly [brand]: 'OdsCode' };
/** `yyyy-mm-dd`. */
export type IsoDate = string;
export type Gender = 'male' | 'female' | 'other' | 'unknown';

export interface Period {
  readonly start: IsoDate;
  /** Absent while it still holds. */
  readonly end?: IsoDate;
}

export interface PersonName {
  readonly id: string;
  readonly use: 'usual' | 'temp' | 'nickname' | 'old' | 'maiden';
  readonly prefix?: string;
  /** Empty for a newborn without a name and for people known by one name. */
  readonly given: readonly string[];
  readonly family: string;
  readonly suffix?: string;
  readonly period?: Period;
}

export interface Address {
  readonly id: string;
  readonly use: 'home' | 'temp' | 'billing' | 'work' | 'old';
  /** Asked for on a temporary address: `Student Accommodation` … */
  readonly text?: string;
  /** Up to five: building, street, locality, town, county. Empty lines are ''. */
  readonly lines: readonly [string, string, string, string, string];
  readonly postcode?: string;
  readonly uprn?: string;
  readonly paf?: string;
  readonly period?: Period;
  /** Of an address in England that is a home. */
  readonly area?: Area;
}

/** The neighbourhood of an address, as statistics cut them. */
export interface Area {
  readonly code: string;
  /** Decile of the Index of Multiple Deprivation: 1 is the most deprived tenth of areas, 10 the least. */
  readonly deprivation: number;
  /** In a settlement of fewer than 10,000 people. */
  readonly rural: boolean;
}

/** An address as the address file has it. */
export type FiledAddress = Pick<Address, 'lines'> & Required<Pick<Address, 'postcode' | 'paf'>>;

export interface Telecom {
  readonly id: string;
  readonly system: 'phone' | 'email' | 'fax' | 'other';
  readonly use: 'home' | 'work' | 'temp' | 'mobile';
  readonly value: string;
  readonly period?: Period;
}

export interface Organisation {
  readonly ods: OdsCode;
  readonly name: string;
  readonly kind:
    | 'gp-practice'
    | 'pharmacy'
    | 'trust'
    | 'icb'
    | 'region'
    | 'sub-icb-location'
    | 'primary-care-network'
    | 'headquarters'
    | 'gp-branch'
    | 'hospital'
    | 'urgent-treatment-centre'
    | 'clinic'
    | 'vaccination-centre'
    | 'dentist'
    | 'optician'
    | 'other';
  readonly address: Address;
  readonly phone: string;
  /** The organisation it belongs to, where it has one. */
  readonly parent?: OdsCode;
}

export interface Practitioner {
  /** SDS user id, 12 digits. */
  readonly sdsUserId: string;
  /** SDS role profile id, 12 digits. */
  readonly roleProfileId: string;
  readonly prefix: string;
  readonly given: string;
  readonly family: string;
  readonly gender: Gender;
  readonly organisation: OdsCode;
}

export interface Registration {
  readonly practice: OdsCode;
  readonly period: Period;
}

/** How a record stands: most are `live`. */
export type RecordStatus =
  | { readonly kind: 'live' }
  | { readonly kind: 'superseded'; readonly by: NhsNumber }
  | { readonly kind: 'invalidated' };

export interface Person {
  readonly nhsNumber: NhsNumber;
  readonly status: RecordStatus;
  /** True where location data is withheld (`meta.security` R). */
  readonly restricted: boolean;
  /** Nothing but a number is known. Every other field is then empty or absent. */
  readonly minimal: boolean;
  /** Starts above 1 for a life with changes in it. */
  readonly version: number;
  /** Current first. */
  readonly names: readonly PersonName[];
  readonly gender: Gender;
  readonly birthDate: IsoDate;
  /** Birth order in a multiple birth. */
  readonly multipleBirth?: number;
  readonly birthPlace?: {
    readonly city: string;
    readonly district?: string;
    readonly country: string;
  };
  readonly death?: { readonly date: IsoDate; readonly notification: 'informal' | 'formal' };
  /** Current first, old ones after with `use: 'old'`. */
  readonly addresses: readonly Address[];
  readonly telecoms: readonly Telecom[];
  /** Those that are in use no more, where there are any: each has an end. */
  readonly formerTelecoms?: readonly Telecom[];
  /** Current first; none for people without a GP. */
  readonly registrations: readonly Registration[];
  /** Reason code (DEA, EMB, SCT, NIT, TRA, ORR) and period where the person was taken off the list. */
  readonly removal?: { readonly code: string; readonly period: Period };
  readonly pharmacy?: OdsCode;
  readonly dispenser?: OdsCode;
  readonly applianceSupplier?: OdsCode;
  /** The organisation that manages the record, where the record names one. */
  readonly managingOrganisation?: OdsCode;
  /** NHS ethnic category code A–Z. */
  readonly ethnicity: string;
  /** RELIGIOUS OR OTHER BELIEF SYSTEM AFFILIATION GROUP CODE of the NHS Data Dictionary, A–N. */
  readonly religion?: string;
  /** PERSON STATED SEXUAL ORIENTATION CODE of the NHS Data Dictionary. */
  readonly sexualOrientation?: string;
  /** BCP 47 or NHS human-language code; absent means English. */
  readonly language?: string;
  readonly interpreterRequired: boolean;
  readonly contactPreference?: {
    readonly method?: string;
    readonly format?: string;
    readonly times?: string;
  };
  readonly emergencyContact?: { readonly id: string; readonly phone: string };
}

export interface Relative {
  readonly relationship: 'mother' | 'father' | 'partner' | 'child' | 'sibling' | 'guardian';
  /** Absent where the relative is known by name only. */
  readonly nhsNumber?: NhsNumber;
}

/** Two people who lived together as a couple, or do. */
export interface Partnership {
  /** Absent where the other has no record. */
  readonly partner?: NhsNumber;
  /** The day they began to live together. */
  readonly together: IsoDate;
  /** The day of the marriage or civil partnership; absent where there was none. */
  readonly wedding?: IsoDate;
  /** Absent while it lasts. A marriage that ends by separation has not been dissolved. */
  readonly end?: { readonly date: IsoDate; readonly by: 'separation' | 'divorce' | 'death' };
}

/** What a search asks. Text is matched case-insensitively with accents folded. */
export interface PersonQuery {
  /** `*` may stand anywhere except the first two characters. */
  readonly family?: string;
  readonly given?: readonly string[];
  readonly gender?: Gender;
  /** Both ends inclusive. */
  readonly born?: { readonly from: IsoDate; readonly to: IsoDate };
  /** Soundex on names, and given and family names also crossed over. */
  readonly fuzzy?: boolean;
  /** Also match previous surnames. */
  readonly history?: boolean;
}

export type EventKind =
  | 'birth'
  | 'death'
  | 'registration'
  | 'move'
  | 'marriage'
  | 'condition'
  | 'prescription'
  | 'immunisation'
  | 'referral'
  | 'appointment'
  | 'admission';

export interface LifeEvent {
  readonly kind: EventKind;
  readonly date: IsoDate;
  /** Position of this event among the person's events of its kind: stable, so it can address an identifier. */
  readonly ordinal: number;
  readonly organisation?: OdsCode;
  readonly practitioner?: string;
  /** What happened, in words a person can read; and its code where the world has one. */
  readonly summary: string;
  readonly code?: { readonly system: string; readonly code: string; readonly display: string };
}

/** The awkward kinds of record, present at fixed rates, that a tester asks for by name. */
export type Trait =
  | 'restricted'
  | 'superseded'
  | 'invalidated'
  | 'minimal'
  | 'deceased-informal'
  | 'deceased-formal'
  | 'no-address'
  | 'no-fixed-abode'
  | 'no-practice'
  | 'no-telecom'
  | 'interpreter'
  | 'one-name'
  | 'newborn-without-name'
  | 'changed-name'
  | 'temporary-address'
  | 'billing-address'
  | 'work-address'
  | 'no-postcode'
  | 'former-address-not-ended'
  | 'capitals'
  | 'work-phone'
  | 'temporary-phone'
  | 'fax'
  | 'textphone'
  | 'gender-other'
  | 'gender-unknown'
  | 'name-variant'
  | 'born-on-1-january'
  | 'managing-organisation'
  | 'dispensing-practice'
  | 'appliance-supplier';

/** Somebody of whom it is published what a tester uses them for. */
export interface PublishedPerson {
  /** The constant's name, for listings. */
  readonly key: string;
  /** One sentence: what a tester uses this person for. */
  readonly meaning: string;
  /** True for numbers that the official sandboxes publish. */
  readonly official: boolean;
  readonly person: Person;
}

/** Whole numbers, both ends inclusive. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Any numbers: from … to with both ends, or beyond one of `over` and `under`, which do not count themselves. */
export interface ValueRange {
  readonly from?: number;
  readonly to?: number;
  readonly over?: number;
  readonly under?: number;
}

/** For each word that was asked, the sorts that it stands for. */
export type SortsByWord = readonly (readonly string[])[];

/** With whom somebody shares a home. */
export type Company = 'nobody' | 'partner' | 'parents' | 'children' | 'siblings';

export type MaritalStatus = 'single' | 'married' | 'cohabiting' | 'separated' | 'divorced' | 'widowed';

/** The nearest living relative who is grown up, or the parent of a child. */
export type NextOfKin = 'partner' | 'child' | 'parent' | 'sibling' | 'none';

/**
 * What a tester needs somebody to be, or to have: all that is asked holds of whoever fits. What each means, and how a person writes it, is
 * said once, in src/world/needs.
 */
export interface Needs {
  readonly age?: NumberRange;
  readonly turns?: { readonly age: number; readonly within: number };
  readonly newborn?: true;
  readonly startsSchool?: true;
  readonly livesWith?: { readonly who: readonly Company[]; readonly others?: NumberRange };
  readonly livesIn?: 'care-home' | 'shared-house';
  readonly maritalStatus?: MaritalStatus;
  readonly sameSexCouple?: true;
  readonly children?: NumberRange;
  readonly childrenAtHome?: NumberRange;
  readonly loneParent?: true;
  readonly twin?: true;
  readonly carer?: true;
  readonly nextOfKin?: NextOfKin;
  /** Within so many days. */
  readonly bereaved?: number;
  readonly bornAbroad?: true;
  /** ISO 3166 alpha-3. */
  readonly bornIn?: string;
  /** A code, or any but English. */
  readonly language?: string;
  /** Codes of which one is theirs. */
  readonly ethnicity?: readonly string[];
  readonly religion?: readonly string[];
  readonly deprived?: true;
  readonly rural?: true;
  /** Within so many days. */
  readonly moved?: number;
  readonly newToEngland?: true;
  /** Within so many days. */
  readonly died?: number;
  /** `some`, `none`, or an ODS code. */
  readonly pharmacy?: string;
  /** One of each is on record and lasts. */
  readonly condition?: SortsByWord;
  /** None of them is. */
  readonly withoutCondition?: SortsByWord;
  readonly pregnant?: NumberRange;
  /** Within so many days. */
  readonly gaveBirth?: number;
  readonly frail?: true;
  readonly endOfLife?: true;
  readonly allergy?: SortsByWord;
  /** One of each is being taken. */
  readonly on?: SortsByWord;
  /** How many repeats there are. */
  readonly medicines?: NumberRange;
  readonly reviewDue?: true;
  readonly due?: SortsByWord;
  readonly behindOnVaccinations?: true;
  readonly vaccinated?: SortsByWord;
  /** For so many weeks, at such a service. */
  readonly waiting?: { readonly weeks?: NumberRange; readonly service?: string };
  readonly twoWeekWait?: true;
  /** Ahead, within so many days. */
  readonly appointment?: number;
  readonly inHospital?: true;
  /** Within so many days. */
  readonly discharged?: number;
  /** Within so many days. */
  readonly consulted?: number;
  /** Of which one is theirs, in the words of the record. */
  readonly adjustment?: readonly string[];
  readonly smoker?: true;
  readonly lastHba1c?: ValueRange;
  readonly lastSystolic?: ValueRange;
  readonly lastBmi?: ValueRange;
  readonly lastEgfr?: ValueRange;
  readonly lastCholesterol?: ValueRange;
  readonly lastPeakFlow?: ValueRange;
  readonly lastPhq9?: ValueRange;
}

/** What candidates are narrowed by, as far as it can be told without making their records. */
export interface Sought {
  readonly needs: Needs;
  readonly gender?: Gender;
  readonly born?: { readonly from: IsoDate; readonly to: IsoDate };
  /** All of them. */
  readonly traits?: readonly Trait[];
  /** Town, village, borough or county of the home. */
  readonly place?: string;
  /** In an order drawn with this seed, rather than that of the world. */
  readonly draw?: number;
}

/** From a place of a list, counted from 0, to before another one. */
export interface ListPlaces {
  readonly from: number;
  readonly to: number;
}

export interface Population {
  /** Number of people that exist. */
  readonly size: number;
  /** The day for which this is the population. */
  readonly asOf: IsoDate;
  /**
   * The same people as of another day: who is not born by then is not there, and what has not happened yet is not told. Cheap where the day
   * was asked for lately. Test people who are an age are born relative to the day on which a workspace was `made`: as here, where nothing
   * is said.
   */
  on(date: IsoDate, made?: IsoDate): Population;
  /** The test people among them. */
  readonly published: readonly PublishedPerson[];
  /** Those of them whom a workspace brought beside the world. */
  brought(): Iterable<Person>;
  find(nhsNumber: string): Person | undefined;
  /** Candidates that match the names, gender and birth dates asked for, lazily; the caller filters, scores and caps. */
  search(query: PersonQuery): Iterable<Person>;
  /** One that has closed is still found. */
  organisation(ods: string): Organisation | undefined;
  /** Those that are open: first the practices, pharmacies, trusts, boards and regions that records name. */
  organisations(kind?: Organisation['kind']): Iterable<Organisation>;
  readonly register: OrganisationRegister;
  practitioners(ods: string): readonly Practitioner[];
  relatives(nhsNumber: string): readonly Relative[];
  /** Earliest first. */
  partnerships(nhsNumber: string): readonly Partnership[];
  /** The living whose present home is the same, the one who was asked for first; nobody where there is no such home. */
  household(nhsNumber: string): readonly NhsNumber[];
  /** What the address file has under a PAF key at a postcode: one address, as a rule, or none. */
  addresses(postcode: string, paf: string): readonly FiledAddress[];
  /** Members of a practice, lazily: all of them, or who has some of the places of its list. */
  members(ods: string, places?: ListPlaces): Iterable<Person>;
  /** How many places the list of a practice has, found without looking at anybody: some are nobody's. */
  placesOnList(ods: string): number;
  /** Who has nominated a pharmacy, lazily: those whose repeats, if they have any, may have been issued on a day from this one on. */
  suppliedBy(ods: string, from: IsoDate): Iterable<Person>;
  /** Undefined for a number that nobody has. */
  record(nhsNumber: string): ClinicalRecord | undefined;
  /** The entry that has this id, and whose it is. */
  entry(id: string): { readonly nhsNumber: NhsNumber; readonly entry: Entry } | undefined;
  /** What is on the prescription that has this short id, and whose it is; undefined where there is none. */
  prescription(id: string): { readonly nhsNumber: NhsNumber; readonly issues: readonly IssueEntry[] } | undefined;
  /** The referral that has this unique booking reference, and whose it is. */
  referral(ubrn: string): { readonly nhsNumber: NhsNumber; readonly entry: ReferralEntry } | undefined;
  /** The hours of an organisation; undefined where nobody can be booked there. */
  diary(ods: string): Diary | undefined;
  /** A slot of whichever organisation, by its id. */
  slot(id: string): Slot | undefined;
  events(nhsNumber: string, options?: { kind?: EventKind; from?: IsoDate; to?: IsoDate }): readonly LifeEvent[];
  /** Person `index` modulo size: for generated bodies that need somebody. */
  at(index: number): Person;
  /** Candidates, lazily: all who fit are among them, and others whom only their records tell apart from those. */
  seek(sought: Sought): Iterable<Person>;
  /** People with a trait, lazily. */
  withTrait(trait: Trait): Iterable<Person>;
  /** The nth valid number that nobody in the world has, for people whom a client creates; none once the range is used up. */
  spareNumber(n: number): NhsNumber | undefined;
}

/** A world with nobody in it. */
export const nobody: Population = {
  size: 0,
  asOf: '2026-01-01',
  on: (asOf) => ({ ...nobody, asOf }),
  published: [],
  brought: () => [],
  find: () => undefined,
  search: () => [],
  organisation: () => undefined,
  organisations: () => [],
  register: {
    entry: () => undefined,
    entries: () => [],
    relationship: () => undefined,
    deletions: () => [],
    premises: () => undefined,
    allPremises: () => [],
    point: () => undefined,
    geography: () => undefined,
  },
  practitioners: () => [],
  relatives: () => [],
  partnerships: () => [],
  household: () => [],
  addresses: () => [],
  members: () => [],
  placesOnList: () => 0,
  suppliedBy: () => [],
  record: () => undefined,
  entry: () => undefined,
  prescription: () => undefined,
  referral: () => undefined,
  diary: () => undefined,
  slot: () => undefined,
  events: () => [],
  at: () => {
    throw new RangeError('an empty population has nobody in it');
  },
  seek: () => [],
  withTrait: () => [],
  spareNumber: () => undefined,
};

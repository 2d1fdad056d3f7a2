/** What the register of organisations and the directory of services have of one, as of the day of their population. Types only. */
import type { Address, IsoDate, OdsCode, Organisation, Period } from './population.ts';

/** The Organisation Data Service's own dates: the statutory ones, which few have, and those on which it worked. */
export interface RegisterPeriods {
  readonly legal?: Period;
  readonly operational: Period;
}

export interface HeldRole extends RegisterPeriods {
  /** Number of this instance, as in the code system of role instances. */
  readonly id: string;
  /** `RO177`. What each is called says the code list of the API that tells it. */
  readonly code: string;
  readonly isPrimary: boolean;
  readonly isActive: boolean;
}

/** One-way: it stands with the organisation that it goes out from. */
export interface OrganisationRelationship extends RegisterPeriods {
  /** Number of this instance, as in the code system of relationship instances. */
  readonly id: string;
  /** `RE4`. */
  readonly code: string;
  readonly from: OdsCode;
  readonly to: OdsCode;
  readonly isActive: boolean;
}

export interface Succession {
  readonly id: string;
  readonly kind: 'predecessor' | 'successor';
  readonly other: OdsCode;
  readonly on: IsoDate;
}

/** In which areas a postcode lies, as the register's postcode file has them. */
export interface Geography {
  readonly region: OdsCode;
  readonly icb: OdsCode;
  readonly subIcb: OdsCode;
  /** Codes of the Office for National Statistics' shape, or of the register's. */
  readonly localAuthority: string;
  readonly lsoa: string;
}

export interface RegisterEntry extends RegisterPeriods {
  readonly organisation: Organisation;
  /** RC1 is an organisation, RC2 a site of one. */
  readonly recordClass: 'RC1' | 'RC2';
  /** The skeleton of a record that was archived. */
  readonly isReferenceOnly: boolean;
  readonly isActive: boolean;
  /** On which days it changed, the day of its opening first. */
  readonly changes: readonly IsoDate[];
  readonly lastChanged: IsoDate;
  /** Who gave the code: `HSCIC`, `NHS ENGLAND`, `NHS BUSINESS SERVICES AUTHORITY`. */
  readonly assigner: string;
  readonly website?: string;
  readonly geography?: Geography;
  readonly roles: readonly HeldRole[];
  readonly relationships: readonly OrganisationRelationship[];
  readonly successions: readonly Succession[];
}

/** A code that was made in error, and is there no more. */
export interface DeletionNotice {
  readonly ods: OdsCode;
  readonly on: IsoDate;
}

/** What a table of test people's organisations may say of one besides: the rest of its entry follows from its kind and its address. */
export interface StatedEntry {
  readonly opened?: IsoDate;
  /** The last day. */
  readonly closed?: IsoDate;
  readonly lastChanged?: IsoDate;
  readonly isReferenceOnly?: true;
  readonly recordClass?: RegisterEntry['recordClass'];
  readonly assigner?: string;
  readonly website?: string;
  /** The primary one first. */
  readonly roles?: readonly { readonly id?: string; readonly code: string; readonly start?: IsoDate; readonly end?: IsoDate }[];
  readonly relationships?: readonly {
    readonly id?: string;
    readonly code: string;
    readonly to: OdsCode;
    readonly start: IsoDate;
    readonly end?: IsoDate;
  }[];
  readonly successions?: readonly Omit<Succession, 'id'>[];
  /** Instead of what premises of its kind have. */
  readonly premises?: Partial<Omit<Premises, 'organisation' | 'address'>>;
}

export interface TestOrganisation extends Organisation {
  readonly stated?: StatedEntry;
}

export interface OrganisationRegister {
  entry(ods: string): RegisterEntry | undefined;
  /** By code. Those that have closed are among them; those that have not opened yet are not. */
  entries(): Iterable<RegisterEntry>;
  /** By its number. */
  relationship(id: string): OrganisationRelationship | undefined;
  deletions(): readonly DeletionNotice[];
  premises(ods: string): Premises | undefined;
  /** Of all that are open to somebody, lazily. */
  allPremises(): Iterable<Premises>;
  /** Where a postcode of the world lies, in degrees. Of one that nobody lives at: the middle of its district, if that is known. */
  point(postcode: string): Point | undefined;
  /** Of a postcode of the world. */
  geography(postcode: string): Geography | undefined;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Minutes since midnight, local time. */
export interface OpenHours {
  readonly from: number;
  readonly to: number;
}

export type OpeningSort = 'general' | 'reception' | 'surgery';

/** A place that people go to, or send their prescriptions to. */
export interface Premises {
  readonly organisation: Organisation;
  readonly kind:
    | 'gp-practice'
    | 'gp-branch'
    | 'pharmacy'
    | 'dentist'
    | 'optician'
    | 'clinic'
    | 'hospital'
    | 'urgent-treatment-centre'
    | 'vaccination-centre';
  /** Where nobody walks in. */
  readonly sellsAtADistance?: true;
  readonly address: Address;
  readonly point: Point;
  /** Of Monday to Sunday; an empty list is a day on which it is closed. */
  readonly week: Readonly<Partial<Record<OpeningSort, readonly (readonly OpenHours[])[]>>>;
  /** Days that are not as the week has them, bank holidays among them: in the year about the population's day. */
  readonly exceptions: readonly { readonly on: IsoDate; readonly hours: readonly OpenHours[] }[];
  readonly contacts: readonly {
    readonly kind: 'telephone' | 'email' | 'website' | 'fax';
    readonly value: string;
    readonly isForCliniciansOnly?: true;
  }[];
  readonly facilities: readonly { readonly name: string; readonly group: 'Accessibility' | 'Parking'; readonly has: boolean }[];
  /** What it does, in plain words: `Pharmacy First`, `Blood pressure check`, `Asthma clinic`. */
  readonly services: readonly string[];
  readonly takesNewPatients?: boolean;
}

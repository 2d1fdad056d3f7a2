/**
 * Somebody as the Personal Demographics Service has them now, for every API that asks it: a change that a client has made there counts,
 * and where nobody has changed anything it is the person of the population.
 */
import type { Person } from '../src/population.ts';
import { changedRecords, type Holdings, type RecordStanding } from '../src/nhs/people-register.ts';

export interface DemographicsNow {
  readonly nhsNumber: string;
  readonly standing: RecordStanding;
  readonly version: string;
  readonly restricted: boolean;
  /** Absent where nothing but a number is known. */
  readonly birthDate?: string;
  readonly death?: 'informal' | 'formal';
  /** Why they are on no practice's list. */
  readonly removal?: string;
  readonly names: readonly {
    readonly use?: string;
    readonly prefix?: string;
    readonly given: readonly string[];
    readonly family: string;
  }[];
  readonly telecoms: readonly (Lasting & { readonly system: string; readonly use?: string; readonly value: string })[];
  /** None of the former ones. */
  readonly addresses: readonly (Lasting & { readonly use: string; readonly lines: readonly string[]; readonly postcode?: string })[];
}

/** Holds from a day to another one, or for good. */
interface Lasting {
  readonly period?: { readonly start?: string; readonly end?: string };
}

export const holdsOn = ({ period: { start = '', end = '9999' } = {} }: Lasting, day: string): boolean =>
  start.slice(0, 10) <= day && day <= end.slice(0, 10);

/** A part of the Patient that the Personal Demographics Service keeps. */
interface ChangedPatient {
  readonly standing: RecordStanding;
  readonly patient: {
    readonly meta?: { readonly versionId?: string; readonly security?: readonly { readonly code?: string }[] };
    readonly name?: readonly {
      readonly use?: string;
      readonly prefix?: readonly string[];
      readonly given?: readonly string[];
      readonly family?: string;
    }[];
    readonly telecom?: readonly (Lasting & { readonly system?: string; readonly use?: string; readonly value?: string })[];
    readonly address?: readonly (Lasting & { readonly use?: string; readonly line?: readonly string[]; readonly postalCode?: string })[];
    readonly birthDate?: string;
    readonly deceasedDateTime?: string;
    readonly extension?: readonly PatientExtension[];
  };
}

interface PatientExtension {
  readonly url: string;
  readonly valueCodeableConcept?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly extension?: readonly PatientExtension[];
}

const changed = changedRecords('personal-demographics');

/** Whether anybody's record was changed: then those of these numbers. */
export const changedNumbers = ({ store }: Pick<Holdings, 'store'>): readonly string[] =>
  store.count(changed) === 0 ? [] : store.keys(changed);

/** Undefined for a number that nobody has. */
export function demographicsNow({ store, population }: Holdings, nhsNumber: string): DemographicsNow | undefined {
  // Nothing else is written there but what its register holds.
  const document = store.count(changed) === 0 ? undefined : store.get(changed, nhsNumber);
  if (document !== undefined) return ofChanged(nhsNumber, JSON.parse(document) as ChangedPatient);
  const person = population.find(nhsNumber);
  return person && ofPerson(person);
}

/** The day of somebody's death: what a client has told of it counts at once, in every API. */
export function diedOn({ store, population }: Holdings, nhsNumber: string): string | undefined {
  const document = store.count(changed) === 0 ? undefined : store.get(changed, nhsNumber);
  const told = document === undefined ? undefined : (JSON.parse(document) as ChangedPatient).patient.deceasedDateTime; // as its register holds it
  return told?.slice(0, 10) ?? population.find(nhsNumber)?.death?.date;
}

export function ofPerson(person: Person): DemographicsNow {
  return {
    nhsNumber: person.nhsNumber,
    standing: person.status,
    version: String(person.version),
    restricted: person.restricted,
    ...(!person.minimal && { birthDate: person.birthDate }),
    ...(person.death && { death: person.death.notification }),
    ...(person.removal && { removal: person.removal.code }),
    names: person.names,
    telecoms: person.telecoms,
    addresses: person.addresses.filter(({ use }) => use !== 'old'),
  };
}

const deathUrl = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus';
const removalUrl = 'https://fhir.nhs.uk/StructureDefinition/Extension-PDS-RemovalFromRegistration';

function ofChanged(nhsNumber: string, { standing, patient }: ChangedPatient): DemographicsNow {
  const { meta, name = [], telecom = [], address = [], birthDate, deceasedDateTime, extension = [] } = patient;
  const status = codeIn(extension, deathUrl, 'deathNotificationStatus');
  const removal = codeIn(extension, removalUrl, 'removalFromRegistrationCode');
  const hasDied = deceasedDateTime !== undefined || status !== undefined;
  return {
    nhsNumber,
    standing,
    version: meta?.versionId ?? '1',
    restricted: meta?.security?.[0]?.code === 'R',
    ...(birthDate !== undefined && { birthDate }),
    ...(hasDied && { death: status === '2' ? 'formal' : 'informal' }),
    ...(removal !== undefined && { removal }),
    names: name.map(({ use, prefix, given = [], family = '' }) => ({
      ...(use !== undefined && { use }),
      ...(prefix?.[0] !== undefined && { prefix: prefix[0] }),
      given,
      family,
    })),
    telecoms: telecom.map(({ system = 'other', use, value = '', period }) => ({
      system,
      ...(use !== undefined && { use }),
      value,
      ...(period && { period }),
    })),
    addresses: address.map(({ use = 'home', line = [], postalCode, period }) => ({
      use,
      lines: line,
      ...(postalCode !== undefined && { postcode: postalCode }),
      ...(period && { period }),
    })),
  };
}

const codeIn = (extensions: readonly PatientExtension[], url: string, member: string): string | undefined =>
  extensions.find((one) => one.url === url)?.extension?.find((one) => one.url === member)?.valueCodeableConcept?.coding?.[0]?.code;

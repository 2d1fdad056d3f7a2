/** The people and places that entries name, as resources: Patient, Organization, Practitioner, PractitionerRole, Location. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { Address, Organisation, Person, PersonName, Practitioner, Telecom } from '../../population.ts';
import { referentOf, toOrganisation, toResource, type FhirVersion, type Writing, type WritingPlaces } from './about.ts';
import { conceptOf, extension, period } from './concepts.ts';
import { fhirElement, listOf } from './element.ts';
import { metaOf } from './head.ts';
import { careConnectGpcExtension, stu3System, system, ukCoreExtension } from './systems.ts';

/** A person as records name them: of one that is restricted nothing is told of where they are. */
export function writePatient(person: Person, writing: Writing): JsonObject {
  const { version } = writing;
  const { nhsNumber, names, gender, birthDate, death, addresses, telecoms, registrations, restricted } = person;
  const practice = restricted ? undefined : registrations[0]?.practice;
  const isAlive = death === undefined;
  const general = toOrganisation(writing, practice);
  return fhirElement({
    resourceType: 'Patient',
    id: nhsNumber,
    meta: metaOf('Patient', version),
    extension: version === 'STU3' ? listOf(registrationDetails(person)) : undefined,
    identifier: [{ extension: [verified(version)], system: system.nhsNumber, value: nhsNumber }],
    active: version === 'STU3' ? isAlive : undefined,
    name: names.filter(({ use }) => use === 'usual').map((name) => writtenName(name, version)),
    telecom: restricted ? undefined : telecoms.map(writtenTelecom),
    gender,
    birthDate,
    deceasedDateTime: death?.date,
    address: restricted ? undefined : addresses.filter(({ use }) => use === 'home').map(writtenAddress),
    generalPractitioner: general && [general],
    managingOrganization: version === 'STU3' ? general : undefined,
  });
}

/** Of every number here a registry would say so: none that is superseded or invalid has a record. */
function verified(version: FhirVersion): JsonObject {
  const name = 'NHSNumberVerificationStatus';
  const r4 = version === 'R4';
  const codes = r4 ? `https://fhir.hl7.org.uk/CodeSystem/UKCore-${name}` : stu3System(name);
  return extension(r4 ? ukCoreExtension(name) : careConnectGpcExtension(name), {
    valueCodeableConcept: conceptOf(codes, '01', 'Number present and verified'),
  });
}

function registrationDetails({ registrations }: Person): JsonObject | undefined {
  const [now] = registrations;
  if (now === undefined) return undefined;
  const { start, end } = now.period;
  return {
    url: careConnectGpcExtension('RegistrationDetails'),
    extension: [extension('registrationPeriod', { valuePeriod: period(start, end) })],
  };
}

function writtenName({ prefix, given, family, suffix }: PersonName, version: FhirVersion): JsonObject {
  const text = [prefix, ...given, family].filter((word) => word !== undefined && word !== '').join(' ');
  return fhirElement({
    use: version === 'R4' ? 'usual' : 'official',
    text,
    family,
    given: [...given],
    prefix: listOf(prefix),
    suffix: listOf(suffix),
  });
}

function writtenTelecom({ system: kind, use, value, period: held }: Telecom): JsonObject {
  return fhirElement({ system: kind, value, use, period: held && period(held.start, held.end) });
}

function writtenAddress({ use, lines, postcode, period: held }: Pick<Address, 'use' | 'lines' | 'postcode' | 'period'>): JsonObject {
  return fhirElement({
    use,
    line: lines.filter((line) => line !== ''),
    postalCode: postcode,
    period: held && period(held.start, held.end),
  });
}

const workPhone = (phone: string): Json => [{ system: 'phone', value: phone, use: 'work' }];

export function writeOrganization({ ods, name, address, phone }: Organisation, { version }: Pick<Writing, 'version'>): JsonObject {
  return fhirElement({
    resourceType: 'Organization',
    id: ods,
    meta: metaOf('Organization', version),
    identifier: [{ system: system.ods, value: ods }],
    active: true,
    name,
    telecom: workPhone(phone),
    address: [writtenAddress({ ...address, use: 'work' })],
  });
}

/** Where an organisation is: it has one site. */
export function writeLocation({ ods, name, address, phone }: Organisation, writing: WritingPlaces): JsonObject {
  return fhirElement({
    resourceType: 'Location',
    id: ods,
    meta: metaOf('Location', writing.version),
    identifier: [{ system: system.odsSite, value: ods }],
    status: 'active',
    name,
    telecom: workPhone(phone),
    address: writtenAddress({ ...address, use: 'work' }),
    managingOrganization: toOrganisation(writing, ods),
  });
}

export function writePractitioner(
  { sdsUserId, prefix, given, family, gender }: Practitioner,
  { version }: Pick<Writing, 'version'>,
): JsonObject {
  return fhirElement({
    resourceType: 'Practitioner',
    id: sdsUserId,
    meta: metaOf('Practitioner', version),
    identifier: [{ system: system.sdsUser, value: sdsUserId }],
    active: true,
    name: [fhirElement({ use: 'usual', family, given: [given], prefix: [prefix] })],
    gender,
  });
}

export function writePractitionerRole(who: Practitioner, writing: Writing): JsonObject {
  const { roleProfileId, organisation } = who;
  return fhirElement({
    resourceType: 'PractitionerRole',
    id: roleProfileId,
    meta: metaOf('PractitionerRole', writing.version),
    identifier: [{ system: system.sdsRole, value: roleProfileId }],
    active: true,
    practitioner: toResource(writing, referentOf(who)),
    organization: toOrganisation(writing, organisation),
  });
}

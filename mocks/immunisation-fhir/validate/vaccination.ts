/**
 * What a vaccination has to be. The service looks in three rounds: at a few members without which it cannot go on, each reported alone; at
 * what there is, all of it reported together; and then at what is missing.
 */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { memberOf, valueAt } from '../../../src/contract/json-pointer.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { system, ukCoreExtension } from '../../../src/fhir/clinical/systems.ts';
import { vaccineAgainst } from '../../vaccinations.ts';
import { conceptId, date, dateTime, list, objectsOf, oneSystemEach, text, type Wrong } from './elements.ts';

export const procedureUrl = ukCoreExtension('VaccinationProcedure');
const procedureAt = (member: string): string =>
  `extension[?(@.url=='${procedureUrl}')].valueCodeableConcept.coding[?(@.system=='${system.snomed}')].${member}`;
const inPatient = (place: string): string => `contained[?(@.resourceType=='Patient')].${place}`;
const ofOrganisation = (place: string): string => `performer[?(@.actor.type=='Organization')].actor.identifier.${place}`;

/** Undefined where nothing is wrong with it. */
export function wrongWith(sent: Json | undefined, now: number): string | undefined {
  const vaccination = isObject(sent) ? sent : {};
  const alone = firstWrong(vaccination);
  if (alone !== undefined) return `Validation errors: ${alone}`;
  const parts = partsOf(vaccination);
  const wrong = [...wrongParts(parts, now)].filter((one) => one !== undefined);
  if (wrong.length > 0) return together(wrong);
  if (vaccineIn(vaccination) === undefined) {
    const codes = diseasesIn(vaccination).map((code) => `'${code}'`);
    return `Validation errors: protocolApplied[0].targetDisease[*].coding[?(@.system=='${system.snomed}')].code - [${codes.join(', ')}] is not a valid combination of disease codes for this service`;
  }
  const missing = mandatory(parts).flatMap(([at, value]) => (value === undefined ? [`${at} is a mandatory field`] : []));
  return missing.length > 0 ? together(missing) : undefined;
}

/** More would bury the first. */
const most = 40;
const together = (errors: readonly string[]): string => `Validation errors: ${errors.slice(0, most).join('; ')}`;

export const diseasesIn = (vaccination: JsonObject): readonly string[] =>
  objectsOf(valueAt(vaccination, ['protocolApplied', '0', 'targetDisease'])).map((disease) => String(snomedIn(disease)?.['code']));

export const vaccineIn = (vaccination: JsonObject): string | undefined => vaccineAgainst(diseasesIn(vaccination));

const snomedIn = (concept: Json | undefined): JsonObject | undefined =>
  objectsOf(memberOf(concept, 'coding')).find((coding) => coding['system'] === system.snomed);

const ofType = (vaccination: JsonObject, type: string): readonly JsonObject[] =>
  objectsOf(vaccination['contained']).filter(({ resourceType }) => resourceType === type);

export const patientIn = (vaccination: JsonObject): JsonObject => ofType(vaccination, 'Patient')[0] ?? {};

/** The NHS number of whom it is about; some have none. */
export function nhsNumberIn(vaccination: JsonObject): string | undefined {
  const value = objectsOf(patientIn(vaccination)['identifier'])[0]?.['value'];
  return typeof value === 'string' ? value : undefined;
}

function firstWrong(vaccination: JsonObject): Wrong {
  if (vaccination['resourceType'] !== 'Immunization')
    return "This service only accepts FHIR Immunization Resources (i.e. resourceType must equal 'Immunization')";
  const missing = ['contained', 'identifier', 'extension'].find((name) => vaccination[name] === undefined);
  return missing === undefined ? wrongContained(vaccination) : `${missing} is a mandatory field`;
}

/** Whatever else is checked looks into what is contained. */
function wrongContained(vaccination: JsonObject): Wrong {
  const contained = vaccination['contained'];
  const wrong = list(contained, 'contained', { of: 'objects' });
  if (wrong !== undefined) return wrong;
  const types = objectsOf(contained).map(({ resourceType }) => resourceType);
  if (types.includes(undefined)) return "contained resources must have 'resourceType' key";
  const [patients, practitioners] = [ofType(vaccination, 'Patient'), ofType(vaccination, 'Practitioner')];
  const errors = [
    patients.length + practitioners.length < types.length && 'contained must contain only Patient and Practitioner resources',
    patients.length !== 1 && 'contained must contain exactly one Patient resource',
    practitioners.length > 1 && 'contained must contain a maximum of one Practitioner resource',
  ].filter((error) => error !== false);
  if (errors.length > 0) return errors.join('; ');
  const [id, other] = [patients[0]?.['id'], practitioners[0]?.['id']];
  if (id === undefined) return "The contained Patient resource must have an 'id' field";
  if (practitioners.length === 0) return undefined;
  if (other === undefined) return "The contained Practitioner resource must have an 'id' field";
  return id === other ? 'ids must not be duplicated amongst contained resources' : undefined;
}

interface Parts {
  readonly vaccination: JsonObject;
  readonly patient: JsonObject;
  readonly practitioner: JsonObject | undefined;
  readonly name: JsonObject | undefined;
  readonly organisations: readonly JsonObject[];
  readonly procedure: JsonObject | undefined;
}

function partsOf(vaccination: JsonObject): Parts {
  const patient = patientIn(vaccination);
  const actors = objectsOf(vaccination['performer']).flatMap(({ actor }) => (isObject(actor) ? [actor] : []));
  return {
    vaccination,
    patient,
    practitioner: ofType(vaccination, 'Practitioner')[0],
    name: nameAt(objectsOf(patient['name']), vaccination['occurrenceDateTime']),
    organisations: actors.filter(({ type }) => type === 'Organization'),
    procedure: snomedIn(memberOf(objectsOf(vaccination['extension'])[0], 'valueCodeableConcept')),
  };
}

/** The one that was theirs on the day of the vaccination: the official one before others, and an old one last. */
function nameAt(names: readonly JsonObject[], occurred: Json | undefined): JsonObject | undefined {
  const day = String(occurred).slice(0, 10);
  const then = names.filter(({ period }) => {
    const [start, end] = [memberOf(period, 'start'), memberOf(period, 'end')];
    return (typeof start !== 'string' || start.slice(0, 10) <= day) && (typeof end !== 'string' || end.slice(0, 10) >= day);
  });
  return then.find(({ use }) => use === 'official') ?? then.find(({ use }) => use !== 'old') ?? then[0] ?? names[0];
}

const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  Immunization: new Set(
    'resourceType meta narrative contained id extension identifier status vaccineCode patient occurrenceDateTime recorded primarySource manufacturer location lotNumber expirationDate site route doseQuantity performer reasonCode protocolApplied'.split(
      ' ',
    ),
  ),
  Practitioner: new Set(['resourceType', 'id', 'name']),
  Patient: new Set(['resourceType', 'id', 'identifier', 'name', 'gender', 'birthDate', 'address']),
};

const notAllowed = (resource: JsonObject | undefined, type: string): readonly string[] =>
  Object.keys(resource ?? {})
    .filter((key) => !allowed[type]?.has(key))
    .map((key) => `${key} is not an allowed element of the ${type} resource for this service`);

function* wrongParts({ vaccination, patient, practitioner, name, organisations, procedure }: Parts, now: number): Iterable<Wrong> {
  const { identifier, protocolApplied: protocols, location, extension } = vaccination;
  yield* notAllowed(vaccination, 'Immunization');
  yield* notAllowed(patient, 'Patient');
  yield* notAllowed(practitioner, 'Practitioner');
  yield wrongPatientReference(vaccination, patient);
  yield wrongPractitionerReference(vaccination, practitioner);

  const number = objectsOf(patient['identifier'])[0]?.['value'];
  const numberAt = inPatient('identifier[0].value');
  yield list(patient['identifier'], inPatient('identifier'), { length: 1 });
  yield (
    text(number, numberAt, { length: 10 }) ??
      (typeof number !== 'string' || parseNhsNumber(number) ? undefined : `${numberAt} is not a valid NHS number`)
  );
  yield list(patient['name'], inPatient('name'), { of: 'objects' });
  yield list(name?.['given'], inPatient('name[0].given'), { most: 5 });
  for (const [index, given] of arrayOf(name?.['given']).entries()) yield text(given, inPatient(`name[0].given[${index}]`), { most: 35 });
  yield text(name?.['family'], inPatient('name[0].family'), { most: 35 });
  yield date(patient['birthDate'], inPatient('birthDate'), now);
  yield text(patient['gender'], inPatient('gender'), { among: ['male', 'female', 'other', 'unknown'] });
  yield list(patient['address'], inPatient('address'));
  yield text(postcodeIn(patient), inPatient('address[0].postalCode'));

  yield dateTime(vaccination['occurrenceDateTime'], 'occurrenceDateTime', now, 'english');
  if (organisations.length !== 1) yield "There must be exactly one performer.actor[?@.type=='Organization'] with type 'Organization'";
  for (const member of ['value', 'system']) yield text(memberOf(organisations[0]?.['identifier'], member), ofOrganisation(member));
  yield list(identifier, 'identifier', { length: 1, of: 'objects' });
  for (const member of ['value', 'system']) yield text(objectsOf(identifier)[0]?.[member], `identifier[0].${member}`);
  yield text(vaccination['status'], 'status', { among: ['completed'] });
  yield list(practitioner?.['name'], "contained[?(@.resourceType=='Practitioner')].name", { of: 'objects' });
  yield dateTime(vaccination['recorded'], 'recorded', now, 'any');
  if (vaccination['primarySource'] !== undefined && typeof vaccination['primarySource'] !== 'boolean')
    yield 'primarySource must be a boolean';

  yield list(protocols, 'protocolApplied', { length: 1 });
  const protocol = objectsOf(protocols)[0];
  yield wrongDose(protocol?.['doseNumberPositiveInt']);
  yield text(protocol?.['doseNumberString'], 'protocolApplied[0].doseNumberString');
  yield* wrongDiseases(protocol?.['targetDisease']);

  yield text(memberOf(vaccination['manufacturer'], 'display'), 'manufacturer.display');
  yield text(vaccination['lotNumber'], 'lotNumber');
  yield date(vaccination['expirationDate'], 'expirationDate');
  for (const at of ['site', 'route']) {
    yield oneSystemEach(objectsOf(memberOf(vaccination[at], 'coding')), at);
    for (const member of ['code', 'display'])
      yield text(snomedIn(vaccination[at])?.[member], `${at}.coding[?(@.system=='${system.snomed}')].${member}`);
  }
  yield* wrongDoseQuantity(vaccination['doseQuantity']);
  for (const [index, { coding }] of objectsOf(vaccination['reasonCode']).entries()) yield list(coding, `reasonCode[${index}].coding`);
  for (const member of ['value', 'system']) yield text(memberOf(memberOf(location, 'identifier'), member), `location.identifier.${member}`);

  yield (
    list(extension, 'extension', { length: 1 }) ?? text(objectsOf(extension)[0]?.['url'], 'extension[0].url', { among: [procedureUrl] })
  );
  yield conceptId(procedure?.['code'], procedureAt('code'));
  yield text(procedure?.['display'], procedureAt('display'));
  const vaccine = snomedIn(vaccination['vaccineCode']);
  yield conceptId(vaccine?.['code'], `vaccineCode.coding[?(@.system=='${system.snomed}')].code`);
}

const arrayOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

const postcodeIn = (patient: JsonObject): Json | undefined =>
  objectsOf(patient['address'])
    .map(({ postalCode }) => postalCode)
    .find((code) => code !== undefined);

function wrongPatientReference(vaccination: JsonObject, { id }: JsonObject): Wrong {
  const reference = memberOf(vaccination['patient'], 'reference');
  if (typeof reference !== 'string' || !reference.startsWith('#'))
    return 'patient.reference must be a single reference to a contained Patient resource';
  return reference === `#${String(id)}`
    ? undefined
    : `The reference '${reference}' does not match the id of the contained Patient resource`;
}

function wrongPractitionerReference(vaccination: JsonObject, practitioner: JsonObject | undefined): Wrong {
  const references = objectsOf(vaccination['performer'])
    .map(({ actor }) => memberOf(actor, 'reference'))
    .filter((reference) => typeof reference === 'string' && reference.startsWith('#'));
  if (!practitioner)
    return references.length === 0
      ? undefined
      : 'performer must not contain internal references when there is no contained Practitioner resource';
  const id = String(practitioner['id']);
  const own = references.filter((reference) => reference === `#${id}`);
  if (own.length < references.length)
    return 'performer must not contain any internal references other than to the contained Practitioner resource';
  if (own.length === 0) return `contained Practitioner resource id '${id}' must be referenced from performer`;
  return own.length > 1 ? `contained Practitioner resource id '${id}' must only be referenced once from performer` : undefined;
}

function wrongDose(dose: Json | undefined): Wrong {
  const at = 'protocolApplied[0].doseNumberPositiveInt';
  if (dose === undefined) return undefined;
  if (typeof dose !== 'number' || !Number.isInteger(dose) || dose < 1) return `${at} must be a positive integer`;
  return dose > 9 ? `${at} must be an integer in the range 1 to 9` : undefined;
}

function* wrongDiseases(diseases: Json | undefined): Iterable<Wrong> {
  const at = 'protocolApplied[0].targetDisease';
  if (diseases === undefined) yield `${at} is a mandatory field`;
  yield list(diseases, at, { of: 'objects' });
  const those = objectsOf(diseases);
  if (those.some(({ coding }) => coding === undefined)) yield `Every element of ${at} must have 'coding' property`;
  for (const [index, disease] of those.entries()) {
    const codings = objectsOf(disease['coding']).filter((coding) => coding['system'] === system.snomed);
    if (disease['coding'] !== undefined && codings.length !== 1)
      yield `${at}[${index}].coding must contain exactly one element with a system of ${system.snomed}`;
    const codeAt = `${at}[${index}].coding[?(@.system=='${system.snomed}')].code`;
    if (codings[0]) yield codings[0]['code'] === undefined ? `${codeAt} is a mandatory field` : text(codings[0]['code'], codeAt);
  }
}

function* wrongDoseQuantity(quantity: Json | undefined): Iterable<Wrong> {
  const value = memberOf(quantity, 'value');
  if (value !== undefined && typeof value !== 'number') yield 'doseQuantity.value must be a number';
  for (const member of ['code', 'system', 'unit']) yield text(memberOf(quantity, member), `doseQuantity.${member}`);
  if (memberOf(quantity, 'code') !== undefined && memberOf(quantity, 'system') === undefined)
    yield 'If doseQuantity.code is present, doseQuantity.system must also be present';
}

/** What there has to be. FHIR itself asks for the first two. */
const mandatory = ({ vaccination, patient, name, organisations, procedure }: Parts): readonly (readonly [string, Json | undefined])[] => [
  ['status', vaccination['status']],
  ['vaccineCode', vaccination['vaccineCode']],
  [inPatient('name[0].given'), name?.['given']],
  [inPatient('name[0].family'), name?.['family']],
  [inPatient('birthDate'), patient['birthDate']],
  [inPatient('gender'), patient['gender']],
  [inPatient('address[0].postalCode'), postcodeIn(patient)],
  ['occurrenceDateTime', vaccination['occurrenceDateTime']],
  [ofOrganisation('value'), memberOf(organisations[0]?.['identifier'], 'value')],
  [ofOrganisation('system'), memberOf(organisations[0]?.['identifier'], 'system')],
  ['identifier[0].value', objectsOf(vaccination['identifier'])[0]?.['value']],
  ['identifier[0].system', objectsOf(vaccination['identifier'])[0]?.['system']],
  ['recorded', vaccination['recorded']],
  ['primarySource', vaccination['primarySource']],
  [procedureAt('code'), procedure?.['code']],
  ['location.identifier.value', memberOf(memberOf(vaccination['location'], 'identifier'), 'value')],
  ['location.identifier.system', memberOf(memberOf(vaccination['location'], 'identifier'), 'system')],
];

/** Notifies a birth: reads the transaction Bundle by position, holds it to the rules, then registers the baby as a child of the mother. */
import type { Json } from '../../../src/contract/contract.ts';
import { dateOf, isRealDate } from '../../../src/fhir/instant.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { bodyProblem } from '../../../src/nhs/spine/contract-faults.ts';
import { invalidValue, missingValue } from '../../../src/nhs/spine/spine-words.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { spine } from '../faults/errors.ts';
import type { Patient } from '../record/patient.ts';
import { patientBase } from '../record/patient-record.ts';
import { relate } from '../related-person/related-person.ts';
import { extensionUrl } from '../record/systems.ts';
import { notificationStatus } from '../update/forbidden.ts';
import { withDeathInUtc, withoutEmpty } from '../update/tidy.ts';
import { enrol, type Created, type Keep } from './create.ts';
import { matchOutcome, peopleLike } from './match.ts';

/** What stands at each position of the Bundle. */
const resourceTypes = [
  'Patient',
  'Observation',
  'Observation',
  'Observation',
  'Observation',
  'Observation',
  'RelatedPerson',
  'Patient',
  'Organization',
  'Location',
  'CareTeam',
  'Practitioner',
] as const;

const [baby, weight, stillbirth, mother, motherRecord] = [0, 1, 2, 6, 7];
const required = [
  [baby, 'name/0/family'],
  [baby, 'gender'],
  [baby, 'birthDate'],
  [baby, 'address/0'],
  [weight, 'valueQuantity/value'],
  [mother, 'patient/identifier/value'],
  [motherRecord, 'identifier/0/value'],
] as const;
/** Still birth: 1 no, a live birth; 2 ante-partum, 3 intra-partum, 4 indeterminate. */
const outcomes = ['1', '2', '3', '4'];

export function notifyBirth(call: AnyCall, keep: Keep = enrol): Created | Problem {
  const bundle = bodyOf(call) ?? null;
  const problem = birthProblem(bundle, dateOf(call.clock.now()));
  if (problem) return problem;
  const patient = babyOf(bundle);
  // Held to the schema of the answer, which is what is about to be registered.
  const schema = call.operation.responses.get('201')?.content[0]?.schema;
  const unfit = schema && bodyProblem(call.check(schema, patient), patient);
  if (unfit) return unfit;
  // The check above is what makes this JSON a Patient.
  const wanted = patient as unknown as Patient;
  const matched = matchOutcome(peopleLike(call, wanted));
  if (matched) return { matched };
  const created = keep(call, wanted);
  const motherNumber = at(bundle, mother, 'patient/identifier/value');
  if (typeof motherNumber === 'string') {
    const { id } = created.patient;
    relate(call, { patient: id, relative: motherNumber, relationship: 'mother' });
    relate(call, { patient: motherNumber, relative: id, relationship: 'child' });
  }
  return { created };
}

export function birthProblem(bundle: Json, today: string): Problem | undefined {
  const isWhole = resourceTypes.every((type, position) => at(bundle, position, 'resourceType') === type);
  if (!isWhole) return spine('TOO_FEW_VALUES_SUBMITTED', `Too few values submitted - <json too long to display> in field 'entry'`);
  for (const [position, path] of required)
    if (at(bundle, position, path) === undefined) return missingValue(`entry/${position}/resource/${path}`);
  const missingExtension = extensionMissing(bundle);
  if (missingExtension) return missingExtension;

  const invalid = (position: number, path: string): Problem =>
    invalidValue(at(bundle, position, path), `entry/${position}/resource/${path}`);
  const born = at(bundle, baby, 'birthDate');
  if (typeof born !== 'string' || !isRealDate(born) || born > today) return invalid(baby, 'birthDate');
  const order = at(bundle, baby, 'multipleBirthInteger');
  if (order !== undefined && !isBetween(order, 1, 9)) return invalid(baby, 'multipleBirthInteger');
  if (!isBetween(at(bundle, weight, 'valueQuantity/value'), 1000, 9999)) return invalid(weight, 'valueQuantity/value');
  for (const [position, path] of [
    [mother, 'patient/identifier/value'],
    [motherRecord, 'identifier/0/value'],
  ] as const) {
    if (parseNhsNumber(String(at(bundle, position, path))) === undefined) return invalid(position, path);
  }
  const outcome = outcomeOfBirth(bundle);
  if (outcome === undefined || !outcomes.includes(outcome)) return invalid(stillbirth, 'valueCodeableConcept/coding/0/code');
  const isDead = at(bundle, baby, 'deceasedDateTime') !== undefined || deathOf(bundle) !== undefined;
  const isStillBirth = outcome === '2' || outcome === '3';
  return (isStillBirth && !isDead) || (outcome === '1' && isDead)
    ? spine('INSERT_BIRTH_DEATH_STATUS_INCONSISTENT', 'Insert Birth - Death Status Inconsistent')
    : undefined;
}

function extensionMissing(bundle: Json): Problem | undefined {
  const urls = extensionsOf(bundle).map((extension) => (isObject(extension) ? String(extension['url']) : ''));
  if (!urls.includes(extensionUrl.registeringAuthority)) return missingValue(`entry/${baby}/resource/extension/registeringAuthority`);
  if (!urls.includes(extensionUrl.ethnicCategory)) return missingValue(`entry/${baby}/resource/extension/ethnicCategory`);
  return undefined;
}

/** The code as a concept, or as the bare number. */
function outcomeOfBirth(bundle: Json): string | undefined {
  const value = at(bundle, stillbirth, 'valueCodeableConcept/coding/0/code') ?? at(bundle, stillbirth, 'valueInteger');
  return value === undefined ? undefined : String(value);
}

function extensionsOf(bundle: Json): readonly Json[] {
  const extensions = at(bundle, baby, 'extension');
  return isArray(extensions) ? extensions : [];
}

function deathOf(bundle: Json): Json | undefined {
  return extensionsOf(bundle).find((extension) => notificationStatus(extension) !== undefined);
}

function babyOf(bundle: Json): Json {
  const sent = valueAt(bundle, ['entry', String(baby), 'resource']);
  const { name, gender, birthDate, multipleBirthInteger, deceasedDateTime, address } = isObject(sent) ? sent : {};
  const death = deathOf(bundle);
  return withDeathInUtc(
    withoutEmpty({
      // Not yet a number of anybody's: the register gives one.
      ...(patientBase('0000000000', { version: '1', restricted: false }) as unknown as { [key: string]: Json }),
      name: name ?? null,
      gender: gender ?? null,
      birthDate: birthDate ?? null,
      multipleBirthInteger: multipleBirthInteger ?? null,
      deceasedDateTime: deceasedDateTime ?? null,
      address: address ?? null,
      extension: death === undefined ? [] : [death],
    }),
  );
}

function at(bundle: Json, position: number, path: string): Json | undefined {
  return valueAt(bundle, ['entry', String(position), 'resource', ...path.split('/')]);
}

function isBetween(value: Json | undefined, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

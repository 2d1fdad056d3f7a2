/** Notifies a birth: holds the transaction Bundle to the rules, then registers the baby as a child of the mother. */
import type { Json, SchemaFault } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { bodyProblem } from '../../../src/nhs/spine/contract-faults.ts';
import { tooFewValues } from '../../../src/nhs/spine/spine-words.ts';
import { sentAt } from '../faults/missing.ts';
import type { Patient } from '../record/patient.ts';
import { patientBase } from '../record/patient-record.ts';
import { readPatient } from '../record/read-patient.ts';
import { extensionUrl } from '../record/systems.ts';
import { isChildOf, relate } from '../related-person/related-person.ts';
import { tidied, withDeathInUtc, withoutNull } from '../update/tidy.ts';
import { readBirth, type Birth, type Entry } from './birth-bundle.ts';
import { birthProblem, deathOf, extensionsOf, hasUrl } from './birth-rules.ts';
import { enrol, withFiledAddresses, type Created } from './create.ts';
import { matchOutcome, peopleLike } from './match.ts';
import { motherOf } from './mother.ts';
import { registrationProblem } from './rules.ts';

/** The Bundle, where nothing of it is missing. */
export function wholeBirth(call: AnyCall): Birth | Problem {
  return readBirth(bodyOf(call) ?? null) ?? tooFewValues(undefined, 'entry');
}

export function notifyBirth(call: AnyCall): Created | Problem {
  const today = dateOf(call.clock.now());
  const birth = wholeBirth(call);
  if ('problem' in birth) return birth;
  const problem = birthProblem(birth, today);
  if (problem) return problem;
  const read = readBaby(call, birth.baby);
  if (isProblem(read)) return read;
  const baby = withFiledAddresses(call, read);
  const mother = motherOf(call, birth, baby.birthDate ?? today);
  if (isProblem(mother)) return mother;
  const broken = registrationProblem(baby, { today, population: call.population });
  if (broken) return broken;
  const matched = matchOutcome(matchesOf(call, baby, mother));
  if (matched) return { matched };
  const created = enrol(call, tidied(baby));
  relate(call, { patient: created.patient.id, relative: mother.id, relationship: 'mother' });
  relate(call, { patient: mother.id, relative: created.patient.id, relationship: 'child' });
  return { created };
}

/** Published: with `ignore_potential_matches` the same baby of another mother is registered, and of the same one it is still a match. */
function matchesOf(call: AnyCall, baby: Patient, mother: Patient): readonly Patient[] {
  const people = peopleLike(call, baby);
  return call.query['ignore_potential_matches'] === true ? people.filter(({ id }) => isChildOf(call, id, mother.id)) : people;
}

/** What is kept of the baby, held to the schema of the answer. Telecoms are kept as any registration's are; that is inferred. */
function readBaby(call: AnyCall, { place, resource }: Entry): Patient | Problem {
  const { name, gender, birthDate, multipleBirthInteger, deceasedDateTime, address, telecom } = isObject(resource) ? resource : {};
  const sent = extensionsOf(resource);
  const kept = [sent.find(hasUrl(extensionUrl.birthPlace)), deathOf(resource)].filter((extension) => extension !== undefined);
  const document = withDeathInUtc(
    withoutNull({
      // Not yet a number of anybody's: the register gives one.
      ...patientBase('0000000000', { version: '1', restricted: false }),
      name: name ?? null,
      gender: gender ?? null,
      birthDate: birthDate ?? null,
      multipleBirthInteger: multipleBirthInteger ?? null,
      deceasedDateTime: deceasedDateTime ?? null,
      address: address ?? null,
      telecom: telecom ?? null,
      extension: kept.map(withoutText),
    }),
  );
  // Where a kept extension stands among those that were sent.
  const sentPointer = (pointer: string): string =>
    pointer.replace(/^\/extension\/(\d+)/, (_, index: string) => `/extension/${sent.indexOf(kept[Number(index)] ?? null)}`);
  const asSent = (fault: SchemaFault): SchemaFault => ({ ...fault, pointer: sentPointer(fault.pointer) });
  return readPatient(call, document, { success: '201', worded: (faults) => bodyProblem(faults.map(asSent), resource, place) });
}

/** The place of birth is kept in its parts. */
function withoutText(extension: Json): Json {
  if (!hasUrl(extensionUrl.birthPlace)(extension)) return extension;
  const part = (name: string): Json => sentAt(extension, `valueAddress/${name}`) ?? null;
  return { url: extensionUrl.birthPlace, valueAddress: { city: part('city'), district: part('district'), country: part('country') } };
}

/** Whether the register already holds somebody like the person to be registered. */
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../faults/errors.ts';
import type { Patient } from '../record/patient.ts';
import { findPatients } from '../search/search.ts';
import { foldedPostcode } from '../search/wildcard.ts';

/** Given and family name and birth date fit, and gender or the postcode of an address does. */
export function peopleLike(call: Pick<Call, 'store' | 'population'>, patient: Patient): readonly Patient[] {
  const [name] = patient.name ?? [];
  const { birthDate } = patient;
  if (name === undefined || birthDate === undefined) return [];
  const found = findPatients(call, {
    family: name.family,
    given: name.given?.slice(0, 1) ?? [],
    born: { from: birthDate, to: birthDate },
    fuzzy: false,
    exactOnly: false,
    history: false,
    maxResults: 50,
  });
  // Nobody gives a whole name and birth date that fit more people than a search may return.
  if (found === 'too many') return [];
  const wanted = postcodesOf(patient);
  return found
    .map(({ record }) => record.patient)
    .filter((other) => other.gender === patient.gender || postcodesOf(other).some((postcode) => wanted.includes(postcode)));
}

function postcodesOf({ address }: Patient): string[] {
  return (address ?? []).flatMap(({ postalCode }) => (postalCode === undefined ? [] : [foldedPostcode(postalCode)]));
}

/** Said with status 200: the request was fine, and created nothing. */
export function matchOutcome(people: readonly Patient[]): Problem | undefined {
  const [one] = people;
  if (one === undefined) return undefined;
  return people.length === 1 ? singleMatch(one.id) : multipleMatches();
}

export function singleMatch(nhsNumber: string): Problem {
  return spine('SINGLE_MATCH', `Unable to create new patient. NHS number ${nhsNumber} found for supplied demographic data.`);
}

export function multipleMatches(): Problem {
  return spine('MULTIPLE_MATCHES', 'Unable to create new patient. Multiple matches found for supplied demographic data.');
}

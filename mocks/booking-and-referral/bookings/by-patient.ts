/** Bookings and referrals of a patient: by NHS number; or by a name, the date of birth and the postcode together. */
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { decoded } from '../decoded.ts';
import { badRequest } from '../faults.ts';
import { publishedPatient } from '../published.ts';
import { patientSystem } from './references.ts';

const names = { name: 'patient:name', birthDate: 'patient:birthdate', postcode: 'patient:address-postalcode' };

/** `otherwise` finds what stands in the contract's own words: by NHS number. */
export function byPatient<R>(call: AnyCall, otherwise: (asked?: Call) => R | Problem): R | Problem {
  const { query } = call;
  const identifier = query['patient:identifier'];
  if (identifier !== undefined) {
    const sent = decoded(String(identifier)).split('|').at(-1) ?? '';
    const number = sent === publishedPatient.number ? publishedPatient.person : parseNhsNumber(sent);
    return number === undefined ? noNumber : otherwise(askingFor(call, number));
  }
  const told = Object.values(names).filter((name) => query[name] !== undefined);
  if (told.length === 0) return otherwise();
  if (told.length < Object.keys(names).length) return notEnough;
  return otherwise(askingFor(call, whoIs(call) ?? nobody));
}

const noNumber = badRequest('patient:identifier is no NHS number: it has ten digits, and the last of them checks the others.', 'value');
const notEnough = badRequest(`${Object.values(names).join(', ')} go together.`, 'required');

/** A number that nobody can have: its check digit is wrong, so nothing is kept under it. */
const nobody = '0000000009';

/** The rest of the query stays as it is. */
function askingFor(call: AnyCall, number: string): Call {
  const { [names.name]: _, [names.birthDate]: __, [names.postcode]: ___, ...query } = call.query;
  return call.asking({ ...query, 'patient:identifier': `${patientSystem}|${number}` });
}

function whoIs({ query, population }: AnyCall): string | undefined {
  const [name, birthDate, postcode] = [names.name, names.birthDate, names.postcode].map((each) => String(query[each]).trim());
  if (birthDate === undefined || !isRealDate(birthDate)) return undefined;
  const born = { from: birthDate, to: birthDate };
  for (const family of (name ?? '').split(/[\s,]+/).filter((word) => word !== '' && !word.includes('*')))
    for (const { nhsNumber, restricted, addresses } of population.search({ family, born }))
      if (!restricted && addresses.some((address) => address.use === 'home' && squeezed(address.postcode) === squeezed(postcode)))
        return nhsNumber;
  return undefined;
}

const squeezed = (postcode = ''): string => postcode.replaceAll(' ', '').toUpperCase();

/**
 * Whose prescriptions are wanted: those of whoever is signed in, or of the person they act for. The newer gateway names who is signed in by a
 * number, the older one by `P9:` and a number; outside production a header of its own says another number.
 */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { NhsNumber } from '../../src/population.ts';
import { people as sharedPeople } from '../people.ts';

type Asking = Pick<AnyCall, 'header' | 'caller' | 'note' | 'population' | 'isStrict'>;

const bare = (number: string | undefined): string | undefined => number?.replace(/^P9:/, '');

/** Where nothing says who is signed in, it is the patient of the published examples. */
const publishedPatient = sharedPeople.staceyTwitchett.person.nhsNumber;

const ownNumber = (call: Asking): string =>
  bare(call.header('x-nhs-number')) ?? call.caller.application?.nhsNumber ?? bare(call.header('nhsd-nhslogin-user')) ?? publishedPatient;

const outside: Problem = {
  problem: 'unauthorised',
  message: 'Whoever is signed in acts for nobody of this NHS number.',
};

export function askedAbout(call: Asking): NhsNumber | Problem {
  const own = parseNhsNumber(ownNumber(call));
  if (own === undefined) return outside;
  if (call.header('x-nhsd-delegated-access')?.toLowerCase() !== 'true') return own;
  const subject = parseNhsNumber(bare(call.header('x-nhsd-subject-nhs-number')) ?? '');
  if (subject === undefined) {
    call.note(
      'x-nhsd-delegated-access is true and x-nhsd-subject-nhs-number is missing: the service tells no fault, and these are the prescriptions of whoever is signed in.',
    );
    return own;
  }
  const isProxy = subject === own || call.population.relatives(own).some(({ nhsNumber }) => nhsNumber === subject);
  if (isProxy) return subject;
  call.note('Nothing is on record by which whoever is signed in may act for this person. Where access is strict they are refused.');
  return call.isStrict ? outside : subject;
}

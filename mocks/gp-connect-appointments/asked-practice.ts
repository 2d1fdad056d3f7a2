/** Whose practice is asked: the gateway finds it by the patient who is signed in. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../src/mock/problem.ts';
import type { Organisation } from '../../src/population.ts';
import { patientNotFound } from '../gp-practice/faults.ts';
import { onlinePatient } from '../gp-practice/registered.ts';

/** Jane Smith, the published test patient, for whom the official sandbox answers whoever asks. */
const unsigned = '9000000009';

export function askedPractice(call: AnyCall): Organisation | Problem {
  const signedIn = call.caller.application?.nhsNumber;
  if (signedIn === undefined)
    call.note(
      `Nobody is signed in: the practice is that of ${unsigned}. Where access is strict (X-Sandbox-Access: strict) it is that of the patient whose token is sent.`,
    );
  return practiceOf(call, signedIn ?? unsigned);
}

/** Of somebody who has online access to its appointments. */
export function practiceOf(call: AnyCall, nhsNumber: string): Organisation | Problem {
  const patient = onlinePatient(call, nhsNumber, { service: 'appointments' });
  return isProblem(patient) ? patient : (call.population.organisation(patient.practice) ?? patientNotFound);
}

/** Immunisation lets in applications and healthcare workers, and patients who read their own record. */
import { letIn, mayDo, otherScope } from '../../src/nhs/access-modes.ts';
import type { operations } from '../../src/generated/immunisation-fhir.types.ts';
import { askedIn, type AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';

const letsIn = letIn({
  modes: ['application-restricted', 'user-restricted', 'patient-access'],
  otherwise: otherScope('one of an application (a signed JWT), of a healthcare worker, or of a patient (P9)'),
  about: (call) => /\|(\d{10})$/.exec(String(askedIn(call)['patient.identifier'] ?? ''))?.[1],
});

export const access = (call: AnyCall): Problem | undefined =>
  call.caller.application?.mode === 'patient-access' && call.operation.method !== 'get'
    ? otherScope('one of an application (a signed JWT) to write')
    : letsIn(call);

/** The letter of an operation in a permission, as in `FLU.CRUDS`. */
const letters: Readonly<Partial<Record<string, string>>> = {
  createImmunization: 'C',
  readImmunization: 'R',
  updateImmunization: 'U',
  deleteImmunization: 'D',
  searchImmunizationGet: 'S',
  searchImmunizationPost: 'S',
} satisfies Readonly<Record<keyof operations, string>>;

/** Of no vaccine at all, or of none that a search is for. Of which vaccine a record is, and what a search leaves out, is not looked at. */
export function permissions(call: AnyCall): Problem | undefined {
  const letter = letters[call.operation.id];
  const targets = askedIn(call)['-immunization.target'];
  const asked = Array.isArray(targets) ? targets.map(String) : undefined;
  const isIt = (permission: string): boolean => {
    const [vaccine = '', may = ''] = permission.split('.');
    return letter === undefined || (may.includes(letter) && (asked === undefined || asked.includes(vaccine)));
  };
  return mayDo(call, 'immunisation-fhir', isIt) ? undefined : { problem: 'forbidden', message: 'Unauthorized request for vaccine type' };
}

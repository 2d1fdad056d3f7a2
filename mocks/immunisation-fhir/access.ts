/** Who is let in, and what the application may do with which vaccine: its permissions, such as `FLU.CRUDS`. */
import { accessBy, mayDo, otherScope, type Rule } from '../../src/nhs/access-modes.ts';
import type { operations } from '../../src/generated/immunisation-fhir.types.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { noLeave, noSupplier, notOnesOwn } from './problems.ts';

const all = {
  createImmunization: 'yes',
  readImmunization: 'yes',
  updateImmunization: 'yes',
  deleteImmunization: 'yes',
  searchImmunizationGet: 'yes',
  searchImmunizationPost: 'yes',
} as const;

const onlyProven: Rule = ({ proofing }) =>
  proofing === 'P9' ? undefined : otherScope('one of a patient who has proved who they are (P9)');

export const access = accessBy({
  table: {
    'application-restricted': all,
    'privileged-application-restricted': all,
    'user-restricted': all,
    'patient-access': {
      createImmunization: 'no',
      readImmunization: 'proven',
      updateImmunization: 'no',
      deleteImmunization: 'no',
      searchImmunizationGet: 'proven',
      searchImmunizationPost: 'proven',
    },
  },
  lets: { proven: 'own' },
  rules: { no: () => otherScope('one of an application (a signed JWT) or of a healthcare worker to write'), proven: onlyProven },
});

const api = 'immunisation-fhir';

/** An application with leave for nothing has not been set up as a supplier. */
export const supplier = (call: AnyCall): Problem | undefined => (mayDo(call, api, () => true) ? undefined : noSupplier);

const letters: Readonly<Partial<Record<string, string>>> = {
  createImmunization: 'C',
  readImmunization: 'R',
  updateImmunization: 'U',
  deleteImmunization: 'D',
  searchImmunizationGet: 'S',
  searchImmunizationPost: 'S',
} satisfies Readonly<Record<keyof operations, string>>;

function mayWith(call: AnyCall, vaccine: string): boolean {
  const letter = letters[call.operation.id] ?? '';
  return mayDo(call, api, (permission) => {
    const [of, may = ''] = permission.split('.');
    return of === vaccine && may.includes(letter);
  });
}

/** Those of the vaccines that a search may look for. */
export const permitted = (call: AnyCall, vaccines: readonly string[]): readonly string[] => vaccines.filter((one) => mayWith(call, one));

/** A vaccination that is another vaccine afterwards needs leave for both. */
export const withoutLeave = (call: AnyCall, ...vaccines: readonly string[]): Problem | undefined =>
  vaccines.every((one) => mayWith(call, one)) ? undefined : noLeave;

/** Patients who are signed in read about themselves alone. */
export function ofSomebodyElse({ caller: { application } }: AnyCall, nhsNumber: string | undefined): Problem | undefined {
  return application?.mode === 'patient-access' && application.nhsNumber !== nhsNumber ? notOnesOwn : undefined;
}

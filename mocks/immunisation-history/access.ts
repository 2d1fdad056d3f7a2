/** The history of immunisations lets in applications that run by themselves, each to the targets that are its own, and patients to their own. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { letIn, mayDo } from '../../src/nhs/access-modes.ts';
import { nhsNumberIn } from './asked.ts';

/** Of a patient who is not proved, and of one who asks about somebody else, alike. */
const unauthorised: Problem = { problem: 'unauthorised', message: 'Unauthorized' };

export const access = letIn({
  modes: ['application-restricted', 'patient-access'],
  otherwise: unauthorised,
  about: ({ query }) => nhsNumberIn(query['patient.identifier']),
});

const noTarget: Problem = { problem: 'unauthorised', message: 'You do not have permission to access this resource' };

const everyTarget: Problem = {
  problem: 'forbidden',
  message: 'The permissions of the application are set up wrongly: `*` is no target where access is strict.',
};

/** The permissions of an application are targets. */
export function withoutLeave(call: AnyCall, target: string): Problem | undefined {
  const permissions = call.caller.application?.permissions?.['immunisation-history'];
  if (permissions?.includes('*')) return everyTarget;
  return mayDo(call, 'immunisation-history', (permission) => permission === target) ? undefined : noTarget;
}

/** The history of immunisations lets in applications that run by themselves, and patients to their own. */
import type { Problem } from '../../src/mock/problem.ts';
import { letIn } from '../../src/nhs/access-modes.ts';

/** Of a patient who is not proved, and of one who asks about somebody else, alike. */
const unauthorised: Problem = { problem: 'unauthorised', message: 'Unauthorized' };

export const access = letIn({
  modes: ['application-restricted', 'patient-access'],
  otherwise: unauthorised,
  about: ({ query }) => /\|(\d{10})$/.exec(String(query['patient.identifier'] ?? ''))?.[1],
});

/** Eligibility lets in applications that run by themselves, and patients who ask about themselves. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';

export const access = letIn({
  modes: ['application-restricted', 'patient-access'],
  otherwise: otherScope('one of an application (a signed JWT), or one of a patient who has proved who they are with NHS login (P9)'),
  about: (call) => call.path['id'],
  ofOthers: { problem: 'forbidden', message: 'A patient is told of nobody but themselves.' },
});

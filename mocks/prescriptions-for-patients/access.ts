/** Prescriptions are told to patients who have proved who they are. Whose they are is in their token. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';

export const access = letIn({
  modes: ['patient-access'],
  otherwise: { ...otherScope('one of a patient who has proved who they are with NHS login (P9)'), problem: 'unauthorised' },
});

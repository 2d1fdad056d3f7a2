/** Patients who have proved who they are read their own referrals; the service of one is nobody's secret. */
import { letIn, otherScope } from '../../src/nhs/access-modes.ts';
import type { Problem } from '../../src/mock/problem.ts';

const somebodyElse: Problem = { problem: 'forbidden', message: 'These are the referrals of somebody else.' };

/** With the system before it, or without. */
export const nhsNumberIn = (token: unknown): string => String(token ?? '').replace(/^https:\/\/fhir\.nhs\.uk\/Id\/nhs-number\|/, '');

export const access = letIn({
  modes: ['patient-access'],
  otherwise: otherScope('one of a patient who has proved who they are with NHS login (P9)'),
  about: ({ query }) => (query['patient:identifier'] === undefined ? undefined : nhsNumberIn(query['patient:identifier'])),
  ofOthers: somebodyElse,
});

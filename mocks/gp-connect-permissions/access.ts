/** Whose permissions a request is about, and what the gateway says where it knows no system of their practice. */
import type { Problem } from '../../src/mock/problem.ts';
import { patientsOwn } from '../gp-practice/access.ts';

export const unknownOds: Problem = {
  problem: 'invalid-value',
  message: 'ODS Code Mismatch: The ODS code retrieved from PDS is not configured in APIM.',
  said: {
    status: 400,
    code: 'BAD_REQUEST',
    display: 'ODS code not found',
    issue: 'value',
    diagnostics: 'ODS Code Mismatch: The ODS code retrieved from PDS is not configured in APIM.',
  },
};

export const access = patientsOwn(({ path }) => path['id'], unknownOds);

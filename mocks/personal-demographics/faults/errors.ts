/** The faults that this API alone knows, beside those of Spine. */
import type { Problem } from '../../../src/mock/problem.ts';
import { spineFaults } from '../../../src/nhs/spine/spine-faults.ts';
import { invalidSearch } from '../../../src/nhs/spine/spine-words.ts';

export const spine = spineFaults({
  INVALID_CREATE: { problem: 'invalid-value', status: 400, issue: 'value', display: 'Patient create data is invalid' },
  INSERT_BIRTH_DEATH_STATUS_INCONSISTENT: {
    problem: 'unprocessable',
    status: 400,
    issue: 'processing',
    display: 'INSERT_BIRTH_DEATH_STATUS_INCONSISTENT',
  },
  INVALID_DOB_OVER_SIX_MONTHS: {
    problem: 'unprocessable',
    status: 400,
    issue: 'processing',
    display: 'INVALID_DOB_OVER_SIX_MONTHS',
  },
  SINGLE_MATCH: { problem: 'duplicate', status: 200, issue: 'value', display: 'Single match found' },
  MULTIPLE_MATCHES: { problem: 'duplicate', status: 200, issue: 'value', display: 'Multiple matches found' },
});

/** Why a number that was superseded is not written to, whatever is written. */
export const supersededNumber = 'Update Failed - NHS No. supplied has been superseded in a merge';

/** The one form that a search for a card has. */
export function coverageSearchWanted(): Problem {
  return invalidSearch('Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER');
}

export function invalidCreate(reason: string): Problem {
  return spine('INVALID_CREATE', `Invalid patient create data provided - '${reason}'`);
}

/** Checks of a request before its body is looked at, in an order that differs by operation: an API states it as a table. */
import { uuid } from '../contract/uuid.ts';
import { parseNhsNumber } from '../fhir/nhs-number.ts';
import type { Call } from '../mock/call.ts';
import type { Fault, Problem } from '../mock/problem.ts';
import { spine } from './spine/spine-faults.ts';
import { echoing, invalidHeader, versionWanted } from './spine/spine-words.ts';

export type HeadCheck = (call: Call) => Problem | undefined;

/** The first of the checks of a call's operation that finds something. */
export function checksInOrder(table: Readonly<Record<string, readonly HeadCheck[]>>): HeadCheck {
  return (call) => {
    for (const check of table[call.operation.id] ?? []) {
      const problem = check(call);
      if (problem) return problem;
    }
    return undefined;
  };
}

export const requestId = (call: Pick<Call, 'header'>): Problem | undefined => {
  const id = call.header('X-Request-ID');
  if (id === undefined || id === '') {
    return spine('MISSING_VALUE', 'Invalid request with error - X-Request-ID header must be supplied to access this resource');
  }
  return uuid.test(id) ? undefined : invalidHeader(id, 'X-Request-ID');
};

/**
 * The role that somebody signed in acts in: one that they have, where it is known which these are. Of whoever has none to act in, the
 * gateway takes the header away. `guidance` ends what is said of a wrong one.
 */
export function roleProfile(guidance: string): (call: Pick<Call, 'header' | 'caller'>) => Problem | undefined {
  return (call) => {
    const urid = call.header('NHSD-Session-URID');
    const { application } = call.caller;
    if (urid === undefined || (application && application.mode !== 'user-restricted')) return undefined;
    if (/^\d+$/.test(urid) && application?.roles?.includes(urid) !== false) return undefined;
    const problem = invalidHeader(urid, 'NHSD-Session-URID');
    return echoing(spine('INVALID_VALUE', `${problem.said?.diagnostics ?? ''}. ${guidance}`), `${problem.message}. ${guidance}`);
  };
}

/** The path names somebody by an NHS number. */
export const nhsNumberInPath: HeadCheck = (call) =>
  parseNhsNumber(call.path['id'] ?? '') === undefined ? spine('INVALID_RESOURCE_ID') : undefined;

/** Missing or no weak tag of a number: both count as not supplied, and where the sandbox explains the answer it says which. */
export const ifMatch: HeadCheck = (call) => {
  const sent = call.header('If-Match') ?? '';
  if (/^W\/"\d+"$/.test(sent)) return undefined;
  const problem = spine('PRECONDITION_FAILED', versionWanted);
  return sent === '' ? problem : { ...problem, faults: [notAWeakTag] };
};

const notAWeakTag: Fault = {
  in: 'header',
  name: 'If-Match',
  pointer: '',
  keyword: 'pattern',
  message: 'must be the ETag of the version that was read, such as W/"2"',
};

/** Who may do what at the record locator: an application asks for its own organisation, about the types of pointers that it has leave for. */
import { isArray, isObject } from '../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../src/mock/any-call.ts';
import type { Problem } from '../src/mock/problem.ts';
import { mayDo } from '../src/nhs/access-modes.ts';

const refused = (code: string | undefined, diagnostics: string, display = ''): Problem => ({
  problem: 'forbidden',
  message: diagnostics,
  said: { diagnostics, ...(code !== undefined && { code, display, issue: 'forbidden' }) },
});

/** The gateway's question, and then the service's first: both are asked of whichever operation. */
export function organisationRefused(call: AnyCall): Problem | undefined {
  const { odsCode, permissions = {} } = call.caller.application ?? {};
  const asking = call.header('NHSD-End-User-Organisation-ODS') ?? '';
  if (odsCode !== undefined && odsCode !== asking) return refused(undefined, 'Provided ODS code has no pointers within requesting app');
  if (permissions[pointerTypes]?.length !== 0) return undefined;
  return refused(
    'ACCESS DENIED',
    `Your organisation '${asking}' does not have permission to access this resource. Contact the onboarding team.`,
    'Access has been denied to process this request',
  );
}

/** One list for both sides, as `http://snomed.info/sct|736253002`. */
const pointerTypes = 'record-locator';

/** Of a pointer that is sent. */
export function typeRefused(call: AnyCall): Problem | undefined {
  const body = bodyOf(call);
  const type = isObject(body) && isObject(body['type']) ? body['type'] : undefined;
  const [coding] = type && isArray(type['coding']) ? type['coding'].filter(isObject) : [];
  if (!coding || mayDo(call, pointerTypes, (permission) => permission === `${String(coding['system'])}|${String(coding['code'])}`))
    return undefined;
  const diagnostics = 'The type of the provided DocumentReference is not in the list of allowed types for this organisation';
  return {
    ...refused('AUTHOR_CREDENTIALS_ERROR', diagnostics, 'Author credentials error'),
    faults: [{ in: 'body', pointer: '/type/coding/0/code', keyword: 'permission', message: diagnostics }],
  };
}

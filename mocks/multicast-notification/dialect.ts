/** How this API writes a problem: one text, or a text for each member of the body that is at fault; the gateway's in its own form. */
import type { JsonObject } from '../../src/contract/contract.ts';
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Fault, ProblemKind } from '../../src/mock/problem.ts';

const texts: Partial<Record<ProblemKind, string>> = {
  forbidden: 'Unauthorised',
  'unknown-path': 'Not found',
  'not-found': 'Not found',
  gone: 'Not found',
  internal: 'Internal server error',
  unavailable: 'Internal server error',
  timeout: 'Internal server error',
  'not-implemented': 'Internal server error',
};

/** By the member at the top. */
const ofBody: Readonly<Record<string, string>> = {
  type: 'Please provide a valid event type',
  time: 'Please provide a valid time',
  resourceType: 'Please provide the correct resource type for this endpoint',
};

/** By the parameter. */
const ofParameters: Readonly<Record<string, string>> = {
  id: 'Please provide a valid subscription ID in UUID4 format',
  continue_from: 'The continue_from field was not valid',
};

const noToken = gatewayFault('Missing access token', 'oauth.v2.MissingAccessToken');
const wrongToken = gatewayFault('Invalid access token', 'oauth.v2.InvalidAccessToken');
const expired = gatewayFault('Access Token expired', 'keymanagement.service.access_token_expired');

export const dialect: Dialect = {
  name: 'errors-or-validation-errors',
  type: 'application/json',
  write: ({ problem, message, token, faults = [], said = {} }, { operation }) => {
    if (problem === 'unauthorised') return token === 'missing' ? noToken : token === 'expired' ? expired : wrongToken;
    const wrong = faults.filter(({ in: place }) => place === 'body');
    if (wrong.length > 0 && wrong.length === faults.length) return { validationErrors: Object.fromEntries(wrong.map(textOf).toReversed()) };
    const [fault] = faults;
    const own = fault?.name === undefined ? undefined : ofParameters[fault.name];
    if (problem === 'forbidden' && operation?.id === 'publish-event' && said.diagnostics === undefined)
      return { errors: 'User is not authorized to handle the requested event type' };
    return { errors: said.diagnostics ?? texts[problem] ?? own ?? message };
  },
};

/** The first fault of a member is the one that is told. */
function textOf({ pointer, message }: Fault): [string, string] {
  const path = pointer.slice(1).replaceAll('/', '.');
  return [path === '' ? 'body' : path, ofBody[path] ?? message];
}

function gatewayFault(faultstring: string, errorcode: string): JsonObject {
  return { fault: { faultstring, detail: { errorcode } } };
}

/** Whose prescriptions a request is about: named in the path, in the query or in the body, or whose request it is. */
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import { patientsOwn } from '../gp-practice/access.ts';
import { noEndpointInFhir } from '../gp-practice/gateway.ts';
import { numberIn } from './requests/checks.ts';
import { requestOf } from './requests/requests.ts';

export const access = patientsOwn(
  (call) => call.path['id'] ?? call.query['patient'] ?? numberInBody(call) ?? whoseTask(call),
  noEndpointInFhir,
);

function numberInBody(call: AnyCall): string | undefined {
  const body = bodyOf(call);
  return isObject(body) ? numberIn(body['for']) : undefined;
}

function whoseTask(call: AnyCall): string | undefined {
  const { id } = call.query;
  return typeof id === 'string' ? requestOf(call, id.toLowerCase())?.nhsNumber : undefined;
}

/** Whose appointments a request is about: named in the path of a list, and among those who take part in one that is booked. */
import { isArray, isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import { patientsOwn } from '../gp-practice/access.ts';

export const access = patientsOwn((call) => (call.operation.id === 'list-appointments' ? call.path['id'] : numberInBody(call)));

function numberInBody(call: AnyCall): string | undefined {
  const body = bodyOf(call);
  const participants = isObject(body) && isArray(body['participant']) ? body['participant'].filter(isObject) : [];
  return participants.flatMap(({ actor }) => {
    const reference = isObject(actor) ? String(actor['reference']) : '';
    return /^Patient\/(\d{10})$/.exec(reference)?.[1] ?? [];
  })[0];
}

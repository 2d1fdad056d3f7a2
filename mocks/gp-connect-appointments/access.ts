/** Whose appointments a request is about: named in the path of a list, among those who take part in one that is booked, or whose it is. */
import { isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import { patientsOwn } from '../gp-practice/access.ts';
import { actorOf } from './booking/checks.ts';

export const access = patientsOwn((call) => {
  const { id } = call.path;
  if (call.operation.id === 'list-appointments') return id;
  return id === undefined ? numberInBody(call) : call.population.entry(id)?.nhsNumber;
});

function numberInBody(call: AnyCall): string | undefined {
  const body = bodyOf(call);
  const number = isObject(body) ? actorOf(body, 'Patient') : undefined;
  return number !== undefined && /^\d{10}$/.test(number) ? number : undefined;
}

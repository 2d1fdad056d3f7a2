/** Whose record a request is about: named in the body, in the path or in the query. */
import { isArray, isObject } from '../../src/contract/json.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import { patientsOwn } from '../gp-practice/access.ts';

export const access = patientsOwn((call) => {
  switch (call.operation.id) {
    case 'get-structured-record':
      return numberInBody(call);
    case 'get-document-patient':
      return call.path['id'];
    default:
      return call.query['patientNHSNumber'];
  }
});

function numberInBody(call: AnyCall): unknown {
  const body = bodyOf(call);
  const parameters = isObject(body) && isArray(body['parameter']) ? body['parameter'].filter(isObject) : [];
  const value = parameters.find(({ name }) => name === 'patientNHSNumber')?.['valueIdentifier'];
  return isObject(value) ? value['value'] : undefined;
}

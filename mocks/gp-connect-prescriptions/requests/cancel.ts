/** Withdrawn from the contract: a patient takes a request back, as long as nobody has looked at it. */
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { readsBy } from '../../gp-practice/readings.ts';
import { patientWhoMay } from '../asking.ts';
import { invalidResource, isPastCancelling, notFound } from '../faults.ts';
import { keepRequest, requestOf } from './requests.ts';
import { taskOf } from './told.ts';

export function cancelRequest(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const patient = patientWhoMay(call, String(call.query['patient']), 'manage');
  if (isProblem(patient)) return patient;
  // JSON Patch is a list; the published example is the operation alone.
  const [operation, ...more] = eachOf(bodyOf(call));
  const isCancelling =
    stringAt(operation, 'op') === 'replace' && stringAt(operation, 'path') === '/status' && stringAt(operation, 'value') === 'cancelled';
  if (!isCancelling || more.length > 0) return invalidResource('It is one operation: replace /status with cancelled.');
  const request = requestOf(call, String(call.query['id']).toLowerCase());
  if (request === undefined || request.nhsNumber !== patient.person.nhsNumber)
    return notFound('This patient has asked for nothing under this id.');
  if (request.status !== 'requested')
    return readsBy(call, 'published') ? isPastCancelling : notFound('A request can be cancelled as long as it is requested.');
  const cancelled = { ...request, status: 'cancelled', modified: call.clock.now() } as const;
  keepRequest(call, cancelled);
  return { status: 200, rendered: JSON.stringify(taskOf(cancelled)) };
}

/** Who asks, and whether their practice lets them: the level of access that it gives to prescriptions decides. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { onlinePatient, type OnlinePatient } from '../gp-practice/registered.ts';
import { invalidParameter } from './faults.ts';

export function patientWhoMay(call: AnyCall, nhsNumber: string, prescriptions: 'view' | 'manage'): OnlinePatient | Problem {
  if (parseNhsNumber(nhsNumber) === undefined)
    return invalidParameter('The NHS number must have ten digits, the last of which is their check digit.');
  return onlinePatient(call, nhsNumber, { service: 'prescriptions', prescriptions });
}

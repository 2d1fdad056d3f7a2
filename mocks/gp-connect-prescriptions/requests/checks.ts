/** What a request has to be: the contract has seen which members are there. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { MedicationEntry } from '../../../src/clinical-record.ts';
import type { NhsNumber } from '../../../src/population.ts';
import { patientWhoMay } from '../asking.ts';
import { askedTwice, invalidResource, referenceNotFound } from '../faults.ts';
import { todayOf } from '../medicines/list.ts';
import { isOrderable, planOf } from '../medicines/plans.ts';
import { isOpen, requestsOf } from './requests.ts';
import { orderingParameters } from './told.ts';

export interface Asked {
  readonly nhsNumber: NhsNumber;
  readonly plan: MedicationEntry;
  readonly pharmacy?: string;
}

const renewal = '103742009';

export function readRequest(call: AnyCall, task: JsonObject): Asked | Problem {
  const pharmacy = pharmacyIn(task);
  const wrong = valueFault(task);
  if (wrong) return wrong;
  if (typeof pharmacy === 'object') return pharmacy;
  const number = numberIn(task['for']);
  if (number === undefined || numberIn(task['requester']) !== number)
    return referenceNotFound('for, requester: they are the patient, as Patient/… or by the NHS number.');
  const patient = patientWhoMay(call, number, 'manage');
  if (isProblem(patient))
    return patient.problem === 'forbidden' ? patient : referenceNotFound('for: nobody whose prescriptions can be had has this NHS number.');
  const { nhsNumber } = patient.person;
  const [, id] = /^MedicationRequest\/(.+)$/.exec(stringAt(task, 'focus', 'reference') ?? '') ?? [];
  const plan = id === undefined ? undefined : planOf(call, nhsNumber, id);
  if (plan === undefined) return referenceNotFound('focus: nothing that was prescribed to this patient has this id.');
  if (!isOrderable(plan, todayOf(call))) return invalidResource('focus: it is no repeat prescription, or it has ended.');
  if (requestsOf(call, nhsNumber).some((request) => request.plan === plan.id && isOpen(request))) return askedTwice;
  return { nhsNumber, plan, ...(pharmacy !== undefined && { pharmacy }) };
}

function valueFault(task: JsonObject): Problem | undefined {
  if (task['id'] !== undefined) return invalidResource('id: the practice gives it.');
  if (stringAt(task, 'status') !== 'requested') return invalidResource('status: it is requested.');
  const isRenewal = eachOf(isObject(task['code']) ? task['code']['coding'] : undefined).some(
    (coding) => stringAt(coding, 'system') === system.snomed && stringAt(coding, 'code') === renewal,
  );
  if (!isRenewal) return invalidResource(`code: it is ${renewal} of SNOMED CT.`);
  return stringAt(task, 'focus', 'reference') === undefined ? invalidResource('focus: it is the plan, as MedicationRequest/….') : undefined;
}

/** Undefined where the one that is nominated is to have it. */
function pharmacyIn(task: JsonObject): string | Problem | undefined {
  for (const input of eachOf(task['input'])) {
    const code = stringAt(input, 'type', 'coding', 'code');
    const isPharmacy = stringAt(input, 'type', 'coding', 'system') === orderingParameters && code === 'preferred-performer';
    const value = stringAt(input, 'valueIdentifier', 'value');
    const isOds = stringAt(input, 'valueIdentifier', 'system') === system.ods && /^[A-Z0-9]{3,10}$/.test(value ?? '');
    if (!isPharmacy || !isOds) return invalidResource('input: it is preferred-performer with the ODS code of a pharmacy.');
    return value;
  }
  return undefined;
}

/** The NHS number beside a reference counts, where it has one. */
export function numberIn(reference: Json | undefined): string | undefined {
  const [, id] = /^Patient\/([^/]+)$/.exec(stringAt(reference, 'reference') ?? '') ?? [];
  return stringAt(reference, 'identifier', 'value') ?? id;
}

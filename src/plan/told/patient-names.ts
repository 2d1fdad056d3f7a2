/** Parameters that name a patient: those whose contract says so, and those by which FHIR searches for what is about somebody. */
import type { Operation } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';

const habit = /(?:^|\.)(?:patient|subject)(?::Patient)?(?:[.:]identifier)?$/;

export function isPatientName(meaning: Meaning, operation: Operation, name: string): boolean {
  const parameter = operation.parameters.find((one) => one.name === name);
  return (parameter && meaning.parameterRole(operation, parameter) === 'patient.nhsNumber') || habit.test(name);
}

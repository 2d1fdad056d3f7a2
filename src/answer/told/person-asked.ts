/** Whose record a request is about: whom it names, else whoever is signed in. */
import { parseNhsNumber } from '../../fhir/nhs-number.ts';
import type { Call } from '../../mock/call.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { isPatientName } from '../../plan/told/patient-names.ts';
import { readRequest } from '../state/list/list-request.ts';

/** `said`: the number that stands where the contract has a person's. */
export function personAsked({ meaning }: ApiPlan, call: Call, said: string | undefined): string | undefined {
  return said ?? numberInSearch(meaning, call) ?? numberInPath(call) ?? numberInHeader(call) ?? call.caller.application?.nhsNumber;
}

/** `Patient/9…`, `…/nhs-number|9…` or the number alone, under a name by which patients are searched for. */
function numberInSearch(meaning: ApiPlan['meaning'], call: Call): string | undefined {
  const { values, given } = readRequest(call);
  const names = [...Object.keys(values), ...call.undeclared].filter((name) => isPatientName(meaning, call.operation, name));
  return first(names, (name) => numberAtEnd(given(name)));
}

/** `/Patient/{id}/Observation`. */
function numberInPath({ operation, path }: Call): string | undefined {
  const name = /\/Patients?\/\{([^{}/]+)\}/i.exec(operation.path)?.[1];
  return name === undefined ? undefined : numberAtEnd(path[name]);
}

/** Outside production a header says what a token would, whether or not the contract lists it. */
const numberInHeader = (call: Call): string | undefined => first(['x-nhs-number', 'nhs-number'], (name) => numberAtEnd(call.header(name)));

function numberAtEnd(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  const [, digits = ''] = /(?:^|[|/])(\d{3}[ -]?\d{3}[ -]?\d{4})$/.exec(String(text ?? '')) ?? [];
  return parseNhsNumber(digits.replace(/[ -]/g, ''));
}

function first<T, U>(all: readonly T[], make: (one: T) => U | undefined): U | undefined {
  for (const one of all) {
    const made = make(one);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** What a Parameters resource says, by name. Everything that is wrong with its structure is found at once, each with its place. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { refusedFor, wrongAt, type RefusalCode } from '../faults/refusals.ts';

type As =
  | 'valueString'
  | 'valueBoolean'
  | 'valueUnsignedInt'
  | 'valueInstant'
  | 'valueCoding'
  | 'valueCodeableConcept'
  | 'valueIdentifier'
  | 'valueReference'
  | 'resource';

export interface WantedParameter {
  readonly as: As;
  readonly isRequired?: true;
  /** It may be there more than once. */
  readonly several?: true;
  /** Those that there are. */
  readonly codes?: readonly string[];
  /** What an illegal code is called, where the operation has no INVALID_CODE. */
  readonly otherCode?: RefusalCode;
  /** Of a resource. */
  readonly resourceType?: string;
}

export interface SentParameter {
  /** As in `parameter[2]`. */
  readonly at: string;
  readonly value: Json;
}

export interface SentParameters {
  /** The first of that name. */
  one(name: string): SentParameter | undefined;
  all(name: string): readonly SentParameter[];
  /** A string, a code, the value of an identifier, or a reference. */
  text(name: string): string | undefined;
}

export function readParameters(body: Json | undefined, wanted: Readonly<Record<string, WantedParameter>>): SentParameters | Problem {
  const parameters = isObject(body) && isArray(body['parameter']) ? body['parameter'] : [];
  const faults: Fault[] = [];
  const sent = new Map<string, SentParameter[]>();
  for (const [n, parameter] of parameters.entries()) {
    const at = `parameter[${n}]`;
    const name = stringAt(parameter, 'name') ?? '';
    const want = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
    if (!want || !isObject(parameter)) {
      faults.push(wrongAt('UNEXPECTED_FIELD', at, `'${at}' (${name.slice(0, 80)}) unknown parameter name`));
      continue;
    }
    const own = sent.get(name) ?? [];
    if (own.length > 0 && !want.several) faults.push(wrongAt('INVALID_FHIR_STRUCTURE', at, `'${at}' (${name}) is there twice.`));
    for (const member of Object.keys(parameter))
      if (!['name', 'id', 'extension', want.as].includes(member))
        faults.push(wrongAt('UNEXPECTED_FIELD', `${at}.${member}`, `'${at}.${member}' is not expected: ${name} has ${want.as}.`));
    const value = parameter[want.as];
    const fault = valueFault(value, want, `${at}.${want.as}`);
    if (fault) faults.push(fault);
    else if (value !== undefined) sent.set(name, [...own, { at, value }]);
  }
  for (const [name, { isRequired = false }] of Object.entries(wanted))
    if (isRequired && !parameters.some((each) => stringAt(each, 'name') === name))
      faults.push(wrongAt('MISSING_VALUE', 'parameter', `'${name}' is missing.`));
  const all = (name: string): readonly SentParameter[] => sent.get(name) ?? [];
  return refusedFor(faults) ?? { all, one: (name) => all(name)[0], text: (name) => textOf(all(name)[0]?.value) };
}

function valueFault(
  value: Json | undefined,
  { as, codes, otherCode = 'INVALID_CODE', resourceType }: WantedParameter,
  at: string,
): Fault | undefined {
  if (value === undefined || value === null) return wrongAt('MISSING_VALUE', at, `'${at}' is missing.`);
  if (!hasForm(value, as)) return wrongAt('INVALID_FHIR_STRUCTURE', at, `'${at}' has another structure.`);
  if (as === 'valueBoolean' || as === 'valueUnsignedInt') return undefined;
  if (as === 'resource')
    return resourceType === undefined || stringAt(value, 'resourceType') === resourceType
      ? undefined
      : wrongAt('INVALID_FHIR_STRUCTURE', `${at}.resourceType`, `'${at}' is no ${resourceType}.`);
  const text = textOf(value);
  if (text === undefined) return wrongAt('MISSING_VALUE', at, `'${at}' has no value.`);
  if (codes && !codes.includes(text)) return wrongAt(otherCode, at, `'${at}' is none of ${codes.join(', ')}.`);
  return undefined;
}

function hasForm(value: Json, as: As): boolean {
  if (as === 'valueString' || as === 'valueInstant') return typeof value === 'string';
  if (as === 'valueBoolean') return typeof value === 'boolean';
  if (as === 'valueUnsignedInt') return typeof value === 'number' && Number.isInteger(value) && value >= 0;
  return isObject(value);
}

/** What is only blank is nothing. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return (
    stringAt(elementAt(value, 'coding') ?? value, 'code') ??
    stringAt(value, 'value') ??
    stringAt(value, 'reference') ??
    stringAt(value, 'identifier', 'value')
  );
}

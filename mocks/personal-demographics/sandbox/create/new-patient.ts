/** Somebody who has just been registered in the official sandbox, as it shows them: what it looked at, and a number. It keeps nobody. */
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../../src/contract/json.ts';
import { objectId } from '../../record/patient-record.ts';
import { patientHead } from '../people/written.ts';
import { at } from './checks.ts';

export interface Numbering {
  readonly nhsNumber: string;
  /** What the ids of objects are made from. */
  readonly request: string;
  /** How many hexadecimal digits they have. */
  readonly digits: number;
}

export function newPatient(person: Json, { nhsNumber, request, digits }: Numbering): JsonObject {
  const id = (what: string): string => objectId(request, what).slice(0, digits);
  return {
    ...patientHead(nhsNumber, '1'),
    name: [{ ...objectAt(person, 'name/0'), id: id('name') }],
    address: [{ ...withoutEmptyLines(objectAt(person, 'address/0')), id: id('address') }],
    gender: at(person, 'gender') ?? null,
    birthDate: at(person, 'birthDate') ?? null,
  };
}

function withoutEmptyLines(address: JsonObject): JsonObject {
  const { line } = address;
  return isArray(line) ? { ...address, line: line.filter((each) => each !== '') } : address;
}

function objectAt(person: Json, place: string): JsonObject {
  const value = at(person, place);
  return isObject(value) ? value : {};
}

/** Whom the official sandbox knows: some can be read, some only found, and two have a face for either. */
import type { JsonObject } from '../../../../src/contract/contract.ts';
import { foundPeople } from './found.ts';
import { foundAsJane, readJane } from './jane.ts';
import { readablePeople } from './readable.ts';
import { smiths } from './smiths.ts';
import { patientOf, type WrittenPeople } from './written.ts';

export const jane = '9000000009';

export interface Readable {
  readonly version: string;
  readonly patient: JsonObject;
}

/** The person as `GET /Patient/{id}` gives them, made anew each time. */
export function readable(nhsNumber: string): Readable | undefined {
  if (nhsNumber === jane) return { version: '2', patient: readJane() };
  const person = Object.hasOwn(readablePeople, nhsNumber) ? readablePeople[nhsNumber] : undefined;
  return person && { version: person.v, patient: patientOf(nhsNumber, person) };
}

const found: WrittenPeople = { ...foundAsJane, ...foundPeople, ...smiths };

/** The person as a search gives them. */
export function asFound(nhsNumber: string): JsonObject {
  const person = found[nhsNumber];
  if (!person) throw new RangeError(`nobody of the official sandbox is found by the number ${nhsNumber}`);
  return patientOf(nhsNumber, person);
}

/** How the official sandbox words a wrong value. */
import type { Json } from '../../../src/contract/contract.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidValue } from '../../../src/nhs/spine/spine-words.ts';

/** It is written in JavaScript, which prints what is not there as `undefined`. */
export function invalid(value: Json | undefined, field: string): Problem {
  return invalidValue(value === undefined ? 'undefined' : value, field);
}

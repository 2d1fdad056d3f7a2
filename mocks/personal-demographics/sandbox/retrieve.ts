/**
 * Reads one of the people that can be read. Whoever is only found is nobody here; of those, 9000000015 is no valid number, which is seen first:
 * the published service's code checks the number before it looks for the person, whatever is said of it elsewhere.
 */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { readable } from './people/people.ts';
import { said, type Said } from './said.ts';

export function retrieve(call: AnyCall): Said<200> | Problem {
  const known = readable(call.path['id'] ?? '');
  return known ? said(200, known.patient, known.version) : spine('RESOURCE_NOT_FOUND');
}

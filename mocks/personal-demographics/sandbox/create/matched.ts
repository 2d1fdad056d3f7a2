/** Whom the official sandbox already knows when somebody is to be registered: two people, by family name and postcode. */
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { outcomeOf } from '../../../../src/nhs/spine/spine-dialect.ts';
import { multipleMatches, singleMatch } from '../../create/match.ts';
import { at } from './checks.ts';

/** `single` is the number that a single match names, which is another for a baby. */
export function matched(person: Json, single: string): JsonObject | undefined {
  const family = at(person, 'name/0/family');
  const postcode = at(person, 'address/0/postalCode');
  if (family === 'McMatch-Single' && postcode === 'BAP 4WG') return outcomeOf(singleMatch(single));
  return family === 'McMatch-Multiple' && postcode === 'DN19 7UD' ? outcomeOf(multipleMatches()) : undefined;
}

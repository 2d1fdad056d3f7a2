/** Why an appointment cannot be booked: somebody has the slot. */
import type { JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';

/** What no diary knows is no slot of the world's. */
export function slotRefusal({ population }: Call, { slot }: JsonObject): Problem | undefined {
  const references = isArray(slot) ? slot.filter(isObject).map(({ reference }) => reference) : [];
  for (const [at, reference] of references.entries()) {
    const id = typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : '';
    if (population.slot(id)?.isFree === false)
      return {
        problem: 'conflict',
        message: 'The slot is taken.',
        faults: [{ in: 'body', pointer: `/slot/${at}/reference`, keyword: 'free', message: 'must be a slot that is free' }],
      };
  }
  return undefined;
}

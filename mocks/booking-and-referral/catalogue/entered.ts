/** Services and endpoints that clients enter make their targets known, until they are deleted. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Reply } from '../../../src/mock/reply.ts';
import { entered, keyOfTarget } from '../target/receivers.ts';
import type { CatalogueType } from '../target/service-ids.ts';
import { tellNoLonger, toldAt } from './told.ts';

const readers = { HealthcareService: 'getHealthcareService', Endpoint: 'getEndpoint' } as const;

function keysOf(resource: JsonObject | undefined): readonly string[] {
  return eachOf(resource?.['identifier']).flatMap((one) => {
    const [system, value] = [stringAt(one, 'system'), stringAt(one, 'value')];
    return system === undefined || value === undefined || system.endsWith('/product-id') ? [] : [keyOfTarget({ system, value })];
  });
}

/** One under each key: the last that was entered. */
function change({ store }: AnyCall, name: string, before: JsonObject | undefined, now: JsonObject | undefined): void {
  for (const key of keysOf(before)) if (store.get(entered, key) === name) store.delete(entered, key);
  for (const key of keysOf(now)) store.put(entered, key, name);
}

export function entering<R extends Reply>(type: CatalogueType, call: AnyCall, otherwise: () => R | Problem): R | Problem {
  const { id } = call.path;
  const isGone = call.operation.method === 'delete';
  const told = id === undefined ? undefined : toldAt(type, id, call);
  // What is told can be changed and taken away like what was entered.
  if (told && id !== undefined) {
    call.rows.put(readers[type], id, told);
    tellNoLonger(call, type, id);
  }
  const before = id === undefined ? undefined : call.rows.get(readers[type], id);
  const reply = otherwise();
  if (isProblem(reply)) return reply;
  const now = !isGone && isObject(reply.body) ? reply.body : undefined;
  change(call, `${type}/${id ?? String(now?.['id'])}`, before, now);
  return reply;
}

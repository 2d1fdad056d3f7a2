/** POST on a collection: what a client sends is kept under an id of the kind the contract shows. */
import { isObject } from '../../contract/json.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { keep } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { currentItem, itemKey, missingParent } from './current.ts';
import { deliver } from './deliver.ts';
import { makeRow } from './make-row.ts';
import { mintId } from './mint-id.ts';

export function create(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource } = plan;
  if (call.body === undefined && call.binary === undefined) return undefined;
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const refusal = bodies.records.refusal(call, resource);
  if (refusal) return refusal;
  const chosen = chosenId(plan, call, bodies);
  if (typeof chosen === 'object') return chosen;
  const id = chosen ?? freshId(plan, call);
  const made = makeRow(plan, call, bodies, { id, version: 1 });
  if (plan.delivery) deliver(plan.delivery, call, id, made);
  return keep(plan, call, bodies, { id, made, success: plan.success, isNew: true });
}

/** An id that the client may choose: the request's schema has one that is not read-only, and the body is no FHIR resource (there the server chooses). */
function chosenId({ resource, write }: StatePlan, call: Call, bodies: Bodies): string | Problem | undefined {
  const { place } = resource.id;
  if (place === undefined || !isObject(call.body) || call.body['resourceType'] !== undefined || write.row.kind === 'made') return undefined;
  const inside = write.row.kind === 'inside' ? write.row.place : [];
  const outside = write.row.kind === 'taken-out' ? write.row.place : [];
  const tokens = [...outside, ...(inside.every((name, i) => place[i] === name) ? place.slice(inside.length) : place)];
  const [name = ''] = tokens;
  if (write.readOnly().names.has(name)) return undefined;
  const value = valueAt(call.body, tokens);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const id = String(value);
  const pointer = `/${tokens.join('/')}`;
  const refused = resource.parameter?.schema && refusal(call, resource.parameter.schema, id);
  if (refused !== undefined) {
    return {
      problem: 'invalid-value',
      message: `The body at ${pointer} cannot be an id of this API: ${refused}.`,
      faults: [{ in: 'body', pointer, keyword: 'id', message: refused }],
    };
  }
  const item = currentItem(resource, call, bodies, id);
  if (item === undefined || item === 'deleted' || item.asPublished) return id;
  return {
    problem: 'duplicate',
    message: 'A resource with this id exists already.',
    faults: [{ in: 'body', pointer, keyword: 'unique', message: 'is taken' }],
  };
}

/** Why an id cannot stand in the item's path, which is where everybody will ask for it. */
function refusal(call: Call, at: Parameters<Call['check']>[0], id: string): string | undefined {
  const faults = call.check(at, id);
  if (faults.length === 0 || (/^\d{1,15}$/.test(id) && call.check(at, Number(id)).length === 0)) return undefined;
  return faults[0]?.message;
}

/** An id that nothing in the collection has. */
export function freshId({ resource }: Pick<StatePlan, 'resource'>, call: Call): string {
  const { shown, rows } = resource.published();
  const ordinal = call.store.count(resource.collection);
  return mintId(call, resource.id, {
    ordinal,
    key: `${resource.collection} ${ordinal}`,
    shown: [...shown, ...rows.keys()],
    isFree: (candidate) =>
      !shown.includes(candidate) &&
      !rows.has(candidate) &&
      call.store.get(resource.collection, itemKey(resource, call, candidate)) === undefined,
  });
}

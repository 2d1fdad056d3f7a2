/** Which plan a request means: one that everybody has, or one that this workspace was given; and whether its application may use it. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { mayDo } from '../../../src/nhs/access-modes.ts';
import { found } from '../faults/back-end.ts';
import { noSuchPlan } from '../faults/words.ts';
import type { RoutingPlan } from './plan.ts';
import { doubledTemplates, publishedPlans, refusedPlans } from './published.ts';

const collection = 'notify/routing-plans';

/** The place is named otherwise than the member, as the service has it. */
const unknown = found('not-found', 404, noSuchPlan, '/data/attributes/routingPlan');

export function findPlan(call: AnyCall, id: string): RoutingPlan | Problem {
  if (!mayDo(call, 'notify', (permission) => permission === id)) return unknown;
  const refused = Object.hasOwn(refusedPlans, id) ? refusedPlans[id] : undefined;
  if (refused?.said?.code === 'CM_ROUTING_PLAN_DUPLICATE_TEMPLATES') call.note(`There twice: ${doubledTemplates}.`);
  return refused ?? ownPlan(call, id) ?? publishedPlans.get(id) ?? unknown;
}

export function ownPlan({ store }: Pick<AnyCall, 'store'>, id: string): RoutingPlan | undefined {
  const document = store.get(collection, id);
  return document === undefined ? undefined : (JSON.parse(document) as RoutingPlan); // as `keepPlan` wrote it
}

export function keepPlan({ store }: Pick<AnyCall, 'store'>, plan: RoutingPlan): void {
  store.put(collection, plan.id, JSON.stringify(plan));
}

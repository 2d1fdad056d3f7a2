/** PUT on an item: replaces it, makes it where the contract says that it may, or brings back one that was deleted. */
import type { Json } from '../../contract/contract.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import { planSuccess, type StatePlan } from '../../plan/operation-plan.ts';
import { keep } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { askedItem, itemKey } from './current.ts';
import { makeRow } from './make-row.ts';
import { latestVersion } from './row.ts';

export function replace(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, operation } = plan;
  if (call.body === undefined && call.binary === undefined) return undefined;
  const asked = askedItem(plan, call, bodies);
  if (isProblem(asked)) return asked;
  const { id, item, isDeleted, missing } = asked;
  if (missing && !isDeleted && !operation.responses.has('201') && !resource.single) return missing;
  const success = item ? plan.success : planSuccess(operation, [201, 200, 204]);
  if (!success) return undefined;
  const version = (item?.row.version ?? latestVersion(resource, call, itemKey(resource, call, id))) + 1;
  const before: Json | undefined = item && item.row.binary === undefined ? JSON.parse(item.row.text) : undefined;
  const made = makeRow(plan, call, bodies, { id, version, before });
  return keep(plan, call, bodies, { id, made, success, isNew: item === undefined });
}

/** DELETE on an item: it is gone, and a list and a read say so. */
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { acknowledgement } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { askedItem, itemKey } from './current.ts';
import { removeRow } from './row.ts';

export function remove(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, success } = plan;
  const asked = askedItem(plan, call, bodies);
  if (isProblem(asked)) return asked;
  const { id, item, missing } = asked;
  if (missing) return missing;
  const gone = { version: (item?.row.version ?? 0) + 1, updated: new Date(call.clock.now()).toISOString() };
  removeRow(resource, call, itemKey(resource, call, id), gone);
  bodies.records.enter(call, resource, id, undefined);
  const made = item && item.row.binary === undefined ? { row: item.row, body: JSON.parse(item.row.text) } : undefined;
  return { status: success.status, ...acknowledgement(plan, call, bodies, success, { id, made }) };
}

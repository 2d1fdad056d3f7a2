/** DELETE on an item: it is gone, and a list and a read say so. */
import type { Call, Problem, Reply } from '../../mock.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { acknowledgement } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { currentItem, idInPath, itemKey, missingParent, notFound, unknownId } from './current.ts';
import { preconditionProblem } from './precondition.ts';
import { removeRow } from './row.ts';

export function remove(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, success, tagging } = plan;
  const id = idInPath(resource, call);
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const item = currentItem(resource, call, bodies, id);
  if (item === 'deleted') return notFound(resource, id);
  const refused = item ? preconditionProblem(call, tagging, item.row.version, item.asPublished) : unknownId(resource, call, bodies, id);
  if (refused) return refused;
  const gone = { version: (item?.row.version ?? 0) + 1, updated: new Date(call.clock.now()).toISOString() };
  removeRow(resource, call, itemKey(resource, call, id), gone);
  const made = item && item.row.binary === undefined ? { row: item.row, body: JSON.parse(item.row.text) } : undefined;
  return { status: success.status, ...acknowledgement(plan, call, bodies, success, { id, made }) };
}

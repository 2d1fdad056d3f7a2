/** PUT on an item: replaces it, makes it where the contract says that it may, or brings back one that was deleted. */
import type { Json } from '../../contract/contract.ts';
import type { Call, Problem, Reply } from '../../mock.ts';
import { planSuccess, type StatePlan } from '../../plan/operation-plan.ts';
import { acknowledgement, location, tag } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { currentItem, idInPath, itemKey, missingParent, unknownId } from './current.ts';
import { makeRow } from './make-row.ts';
import { preconditionProblem } from './precondition.ts';
import { latestVersion, writeRow } from './row.ts';

export function replace(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, operation, tagging } = plan;
  if (call.body === undefined && call.binary === undefined) return undefined;
  const id = idInPath(resource, call);
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const item = currentItem(resource, call, bodies, id);
  if (item === undefined) {
    const unknown = unknownId(resource, call, bodies, id);
    if (unknown && !operation.responses.has('201') && !resource.single) return unknown;
  } else if (item !== 'deleted') {
    const stale = preconditionProblem(call, tagging, item.row.version, item.asPublished);
    if (stale) return stale;
  }
  const existing = item !== undefined && item !== 'deleted' ? item : undefined;
  const success = existing ? plan.success : planSuccess(operation, [201, 200, 204]);
  if (!success) return undefined;
  const key = itemKey(resource, call, id);
  const version = (existing?.row.version ?? latestVersion(resource, call, key)) + 1;
  const before: Json | undefined = existing?.row.binary === undefined && existing ? JSON.parse(existing.row.text) : undefined;
  const made = makeRow(plan, call, bodies, { id, version, ...(before === undefined ? {} : { before }) });
  writeRow(resource, call, key, made);
  const headers = { ...(existing ? {} : location(plan, call, id)), ...tag(plan, version) };
  return { status: success.status, headers, ...acknowledgement(plan, call, bodies, success, { id, made }) };
}

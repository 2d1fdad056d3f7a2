/** Rows of another type of resource than the one that is listed: those that refer to it, or are asked for with it. */
import type { Json } from '../../../contract/contract.ts';
import type { Call } from '../../../mock/call.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import type { Bodies } from '../bodies.ts';
import { itemPathOf } from '../make-row.ts';
import { findRows } from './find-rows.ts';
import { isOfType, keyOf, type ReferredTo } from './resolve-reference.ts';

/** Rows looked at at most. */
const most = 1_000;

/** `asked`: what they are searched by. */
export function rowsOfType(
  { api }: StatePlan,
  call: Call,
  bodies: Bodies,
  type: string,
  asked: Readonly<Record<string, Json>> = {},
): readonly ReferredTo[] {
  const resource = api.resources().find((one) => isOfType(one, type) && one.operations.list !== undefined);
  const operation = resource?.operations.list;
  const plan = operation && api.of(operation).state?.list();
  if (!resource || !plan) return [];
  const { criteria } = plan.search.read(asked, call.clock.now());
  const about = { plan, resource, call, bodies, isAsked: () => true, resolve: () => undefined, criteria, sort: undefined };
  const { rows } = findRows({ ...about, start: 0, size: most, after: undefined }) ?? { rows: [] };
  return rows.map(({ id, text, body }) => ({
    key: keyOf(body()),
    body: body(),
    text,
    address: id === undefined || resource.itemPath === undefined ? undefined : call.url(itemPathOf(resource, call, id)),
  }));
}

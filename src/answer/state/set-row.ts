/** Rows that are put and deleted by somebody else than the operations that are inferred, who then find them as if they had. */
import type { Json, Operation } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { identitiesOf, placeId } from '../../plan/resource/id-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Store } from '../../workspace/store/store.ts';
import { freshId } from './create.ts';
import { idInPath, itemKey } from './current.ts';
import { latestVersion, removeRow, writeRow } from './row.ts';

/** The collection that an operation is about: its own, or that of the item which its path names on the way. */
export function resourceOf(plan: ApiPlan, operation: Operation): Resource | undefined {
  const own = plan.of(operation).state?.resource;
  if (own) return own;
  const above = plan.resources().filter(({ itemPath }) => itemPath !== undefined && operation.path.startsWith(`${itemPath}/`));
  return above.toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** A row as it is to be; without a body it is to be gone. */
export interface RowToSet {
  readonly collection: string;
  readonly key: string;
  readonly body?: Json;
}

/** Where it stands is told by the request: under the parents that the path names, by the id that is said, in the path, in the body, or a new one. */
export function rowToSet(
  resource: Resource,
  call: Call,
  { id, body }: { readonly id?: string; readonly body?: Json },
): RowToSet | undefined {
  const { collection } = resource;
  const named = id ?? (idInPath(resource, call) || identitiesOf(body, resource.id)[0]);
  if (named === undefined && body === undefined) return undefined;
  const known = named ?? (resource.single ? '' : freshId({ resource }, call));
  const key = itemKey(resource, call, known);
  return { collection, key, ...(body !== undefined && { body: withId(resource, body, known) }) };
}

/** The body with the id that it is put under. */
export const withId = ({ id, single }: Resource, body: Json, named: string): Json =>
  isObject(body) && !single && named !== '' && (!id.numeric || /^\d{1,15}$/.test(named)) ? placeId(body, id, named) : body;

/** Undefined where the API has no such collection any more. */
export function setRow(plan: ApiPlan, store: Store, { collection, key, body }: RowToSet, now: number): void {
  const resource = plan.resources().find((one) => one.collection === collection);
  if (!resource) return;
  const about = { version: latestVersion(resource, { store }, key) + 1, updated: new Date(now).toISOString() };
  if (body === undefined) removeRow(resource, { store }, key, about);
  else writeRow(resource, { store }, key, { row: { ...about, text: JSON.stringify(body) }, body });
}

/** What a workspace has of a resource right now: the overlay first, then what the contract publishes, then what is invented where it publishes nothing. */
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Published, PublishedRow } from '../../plan/resource/published.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import type { Bodies, Told } from './bodies.ts';
import { sendsAsPublished } from '../../workspace/settings.ts';
import { mintId } from './mint-id.ts';
import { preconditionProblem } from './precondition.ts';
import { isTouchedBelow, readRow, type Row } from './row.ts';

export interface Item {
  readonly row: Row;
  /** The id it goes by. */
  readonly id: string;
  /** False once a client has written it. */
  readonly asPublished: boolean;
  /** It is an entry of somebody's record. */
  readonly isRecorded?: boolean;
}

/** What stands before the id in an item's key: the ids of its parents. */
export function parentKey({ parents, view }: Resource, call: Call): string {
  return view ? '' : parents.map((name) => `${encodeURIComponent(String(call.path[name] ?? ''))}/`).join('');
}

export function itemKey(resource: Resource, call: Call, id: string): string {
  return parentKey(resource, call) + encodeURIComponent(id);
}

/** The id that this request's path gives an item of the resource; '' for a lone document. */
export function idInPath({ itemParameter }: Resource, call: Call): string {
  return itemParameter === undefined ? '' : String(call.path[itemParameter] ?? '');
}

export function currentItem(resource: Resource, call: Call, bodies: Bodies, id: string): Item | 'deleted' | undefined {
  const row = readRow(call.store, resource.collection, itemKey(resource, call, id));
  if (row) return row.deleted ? 'deleted' : { row, id, asPublished: false };
  const recorded = bodies.records.item(call, resource, id);
  if (recorded) return { row: { version: 1, updated: '', text: recorded.text }, id, asPublished: true, isRecorded: true };
  if (bodies.records.isOfRecords(call, resource)) return undefined;
  const published = resource.published();
  const found = shownUnderThisParent(resource, call, published) ? published.rows.get(id) : undefined;
  if (!found) return inventedItem(resource, call, bodies, id);
  const { text } = publishedBody(resource, call, bodies, { id, row: found });
  return { row: { version: found.version, updated: '', text }, id, asPublished: true };
}

/**
 * An example that breaks its schema is mended, unless it is wanted as published. An item that goes by an NHS number tells of the
 * person whom the world has under it, whoever it was published about. What is planned lies ahead.
 */
export function publishedBody(
  resource: Resource,
  call: Call,
  bodies: Bodies,
  { id, row }: { readonly id: string; readonly row: PublishedRow },
): Told {
  const body = sendsAsPublished(call.settings) ? row.body : row.fitting();
  if (body !== row.body)
    call.note('A published example that breaks its own schema is shown mended; --examples published shows it as it is.');
  return bodies.told(call, resource, { id, body });
}

/** Published items of a nested collection belong to the parents the contract shows them under. */
export function shownUnderThisParent(resource: Resource, call: Call, published: Published): boolean {
  // Where the contract shows parents of its own, what it shows below them is theirs.
  if (resource.parent && resource.parent.published().rows.size > 0 && isBelowMade(resource, call)) return false;
  return resource.parents.every((name) => {
    const shown = published.parents[name] ?? [];
    return shown.length === 0 || shown.includes(String(call.path[name]));
  });
}

/** True once a client has written anything below this parent, or deleted it, or has made the parent itself: then all that is there is known. */
export function isTouched(resource: Resource, call: Call): boolean {
  return isTouchedBelow(resource, call, parentKey(resource, call)) || isBelowMade(resource, call);
}

/** True below something that a client has made, where nothing is but what clients put there. */
function isBelowMade({ parent }: Resource, call: Call): boolean {
  if (!parent) return false;
  const id = idInPath(parent, call);
  const row = readRow(call.store, parent.collection, itemKey(parent, call, id));
  return (row !== undefined && !row.deleted && !parent.published().rows.has(id)) || isBelowMade(parent, call);
}

/** Where the contract publishes nothing, one item is made up, and stands in the list and under its id until a client writes here. */
export function inventedId(resource: Resource, call: Call): string | undefined {
  const published = resource.published();
  if (!resource.operations.read || resource.single || published.rows.size > 0 || published.ids.size > 0) return undefined;
  if (isTouched(resource, call)) return undefined;
  const place = `${resource.collection} ${parentKey(resource, call)}`;
  return mintId(call, resource.id, { ordinal: 0, key: `invented ${place}`, shown: [], isFree: () => true });
}

function inventedItem(resource: Resource, call: Call, bodies: Bodies, id: string): Item | undefined {
  const { read } = resource.operations;
  if (!read || id !== inventedId(resource, call)) return undefined;
  const text = bodies.item(call, read, id);
  return text === undefined ? undefined : { row: { version: 1, updated: '', text }, id, asPublished: true };
}

export const notFound = ({ itemParameter }: Resource, id: string): Problem => ({
  problem: 'not-found',
  message: id === '' ? 'There is nothing here yet.' : 'No resource with this id exists in this workspace.',
  ...(itemParameter === undefined
    ? {}
    : { faults: [{ in: 'path', name: itemParameter, pointer: '', keyword: 'exists', message: 'names nothing that exists' }] }),
});

/**
 * What an id without a row means: nobody's where the contract shows ids or clients have made rows of their own;
 * else anybody's, and the contract answers for it.
 */
export function unknownId(resource: Resource, call: Call, bodies: Bodies, id: string): Problem | undefined {
  const { settings } = call;
  if (settings.unknownIds === 'synthesise' || bodies.knows(call, resource.parameter, id)) return undefined;
  if (settings.unknownIds === 'refuse' || bodies.records.isOfRecords(call, resource)) return notFound(resource, id);
  const { ids } = resource.published();
  // Shown by the contract, yet without a row: its example is of a kind that has no id, bytes perhaps, or has it in its name alone.
  if (ids.has(id) || resource.published().named.has(id)) return undefined;
  return ids.size === 0 && !isTouched(resource, call) && !bodies.records.hasItems(call, resource) ? undefined : notFound(resource, id);
}

/** Everything that the path puts an item below must exist, where the contract has it as a resource; the fault names the one that does not. */
export function missingParent({ parent }: Pick<Resource, 'parent'>, call: Call, bodies: Bodies): Problem | undefined {
  if (!parent) return undefined;
  const above = missingParent(parent, call, bodies);
  if (above) return above;
  const id = idInPath(parent, call);
  const row = readRow(call.store, parent.collection, itemKey(parent, call, id));
  if (row) return row.deleted ? notFound(parent, id) : undefined;
  const published = parent.published();
  if (published.rows.has(id) && shownUnderThisParent(parent, call, published)) return undefined;
  return unknownId(parent, call, bodies, id);
}

/** The same for an operation that keeps nothing: an id that it shows itself is there, whatever else is. */
export function missingOnTheWay(below: Resource, call: Call, bodies: Bodies): Problem | undefined {
  const id = idInPath(below, call);
  const own = call.operation.parameters.find((one) => one.in === 'path' && one.name === below.itemParameter);
  if (own?.examples.some(({ value }) => String(value) === id)) return undefined;
  return missingParent({ parent: below }, call, bodies);
}

/** What a request is about: the item that its path names, as far as there is one. */
export interface AskedItem {
  readonly id: string;
  readonly item: Item | undefined;
  readonly isDeleted: boolean;
  /** Why there is none, where none may be made up. */
  readonly missing: Problem | undefined;
}

/** A problem where what the path puts the item below is missing, or where the request is about another version than the current one. */
export function askedItem({ resource, tagging, interaction }: StatePlan, call: Call, bodies: Bodies): AskedItem | Problem {
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const id = idInPath(resource, call);
  const item = currentItem(resource, call, bodies, id);
  if (item === 'deleted') return { id, item: undefined, isDeleted: true, missing: notFound(resource, id) };
  if (item === undefined) return { id, item, isDeleted: false, missing: unknownId(resource, call, bodies, id) };
  const stale = interaction.startsWith('read') ? undefined : preconditionProblem(call, tagging, item.row.version, item.asPublished);
  return stale ?? { id, item, isDeleted: false, missing: undefined };
}

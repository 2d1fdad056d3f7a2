/** Which resources a contract speaks of, and what each operation does to them: read from paths and methods alone, for any contract. */
import type { Contract, Operation } from '../../contract/contract.ts';
import { taggingOf, type Tagging } from './version.ts';

export type Interaction = 'create' | 'list' | 'read' | 'replace' | 'patch' | 'delete' | 'read-version' | 'history';

export interface Resource {
  /** The collection's path as published, which is also the name its rows are kept under: `/orders/{orderId}/lines`. */
  readonly path: string;
  /** Parameters of the collection's path: an item belongs to the parent these name. */
  readonly parents: readonly string[];
  /** The parameter that names an item; absent for a collection without item paths and for a lone document (`/settings`). */
  readonly itemParameter?: string;
  /** The item's own path: `/orders/{orderId}/lines/{lineId}`. */
  readonly itemPath?: string;
  /** One document under this path rather than a collection. */
  readonly single: boolean;
  readonly operations: Partial<Record<Interaction, Operation>>;
  /** Every operation of the resource, several of which may be of one interaction (`POST /` and `POST /$create`). */
  readonly all: readonly Part[];
}

export interface Part {
  readonly operation: Operation;
  readonly interaction: Interaction;
}

export interface Inference {
  readonly resource: Resource;
  readonly interaction: Interaction;
  /** How this operation speaks of versions; undefined where its contract does not. */
  readonly tagging: Tagging | undefined;
}

interface Draft {
  path: string;
  itemPath?: string;
  itemParameter?: string;
  single: boolean;
  parts: Part[];
}

const itemInteractions: Readonly<Record<string, Interaction>> = { get: 'read', put: 'replace', patch: 'patch', delete: 'delete' };
const patchType = /json-patch|merge-patch/;

/** What inference can do for each operation, by operationId. Operations that are not here answer from examples. */
export function inferResources(contract: Contract): ReadonlyMap<string, Inference> {
  const drafts = new Map<string, Draft>();
  const draft = (path: string): Draft => {
    const known = drafts.get(path);
    if (known) return known;
    const made: Draft = { path, single: false, parts: [] };
    drafts.set(path, made);
    return made;
  };
  for (const operation of contract.operations) placeItem(operation, draft);
  for (const operation of contract.operations) placeCollection(contract, operation, drafts, draft);
  const inferences = new Map<string, Inference>();
  for (const made of drafts.values()) {
    const resource = finish(made);
    const operations = made.parts.map((part) => part.operation);
    for (const { operation, interaction } of made.parts)
      inferences.set(operation.id, { resource, interaction, tagging: taggingOf(operation, operations) });
  }
  return inferences;
}

function finish(draft: Draft): Resource {
  const operations: Partial<Record<Interaction, Operation>> = {};
  for (const { operation, interaction } of draft.parts) operations[interaction] ??= operation;
  const { path, itemPath, itemParameter, single } = draft;
  return {
    path,
    parents: parameterNames(path),
    single,
    operations,
    all: draft.parts,
    ...(itemPath !== undefined && itemParameter !== undefined ? { itemPath, itemParameter } : {}),
  };
}

/** `/things/{id}`, `/List{id}`, `/things/{id}/_history/{version}`. */
function placeItem(operation: Operation, draft: (path: string) => Draft): void {
  const history = /^(.*)\/_history(?:\/\{[^{}/]+\})?$/.exec(operation.path);
  const path = history?.[1] ?? operation.path;
  const item = /^(.*)\/([^{}/]*)\{([^{}/]+)\}$/.exec(path);
  if (!item) return;
  const [, parent = '', literal = '', parameter = ''] = item;
  const interaction = history
    ? operation.method === 'get'
      ? operation.path.endsWith('}')
        ? 'read-version'
        : 'history'
      : undefined
    : itemInteractions[operation.method];
  if (!interaction) return;
  const made = draft(literal === '' ? parent : `${parent}/${literal}`);
  made.itemPath = path;
  made.itemParameter = parameter;
  made.parts.push({ operation, interaction });
}

function placeCollection(
  contract: Contract,
  operation: Operation,
  drafts: ReadonlyMap<string, Draft>,
  draft: (path: string) => Draft,
): void {
  const { method, path } = operation;
  if (/\}$|_history$/.test(path)) return;
  const last = path.slice(path.lastIndexOf('/') + 1);
  const parent = path.slice(0, path.lastIndexOf('/'));
  if (last === '_search' && method === 'post') {
    draft(parent).parts.push({ operation, interaction: 'list' });
  } else if (last.startsWith('$')) {
    // A FHIR operation creates where it says 201 Created and stands beside items; the others answer from their examples.
    if (method === 'post' && operation.responses.has('201') && drafts.get(parent)?.itemPath)
      draft(parent).parts.push({ operation, interaction: 'create' });
  } else if (method === 'post') {
    if (createsHere(contract, operation, drafts)) draft(path).parts.push({ operation, interaction: 'create' });
  } else if (method === 'get') {
    const beside = contract.operations.some((other) => other.path === path && /^(put|patch|delete)$/.test(other.method));
    const isCollection =
      drafts.get(path)?.itemPath || contract.operations.some((other) => other.path === path && createsHere(contract, other, drafts));
    if (isCollection) draft(path).parts.push({ operation, interaction: 'list' });
    else if (beside) single(draft(path), operation, 'read');
  } else {
    const interaction = itemInteractions[method];
    if (interaction && !drafts.get(path)?.itemPath) single(draft(path), operation, interaction);
  }
}

function single(draft: Draft, operation: Operation, interaction: Interaction): void {
  draft.single = true;
  draft.parts.push({ operation, interaction });
}

/** A POST creates where items or a list can show what it made. A body of a patch type never creates. */
function createsHere(contract: Contract, operation: Operation, drafts: ReadonlyMap<string, Draft>): boolean {
  if (operation.method !== 'post' || !operation.body) return false;
  if (operation.body.content.some((media) => patchType.test(media.type))) return false;
  if (drafts.get(operation.path)?.itemPath) return true;
  return contract.operations.some((other) => other.method === 'get' && other.path === operation.path) && operation.responses.has('201');
}

export function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]+)\}/g)].map((match) => match[1] ?? '');
}

/** The resource that an item of this one belongs to, where the contract has it: `/orders/{id}` for `/orders/{id}/lines`. */
export function parentOf(resource: Resource, inferences: Iterable<Inference>): Resource | undefined {
  for (const { resource: other } of inferences) {
    if (other.itemPath !== undefined && other !== resource && resource.path.startsWith(`${other.itemPath}/`)) return other;
  }
  return undefined;
}

/** A resource that a contract speaks of: where it stands, what its items look like, how they are told apart, and which are published. */
import type { Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import type { RowIndex } from '../list/row-index.ts';
import type { PlainItems } from '../told/plain-items.ts';
import type { ToldItems } from '../told/told-items.ts';
import type { IdPlan } from './id-plan.ts';
import type { Published } from './published.ts';

export type Interaction = 'create' | 'list' | 'read' | 'replace' | 'patch' | 'delete' | 'read-version' | 'history';

export interface Part {
  readonly operation: Operation;
  readonly interaction: Interaction;
}

export interface Resource {
  /** The collection's path as published: `/orders/{orderId}/lines`. */
  readonly path: string;
  /** The name its rows are kept under. */
  readonly collection: string;
  /** Parameters of the collection's path: an item belongs to the parents these name. */
  readonly parents: readonly string[];
  /** The nearest resource whose items have this one below them, where the contract has it: `/orders/{id}` for `/orders/{id}/lines`. */
  readonly parent: Resource | undefined;
  /** The parameter that names an item; absent for a collection without item paths and for a lone document (`/settings`). */
  readonly itemParameter?: string;
  /** The item's own path: `/orders/{orderId}/lines/{lineId}`. */
  readonly itemPath?: string;
  readonly parameter: Parameter | undefined;
  /** One document under this path rather than a collection. */
  readonly single: boolean;
  readonly operations: Partial<Record<Interaction, Operation>>;
  /** Every operation of the resource, several of which may be of one interaction (`POST /` and `POST /$create`). */
  readonly all: readonly Part[];
  /** The schema under which an item is shown; undefined where the contract gives none. */
  readonly shape: SchemaAt | undefined;
  readonly id: IdPlan;
  /** By what its rows are found. */
  readonly index: () => RowIndex;
  /** Its initial state. */
  readonly published: () => Published;
  /** What of a clinical record its items tell, where they do. */
  readonly told: () => ToldItems | undefined;
  /** The same of items in plain JSON. */
  readonly plain: () => PlainItems | undefined;
  /** Where it is a view of another collection (`/Patient/{id}/X` of `/X`): whose rows it shows, those that name what this parameter holds. */
  readonly view?: { readonly of: Resource; readonly by: string };
}

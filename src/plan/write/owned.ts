/** The members of an item that the server makes: its ids and versions, when it was made and changed, what is `readOnly`, and what is required but not sent. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { bestBranch, settle } from '../../meaning/schema/branches.ts';
import { isLeaf, type Merged } from '../../meaning/schema/merged-schema.ts';
import type { ApiPlan } from '../api-plan.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import type { IdPlan } from '../resource/id-plan.ts';
import { plainName } from '../resource/names.ts';
import { holds } from './holds.ts';

/** How a member gets its value. `made`: once, and kept. `path`: what the request's path holds under that name. */
export type Source = 'made' | 'created' | 'updated' | 'version' | 'self' | { readonly path: string };

export interface OwnedMember {
  readonly name: string;
  readonly at: SchemaAt;
  readonly source: Source;
  /** One value, no object or list. */
  readonly isLeaf: boolean;
  readonly isReadOnly: boolean;
  /** The value that something new has, where the contract says it. */
  readonly initial?: Json;
}

/** What the server adds to a value of one schema, chosen by the value where the schema has branches. */
export type Owned = (value: Json) => OwnedHere;

export interface OwnedHere {
  readonly members: readonly OwnedMember[];
  readonly inside: ReadonlyMap<string, Owned>;
  readonly items: Owned | undefined;
}

export interface OwnedQuestion {
  readonly api: ApiPlan;
  readonly shape: SchemaAt | undefined;
  readonly id: IdPlan;
  /** Parameters of the path that items stand below. */
  readonly parents: readonly string[];
  /** What a create answers with, as published. */
  readonly created: Json | undefined;
  /** What is sent has been checked by this very schema: nothing that it requires is missing, but for what only the server may set. */
  readonly isChecked?: boolean;
}

const nothing: OwnedHere = { members: [], inside: new Map(), items: undefined };
/** Schemas may be recursive; what is sent is rarely deeper. */
const DEPTH = 8;

export function planOwned({ api, shape, id, parents, created, isChecked = false }: OwnedQuestion): Owned {
  const byPlace = id.place?.join('/');
  return shape
    ? ownedAt(api, shape, { created, parents, isChecked, skip: byPlace === undefined ? new Set() : new Set([byPlace]), path: '', depth: 0 })
    : () => nothing;
}

interface Spot {
  readonly parents: readonly string[];
  readonly isChecked: boolean;
  readonly created: Json | undefined;
  /** Paths of the members that are placed otherwise. */
  readonly skip: ReadonlySet<string>;
  readonly path: string;
  readonly depth: number;
}

function ownedAt(api: ApiPlan, at: SchemaAt, spot: Spot): Owned {
  const { meaning } = api;
  const merged = meaning.read(at);
  const of = lazilyFor((settled: Merged) => ownedBy(api, settled, spot));
  if (merged.choices.length === 0) return () => of(merged);
  // Branches are few: what each combination adds is remembered by the branches that were taken.
  const settledBy = new Map<string, Merged>();
  return (value) => {
    const taken: number[] = [];
    const settled = settle(meaning.read, merged, (choice) => {
      // A branch that takes the value as it is wants nothing more of it.
      const fitting = choice.branches.findIndex((branch) => api.contract.check(branch, value).length === 0);
      const branch = fitting < 0 ? bestBranch(meaning.read, choice, value) : fitting;
      taken.push(branch);
      return branch;
    });
    const key = taken.join();
    const known = settledBy.get(key) ?? settled;
    settledBy.set(key, known);
    return of(known);
  };
}

function ownedBy(api: ApiPlan, merged: Merged, spot: Spot): OwnedHere {
  const { meaning } = api;
  if (spot.depth > DEPTH || merged.impossible) return nothing;
  const members: OwnedMember[] = [];
  const inside = new Map<string, Owned>();
  for (const [name, at] of merged.properties) {
    const path = spot.path === '' ? name : `${spot.path}/${name}`;
    if (spot.skip.has(path)) continue;
    const read = meaning.read(at);
    const shown = isObject(spot.created) ? spot.created[name] : undefined;
    const next: Spot = { ...spot, path, depth: spot.depth + 1, created: shown };
    if (read.schema.writeOnly !== true && (read.schema.readOnly === true || (!spot.isChecked && merged.required.has(name))))
      members.push({
        name,
        at,
        isLeaf: isLeaf(read),
        isReadOnly: read.schema.readOnly === true,
        source: sourceOf(name, read, spot.parents),
        ...initialOf(name, read, shown),
      });
    if (ownsInside(api, at, spot)) inside.set(name, ownedAt(api, at, next));
  }
  const items =
    merged.items && ownsInside(api, merged.items, spot)
      ? ownedAt(api, merged.items, { ...spot, path: `${spot.path}/*`, depth: spot.depth + 1, created: undefined })
      : undefined;
  return members.length > 0 || inside.size > 0 || items ? { members, inside, items } : nothing;
}

function ownsInside({ meaning }: ApiPlan, at: SchemaAt, { isChecked }: Spot): boolean {
  return holds(meaning, at, (read) => read.schema.readOnly === true || (!isChecked && read.required.size > 0));
}

const CREATED =
  /^(created|creation|added|inserted|submitted|registered|issued|received|recorded|placed|opened|requested|ordered|booked|made|authored|logged|posted|uploaded)(at|on|date|datetime|time|timestamp)?$|^timestamp$|^date(created|added|submitted)$/;
const UPDATED = /^(last)?(updated|modified|changed)(at|on|date|datetime|time|timestamp)?$|^date(updated|modified)$/;

function sourceOf(name: string, { schema }: Merged, parents: readonly string[]): Source {
  const plain = plainName(name);
  const parent = parents.find((one) => plainName(one) === plain);
  if (parent !== undefined) return { path: parent };
  const timely = (schema.format ?? '').startsWith('date') || (schema.format === undefined && /(at|on|date|time|timestamp)$/.test(plain));
  if (timely && schema.enum === undefined && CREATED.test(plain)) return 'created';
  if (timely && schema.enum === undefined && UPDATED.test(plain)) return 'updated';
  if (/^(version|revision|versionnumber)$/.test(plain) && schema.type === 'integer') return 'version';
  const takesLinks = schema.type === 'string' && schema.enum === undefined && /^(|ur[il].*|iri.*)$/.test(schema.format ?? '');
  if (schema.readOnly === true && /^(self|href|url|uri|selflink)$/.test(plain) && takesLinks) return 'self';
  return 'made';
}

/** Something new is in the state that the contract shows a create to answer, else in the default one, else in the first of its list. */
function initialOf(name: string, { schema }: Merged, shown: Json | undefined): { readonly initial?: Json } {
  if (schema.const !== undefined) return { initial: schema.const };
  if (/(status|state|phase|stage)$/.test(plainName(name))) {
    const initial = typeof shown === 'string' ? shown : (schema.default ?? schema.enum?.[0]);
    if (initial !== undefined) return { initial };
  }
  return schema.default === undefined ? {} : { initial: schema.default };
}

/** The leaves of an existing document, each with where it stands and what it means there, as far as the schema reaches. */
import type { Json, JsonObject, Operation, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import { asExtension, asResource, enter, leafAt, rootScope, type Scope } from '../evidence/scope.ts';
import type { Meaning } from '../infer-roles.ts';
import type { Role } from '../roles/roles.ts';
import { bestBranch, settle } from './branches.ts';
import { type Leaf, roleKey } from './leaf.ts';
import type { Merged } from './merged-schema.ts';
import { itemPlace, memberPlace } from './place.ts';

/** More leaves than any body that we make or are sent has. */
const MOST = 50_000;
const ANYTHING: SchemaAt = { pointer: '', schema: true };

export function instanceLeaves(
  meaning: Meaning,
  value: Json,
  at: SchemaAt = ANYTHING,
  operation?: Pick<Operation, 'path'>,
): readonly InstanceLeaf[] {
  const found: InstanceLeaf[] = [];
  const merged = meaning.read(at);
  const scope = rootScope(operation, merged.component);
  visit(meaning, found, { value, merged, scope, name: '', trail: undefined, owner: NOBODY, index: 0 });
  return found;
}

/** Characters of the names on the way to a value that has a meaning. */
const LONGEST_NAMES = 2_000;

/** The way to a value, from the inside out. */
interface Trail {
  readonly above: Trail | undefined;
  readonly token: string;
}

/** The object that a leaf is a member of. */
interface Owner {
  readonly siblings: JsonObject;
  /** Names declared for it, and those it has. */
  readonly beside: () => readonly string[];
}

const NOBODY: Owner = { siblings: {}, beside: () => [] };

/** Names beside a leaf that can say something of it: no object that means anything has more, and each leaf looks at them all. */
const MOST_BESIDE = 200;

const ownerOf = (siblings: JsonObject, merged: Merged): Owner => ({
  siblings,
  beside: lazily(() => [...new Set([...merged.properties.keys(), ...Object.keys(siblings)])].slice(0, MOST_BESIDE)),
});

interface Place {
  readonly value: Json;
  readonly merged: Merged;
  readonly scope: Scope;
  readonly name: string;
  readonly trail: Trail | undefined;
  readonly owner: Owner;
  readonly index: number;
}

/** Bodies have many leaves, and few of them are looked at: what costs something is found when asked for. */
export class InstanceLeaf {
  readonly value: string | number | boolean;
  /** Index in the innermost array. */
  readonly index: number;
  readonly #meaning: Meaning;
  readonly #place: Place;
  #tokens: readonly string[] | undefined;
  #leaf: Leaf | undefined;
  #role: { readonly is: Role | undefined } | undefined;

  constructor(meaning: Meaning, place: Place, value: string | number | boolean) {
    this.value = value;
    this.index = place.index;
    this.#meaning = meaning;
    this.#place = place;
  }

  /** Of the member that it is, or that the list is which it is in. */
  get name(): string {
    return this.#place.name;
  }

  get tokens(): readonly string[] {
    return (this.#tokens ??= tokensOf(this.#place.trail));
  }

  get leaf(): Leaf {
    if (this.#leaf) return this.#leaf;
    const { scope, name, merged, owner } = this.#place;
    const { siblings } = owner;
    return (this.#leaf = leafAt({ scope, name, schema: this.#schema(), pointer: merged.pointer, beside: owner.beside(), siblings }));
  }

  get role(): Role | undefined {
    if (this.#role) return this.#role.is;
    const { scope, name, merged, owner } = this.#place;
    // Names that only a client made up may be as long as a body, and mean nothing.
    if (name.length + scope.words.length > LONGEST_NAMES) return undefined;
    const key = roleKey({ scope, name, pointer: merged.pointer, siblings: owner.siblings, example: this.value });
    this.#role = { is: this.#meaning.roleBy(key, () => this.leaf) };
    return this.#role.is;
  }

  /** Beyond the reach of any schema the value itself is all there is to go by. */
  #schema(): SchemaObject {
    const { schema } = this.#place.merged;
    return Object.keys(schema).length > 0 ? schema : { type: typeof this.value, example: this.value };
  }
}

function tokensOf(trail: Trail | undefined): readonly string[] {
  const tokens: string[] = [];
  for (let here = trail; here; here = here.above) tokens.push(here.token);
  return tokens.reverse();
}

function visit(meaning: Meaning, found: InstanceLeaf[], place: Place): void {
  const { value, scope, name, trail, owner } = place;
  if (value === null || found.length >= MOST) return;
  if (typeof value !== 'object') {
    const { choices } = place.merged;
    const merged = choices.length === 0 ? place.merged : settledFor(meaning, place.merged, value);
    found.push(new InstanceLeaf(meaning, merged === place.merged ? place : { ...place, merged }, value));
    return;
  }
  const merged = settledFor(meaning, place.merged, value);
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      const inside = meaning.read(itemPlace(merged, index) ?? ANYTHING);
      visit(meaning, found, { value: item, merged: inside, scope, name, trail: { above: trail, token: String(index) }, owner, index });
    }
  } else if (isObject(value)) visitObject(meaning, found, { ...place, merged }, value);
}

function settledFor(meaning: Meaning, merged: Merged, value: Json): Merged {
  return merged.choices.length === 0 ? merged : settle(meaning.read, merged, (choice) => bestBranch(meaning.read, choice, value));
}

function visitObject(meaning: Meaning, found: InstanceLeaf[], { merged, scope: around, name: own, trail }: Place, value: JsonObject): void {
  const type = value['resourceType'];
  const scope = asExtension(asResource(around, typeof type === 'string' ? type : undefined), own, value['url']);
  const owner = ownerOf(value, merged);
  for (const name of Object.keys(value)) {
    const member = value[name] ?? null;
    const inside = meaning.read(memberPlace(merged, name) ?? ANYTHING);
    // A leaf's own name is not part of what surrounds it; a container's is.
    const container = typeof member === 'object' && member !== null && !(isArray(member) && !isContainer(member[0] ?? null));
    const within = container ? enter(scope, name, inside) : scope;
    visit(meaning, found, { value: member, merged: inside, scope: within, name, trail: { above: trail, token: name }, owner, index: 0 });
  }
}

function isContainer(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

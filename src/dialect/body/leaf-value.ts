/** The value of one leaf of an error body: what its role has to say, shaped to its schema. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import { tellsPlace, type ErrorRole } from '../../meaning/roles/error-roles.ts';
import type { Habits } from '../published/habits.ts';
import { chooseCode, speaksOf } from '../words/choose-code.ts';
import { occurrenceLike } from '../words/error-id.ts';
import { say, type Saying } from '../words/say.ts';
import { upperSnake } from '../words/words-for.ts';
import { shapedTo, standIn, suits } from './suit.ts';

export interface LeafToFill {
  readonly schema: SchemaObject;
  readonly role: ErrorRole | undefined;
  readonly trail: string;
  readonly required: boolean;
  readonly saying: Saying;
  readonly habits: Habits;
  /** How many candidates the contract's check has refused here. */
  readonly refused: number;
}

interface LeafValue {
  readonly value: Json | undefined;
  /** Whether it is said of this very fault, not of whatever fault. */
  readonly isOwn: boolean;
}

export function saidLeaf(leaf: LeafToFill): LeafValue {
  const { schema, required, refused } = leaf;
  let left = refused;
  for (const value of saidValues(leaf)) if (left-- === 0) return { value, isOwn: true };
  const standing = standingValues(leaf);
  return { value: standing[left] ?? (required ? standIn(schema, left - standing.length) : undefined), isOwn: false };
}

/** What is said of this very fault, best first; one by one, for the first is almost always the one. */
function* saidValues(leaf: LeafToFill): Iterable<Json> {
  const { schema, role, saying, trail } = leaf;
  const published = saying.values.get(trail);
  if (published !== undefined && (role === undefined || role === 'constant') && suits(schema, published)) yield published;
  if (role === undefined) return;
  for (const value of role === 'id' || role === 'urn' ? idValues(leaf) : say(role, saying)) {
    const shaped = shapedTo(schema, value);
    if (shaped !== undefined) yield shaped;
  }
  const fitting = fromList(leaf);
  if (fitting !== undefined) yield fitting;
}

/** An id in the shape of the API's own, where it shows one. */
function* idValues({ schema, role, trail, saying, habits }: LeafToFill): Iterable<Json> {
  const published = habits.usualValue(trail) ?? schema.example ?? schema.examples?.[0];
  if (typeof published === 'string' || typeof published === 'number') {
    const alike = occurrenceLike(String(published), saying.answered.id, saying.report.index);
    if (alike !== undefined) yield typeof published === 'number' ? Number(alike) : alike;
  }
  yield* say(role ?? 'id', saying);
}

/** Of the texts that a schema allows, the one that speaks of this fault. */
function fromList({ schema, role, saying: { named, term } }: LeafToFill): string | undefined {
  const allowed = allowedValues(schema)?.filter((value) => typeof value === 'string') ?? [];
  if (role === 'code' || (role === 'constant' && allowed.length > 1)) return chooseCode(allowed, named);
  if (role !== 'title' && role !== 'display' && role !== 'message') return undefined;
  return (
    allowed.find((text) => text.startsWith(`${named.status}:`)) ??
    allowed.find((text) => term?.code !== undefined && upperSnake(text) === upperSnake(term.code)) ??
    allowed.find((text) => speaksOf(named, text))
  );
}

const allowedValues = ({ enum: allowed, const: only }: SchemaObject): readonly Json[] | undefined =>
  allowed ?? (only === undefined ? undefined : [only]);

/** What may be said whatever the fault, where a value has to be or is always the same. */
function standingValues(leaf: LeafToFill): readonly Json[] {
  const { schema, role, trail, required, habits } = leaf;
  const isConstant = role === 'system' || (role === 'constant' && !habits.isVaried(trail));
  if (!required && !isConstant) return onlyValue(leaf);
  // Where bodies of different faults differ, what one of them says is the last thing to say of another.
  const published = [habits.usualValue(trail), schema.example, ...(schema.examples ?? [])];
  const fixed = [schema.const, schema.default];
  const values =
    habits.isVaried(trail) && role !== 'system'
      ? [...fixed, ...(schema.enum ?? []), ...published]
      : [...fixed, ...published, ...(schema.enum ?? [])];
  return values.filter((value) => value !== undefined).filter((value) => suits(schema, value));
}

/** A member that may say one thing only says it, though we would have said it otherwise; but it never points to a wrong place. */
function onlyValue({ schema, role }: LeafToFill): readonly Json[] {
  const allowed = role === undefined || tellsPlace(role) ? [] : (allowedValues(schema) ?? []);
  return allowed.length === 1 ? allowed : [];
}

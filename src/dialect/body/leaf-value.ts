/** The value of one leaf of an error body: what its role has to say, shaped to its schema. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import { pickCode, speaksOf, upperSnake } from '../words/choose-term.ts';
import type { Habits } from '../published/habits.ts';
import { tellsPlace, type ErrorRole } from '../../meaning/roles/error-roles.ts';
import { say, type Saying } from '../words/say.ts';
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

export function leafValue(leaf: LeafToFill): LeafValue {
  const { schema, role, required, refused } = leaf;
  let left = refused;
  for (const value of role === undefined ? [] : ownValues(role, leaf)) if (left-- === 0) return { value, isOwn: true };
  const isStanding = required || role === 'constant' || role === 'system';
  const standing = isStanding ? standingValues(leaf) : onlyValue(leaf);
  return { value: standing[left] ?? (required ? standIn(schema, left - standing.length) : undefined), isOwn: false };
}

/** One by one, for the first is almost always the one. */
function* ownValues(role: ErrorRole, { schema, saying }: LeafToFill): Iterable<Json> {
  for (const value of say(role, saying)) {
    const shaped = shapedTo(schema, value);
    if (shaped !== undefined) yield shaped;
  }
  const allowed = allowedValues(schema);
  const fitting =
    allowed &&
    fromEnum(
      role,
      allowed.filter((value) => typeof value === 'string'),
      saying,
    );
  if (fitting !== undefined) yield fitting;
}

const allowedValues = ({ enum: allowed, const: only }: SchemaObject): readonly Json[] | undefined =>
  allowed ?? (only === undefined ? undefined : [only]);

/** Of the texts that a schema allows, the one that speaks of this fault. */
function fromEnum(role: ErrorRole, allowed: readonly string[], { report, answered, term }: Saying): string | undefined {
  const { status } = answered;
  if (role === 'code') {
    const codes = allowed.map((code) => ({ code }));
    return pickCode(codes, { ...report, status })?.code;
  }
  if (role !== 'title' && role !== 'display' && role !== 'message') return undefined;
  return (
    allowed.find((text) => text.startsWith(`${status}:`)) ??
    allowed.find((text) => term?.code !== undefined && upperSnake(text) === upperSnake(term.code)) ??
    allowed.find((text) => speaksOf(report.kind, text))
  );
}

/** A member that may say one thing only says it, though we would have said it otherwise; but it never points to a wrong place. */
function onlyValue({ schema, role }: LeafToFill): readonly Json[] {
  const allowed = role === undefined || tellsPlace(role) ? [] : (allowedValues(schema) ?? []);
  return allowed.length === 1 ? allowed : [];
}

/** What the API itself says here, whatever the fault. */
function standingValues({ schema, trail, habits }: LeafToFill): readonly Json[] {
  const values = [
    schema.const,
    schema.default,
    habits.usualValue(trail),
    schema.example,
    ...(schema.examples ?? []),
    ...(schema.enum ?? []),
  ];
  return values.filter((value) => value !== undefined).filter((value) => suits(schema, value));
}

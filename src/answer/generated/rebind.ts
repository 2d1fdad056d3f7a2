/** Makes a published or generated body about what this request asks for: its ids, and the person it names where the population knows them. */
import type { Contract, Json, Operation, SchemaAt } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { idEdits } from './bind-ids.ts';
import { personEdits } from './bind-person.ts';
import { applyAccepted } from './edits.ts';
import { dateOf } from './moments.ts';
import type { Bound } from '../semantics/bound.ts';
import { inferRoles, type Sidecar } from '../semantics/infer-roles.ts';
import { instanceLeaves } from '../semantics/instance-leaves.ts';

export interface RebindInput {
  readonly contract: Contract;
  /** The schema of the body; without one only names and identifier systems tell what its leaves mean. */
  readonly at?: SchemaAt;
  readonly operation?: Pick<Operation, 'path'>;
  readonly value: Json;
  readonly bound: Bound;
  readonly population: Population;
  readonly now: number;
  readonly sidecar?: Sidecar;
}

/** The same value where there is nothing to put in, or where the contract would not have it. */
export function rebind({ contract, at, operation, value, bound, population, now, sidecar }: RebindInput): Json {
  if (bound.item === undefined && Object.keys(bound.byRole).length === 0) return value;
  const meaning = inferRoles(contract, sidecar);
  const leaves = instanceLeaves(meaning, value, at, operation).map((leaf) => ({ ...leaf, role: meaning.roleOf(leaf.leaf) }));
  const person = personEdits({ leaves, bound, population, today: dateOf(now), fits: meaning.fits });
  const edits = [...person, ...idEdits(value, leaves, bound)];
  return applyAccepted(value, edits, (edited) => (at ? contract.check(at, edited) : []));
}

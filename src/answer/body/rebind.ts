/** Makes a published or generated body about what this request asks for: its ids, and the person it names where the population knows them. */
import type { Contract, Json, Operation, SchemaAt } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { idEdits, type RoleLeaf } from './bind-ids.ts';
import { personEdits } from './bind-person.ts';
import { applyAccepted } from './edits.ts';
import { dateOf } from '../generated/moments.ts';
import type { Bound } from '../../meaning/bound.ts';
import { inferRoles, type Sidecar } from '../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';

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
export function rebind(input: RebindInput): Json {
  const { contract, at, value, bound, population, now } = input;
  if (bound.item === undefined && bound.byName.size === 0 && Object.keys(bound.byRole).length === 0) return value;
  const { leaves, faulty } = studied(input);
  const { fits } = inferRoles(contract, input.sidecar);
  const person = personEdits({ leaves, bound, population, today: dateOf(now), fits });
  const edits = [...person, ...idEdits({ value, leaves, bound, fits })];
  return applyAccepted(value, edits, faulty, (edited) => (at ? contract.check(at, edited) : []));
}

interface Study {
  readonly leaves: readonly RoleLeaf[];
  /** Pointers of the faults that the value has as it is. */
  readonly faulty: ReadonlySet<string>;
}

// Published examples are sent again and again: what their leaves mean does not change.
const studies = new WeakMap<object, Map<string, Study>>();

function studied(input: RebindInput): Study {
  const { value, at, operation } = input;
  if (typeof value !== 'object' || value === null) return study(input);
  const ofValue = studies.get(value) ?? new Map<string, Study>();
  studies.set(value, ofValue);
  const key = `${at?.pointer} ${operation?.path}`;
  const known = ofValue.get(key) ?? study(input);
  ofValue.set(key, known);
  return known;
}

function study({ contract, at, operation, value, sidecar }: RebindInput): Study {
  const meaning = inferRoles(contract, sidecar);
  const leaves = instanceLeaves(meaning, value, at, operation).map((leaf) => ({ ...leaf, role: meaning.roleOf(leaf.leaf) }));
  return { leaves, faulty: new Set(at ? contract.check(at, value).map(({ pointer }) => pointer) : []) };
}

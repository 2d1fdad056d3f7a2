/** Makes a published or generated body about what this request asks for: its ids and names, and the person it names where the population knows them. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { idEdits } from './bind-ids.ts';
import { personEdits } from './bind-person.ts';
import { dateEdits } from './dates.ts';
import { applyAccepted, type Edit } from './edits.ts';
import { dateOf } from '../../fhir/instant.ts';
import type { Bound } from '../../meaning/bound.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';

export interface RebindInput {
  readonly meaning: Meaning;
  readonly at?: SchemaAt;
  readonly body: StudiedBody;
  readonly bound: Bound;
  readonly population: Population;
  readonly now: number;
  /** Dates of what happens move to the clock. */
  readonly moves?: boolean;
  /** What is changed before anything that the request says. */
  readonly first?: readonly Edit[];
}

/** The same value where there is nothing to put in, or where the contract would not have it. */
export function rebind({ meaning, at, body, bound, population, now, moves = false, first = [] }: RebindInput): Json {
  const { value } = body;
  const binds = bound.item !== undefined || bound.byName.size > 0 || Object.keys(bound.byRole).length > 0;
  if (!binds && !moves && first.length === 0) return value;
  const { fits } = meaning;
  const leaves = body.leaves();
  const edits = [
    ...first,
    ...(moves ? dateEdits(body, now) : []),
    ...personEdits({ leaves, bound, population, today: dateOf(now), fits }),
    ...idEdits({ value, leaves, bound, fits }),
  ];
  if (edits.length === 0) return value;
  return applyAccepted(value, edits, body.faulty, (edited) => (at ? meaning.contract.check(at, edited) : []));
}

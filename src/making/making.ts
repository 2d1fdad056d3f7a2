/** What a walk along a schema carries with it, and where it stands. */
import type { JsonObject } from '../contract/contract.ts';
import type { Bound } from '../meaning/bound.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import type { Scope } from '../meaning/evidence/scope.ts';
import type { Faker } from './faker.ts';
import type { Lessons } from './lessons.ts';
import type { Room } from './room.ts';
import type { Chance } from './seed.ts';
import type { Subject } from './people/subject.ts';

export interface Making {
  readonly meaning: Meaning;
  readonly lessons: Lessons;
  readonly subject: Subject;
  readonly bound: Bound;
  readonly now: number;
  /** The date of `now`. */
  readonly today: string;
  readonly chance: Chance;
  readonly sending: 'request' | 'response';
  readonly faker?: Faker;
  /** Whether the example of a model is followed where the model stands as a whole or in a list. */
  readonly models: boolean;
  /** Whether a published body is followed; without one, what examples the schema holds are only suggestions. */
  readonly guided: boolean;
  /** Ids made in the place of published ones, so that published links can follow. */
  readonly minted: Map<string, string>;
  readonly room: Room;
}

export interface Spot {
  /** JSON pointer of the value. */
  readonly pointer: string;
  readonly scope: Scope;
  readonly name: string;
  /** Objects and arrays above. */
  readonly depth: number;
  /** Objects above, counted from the nearest resource. */
  readonly level: number;
  readonly index: number;
  readonly beside: readonly string[];
  readonly siblings: JsonObject;
  /** An optional object without anything to say is left out; a required one says something. */
  readonly required: boolean;
  /** Components above. */
  readonly within: readonly string[];
  /** JSON pointer of the object around. */
  readonly object: string;
}

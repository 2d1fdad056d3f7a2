/** Which branch of each `oneOf` and `anyOf` is made here. */
import type { Json, JsonObject } from '../contract/contract.ts';
import { bestBranch, settle } from '../meaning/schema/branches.ts';
import { typesOf } from '../meaning/schema/leaf-constraints.ts';
import type { Choice, Merged } from '../meaning/schema/merged-schema.ts';
import { toldWord } from '../meaning/evidence/scope.ts';
import type { Making, Spot } from './making.ts';

export interface Settled {
  readonly merged: Merged;
  /** What the discriminators of the branches taken have to say. */
  readonly told: JsonObject;
}

const NOTHING_TOLD: JsonObject = {};

/** Each choice settled: as the published value has it, else by the words around, else the first; later tries go on from there. */
export function settleChoices(making: Making, merged: Merged, hint: Json | undefined, spot: Spot): Settled {
  if (merged.choices.length === 0) return { merged, told: NOTHING_TOLD };
  const { read } = making.meaning;
  const tried = making.lessons.branch.get(spot.pointer) ?? 0;
  const told: Record<string, Json> = {};
  const settled = settle(read, merged, (choice, nth) => {
    const start = hint === undefined ? likeliest(making, choice, spot) + spot.index : bestBranch(read, choice, hint);
    const index = (start + (nth === 0 ? tried : Math.floor(tried / Math.max(1, choice.branches.length)))) % choice.branches.length;
    const word = choice.tags?.words[index];
    if (choice.tags && word !== undefined) told[choice.tags.propertyName] = word;
    return index;
  });
  return { merged: settled, told };
}

function likeliest(making: Making, choice: Choice, spot: Spot): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, branch] of choice.branches.entries()) {
    const merged = making.meaning.read(branch);
    const type = merged.properties.get('resourceType');
    const named = [merged.component, type && toldWord(making.meaning.read(type).schema)].some(
      (name) => name !== undefined && spot.scope.context.includes(name),
    );
    const types = typesOf(merged.schema);
    const again = merged.component !== undefined && spot.within.includes(merged.component);
    // An extension on death or the like is said only of those it is true of.
    const sad = /death|deceased/i.test(merged.component ?? '');
    const likely =
      (named ? 4 : 0) -
      (merged.impossible ? 20 : 0) -
      (types.length === 1 && types[0] === 'null' ? 10 : 0) -
      (again ? 5 : 0) -
      (sad ? 3 : 0) -
      (merged.schema.deprecated ? 2 : 0);
    if (likely > most) [best, most] = [index, likely];
  }
  return best;
}

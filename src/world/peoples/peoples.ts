/** The peoples of England, in the order that a pattern numbers them by: adding one at the end changes nobody else. */
import { ofAfrica } from './of-africa.ts';
import { ofAsia } from './of-asia.ts';
import { ofEurope } from './of-europe.ts';
import type { Category, People } from './people.ts';

export const peoples: readonly People[] = [...ofEurope, ...ofAsia, ...ofAfrica];

const indices: ReadonlyMap<string, number> = new Map(peoples.map(({ key }, index) => [key, index]));

/** For writing rates and tests by name; a key that is none is a slip of ours. */
export function peopleIndex(key: string): number {
  const index = indices.get(key);
  if (index === undefined) throw new Error(`There is no people "${key}": there are ${[...indices.keys()].join(', ')}.`);
  return index;
}

/** The peoples of an ethnic category with their shares per thousand of England, commonest first. */
export function peoplesOf(category: Category): readonly { readonly people: number; readonly perThousand: number }[] {
  return peoples
    .map(({ perThousand }, people) => ({ people, perThousand: perThousand[category] ?? 0 }))
    .filter(({ perThousand }) => perThousand > 0)
    .toSorted((a, b) => b.perThousand - a.perThousand || a.people - b.people);
}

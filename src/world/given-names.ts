/** The tables of given names by sex, decade of birth and surname group, and which share of each group uses the British ones. */
import type { Group } from './groups.ts';
import { female, type Sex } from './layout.ts';
import { britishMen } from './names/given-british-men.ts';
import { britishWomen } from './names/given-british-women.ts';
import { givenElsewhere } from './names/given-elsewhere.ts';

const firstYear = 1920;
const lastYear = 2029;
/** Names of the older generations give way to those of the younger ones here. */
const newGeneration = 1975;

/** Share of a group's children given a name from the British table, for those born before and from 1975. */
const britishNames: Readonly<Record<Group, readonly [number, number]>> = {
  british: [1, 1],
  irish: [0.35, 0.5],
  european: [0.1, 0.2],
  muslim: [0, 0.02],
  indian: [0.03, 0.08],
  chinese: [0.2, 0.45],
  african: [0.2, 0.35],
  other: [0.03, 0.08],
};

export interface NameList {
  readonly names: readonly string[];
  /** Running totals of weight, ending at 1. */
  readonly cumulative: Float64Array;
}

export interface GivenNameTable {
  /** The list a person's given names come from; `chance` in [0, 1) decides between the British table and a group's own. */
  listFor(group: Group, sex: Sex, bornIn: number, chance: number): NameList;
}

/** Lists are weighed up when first asked for. */
export function givenNameTable(): GivenNameTable {
  const lists = new Map<string, NameList>();

  function list(key: string, texts: readonly string[], evenness: number): NameList {
    const made = lists.get(key) ?? weigh(texts, evenness);
    lists.set(key, made);
    return made;
  }

  return {
    listFor(group, sex, bornIn, chance) {
      const recent = bornIn >= newGeneration;
      const which = sex === female ? 'women' : 'men';
      const elsewhere = givenElsewhere[group]?.[which];
      if (elsewhere === undefined || chance < britishNames[group][recent ? 1 : 0]) {
        const step = Math.floor((Math.min(lastYear, Math.max(firstYear, bornIn)) - firstYear) / 10);
        const table = sex === female ? britishWomen : britishMen;
        return list(`${which} ${step}`, [table[step] ?? table[0]], 3 + 2 * step);
      }
      return list(`${which} ${group} ${recent}`, [elsewhere.always, recent ? elsewhere.younger : elsewhere.older], 8);
    },
  };
}

/**
 * Weight of the nth name is 1 / (n + evenness): names were shared out more evenly as time went on, from one girl in ten
 * with the commonest in the 1920s to one in fifty today.
 */
function weigh(texts: readonly string[], evenness: number): NameList {
  const names = texts.flatMap((text) => text.split(','));
  const cumulative = new Float64Array(names.length);
  let total = 0;
  names.forEach((_, rank) => {
    total += 1 / (rank + evenness);
    cumulative[rank] = total;
  });
  return { names, cumulative: cumulative.map((sum) => sum / total) };
}

export function nameAt(list: NameList, chance: number): string {
  let low = 0;
  let high = list.names.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list.cumulative[middle] ?? 1) <= chance) low = middle + 1;
    else high = middle;
  }
  return list.names[low] ?? '';
}

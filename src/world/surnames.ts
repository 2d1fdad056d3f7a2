/** The table of surnames in code-point order of their folded spelling, so that a prefix is one contiguous run. */
import { byCodePoint, foldName } from './fold.ts';
import { type Group, groups, groupShare } from './groups.ts';
import { africanSurnames, otherSurnames } from './names/surnames-african.ts';
import { chineseSurnames, indianSurnames, muslimSurnames } from './names/surnames-asian.ts';
import { britishSurnames } from './names/surnames-british.ts';
import { europeanSurnames } from './names/surnames-european.ts';
import { irishSurnames } from './names/surnames-irish.ts';
import { soundex } from './soundex.ts';

export interface Surname {
  readonly name: string;
  readonly folded: string;
  readonly soundex: string | undefined;
  readonly group: Group;
  /** Share of the whole population. */
  readonly share: number;
  /** Share of its bearers who are female. */
  readonly female: number;
}

/** Half and half with a little more women, as in the 2021 Census. */
const femaleShare = 0.51;
const womansName = 0.98;
const mansName = 0.06;

const lists: Readonly<Record<Group, string>> = {
  british: britishSurnames,
  irish: irishSurnames,
  european: europeanSurnames,
  muslim: muslimSurnames,
  indian: indianSurnames,
  chinese: chineseSurnames,
  african: africanSurnames,
  other: otherSurnames,
};

/**
 * Weight of the nth commonest name: an inverse square root, shifted so that Smith has about 1.1 % of everybody and Jones 0.75 %,
 * as in published counts. `Math.sqrt` is exact by IEEE 754, so the table is the same everywhere.
 */
function weightAtRank(rank: number): number {
  return 1 / Math.sqrt(rank + 0.8);
}

export function surnameTable(): readonly Surname[] {
  const total = groups.reduce((sum, group) => sum + groupShare[group], 0);
  const table = groups.flatMap((group) => {
    const entries = lists[group].trim().split(/,\s*/);
    const weights = entries.map((_, rank) => weightAtRank(rank));
    const sum = weights.reduce((a, b) => a + b, 0);
    return entries.map((entry, rank): Surname => {
      const [name = entry, mark] = entry.split(':');
      const folded = foldName(name);
      return {
        name,
        folded,
        soundex: soundex(folded),
        group,
        share: (groupShare[group] / total) * ((weights[rank] ?? 0) / sum),
        female: mark === 'f' ? womansName : mark === 'm' ? mansName : femaleShare,
      };
    });
  });
  return table.sort((a, b) => byCodePoint(a.folded, b.folded) || groups.indexOf(a.group) - groups.indexOf(b.group));
}

/** First position whose folded name is not below `key`. */
export function lowerBound(table: readonly Surname[], key: string): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle]?.folded ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

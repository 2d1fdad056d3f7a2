/** The areas that statistics cut places into, each with its decile of deprivation: ten deciles of equally many people. */
import type { Area } from '../../population.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import { alive } from './england.ts';
import { type Plan, quarter } from './plots.ts';
import type { Settlement } from './settlements.ts';

/** Lower layer Super Output Areas have about so many people (Office for National Statistics). */
const peopleEach = 1_700;
/** Codes of England's end before E01036000. */
const firstCode = 1_990_000;
/** How far the areas of one place lie apart: its own score is a mean. */
const spread = 2.6;
const villageSpread = 1.4;

export interface Areas {
  /** The area of a quarter of a settlement. */
  of(settlement: number, inQuarter: number): Area;
}

export function areasOf(seed: number, settlements: readonly Settlement[], plans: readonly Plan[]): Areas {
  const quarters = plans.map(({ blocks }) => blocks / quarter);
  const counts = settlements.map(({ share }, n) => Math.min(quarters[n] ?? 1, Math.max(1, Math.round((share * alive) / peopleEach))));
  const firsts: number[] = [];
  const scored: { number: number; score: number; share: number }[] = [];
  for (const { number: n, share, deprivation, kind } of settlements) {
    firsts.push(scored.length);
    const count = counts[n] ?? 1;
    const wide = kind === 'village' ? villageSpread : spread;
    for (let area = 0; area < count; area += 1) {
      const number = scored.length;
      const noise = unit(seed, number, field.deprivation) + unit(seed, number, field.deprivation + 1) - 1;
      scored.push({ number, score: deprivation + wide * noise, share: share / count });
    }
  }
  const deciles = new Uint8Array(scored.length);
  let poorer = 0;
  for (const { number, share } of scored.toSorted((a, b) => b.score - a.score)) {
    deciles[number] = Math.min(10, 1 + Math.floor(10 * (poorer + share / 2)));
    poorer += share;
  }

  return {
    of(settlement, inQuarter) {
      const number = (firsts[settlement] ?? 0) + Math.floor((inQuarter * (counts[settlement] ?? 1)) / (quarters[settlement] ?? 1));
      return {
        code: `E0${firstCode + number}`,
        deprivation: deciles[number] ?? 1,
        rural: settlements[settlement]?.kind === 'village',
      };
    },
  };
}

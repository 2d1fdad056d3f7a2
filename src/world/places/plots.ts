/**
 * The ground plan: which streets a place has, and where on them a dwelling stands. A dwelling that is in a place in several copies of the
 * pattern has a street for each of them, and every dwelling of the pattern its own plot in its streets, so no two homes ever meet.
 */
import { field, permutation } from '../fields.ts';
import { hash } from '../hash.ts';
import { permutationOf } from '../permutation.ts';
import type { PlaceKind } from './leans.ts';
import type { Settlements } from './settlements.ts';
import type { Shares } from './shares.ts';
import { streetNameCount } from './streets.ts';

/** Dwellings of the pattern that follow each other, mostly one family's homes, stand in one quarter: eight streets that have one each. */
export const quarter = 8;
/** Powers of two: how many plots the streets of a place have. Villages have few lanes with a thousand plots, most of them never built on. */
const plotBits: Readonly<Record<PlaceKind, number>> = { london: 7, city: 7, large: 7, town: 8, village: 10 };
const mostPlotBits = 10;
/** How many premises of organisations a street has room for. */
const premisesEach = 64;

export interface Plan {
  /** Plots on each street, as a power of two. */
  readonly bits: number;
  /** Streets that every people lives in; as many again for each further copy in which a dwelling can be in the place. */
  readonly blocks: number;
  readonly streets: number;
  /** How many sites a street has: plots for homes, as many for care homes, and premises. */
  readonly span: number;
  /** The first site of the place. */
  readonly base: number;
}

export interface Plots {
  readonly plans: readonly Plan[];
  plan(settlement: number): Plan;
  /** The site of a dwelling: a number that no other address has. */
  site(settlement: number, dwelling: { readonly number: number; readonly careHome: boolean; readonly turn: number }): number;
  /** The site of the nth organisation in a place. */
  premises(settlement: number, n: number): number;
  /** The street of a site. */
  street(settlement: number, site: number): number;
}

export interface PlotsSettings {
  readonly seed: number;
  /** How many dwellings the pattern has. */
  readonly dwellings: number;
}

export function plotsOf({ seed, dwellings }: PlotsSettings, { all }: Settlements, shares: Shares): Plots {
  const row = quarter << mostPlotBits;
  const room = Math.ceil(dwellings / row) * row;
  const shuffle = permutationOf(room / quarter, seed + permutation.dwellings);
  /** Where each run of the pattern's dwellings is: asked for at every address. */
  const spots = Uint16Array.from({ length: room / quarter }, (_, run) => shuffle.forward(run));
  const plans: Plan[] = [];
  let base = 0;
  for (const { number, kind } of all) {
    const bits = plotBits[kind];
    const blocks = room >> bits;
    // A dwelling can be in the place in so many copies of the pattern.
    const streets = blocks * (Math.floor(shares.largest(number) * 64) + 1);
    if (streets > streetNameCount) throw new RangeError(`a place has ${streets} streets, of which ${streetNameCount} can be named`);
    const span = (2 << bits) + premisesEach;
    plans.push({ bits, blocks, streets, span, base });
    base += streets * span;
  }
  if (base > 0xffffffff) throw new RangeError('there are more addresses than keys for them');

  function plan(settlement: number): Plan {
    const found = plans[settlement];
    if (found === undefined) throw new RangeError(`there is no settlement ${settlement}`);
    return found;
  }

  return {
    plans,
    plan,
    site(settlement, { number, careHome, turn }) {
      const { bits, base: start, span, blocks } = plan(settlement);
      const spot = spots[Math.floor(number / quarter)] ?? 0;
      const plot = spot & ((1 << bits) - 1);
      const street = turn * blocks + (spot >>> bits) * quarter + (((number % quarter) + plot) % quarter);
      // The same plots in every street, but not in the same order.
      const along = plot ^ (hash(seed, start + street, field.street) & ((1 << bits) - 1));
      return start + street * span + (careHome ? 1 << bits : 0) + along;
    },
    premises(settlement, n) {
      const { bits, base: start, span, blocks } = plan(settlement);
      // One in each street from somewhere on, then a second.
      const street = (n + (hash(seed, start, field.premises) >>> 8)) % blocks;
      const along = hash(seed, start + street, field.premises) + Math.floor(n / blocks);
      return start + street * span + (2 << bits) + (along % premisesEach);
    },
    street(settlement, site) {
      const { base: start, span } = plan(settlement);
      return Math.floor((site - start) / span);
    },
  };
}

/**
 * The ground plan: which streets a place has, and where on them a dwelling stands. A dwelling that is in a place in several copies of the
 * pattern has a street for each of them, and every dwelling of the pattern its own plot in its streets, so no two homes ever meet.
 */
import { field, permutation } from '../fields.ts';
import { hash, pick } from '../hash.ts';
import { permutationOf } from '../permutation.ts';
import type { PlaceKind } from './leans.ts';
import type { Settlements } from './settlements.ts';
import type { Shares } from './shares.ts';
import { streetNameCount } from './streets.ts';

/** As the pattern has them: house, flat, shared house, care home. */
export const dwellingKinds = ['house', 'flat', 'shared', 'care-home'] as const;

/** People alive at a time, and how they live: for how many shared houses and care homes there are. */
const everybody = 676_000;
const sharers = 0.02;
const sharersEach = 4;
const residents = 0.006;
const residentsEach = 25;
/** How many shared houses, and how many care homes, a place may have; and how many premises of organisations a street may. */
export const roomFor = 128;
export const premisesRoom = 64;

/** The homes of one family that follow each other stand in the same quarter: eight streets of which each has one of them. */
const inARow = 8;
/** Powers of two: how many plots the streets of a place have. Villages have few lanes with a thousand plots, most of them never built on. */
const plotBits: Readonly<Record<PlaceKind, number>> = { london: 7, city: 7, large: 7, town: 8, village: 10 };
const mostPlotBits = 10;

export interface Plan {
  /** Plots on each street, as a power of two. */
  readonly bits: number;
  readonly quarters: number;
  /** Streets that every people lives in; as many again for each further copy that a dwelling can be in the place. */
  readonly blocks: number;
  readonly streets: number;
  /** Numbers that the sites of a street take up: houses, flats, shared houses, care homes, premises. */
  readonly span: number;
  /** The first site of the place. */
  readonly base: number;
  readonly sharedHouses: number;
  readonly careHomes: number;
}

/** One place to live or work, numbered within a street: where each kind begins. */
export function kindsFrom({ bits }: Plan): { flat: number; shared: number; care: number; premises: number } {
  const shared = 2 << bits;
  return { flat: 1 << bits, shared, care: shared + roomFor, premises: shared + 2 * roomFor };
}

export interface Plots {
  readonly plans: readonly Plan[];
  /** The site of a dwelling: a number that no other address has. */
  site(settlement: number, dwelling: { readonly number: number; readonly kind: number; readonly turn: number }): number;
  /** The street that the nth shared house or care home of a place is in. */
  streetOf(settlement: number, which: 'shared' | 'care', n: number): number;
}

export interface PlotsSettings {
  readonly seed: number;
  /** How many dwellings the pattern has. */
  readonly dwellings: number;
}

export function plotsOf({ seed, dwellings }: PlotsSettings, { all }: Settlements, shares: Shares): Plots {
  const row = inARow << mostPlotBits;
  const room = Math.ceil(dwellings / row) * row;
  const shuffle = permutationOf(room / inARow, seed + permutation.dwellings);
  /** Where each run of the pattern's dwellings is: asked for at every address. */
  const spots = Uint16Array.from({ length: room / inARow }, (_, run) => shuffle.forward(run));
  const plans: Plan[] = [];
  let base = 0;
  for (const { number, kind, share } of all) {
    const bits = plotBits[kind];
    const blocks = room >> bits;
    // A dwelling can be in the place in so many copies of the pattern.
    const streets = blocks * (Math.floor(shares.largest(number) * 64) + 1);
    if (streets > streetNameCount) throw new RangeError(`a place has ${streets} streets, of which ${streetNameCount} can be named`);
    const plan: Plan = {
      bits,
      quarters: blocks / inARow,
      blocks,
      streets,
      span: (2 << bits) + 2 * roomFor + premisesRoom,
      base,
      sharedHouses: countOf(share * sharers, sharersEach),
      careHomes: countOf(share * residents, residentsEach),
    };
    plans.push(plan);
    base += plan.streets * plan.span;
  }
  if (base > 0xffffffff) throw new RangeError('there are more addresses than keys for them');

  function planOf(settlement: number): Plan {
    const plan = plans[settlement];
    if (plan === undefined) throw new RangeError(`there is no settlement ${settlement}`);
    return plan;
  }

  function streetOf(settlement: number, which: 'shared' | 'care', n: number): number {
    const plan = planOf(settlement);
    return pick(seed, plan.base + (which === 'shared' ? n : roomFor + n), field.homeStreet, plan.blocks);
  }

  return {
    plans,
    streetOf,
    site(settlement, { number, kind, turn }) {
      const plan = planOf(settlement);
      const { bits, base: start, span, blocks } = plan;
      const from = kindsFrom(plan);
      if (kind === 2 || kind === 3) {
        // One of a few, for people who are not related: whose turn it is tells the copies apart.
        const which = kind === 2 ? 'shared' : 'care';
        const count = kind === 2 ? plan.sharedHouses : plan.careHomes;
        const n = pick(seed, (start + number * 64 + turn) >>> 0, field.sharedHome, count);
        return start + streetOf(settlement, which, n) * span + from[which] + n;
      }
      const spot = spots[Math.floor(number / inARow)] ?? 0;
      const plot = spot & ((1 << bits) - 1);
      const street = turn * blocks + (spot >>> bits) * inARow + (((number % inARow) + plot) % inARow);
      // The same plots in every street, but not in the same order.
      const along = plot ^ (hash(seed, start + street, field.street) & ((1 << bits) - 1));
      return start + street * span + (kind === 1 ? from.flat : 0) + along;
    },
  };
}

function countOf(share: number, each: number): number {
  return Math.min(roomFor, Math.max(1, Math.round((everybody * share) / each)));
}

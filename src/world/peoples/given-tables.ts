/** Given names by people, sex and decade of birth, weighed up when first asked for. */
import { byCodePoint } from '../fold.ts';
import { britishMen } from '../names/given-british-men.ts';
import { britishWomen } from '../names/given-british-women.ts';
import { menOfThe2030s, rareMen, rareWomen, womenOfThe2030s } from '../names/given-british-rare.ts';
import { female, type Sex } from './people.ts';
import { peoples } from './peoples.ts';

export interface GivenNameTable {
  readonly names: readonly string[];
  /** Running totals of weight, ending at 1. */
  readonly cumulative: Float64Array;
}

/** From the 1920s on; who was born before has their names, and who is born after has those of the last. */
export const decades = 12;
const firstYear = 1920;

export function decadeOf(bornIn: number): number {
  return Math.min(decades - 1, Math.max(0, Math.floor((bornIn - firstYear) / 10)));
}

const own: (GivenNameTable | undefined)[] = [];
const british: (GivenNameTable | undefined)[] = [];

/** Of the people's own; those of the British for a people without. */
export function givenTable(people: number, sex: Sex, decade: number): GivenNameTable {
  const key = (people * 2 + sex) * decades + decade;
  const made = own[key] ?? weighOwn(people, sex, decade);
  own[key] = made;
  return made;
}

export function britishTable(sex: Sex, decade: number): GivenNameTable {
  const key = sex * decades + decade;
  const made = british[key] ?? weighBritish(sex, decade);
  british[key] = made;
  return made;
}

/** How much each of the three generations' names was given in each decade. */
const generations = [
  [1, 1, 0.9, 0.7, 0.35, 0.12, 0.08, 0.06, 0.05, 0.04, 0.03, 0.03],
  [0.25, 0.3, 0.4, 0.7, 1, 1, 0.9, 0.6, 0.3, 0.2, 0.15, 0.12],
  [0.02, 0.02, 0.03, 0.05, 0.08, 0.15, 0.35, 0.8, 1, 1.1, 1.2, 1.2],
] as const;

function weighOwn(people: number, sex: Sex, decade: number): GivenNameTable {
  const names = peoples[people]?.names;
  if (names === undefined) return britishTable(sex, decade);
  const weights = new Map<string, number>();
  (sex === female ? names.women : names.men).forEach((list, generation) =>
    add(weights, list, generations[generation]?.[decade] ?? 0, (rank) => 1 / (rank + 4)),
  );
  return tableOf(weights);
}

/** How much a name of another decade's list was given, by how many decades lie between. */
const nearby: readonly number[] = [0, 1, 0.4, 0.15];

/**
 * The nth common name of a decade has a weight of 1 / (n + evenness), since common names lost ground: of girls one in fifteen had the
 * commonest of the 1920s, one in eighteen of the 1950s, one in forty of the 1990s, and one in sixty has today's.
 */
const evenness = [4, 4, 4, 4.5, 5, 6, 8, 12, 16, 24, 40, 50] as const;

/** Published counts are of everybody's children; here Muslim families have tables of their own. */
const ofMuslims = ['Muhammad', 'Mohammed', 'Mohammad'] as const;

/** Most have one of the decade's common names, some one that was common a little earlier or later, and the rest a rare one. */
function weighBritish(sex: Sex, decade: number): GivenNameTable {
  const common = sex === female ? [...britishWomen, womenOfThe2030s] : [...britishMen, menOfThe2030s];
  const rare = sex === female ? rareWomen : rareMen;
  const rareShare = 0.16 + 0.015 * decade;
  const nearbyShare = 0.12 + 0.006 * decade;
  const weights = new Map<string, number>();
  const curve = (rank: number): number => 1 / (rank + (evenness[decade] ?? 4));
  add(weights, common[decade] ?? '', 1 - rareShare - nearbyShare, curve);
  const near = common.map((_, other) => nearby[Math.abs(other - decade)] ?? 0);
  const allNear = near.reduce((a, b) => a + b, 0);
  near.forEach((weight, other) => add(weights, common[other] ?? '', (nearbyShare * weight) / allNear, curve));
  const era = Math.min(rare.length - 1, Math.floor(decade / 2));
  add(weights, rare[era] ?? '', rareShare * 0.8, () => 1);
  add(weights, rare[Math.max(0, era - 1)] ?? '', rareShare * 0.2, () => 1);
  for (const name of ofMuslims) weights.delete(name);
  return tableOf(weights);
}

/** Shares a weight out among the names of a list, by rank. */
function add(weights: Map<string, number>, list: string, share: number, curve: (rank: number) => number): void {
  if (share === 0) return;
  const names = list.split(',');
  const total = names.reduce((sum, _, rank) => sum + curve(rank), 0);
  names.forEach((name, rank) => weights.set(name, (weights.get(name) ?? 0) + (share * curve(rank)) / total));
}

/** In code-point order, so that a name keeps its place from decade to decade and brothers who stand apart are not called the same. */
function tableOf(weights: ReadonlyMap<string, number>): GivenNameTable {
  const names = [...weights.keys()].toSorted(byCodePoint);
  const total = names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);
  const cumulative = new Float64Array(names.length);
  let sum = 0;
  names.forEach((name, row) => {
    sum += weights.get(name) ?? 0;
    cumulative[row] = row === names.length - 1 ? 1 : sum / total;
  });
  return { names, cumulative };
}

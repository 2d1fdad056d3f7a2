/** Which organisations there are and where each stands: practices from their lists, the others as many as so many people have. */
import { alive } from '../places/england.ts';
import type { Places } from '../places/places.ts';
import { type Settlement, settlementAt } from '../places/settlements.ts';
import type { OrganisationKind } from './codes.ts';

/** Community pharmacies for each of 10,000 people: 10,407 for England at 31 March 2025 (NHS Business Services Authority). */
const pharmaciesPer10000 = 1.8;
/** Pharmacies that nobody walks into, and contractors for appliances only: about 400 and 110 for England. */
const distanceSellers = 5;
export const applianceContractors = 2;
/** A practice dispenses where so many of its people live in villages: for one in six of England's practices. */
const dispensesFrom = 0.3;

export interface Site {
  readonly kind: OrganisationKind;
  readonly settlement: number;
  /** Which organisation of its kind; of a practice, a pharmacy or a contractor also the number in its code. */
  readonly n: number;
  /** The organisation of the next kind up, by number. */
  readonly parent: number | undefined;
  /** Of regions and boards. */
  readonly name?: string;
  /** A pharmacy without customers at its door. */
  readonly sellsAtADistance?: true;
}

export interface Sites {
  readonly regions: readonly Site[];
  readonly boards: readonly Site[];
  readonly trusts: readonly Site[];
  readonly practices: readonly Site[];
  readonly pharmacies: readonly Site[];
  readonly contractors: readonly Site[];
  /** The pharmacies, by number, of the places that a practice serves. */
  readonly pharmaciesOf: readonly (readonly number[])[];
  readonly distanceSellers: readonly number[];
  readonly dispenses: readonly boolean[];
}

export function sitesOf(places: Places): Sites {
  const regions: Site[] = [];
  const boards: Site[] = [];
  const trusts: Site[] = [];
  const practices: Site[] = [];
  const pharmacies: Site[] = [];
  const pharmaciesOf: number[][] = [];
  const dispenses: boolean[] = [];
  const placeAt = (settlement: number): Settlement => settlementAt(places.settlements, settlement);

  for (let practice = 0; practice < places.practices; practice += 1) {
    const served = places.served(practice);
    const at = placeAt(served[0]?.settlement ?? 0);
    if (regions.at(-1)?.name !== at.region) {
      regions.push({ kind: 'region', n: regions.length, settlement: at.number, parent: undefined, name: at.region });
    }
    if (boards.at(-1)?.name !== at.board) {
      const n = boards.length;
      boards.push({ kind: 'icb', n, settlement: at.number, parent: regions.length - 1, name: at.board });
      trusts.push({ kind: 'trust', n, settlement: at.number, parent: n });
    }
    practices.push({ kind: 'gp-practice', n: practice, settlement: at.number, parent: boards.length - 1 });
    const people = served.reduce((sum, { share }) => sum + share * alive, 0);
    const villagers = served.reduce((sum, { settlement, share }) => sum + (isVillage(settlement) ? share * alive : 0), 0);
    dispenses.push(villagers / people >= dispensesFrom);
    const towns = served.filter(({ settlement }) => !isVillage(settlement));
    pharmaciesOf.push(
      shareOut(
        Math.max(1, Math.round((people / 10_000) * pharmaciesPer10000)),
        towns.map(({ share }) => share),
      ).map((town) => {
        const n = pharmacies.length;
        pharmacies.push({ kind: 'pharmacy', n, settlement: towns[town]?.settlement ?? at.number, parent: boards.length - 1 });
        return n;
      }),
    );
  }

  function isVillage(settlement: number): boolean {
    return placeAt(settlement).kind === 'village';
  }

  /** One in each so many practices has in its town something that there are few of. */
  function spread(count: number, what: 'pharmacy' | 'appliance-contractor', first: number): readonly Site[] {
    return Array.from({ length: count }, (_, each): Site => {
      const practice = practices[Math.floor(((each + 0.5) * practices.length) / count)];
      const site = { kind: what, n: first + each, settlement: practice?.settlement ?? 0, parent: practice?.parent };
      return what === 'pharmacy' ? { ...site, sellsAtADistance: true } : site;
    });
  }

  const distant = spread(distanceSellers, 'pharmacy', pharmacies.length);
  pharmacies.push(...distant);
  return {
    regions,
    boards,
    trusts,
    practices,
    pharmacies,
    contractors: spread(applianceContractors, 'appliance-contractor', 0),
    pharmaciesOf,
    distanceSellers: distant.map(({ n }) => n),
    dispenses,
  };
}

/** Which of the weights each of so many goes to: one to the first, and then such that the numbers are as the weights (highest averages). */
function shareOut(count: number, weights: readonly number[]): readonly number[] {
  const given = weights.map((_, n): number => (n === 0 ? 1 : 0));
  const shared = [0];
  while (shared.length < count) {
    const average = (n: number): number => (weights[n] ?? 0) / ((given[n] ?? 0) + 1);
    const best = weights.reduce((most, _, n) => (average(n) > average(most) ? n : most), 0);
    given[best] = (given[best] ?? 0) + 1;
    shared.push(best);
  }
  return shared;
}

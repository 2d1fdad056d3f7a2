/** Where streets are: round their town by as much as it is large, those of one quarter near each other; a village lies in some direction from its town. */
import type { Point } from '../../organisation-register.ts';
import { field } from '../fields.ts';
import { unit } from '../hash.ts';
import type { PlaceKind } from './leans.ts';
import { type Plan, quarter } from './plots.ts';
import type { Settlement } from './settlements.ts';
import { type TownAt, townsAt } from './towns-at.ts';

/** How far in kilometres streets lie from the middle of their place, at most along each axis. */
const reaches: Readonly<Record<PlaceKind, number>> = { london: 3, city: 3.5, large: 2.5, town: 1.5, village: 0.4 };
/** A village from its town. */
const villageReach = 12;
/** A street from the middle of its quarter. */
const streetReach = 0.3;
/** A hundredth of a degree in kilometres: of latitude, and of longitude in the middle of England. */
const perNorth = 1.113;
const perEast = 0.676;

export interface Points {
  of(settlement: number, street: number): Point;
  /** The middle of the largest place whose postcodes begin with these letters. */
  ofPostcodeArea(letters: string): Point | undefined;
}

export function pointsOf(seed: number, settlements: readonly Settlement[], plans: readonly Plan[]): Points {
  let middles: readonly TownAt[] | undefined;
  const middle = (settlement: number): TownAt => (middles ??= middlesOf(seed, settlements))[settlement] ?? { north: 5_200, east: -100 };

  return {
    of(settlement, street) {
      const { base = 0, blocks = quarter } = plans[settlement] ?? {};
      const within = reaches[settlements[settlement]?.kind ?? 'town'];
      const inQuarter = moved(seed, middle(settlement), base + Math.floor((street % blocks) / quarter), within);
      return degrees(moved(seed, inQuarter, base + street, streetReach));
    },
    ofPostcodeArea(letters) {
      const those = settlements.filter(({ district }) => district.slice(0, -1) === letters);
      const [first] = those;
      if (first === undefined) return undefined;
      return degrees(middle(those.reduce((largest, each) => (each.share > largest.share ? each : largest), first).number));
    },
  };
}

/** Towns are in the table in their order; the villages of a neighbourhood follow its towns. */
function middlesOf(seed: number, settlements: readonly Settlement[]): readonly TownAt[] {
  const table = townsAt().flat();
  const byName = new Map<string, TownAt>();
  let town = 0;
  return settlements.map(({ number, name, town: postTown, kind }) => {
    const main = byName.get(postTown);
    if (kind === 'village' && main !== undefined) return moved(seed, main, number, villageReach);
    const at = table[town] ?? { north: 5_200, east: -100 };
    town += 1;
    byName.set(name, at);
    return at;
  });
}

/** By at most so many kilometres north or south, and east or west. */
function moved(seed: number, { north, east }: TownAt, key: number, kilometres: number): TownAt {
  const drawn = (axis: number): number => (2 * unit(seed, key, field.point + axis) - 1) * kilometres;
  return { north: north + drawn(0) / perNorth, east: east + drawn(1) / perEast };
}

/** To a metre or so. */
const degrees = ({ north, east }: TownAt): Point => ({
  latitude: Math.round(north * 1_000) / 1e5,
  longitude: Math.round(east * 1_000) / 1e5,
});

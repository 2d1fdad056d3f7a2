/** Who may meet the needs of the home, by where and with whom somebody lives. */
import type { Needs } from '../../population.ts';
import { ageOn, type Day } from '../calendar.ts';
import { foldName } from '../fold.ts';
import { othersAtHome } from '../records/home-mates.ts';
import { grownUp } from '../needs/surroundings.ts';
import { deprivedUpTo, newFor } from '../needs/home-needs.ts';
import { isIn } from '../needs/need.ts';
import { careHome } from '../pattern/pattern.ts';
import type { StandingHome } from '../records/homes.ts';
import type { WorldParts } from '../records/parts.ts';
import { mayFallIn, type Sieve, type Sieves } from './sieve.ts';

type HomeNeed = 'livesWith' | 'livesIn' | 'deprived' | 'rural' | 'moved' | 'newToEngland';

export const homeSieves: Sieves<HomeNeed> = {
  livesWith({ who, others: wanted }, parts, today) {
    const { pattern } = parts.copies;
    const { mother, father } = pattern;
    const tests: Readonly<Record<(typeof who)[number], (member: number) => boolean>> = {
      nobody: () => true,
      partner: (member) => pattern.unionsOf(member).length > 0,
      parents: (member) => (mother[member] ?? -1) >= 0 || (father[member] ?? -1) >= 0,
      children: () => true,
      siblings: () => true,
    };
    return {
      member: (member) => who.every((each) => tests[each](member)),
      person(copy, member) {
        const others = othersAtHome(parts, copy, member, today);
        if (wanted !== undefined && !isIn(others.length, wanted)) return false;
        return who.every((each) => isWith(each, others, parts, { copy, member, today }));
      },
    };
  },
  livesIn: (wanted, parts, today) => {
    const { copies, days } = parts;
    const { dwellings } = copies.pattern;
    const isGrownUp = (copy: number, member: number): boolean => ageOn(copies.birth(copy, member), today) >= grownUp;
    if (wanted === 'care-home') {
      const { first, dwelling } = copies.pattern.stays;
      return {
        member: (member) => dwelling.subarray(first[member], first[member + 1]).some((each) => dwellings.kind[each] === careHome),
        person: (copy, member) => dwellings.kind[days.dwellingOn(copy, member, today)] === careHome,
      };
    }
    return {
      person(copy, member) {
        const others = isGrownUp(copy, member) ? othersAtHome(parts, copy, member, today) : [];
        return others.length > 0 && others.every((other) => isGrownUp(copy, other));
      },
    };
  },
  deprived: (_, parts, today) => livesAt(parts, today, ({ spot }) => spot.area.deprivation <= deprivedUpTo),
  rural: (_, parts, today) => within(parts, today, ({ kind }) => kind === 'village'),
  moved: (within, { copies: { pattern }, days }, today) => {
    const { stays } = pattern;
    const isLate = { from: today - within, to: today };
    const someStay = (member: number, isMeant: (n: number) => boolean): boolean => {
      for (let n = (stays.first[member + 1] ?? 0) - 1; n > (stays.first[member] ?? 0); n -= 1) if (isMeant(n)) return true;
      return false;
    };
    return {
      member: (member) => someStay(member, (n) => mayFallIn(stays.from[n] ?? 0, isLate)),
      person: (copy, member) =>
        someStay(member, (n) => {
          const from = days.stayFrom(copy, member, n);
          return from >= isLate.from && from <= isLate.to;
        }),
    };
  },
  newToEngland: (_, { copies }, today) => ({
    member: (member) =>
      copies.pattern.arrival[member] !== copies.pattern.birth[member] &&
      mayFallIn(copies.pattern.arrival[member] ?? 0, { from: today - newFor, to: today }),
    person: (copy, member) => copies.arrival(copy, member) >= today - newFor,
  }),
};

type Company = NonNullable<Needs['livesWith']>['who'][number];

interface Whose {
  readonly copy: number;
  readonly member: number;
  readonly today: Day;
}

function isWith(company: Company, others: readonly number[], { copies, kin }: WorldParts, { copy, member, today }: Whose): boolean {
  const { mother, father } = copies.pattern;
  switch (company) {
    case 'nobody':
      return others.length === 0;
    case 'partner':
      return others.includes(kin.presentCouple(copy, member, today)?.partner ?? -1);
    case 'parents':
      return others.includes(mother[member] ?? -1) || others.includes(father[member] ?? -1);
    case 'children':
      return others.some((other) => mother[other] === member || father[other] === member);
    case 'siblings':
      return others.some((other) =>
        kin.relatives(copy, member, today).some(({ relationship, member: relative }) => relationship === 'sibling' && relative === other),
      );
  }
}

function livesAt({ days, homes }: WorldParts, today: Day, isMeant: (home: StandingHome) => boolean): Sieve {
  return {
    person(copy, member) {
      const dwelling = days.dwellingOn(copy, member, today);
      return dwelling >= 0 && isMeant(homes.of(copy, dwelling));
    },
  };
}

type Settlement = WorldParts['places']['settlements'][number];

/** Lives in one of some places: told by the quantiles of place lines, without an address. */
function within({ copies: { pattern }, days, places, towns }: WorldParts, today: Day, isMeant: (place: Settlement) => boolean): Sieve {
  const { placeLine } = pattern.dwellings;
  const { people } = pattern.placeLines;
  const meant = places.settlements.filter(isMeant);
  const intervals = new Map<number, readonly { readonly from: number; readonly to: number }[]>();
  function intervalsOf(those: number): readonly { readonly from: number; readonly to: number }[] {
    const known = intervals.get(those) ?? meant.map(({ number }) => places.within(number, those));
    intervals.set(those, known);
    return known;
  }
  return {
    person(copy, member) {
      const dwelling = days.dwellingOn(copy, member, today);
      const line = placeLine[dwelling];
      if (line === undefined) return false;
      const quantile = towns.quantile(line, copy);
      return intervalsOf(people[line] ?? 0).some(({ from, to }) => quantile >= from && quantile < to);
    },
  };
}

/** The home is in a town, village, borough or county. */
export function placeSieve(parts: WorldParts, place: string, today: Day): Sieve {
  const wanted = foldName(place.trim());
  return within(parts, today, ({ locality, town, county }) => [locality, town, county].some((name) => foldName(name) === wanted));
}

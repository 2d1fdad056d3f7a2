/** The people of a neighbourhood through a century: they find one another, live together, wed, part, and have children who do the same. */
import { type Day, year } from '../../calendar.ts';
import { among, at, type Draws, percent } from '../draws.ts';
import * as rates from '../england/rates.ts';
import type { Stock } from '../england/stocks.ts';
import type { Founder } from '../founding/founders.ts';
import { loneChild } from './births.ts';
import { courtshipIn } from './courtship.ts';
import { ageAt, type Inhabitant, yearOfDay } from './members.ts';
import { female, male } from '../../peoples/people.ts';
import type { BirthRegister } from './birth-register.ts';

const firstYear = 1_925;
const lastYear = 2_043;

/** What is known of somebody who enters; the rest is drawn. */
export type Entering = Pick<Inhabitant, 'stock' | 'sex' | 'birth' | 'arrival' | 'death' | 'mother' | 'father' | 'multiple'> & {
  readonly category?: string;
};

export interface Community {
  readonly draws: Draws;
  readonly registry: BirthRegister;
  readonly everyone: Inhabitant[];
  /** Somebody on record. */
  enter(entering: Entering): Inhabitant;
  /** Somebody who died before records began: kin of people who are on record, and on none. */
  remember(entering: Entering): Inhabitant;
  /** What a person of the neighbourhood hopes for, and from when. */
  liveOn(member: Inhabitant): void;
  /** Looks for a partner from a day on. */
  seek(member: Inhabitant, from: Day): void;
  /** Does something on a day of its own, before or after what others do, year by year. */
  later(day: Day, what: () => void): void;
}

/** What neighbourhoods have in common: the next number of a surname line, and the register of births. */
export interface Commons {
  readonly draws: Draws;
  readonly registry: BirthRegister;
  nextLine: number;
}

export function simulate(founders: readonly Founder[], commons: Commons): readonly Inhabitant[] {
  const { draws, registry } = commons;
  const everyone: Inhabitant[] = [];
  const years: (() => void)[][] = Array.from({ length: lastYear - firstYear + 1 }, () => []);
  const neighbourhood: Community = { draws, registry, everyone, enter, remember, liveOn, seek, later };
  const look = courtshipIn(neighbourhood);

  for (const { solitary, ...founder } of founders) {
    const member = enter({ ...founder, mother: undefined, father: undefined, multiple: 0 });
    if (!solitary) liveOn(member);
  }
  // Years grow while they pass: what is done in one may be looked for in the same.
  for (const year of years) for (let n = 0; n < year.length; n += 1) year[n]?.();
  return everyone;

  function remember(entering: Entering): Inhabitant {
    const { stock, sex, birth, mother, father } = entering;
    return {
      ...entering,
      category: entering.category ?? stock.category,
      people: father?.people ?? mother?.people ?? peopleOf(stock, draws),
      line: father?.line ?? mother?.line ?? (commons.nextLine += 1),
      unions: [],
      children: [],
      wants: sex === female ? childrenWanted(stock, birth, draws) : 0,
      sameSex: draws() * 1_000 < rates.sameSexPerThousand,
      mixes: percent(draws, stock.mixes),
      home: undefined,
      number: -1,
      stays: [],
    };
  }

  function enter(entering: Entering): Inhabitant {
    const member = remember(entering);
    everyone.push(member);
    return member;
  }

  function liveOn(member: Inhabitant): void {
    const { stock, sex, birth } = member;
    const bornIn = yearOfDay(birth);
    if (sex === female && percent(draws, stock.custom.lone)) expect(member, at(rates.loneAt, draws()));
    if (percent(draws, at(rates.everPairs, bornIn))) {
      const ready = at(rates.readyAt, bornIn) + (sex === male ? rates.menLater : 0) - stock.custom.sooner + at(rates.readySpread, draws());
      seek(member, Math.floor(birth + Math.max(16.5, ready) * year));
    } else if (sex === female && percent(draws, rates.aloneByChoice)) expect(member, at(rates.aloneByChoiceAt, draws()));
  }

  function expect(member: Inhabitant, age: number): void {
    const day = Math.floor(member.birth + age * year);
    later(day, () => loneChild(neighbourhood, member, day));
  }

  function seek(member: Inhabitant, from: Day): void {
    if (ageAt(member, from) <= rates.oldestSeeking) look(member, from);
  }

  function later(day: Day, what: () => void): void {
    years[Math.floor(yearOfDay(day)) - firstYear]?.push(what);
  }
}

function peopleOf({ people }: Stock, draws: Draws): string {
  const [[only = ''] = []] = people;
  return people.length === 1
    ? only
    : (people[
        among(
          people.map(([, weight]) => weight),
          draws(),
        )
      ]?.[0] ?? only);
}

function childrenWanted({ custom }: Stock, birth: Day, draws: Draws): number {
  const { wantsMore, wantsFewer } = rates;
  const wanted = among(custom.children, draws());
  const bornIn = yearOfDay(birth);
  if (bornIn < wantsMore.bornBefore) return percent(draws, wantsMore.percent) ? wanted + 1 : wanted;
  const fewer = Math.min(wantsFewer.atMost, (bornIn - wantsFewer.bornAfter) * wantsFewer.yearly);
  return fewer > 0 && percent(draws, fewer) ? Math.max(0, wanted - 1) : wanted;
}

/** What a record is put together from, as one bundle. */
import { type Day, yearOf } from '../calendar.ts';
import type { Copies } from '../copies/copies.ts';
import type { Kin } from '../copies/kin.ts';
import type { LifeDays } from '../copies/life-days.ts';
import type { Standings } from '../copies/standing.ts';
import type { Deal } from '../lines/deal.ts';
import type { Surnames } from '../lines/surnames.ts';
import type { NhsNumbers } from '../nhs-numbers.ts';
import type { Organisations } from '../organisations/organisations.ts';
import type { Places } from '../places/places.ts';
import type { GivenNames } from '../search/matcher.ts';
import { otherGenderOf } from './gender.ts';
import { type FamilyFacts, familyFactsOf } from './families.ts';
import { type Languages, languagesOf } from './languages.ts';
import { type StandingHomes, standingHomesOf, type HomeStay } from './homes.ts';

export interface RecordSources {
  readonly numbers: Pick<NhsNumbers, 'of'>;
  readonly copies: Copies;
  readonly days: LifeDays;
  readonly kin: Kin;
  readonly surnames: Surnames;
  readonly givenNames: GivenNames;
  readonly standing: Standings;
  readonly places: Places;
  /** The place lines, dealt. */
  readonly towns: Deal;
  readonly organisations: Organisations;
}

export interface WorldParts extends RecordSources {
  readonly otherGender: ReturnType<typeof otherGenderOf>;
  readonly seed: number;
  readonly families: FamilyFacts;
  readonly languages: Languages;
  readonly homes: StandingHomes;
}

export function worldParts(sources: RecordSources): WorldParts {
  const { copies, days, places, towns } = sources;
  return {
    ...sources,
    seed: copies.seed,
    otherGender: otherGenderOf(copies),
    families: familyFactsOf(copies.pattern),
    languages: languagesOf(copies.pattern),
    homes: standingHomesOf(copies, days, places, towns),
  };
}

/** The year of birth, for what goes by generation: also of those whose day was moved, or is not known. */
export function bornInOf(copies: Copies, copy: number, member: number): number {
  return yearOf(copies.bornAbout(copy, member));
}

/** Whose record is being written. */
export interface Recorded {
  readonly copy: number;
  readonly member: number;
  readonly index: number;
  readonly birth: Day;
  /** The year. */
  readonly bornIn: number;
  /** Birth, or the day they came. */
  readonly arrival: Day;
  /** The day that is told up to: today, or that of death. */
  readonly last: Day;
  /** Completed years on that day. */
  readonly age: number;
  /** The present home first. */
  readonly stays: readonly HomeStay[];
}

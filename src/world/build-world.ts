/** The parts of a world, made once, each from those before it: nothing of them depends on the day that is asked for. */
import type { TestOrganisation } from '../organisation-register.ts';
import type { OdsCode, Organisation, Practitioner } from '../population.ts';
import { dayOf } from './calendar.ts';
import { type ClinicalSetting, type Lives, livesOf } from './clinical/clinical-records.ts';
import { clinicsIn } from './clinical/diaries/diary.ts';
import { type Copies, copiesOf } from './copies/copies.ts';
import { kinOf } from './copies/kin.ts';
import { lifeDaysOf } from './copies/life-days.ts';
import { type Residents, residentsOf } from './copies/residents.ts';
import { standingOf } from './copies/standing.ts';
import { field } from './fields.ts';
import { deal } from './lines/deal.ts';
import { type Surnames, surnamesIn } from './lines/surnames.ts';
import { nhsNumbers } from './nhs-numbers.ts';
import { organisationsOf } from './organisations/organisations.ts';
import { practitionersOf } from './organisations/practitioners.ts';
import { planOf, type RegisterPlan } from './organisations/register/plan.ts';
import { oncePerPattern } from './pattern/once-per-pattern.ts';
import { thePattern } from './pattern/the-pattern.ts';
import { surnameAt, surnamesOf } from './peoples/surnames.ts';
import { type ClearNumbers, clearOf, numbersClearOf } from './personas/keeping-clear.ts';
import type { Persona } from './personas/persona.ts';
import { livedOn } from './places/lived.ts';
import { placesOf } from './places/places.ts';
import { firstDay, lastDay, statedDay } from './reach.ts';
import { givenNamesIn } from './records/given-names.ts';
import { type WorldParts, worldParts } from './records/parts.ts';
import { undatedShare } from './records/untidy.ts';
import { variantsIn } from './records/variants.ts';
import { type PeopleFinder, peopleFinder } from './search/find-people.ts';
import type { GivenNames } from './search/matcher.ts';

const livedIn = oncePerPattern((pattern) => livedOn(dayOf(statedDay), pattern));

export interface WorldSettings {
  readonly seed: number;
  /** How many people of the full layout there are: the families up to the one that the last of them lies in. */
  readonly size: number;
  readonly personas: readonly Persona[];
  /** Organisations that personas refer to. */
  readonly organisations: readonly TestOrganisation[];
}

export interface World {
  readonly settings: WorldSettings;
  readonly parts: WorldParts;
  readonly numbers: ClearNumbers;
  readonly finder: PeopleFinder;
  readonly residents: Residents;
  /** Indices run below this. */
  readonly end: number;
  practitioners(ods: string): readonly Practitioner[];
  trustFor(practice: OdsCode): OdsCode | undefined;
  readonly clinical: ClinicalSetting;
  readonly lives: Lives;
  /** Made when it is first asked for. */
  register(): RegisterPlan;
}

/** Records know of births some months beyond the last day: whoever is born then is expected before. */
const knownAhead = 400;

/** From here on the range of numbers, which is beyond the largest size, is for people whom clients create: 20,000 and some for those who step round the personas'. */
const firstSpare = 888_900;

export function buildWorld(settings: WorldSettings): World {
  const { seed, size, personas, organisations: extra } = settings;
  const pattern = thePattern();
  const clear = clearOf(personas, () => ({ copies, surnames, givenNames }));
  const copies: Copies = copiesOf(pattern, { seed, size, undated: undatedShare, clear });
  const days = lifeDaysOf(copies);
  const tables = { surnamesOf, surnameAt };
  const surnames: Surnames = surnamesIn(copies, days, tables);
  const givenNames: GivenNames = givenNamesIn(copies, surnames);
  const standing = standingOf(copies, dayOf(firstDay));
  const numbers = numbersClearOf(personas, nhsNumbers(seed), firstSpare);
  const { peoples, turns } = livedIn(pattern);
  const places = placesOf({ seed, peoples, dwellings: pattern.dwellings.kind.length });
  const organisations = organisationsOf(seed, places, extra);
  const parts = worldParts({
    numbers,
    copies,
    days,
    kin: kinOf(copies, days, standing.exists),
    surnames,
    givenNames,
    standing,
    places,
    towns: deal(seed, pattern.placeLines.people.length, field.placeLine, turns),
    organisations,
  });
  let plan: RegisterPlan | undefined;
  const register = (): RegisterPlan => (plan ??= planOf(seed, places, organisations, extra));
  /** Whatever the day: those that records name come first, so that the register is made for others only. */
  const organisation = (code: string): Organisation | undefined => organisations.byCode(code) ?? register().byCode(code);
  const practitioners = practitionersOf({ seed, organisation });
  const trustFor: World['trustFor'] = (practice) => organisations.trustFor(organisations.practiceNumber(practice) ?? 0);
  const clinical: ClinicalSetting = {
    seed,
    horizon: dayOf(lastDay) + knownAhead,
    practitioners,
    organisation: organisations.byCode,
    trustFor,
    clinics: clinicsIn({ seed, organisation, practitioners }),
  };
  return {
    settings,
    parts,
    numbers,
    finder: peopleFinder({
      copies,
      surnames,
      tables,
      givenNames,
      variants: variantsIn(parts),
      otherGender: parts.otherGender,
      exists: standing.exists,
    }),
    residents: residentsOf(pattern, days),
    end: copies.index(copies.copiesKept - 1, copies.firstOf((pattern.family[copies.memberOf(size - 1)] ?? 0) + 1)),
    practitioners,
    trustFor,
    clinical,
    lives: livesOf(clinical),
    register,
  };
}

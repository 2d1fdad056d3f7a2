/** What the schedule offers somebody whose vaccinations were told, and who has not had it: by the schedule as it is meant, nobody late. */
import type { DueVaccination, VaccinationEntry } from '../../../clinical-record.ts';
import { dayOf, isoDate } from '../../calendar.ts';
import { lastDay } from '../../reach.ts';
import type { LivedCondition, LivedPregnancy } from '../health.ts';
import { lifeOf } from '../life.ts';
import { dueOffers } from '../vaccinations/due.ts';
import type { Offer } from '../vaccinations/offer.ts';
import { offersOf } from '../vaccinations/vaccinations.ts';
import { vaccines } from '../vaccinations/vaccines.ts';
import type { HistoryTelling } from './history-telling.ts';
import { illnessCalled } from './looked-up.ts';
import { tellExpected, tellProblems } from './tell-problems.ts';

/** What comes again, as against flu, counts from a little before it is offered; doses of a series are counted. */
const early = 14;

export function scheduledVaccinations(telling: HistoryTelling, had: readonly VaccinationEntry[]): readonly DueVaccination[] {
  const { person, history, asOf } = telling;
  // Of whom nothing is said of vaccinations, it is not known which they lack.
  if (history.vaccinations === undefined || person.death !== undefined) return [];
  const { nhsNumber, birthDate, gender, ethnicity } = person;
  const birth = dayOf(birthDate);
  const life = lifeOf(
    {
      nhsNumber,
      birthDate,
      ethnicity,
      sex: gender === 'male' ? 'male' : 'female',
      arrival: birth,
      death: undefined,
      children: [],
      sibship: undefined,
    },
    { seed: 0, horizon: dayOf(lastDay) },
  );
  // By chance of nought everything is taken up on the day on which it is due, so that each dose is offered after the one before.
  const onTime = { ...life, chance: () => 0, siblingChance: () => 0 };
  const offers = offersOf({ life: onTime, conditions: conditionsIn(telling), pregnancies: pregnanciesIn(telling) });
  return dueOffers(offers, dayOf(asOf), (offer) => had.some((jab) => isThat(jab, offer)));
}

function isThat({ sort, dose, given }: VaccinationEntry, offer: Offer): boolean {
  if (sort !== vaccines[offer.vaccine].sort) return false;
  return offer.doses === undefined ? given >= isoDate(offer.from - early) : dose >= offer.dose;
}

function conditionsIn(telling: HistoryTelling): readonly LivedCondition[] {
  return tellProblems(telling).flatMap(({ sort, onset, recorded, end }, ordinal) => {
    const illness = illnessCalled(sort);
    if (illness === undefined || end !== undefined) return [];
    return [{ ordinal, illness, onset: dayOf(onset), recorded: dayOf(recorded), isFatal: false }];
  });
}

const pregnanciesIn = (telling: HistoryTelling): readonly LivedPregnancy[] =>
  tellExpected(telling).map(({ recorded, lastPeriod, due }, ordinal) => ({
    ordinal,
    recorded: dayOf(recorded),
    lastPeriod: dayOf(lastPeriod),
    due: dayOf(due),
    ends: dayOf(due),
    how: 'birth',
    weeks: 40,
    isCaesarean: false,
    isAtHome: false,
    babies: [],
  }));

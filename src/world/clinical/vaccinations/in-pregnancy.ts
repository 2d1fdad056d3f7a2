/** What is offered in pregnancy, beside flu: against whooping cough, and respiratory syncytial virus. */
import { type Day, dayOf, yearOf } from '../../calendar.ts';
import type { LivedPregnancy } from '../health.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { chanceIn, drawn, type Offer, reluctanceAsAdult, shareFor } from './offer.ts';
import type { VaccineName } from './vaccines.ts';

interface Programme {
  readonly vaccine: VaccineName;
  readonly since: Day;
  /** Percent by the year of the end of the pregnancy. */
  readonly uptake: Quantiles;
  /** From that week; most come within so many days. */
  readonly week: number;
  readonly within: number;
  readonly programme: number;
}

const programmes: readonly Programme[] = [
  {
    vaccine: 'pertussis',
    since: dayOf('2012-10-01'),
    uptake: line(2012, 50, 2014, 57, 2016, 72, 2017, 73, 2019, 70, 2021, 65, 2022.5, 60.7, 2023.5, 58.6, 2024.5, 65.6),
    week: 16,
    within: 95,
    programme: 60,
  },
  { vaccine: 'rsv', since: dayOf('2024-09-01'), uptake: line(2024, 53, 2025, 55, 2028, 60), week: 28, within: 50, programme: 61 },
];
/** Until April 2016 whooping cough waited until the 28th week. */
const earlier = dayOf('2016-04-01');
const earlierWeek = 28;
const weightOfEthnicity = 1;
/** Some come too late in it, or give birth before: what makes those who come in time as many as is published. */
const inTime = 1.06;
const byClinic = 0.3;

export function pregnancyOffers(life: Life, pregnancies: readonly LivedPregnancy[]): Offer[] {
  const offers: Offer[] = [];
  for (const { ordinal, lastPeriod, recorded, ends } of pregnancies) {
    for (const { vaccine, since, uptake, programme, ...due } of programmes) {
      const week = lastPeriod < earlier ? Math.max(due.week, earlierWeek) : due.week;
      const from = Math.max(lastPeriod + 7 * week, since, recorded);
      if (from >= ends) continue;
      const isTaken =
        100 * reluctanceAsAdult(life, programme + ordinal * 2) < shareFor(life, inTime * at(uptake, yearOf(ends)), weightOfEthnicity);
      const given = workingDay(from + Math.floor(due.within * chanceIn(life, drawn.pregnancy, programme + 100 * ordinal)));
      const place = chanceIn(life, drawn.pregnancy + 1, ordinal) < byClinic ? 'clinic' : 'practice';
      offers.push({ vaccine, dose: 1, from, until: ends - 1, place, ...(isTaken && given < ends && { given }) });
    }
  }
  return offers;
}

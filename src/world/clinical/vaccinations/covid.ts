/** COVID-19: two doses from December 2020, oldest first, a booster, and from 2022 a campaign in spring and in autumn for those at risk. */
import { type Day, dayOf } from '../../calendar.ts';
import type { Life } from '../life.ts';
import { workingDay } from '../working-days.ts';
import { at, type Quantiles } from '../../pattern/draws.ts';
import { line } from './curve.ts';
import { comesFromAbroad, hasPapers } from './from-abroad.ts';
import { chanceIn, drawn, type Offer, reluctanceAsAdult, reluctanceAsChild, shareFor } from './offer.ts';
import type { VaccineName } from './vaccines.ts';

interface AgeGroup {
  readonly from: number;
  /** The first day on which it was offered, and how many days it took to reach most of them. */
  readonly since: Day;
  readonly days: number;
  /** Percent: two doses by July 2022, and the booster of that winter. */
  readonly second: number;
  readonly booster: number;
}

/** By age on 31 March 2021, the youngest by that on which they were offered it. */
const groups: readonly AgeGroup[] = [
  { from: 80, since: dayOf('2020-12-08'), days: 70, second: 95, booster: 92 },
  { from: 70, since: dayOf('2021-01-18'), days: 35, second: 95, booster: 92 },
  { from: 65, since: dayOf('2021-02-08'), days: 35, second: 94, booster: 91 },
  { from: 60, since: dayOf('2021-03-01'), days: 35, second: 92, booster: 86 },
  { from: 50, since: dayOf('2021-03-08'), days: 45, second: 90, booster: 81 },
  { from: 40, since: dayOf('2021-04-13'), days: 50, second: 85, booster: 70 },
  { from: 30, since: dayOf('2021-05-13'), days: 60, second: 79, booster: 55 },
  { from: 18, since: dayOf('2021-06-08'), days: 80, second: 73.5, booster: 42 },
  { from: 15.6, since: dayOf('2021-08-09'), days: 90, second: 58, booster: 18 },
  { from: 11.5, since: dayOf('2021-09-20'), days: 110, second: 50, booster: 0 },
  { from: 4, since: dayOf('2022-04-04'), days: 90, second: 6, booster: 0 },
];
const reckoned = dayOf('2021-03-31');
const riskSince = dayOf('2021-02-15');

interface Campaign {
  readonly from: Day;
  readonly to: Day;
  /** Percent of those who are that age by the end of it, oldest first. */
  readonly uptake: readonly (readonly [age: number, percent: number])[];
  /** Of those at risk who are younger. */
  readonly atRisk: number;
}

const campaign = (from: string, to: string, uptake: Campaign['uptake'], atRisk = 0): Campaign => ({
  from: dayOf(from),
  to: dayOf(to),
  uptake,
  atRisk,
});

const settled: readonly number[] = Array.from({ length: 14 }, (_, n) => 2027 + n);

const campaigns: readonly Campaign[] = [
  campaign('2022-03-21', '2022-06-30', [[75, 81]]),
  campaign(
    '2022-09-05',
    '2023-02-12',
    [
      [65, 81],
      [50, 55],
    ],
    38,
  ),
  campaign('2023-04-03', '2023-06-30', [[75, 70.5]]),
  campaign('2023-09-11', '2024-01-31', [[65, 71.5]], 24),
  campaign('2024-04-15', '2024-06-30', [[75, 59]]),
  campaign('2024-10-03', '2025-01-31', [[65, 60.5]], 19),
  campaign('2025-04-01', '2025-06-17', [[75, 52.5]]),
  campaign('2025-10-01', '2026-01-31', [[75, 58]]),
  campaign('2026-04-13', '2026-06-30', [[75, 50]]),
  campaign('2026-10-01', '2027-01-31', [[75, 57]]),
  // Nobody knows what comes: it goes on as it is.
  ...settled.flatMap((year) => [
    campaign(`${year}-04-12`, `${year}-06-30`, [[75, 49]]),
    campaign(`${year}-10-01`, `${year + 1}-01-31`, [[75, 56]]),
  ]),
];

const yearDays = 365.25;
const programme = 40;
const grownUp = 18;
const weightOfEthnicity = 0.3;
/** The share who hold to what they did before. */
const holds = 0.93;
const firstOverSecond = 1.02;
const vectorUntil = dayOf('2021-06-01');
const vectorFromAge = 40;
const vectorShare = 0.62;
const hundredsShare = 0.25;
const boosterFrom = dayOf('2021-09-20');
const boosterOfYoungFrom = dayOf('2021-12-01');
const boosterUntil = dayOf('2022-08-31');
const primaryUntil = dayOf('2023-06-30');
const sinceLast = 91;
const clinicUntil = dayOf('2022-08-31');
const within: Quantiles = line(0, 0, 0.5, 0.3, 0.8, 0.6, 1, 1);

export function covidOffers(life: Life, risk: Day): Offer[] {
  const offers: Offer[] = [];
  const lasting =
    100 * (life.birth + grownUp * yearDays > reckoned ? reluctanceAsChild(life, programme) : reluctanceAsAdult(life, programme));
  const doses = offerPrimaries(life, { lasting, risk, offers });
  let last = offers.at(-1)?.given;
  let taken = doses;
  for (const [n, { from, to, uptake, atRisk }] of campaigns.entries()) {
    if (from > life.end) break;
    const years = (to - life.birth) / yearDays;
    const share = uptake.find(([age]) => years >= age)?.[1] ?? (risk <= from && years >= 5 ? atRisk : 0);
    if (share === 0 || from < life.arrival || life.birth > from - yearDays) continue;
    const opens = Math.max(from, last === undefined ? 0 : last + sinceLast);
    if (opens > to) continue;
    const reluctance = chanceIn(life, drawn.covid, n) < holds ? lasting : 100 * chanceIn(life, drawn.covid + 1, n);
    const day = workingDay(opens + Math.floor((to - opens - 4) * at(within, chanceIn(life, drawn.covid + 2, n))));
    const given = reluctance < shareFor(life, share, weightOfEthnicity) && day <= to && day <= life.end ? day : undefined;
    const offer: Offer = { vaccine: 'covid-mrna', dose: taken + 1, from: opens, until: to, place: placeOn(day) };
    offers.push({ ...offer, ...(given !== undefined && { given }) });
    if (given === undefined) continue;
    taken += 1;
    last = given;
  }
  return offers;
}

interface Primaries {
  readonly lasting: number;
  readonly risk: Day;
  readonly offers: Offer[];
}

/** How many doses were taken. */
function offerPrimaries(life: Life, { lasting, risk, offers }: Primaries): number {
  const age = (reckoned - life.birth) / yearDays;
  const group = groups.find(({ from }) => age >= from);
  if (group === undefined) return 0;
  const isAtRisk = risk <= riskSince && age >= 16;
  const since = isAtRisk ? Math.min(group.since, riskSince) : group.since;
  const spread = chanceIn(life, drawn.covid + 3);
  const second = shareFor(life, group.second, weightOfEthnicity);
  const firstDay = workingDay(since + Math.floor(group.days * spread));
  const isVector = age >= vectorFromAge && firstDay < vectorUntil && chanceIn(life, drawn.covid + 3, 1) < vectorShare;
  const isAbroad = comesFromAbroad(life) && firstDay < life.arrival;
  if (isAbroad && !hasPapers(life)) return 0;
  const vaccine: VaccineName = isAbroad ? 'covid-abroad' : isVector ? 'covid-vector' : 'covid-mrna';
  const gap = isVector || firstDay < vectorUntil ? 70 + Math.floor(14 * spread) : 56 + Math.floor(30 * spread);
  const secondDay = workingDay(firstDay + gap);
  const boosterShare = shareFor(life, group.booster, weightOfEthnicity);
  const isYoung = age < vectorFromAge;
  const boosterOpens = Math.max(isYoung ? boosterOfYoungFrom : boosterFrom, secondDay + sinceLast);
  const boosterDay = workingDay(boosterOpens + Math.floor(75 * chanceIn(life, drawn.covid + 3, 2)));
  const hundreds = chanceIn(life, drawn.covid + 3, 3) < hundredsShare && age >= grownUp;
  const planned: readonly (readonly [from: Day, day: Day, share: number, vaccine: VaccineName, until: Day])[] = [
    [since, firstDay, Math.min(second * firstOverSecond, 99), vaccine, primaryUntil],
    [firstDay + 56, secondDay, second, vaccine, primaryUntil],
    [boosterOpens, boosterDay, boosterShare, hundreds ? 'covid-mrna-100' : 'covid-mrna', boosterUntil],
  ];
  let taken = 0;
  for (const [from, day, share, which, until] of planned) {
    if (share <= 0 || from > life.end || (isAbroad && day >= life.arrival)) break;
    const isGiven = lasting < share && day <= Math.min(until, life.end);
    const offer: Offer = { vaccine: which, dose: taken + 1, from, until, place: isAbroad ? 'abroad' : placeOn(day) };
    const isDeclined = !isGiven && taken === 0 && chanceIn(life, drawn.declined, programme) < declinedShare;
    offers.push({ ...offer, ...(isGiven && { given: day }), ...(isDeclined && { declined: workingDay(day) }) });
    if (!isGiven) break;
    taken += 1;
  }
  return taken;
}

const declinedShare = 0.3;

/** Centres at first; the practice, and pharmacies, since. */
const placeOn = (day: Day): Offer['place'] => (day < clinicUntil ? 'clinic' : day % 2 === 0 ? 'pharmacy' : 'practice');

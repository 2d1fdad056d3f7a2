/** All contacts of a life with those who care for it, since records began: what was written says when, and the rest is made up to what is usual. */
import { type Day, dayOf, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import { practiceClinics } from '../diaries/clinics.ts';
import type { Contacts, Health, LivedEncounter } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { isWorkingDay } from '../working-days.ts';
import { backgroundAt, contactsIn } from './background.ts';
import { daysAhead, visitsFor } from './booking.ts';
import { antenatalChecks, type Check, childChecks, yearlyReviews } from './checks.ts';
import type { Draft } from './draft.ts';
import { hospitalEncounters } from './hospital-encounters.ts';
import { encounterOrdinal } from './ordinals.ts';
import type { Reason } from './reasons.ts';
import { doctorBy } from './ways.ts';
import { whatFor } from './what-for.ts';
import { writtenDays } from './written-days.ts';

/** By day: nobody is at the practice twice in one. */
type Drafts = Map<Day, Draft>;

/** As many contacts of a year as have numbers of their own for what is drawn. */
const mostInYear = 64;

export function contactsOf(health: Health): Contacts {
  const { life } = health;
  const from = Math.max(recordsBegan, life.arrival);
  const drafts: Drafts = new Map();
  for (const [day, about] of writtenDays(health, from)) if (isAtHome(health, day)) drafts.set(day, whatFor(health, day, about));
  const checks = [...antenatalChecks(health), ...childChecks(life), ...yearlyReviews(health, from)];
  for (const check of checks) if (check.day >= from && check.day <= life.end && isAtHome(health, check.day)) addCheck(drafts, check);
  addBackground(health, drafts, from);
  const atPractice = [...drafts].map(([day, draft]) => encounterOf(health, day, draft, from));
  const encounters = [...atPractice, ...hospitalEncounters(health, from)].toSorted(
    (a, b) => a.recorded - b.recorded || a.ordinal - b.ordinal,
  );
  const visits = encounters
    .flatMap((encounter) => visitsFor(life, encounter, from))
    .toSorted((a, b) => a.recorded - b.recorded || a.ordinal - b.ordinal);
  return { encounters, visits };
}

/** Nobody is at the practice while they are in hospital. */
const isAtHome = ({ hospital }: Health, day: Day): boolean =>
  !hospital.admissions.some(({ admitted, discharged }) => admitted <= day && day <= discharged && discharged > admitted);

function addCheck(drafts: Drafts, { day, words, clinic, sort, found, within }: Check): void {
  for (let near = day - within; near <= day + within; near += 1) {
    const other = drafts.get(near);
    if (other !== undefined && (near === day || other.sort === sort)) return;
  }
  drafts.set(day, { sort, clinic, urgency: 'planned', reason: uncoded(words), about: [], opening: found });
}

function addBackground(health: Health, drafts: Drafts, from: Day): void {
  const { life } = health;
  const perYear = new Map<number, number>();
  for (const day of drafts.keys()) {
    const year = yearOf(day);
    perYear.set(year, (perYear.get(year) ?? 0) + 1);
  }
  for (let year = yearOf(from), last = yearOf(life.end); year <= last; year += 1) {
    const begins = dayOf(`${year}-01-01`);
    const ends = dayOf(`${year + 1}-01-01`);
    const lived = Math.min(ends, life.end) - Math.max(begins, from);
    const wanted = contactsIn(life, { year, age: life.age(Math.min(begins + 182, life.end)), share: lived / (ends - begins) });
    for (let n = perYear.get(year) ?? 0; n < Math.min(wanted, mostInYear); n += 1) {
      const one = backgroundAt(health, { n: year * mostInYear + n, begins, days: ends - begins });
      if (one === undefined || one.day < from || one.day >= life.end || drafts.has(one.day) || !isAtHome(health, one.day)) continue;
      drafts.set(one.day, backgroundDraft(health, one.day, one.reason));
    }
  }
}

function backgroundDraft({ life }: Health, day: Day, reason: Reason): Draft {
  const { words, clinic, isSeen, found, plan } = reason;
  const chance = life.chance(field.consultation + 6, day);
  const note = (of: readonly string[], n: number): string => of[Math.floor(life.chance(field.consultation + n, day) * of.length)] ?? '';
  return {
    sort: clinic === 'nurse' ? 'nurse' : 'consultation',
    clinic: clinic === 'doctor' ? doctorBy(chance, life.age(day), isSeen === true) : clinic,
    urgency: clinic === 'nurse' || clinic === 'pharmacist' ? 'planned' : 'soon',
    reason: uncoded(words),
    about: [],
    opening: `${note(found, 7)} ${note(plan, 8)}`,
  };
}

function encounterOf({ life }: Health, day: Day, draft: Draft, from: Day): LivedEncounter {
  const { sort, clinic, urgency, reason, about, opening } = draft;
  const made = {
    ordinal: encounterOrdinal(day),
    recorded: day,
    sort,
    reason,
    about,
    setting: 'general-practice' as const,
    ...(opening !== undefined && { opening }),
  };
  if (clinic === 'home') return { ...made, mode: 'home-visit', minutes: 30 };
  if (clinic === 'message') return { ...made, mode: 'online', minutes: 5 };
  const { mode, minutes } = practiceClinics[clinic];
  // At weekends practices work together: those who are seen then are in no practice's own diary.
  if (!isWorkingDay(day)) return { ...made, mode, minutes };
  const booked = Math.max(from, day - daysAhead(urgency, life.chance(field.consultation + 9, day)));
  return { ...made, mode, minutes, booking: { booked, day, clinic } };
}

/** All contacts of a life with those who care for it, since records began: what was written says when, and the rest is made up to what is usual. */
import { type Day, dayOf, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { uncoded } from '../coded.ts';
import { practiceClinics } from '../diaries/clinics.ts';
import type { Contacts, Health, LivedAdmission, LivedEncounter, ResultsMade } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import { isWorkingDay } from '../working-days.ts';
import { backgroundAt, contactsIn } from './background.ts';
import { daysAhead, visitsFor } from './booking.ts';
import type { PlannedContact } from './planned-contact.ts';
import { hospitalEncounters } from './hospital-encounters.ts';
import { encounterOrdinal } from './ordinals.ts';
import type { Reason } from './reasons.ts';
import { doctorBy } from './ways.ts';
import { whatFor } from './what-for.ts';
import { writtenDays } from './written-days.ts';

/** The days for which contacts are made: `to` is the first that is not among them. */
export interface ContactSpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Contacts up to the end of the year after that of a day: of a day nobody needs those that are years ahead, and most of a life may be. Nothing
 * that is told depends on how far they are made, since it hangs on what is some months ahead at most.
 */
export function contactsOf(health: Health): Contacts {
  const known = new Map<number, ReturnType<Contacts['until']>>();
  return {
    until(day) {
      const year = yearOf(day) + 2;
      const made = known.get(year) ?? contactsUntil(health, { to: dayOf(`${year}-01-01`), results: health.results.until(day) });
      known.set(year, made);
      return made;
    },
  };
}

function contactsUntil(
  health: Health,
  { to, results }: Pick<ContactSpan, 'to'> & { readonly results: ResultsMade },
): ReturnType<Contacts['until']> {
  const { life } = health;
  const span: ContactSpan = { from: Math.max(recordsBegan, life.arrival), to: Math.min(to, life.end + 1) };
  const drafts = draftsOf(health, span, results);
  const encounters = hospitalEncounters(health, span);
  for (const [day, draft] of drafts) encounters.push(encounterOf(health, day, draft, span.from));
  // Ordinals stand in the order of days.
  encounters.sort((a, b) => a.ordinal - b.ordinal);
  const visits = encounters.flatMap((encounter) => visitsFor(life, encounter, span.from));
  return { encounters, visits: visits.sort((a, b) => a.recorded - b.recorded || a.ordinal - b.ordinal) };
}

/** By day: nobody is at the practice twice in one. */
type Drafts = Map<Day, PlannedContact>;

function draftsOf(health: Health, span: ContactSpan, results: ResultsMade): Drafts {
  const drafts: Drafts = new Map();
  const stays = health.hospital.admissions.filter(({ admitted, discharged }) => discharged > admitted && discharged >= span.from);
  const isThere = (day: Day): boolean => day >= span.from && day < span.to && isAtHome(stays, day);
  const reviews = new Map(results.reviews.map((review) => [review.day, review]));
  for (const [day, about] of writtenDays(health, span, results))
    if (isThere(day)) drafts.set(day, whatFor(health, day, about, reviews.get(day)));
  addBackground(health, drafts, { ...span, isThere });
  return drafts;
}

/** Nobody is at the practice while they are in hospital. */
const isAtHome = (stays: readonly LivedAdmission[], day: Day): boolean =>
  !stays.some(({ admitted, discharged }) => admitted <= day && day <= discharged);

/** What is drawn for one of a year has a number of its own: nobody has more. */
const mostInYear = 64;

function addBackground(health: Health, drafts: Drafts, { from, to, isThere }: ContactSpan & { isThere(day: Day): boolean }): void {
  const { life } = health;
  const written = new Map<number, number>();
  for (const day of drafts.keys()) written.set(yearOf(day), (written.get(yearOf(day)) ?? 0) + 1);
  for (let year = yearOf(from), last = yearOf(to - 1); year <= last; year += 1) {
    const begins = dayOf(`${year}-01-01`);
    const ends = dayOf(`${year + 1}-01-01`);
    const lived = Math.min(ends, life.end) - Math.max(begins, from);
    const age = life.age(Math.min(begins + 182, life.end));
    const wanted = Math.min(contactsIn(life, { year, age, share: lived / (ends - begins) }), mostInYear);
    for (let n = written.get(year) ?? 0; n < wanted; n += 1) {
      const one = backgroundAt(health, { n: year * mostInYear + n, begins, days: ends - begins, age });
      if (one === undefined || one.day === life.end || drafts.has(one.day) || !isThere(one.day)) continue;
      drafts.set(one.day, backgroundDraft(health, one.day, one.reason));
    }
  }
}

function backgroundDraft({ life }: Health, day: Day, { words, clinic, isSeen, found, plan }: Reason): PlannedContact {
  const note = (of: readonly string[], n: number): string => of[Math.floor(life.chance(field.consultation + n, day) * of.length)] ?? '';
  return {
    sort: clinic === 'nurse' ? 'nurse' : 'consultation',
    clinic: clinic === 'doctor' ? doctorBy(life.chance(field.consultation + 6, day), life.age(day), isSeen === true) : clinic,
    urgency: clinic === 'doctor' || clinic === 'telephone' ? 'soon' : 'planned',
    reason: uncoded(words),
    about: [],
    opening: `${note(found, 7)} ${note(plan, 8)}`,
  };
}

function encounterOf({ life }: Health, day: Day, draft: PlannedContact, from: Day): LivedEncounter {
  const { sort, clinic, urgency, reason, about, opening } = draft;
  const isElsewhere = clinic === 'home' || clinic === 'message';
  // At weekends practices work together: those who are seen then are in no practice's own diary.
  const booking =
    isElsewhere || !isWorkingDay(day)
      ? undefined
      : { booked: Math.max(from, day - daysAhead(urgency, life.chance(field.consultation + 9, day))), day, clinic };
  const { mode, minutes } = isElsewhere ? elsewhere[clinic] : practiceClinics[clinic];
  return {
    ordinal: encounterOrdinal(day),
    recorded: day,
    setting: 'general-practice',
    sort,
    mode,
    minutes,
    reason,
    about,
    opening,
    booking,
    appointment: undefined,
  };
}

const elsewhere = { home: { mode: 'home-visit', minutes: 30 }, message: { mode: 'online', minutes: 5 } } as const;

/** One path through a hospital: referral, first appointment, what is found or done, and whoever is kept an eye on. */
import type { CodedText, ReferralEntry } from '../../../clinical-record.ts';
import { type Day, dayOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedAppointment, LivedCondition } from '../health.ts';
import { workingDay } from '../working-days.ts';
import type { CareBook } from './care-book.ts';
import { chancesOn } from './chances.ts';
import type { Intervention } from './operations.ts';
import { yearsOld } from './rates.ts';
import { serviceAt, type Specialty } from './specialties.ts';
import { waitOf } from './waits.ts';

interface Visits {
  /** The number of the path among this person's, which never changes. */
  readonly n: number;
  readonly specialty: Specialty;
  readonly reason: CodedText;
  readonly condition?: LivedCondition;
  /** How many appointments follow, and how many days lie between them. */
  readonly visits: number;
  readonly every: number;
  /** They go on no longer than this. */
  readonly until?: Day;
}

export interface Path extends Visits {
  readonly from: Day;
  readonly priority: ReferralEntry['priority'];
  readonly by: 'practice' | 'hospital';
  /** What it ends with. */
  readonly operation?: Intervention;
}

/** So that with scans and checks, which hardly anybody misses, 6.5 % of all are; and a few more are moved. */
const missed = 0.075;
const moved = 0.05;
/** Seen and told that nothing needs doing, all on one day. */
const endsAtFirst = 0.5;
/** As far into the wait as the first appointment comes where there is more to it. */
const firstOfWait = 0.45;
/** Who waits for an operation waits so much longer than all do. */
const longer = 1.35;
/** Booked while they are with their doctor; the others hear some weeks ahead. */
const bookedAtOnce = 0.5;
const remoteSince = dayOf('2020-03-23');

export function followPath(book: CareBook, path: Path): void {
  const { n, specialty, reason, priority, by, condition } = path;
  const operation = path.operation && book.canHave(path.operation) ? path.operation : undefined;
  const chance = chancesOn(book.life, n);
  const asked = workingDay(path.from);
  const wait = Math.round(waitOf(path, chance(field.hospital)) * (operation === undefined ? 1 : longer));
  const isOneStop = operation === undefined && chance(field.hospital + 1) < endsAtFirst;
  const planned = workingDay(asked + Math.max(2, Math.round(isOneStop ? wait : wait * firstOfWait)));
  const lead = 14 + Math.round(chance(field.hospital + 2) * 40);
  const booked = chance(field.hospital + 3) < bookedAtOnce ? asked : Math.max(asked + 1, planned - lead);
  const isMissed = chance(field.hospital + 4) < missed;
  const seen = isMissed ? workingDay(planned + 21 + Math.round(chance(field.hospital + 5) * 28)) : planned;
  const nights = operation === undefined ? 0 : Math.round(operation.nights * (0.5 + chance(field.hospital + 7)));
  // What is taken out has been found before; a look inside may be what finds it.
  const found = condition !== undefined && operation?.atMost !== undefined ? condition.recorded + 10 : 0;
  const ends = isOneStop ? seen : workingDay(Math.max(seen + (priority === 'routine' ? 21 : 7), asked + wait, found));
  const closes = operation === undefined ? ends : freeDay(book, ends, nights);

  const referral = book.refer({
    recorded: asked,
    specialty: serviceAt(specialty, yearsOld(book.life, asked)),
    reason,
    priority,
    by,
    booked,
    seen,
    closes,
    ...(operation && { treatedBy: 'operation' as const }),
    ...(condition && { condition }),
  });
  if (referral === undefined) return;

  const appoint = (recorded: Day, day: Day, count: number, status: LivedAppointment['status']): void =>
    book.appoint({
      recorded,
      day,
      minutes: count === 0 ? 30 : 15,
      status,
      mode: modeOf(day, chance(field.hospital + 6, count), count === 0),
      reason: reasonOn(path, recorded),
      setting: 'hospital',
      specialty: serviceAt(specialty, yearsOld(book.life, day)),
      referral,
    });

  if (isMissed) appoint(booked, planned, 1, 'missed');
  appoint(isMissed ? Math.min(planned + 3, seen - 7) : booked, seen, 0, 'fulfilled');

  let last = seen;
  if (operation !== undefined) {
    operate(book, { ...path, reason: reasonOn(path, closes), operation }, closes, nights);
    if (operation.nights > 0) appoint(seen, workingDay(Math.max(seen + 1, closes - 14)), 2, 'fulfilled');
    last = closes;
  } else if (!isOneStop) {
    appoint(seen, closes, 3, 'fulfilled');
    last = closes;
  }
  visitsAfter(book, path, last, referral);
}

/** What they were sent with, until there is a diagnosis. */
const reasonOn = ({ reason, condition }: Pick<Visits, 'reason' | 'condition'>, day: Day): CodedText =>
  condition !== undefined && condition.recorded <= day ? condition.illness.what : reason;

/** Appointments after the first, one after the other. */
export function visitsAfter(book: CareBook, path: Visits, from: Day, referral?: number): void {
  const { n, specialty, every } = path;
  const chance = chancesOn(book.life, n);
  let last = from;
  for (let visit = 0; visit < path.visits; visit += 1) {
    const on = workingDay(last + Math.round(every * (0.85 + 0.3 * chance(field.hospital + 8, visit))));
    if (on > book.life.end || on > (path.until ?? on)) return;
    const fate = chance(field.hospital + 9, visit);
    const booked = every <= 90 ? last : Math.max(last, on - 30 - Math.round(fate * 30));
    book.appoint({
      recorded: booked,
      day: on,
      minutes: 15,
      status: fate < missed ? 'missed' : fate < missed + moved ? 'cancelled' : 'fulfilled',
      mode: modeOf(on, chance(field.hospital + 10, visit), false),
      reason: reasonOn(path, booked),
      setting: 'hospital',
      specialty: serviceAt(specialty, yearsOld(book.life, on)),
      ...(referral !== undefined && { referral }),
    });
    last = on;
  }
}

/** That day, or a later one on which they are in hospital for nothing else, and not pregnant. */
function freeDay(book: CareBook, day: Day, nights: number): Day {
  let free = workingDay(book.afterPregnancy(day));
  for (let tries = 0; tries < 4 && book.isIn(free - 3, free + nights); tries += 1) free = workingDay(book.afterPregnancy(free + 14));
  return free;
}

/** The stay for an operation; nothing where it cannot be done again. */
export function operate(
  book: CareBook,
  { specialty, reason, condition, operation }: Pick<Path, 'specialty' | 'reason' | 'condition' | 'operation'>,
  admitted: Day,
  nights: number,
): void {
  if (operation === undefined || !book.canHave(operation)) return;
  book.admit({
    recorded: admitted,
    admitted,
    discharged: admitted + nights,
    method: operation.nights === 0 ? 'day-case' : 'elective',
    specialty: serviceAt(specialty, yearsOld(book.life, admitted)),
    reason,
    ...(condition && { condition }),
    procedures: [],
    isLast: false,
    operation,
  });
}

function modeOf(day: Day, chance: number, isFirst: boolean): LivedAppointment['mode'] {
  if (day < remoteSince) return chance < 0.03 ? 'telephone' : 'face-to-face';
  const remote = isFirst ? 0.15 : 0.26;
  return chance < remote ? 'telephone' : chance < remote + 0.03 ? 'video' : 'face-to-face';
}

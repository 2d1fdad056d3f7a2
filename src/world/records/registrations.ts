/** Which practices somebody has been registered with, why no longer, and when a death was notified. */
import type { Person, Registration } from '../../population.ts';
import { type Day, dayOf, isoDate } from '../calendar.ts';
import { field } from '../fields.ts';
import { pick, unit } from '../hash.ts';
import { never } from '../pattern/pattern.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { periodUpTo, yearsAfter } from './periods.ts';
import { isSoUntidy, isUntidyOf } from './untidy.ts';

/** Whoever moves, or is born, is registered so many days later; who comes from abroad, when they first need it. */
const registersWithin = 21;
const newcomersWithin = 400;
const stays = 64;

const daysOfInformalNotice = 6;
const informalForLong = 0.05;
const atLongest = 300;

/** Reasons for leaving other than death; emigration is the commonest. */
const removalCodes = ['EMB', 'EMB', 'SCT', 'NIT', 'TRA', 'ORR'] as const;
const removals = { from: dayOf('2012-01-01'), to: dayOf('2041-01-01') } as const;

export interface Death {
  readonly day: Day;
  /** The day that the registrar notified it formally; informally it is known of from the day itself. */
  readonly formalOn: Day;
}

/** As it will have been, whatever the day. */
export function deathOf({ seed, days }: WorldParts, copy: number, member: number, index: number): Death | undefined {
  const day = days.death(copy, member);
  if (day === never) return undefined;
  const chance = unit(seed, index, field.deathNotified);
  const lag =
    chance < informalForLong
      ? 30 + Math.floor((chance / informalForLong) * atLongest)
      : 1 + Math.floor(((chance - informalForLong) / (1 - informalForLong)) * daysOfInformalNotice);
  return { day, formalOn: day + lag };
}

export interface Removal {
  readonly day: Day;
  readonly code: string;
}

/** Formal notice of death ends registration, as does leaving for good: those who do are told of no later than that. */
export function removalOf(
  { seed, families }: WorldParts,
  { member, index, birth, arrival }: Recorded,
  death: Death | undefined,
): Removal | undefined {
  if (death !== undefined) return { day: death.formalOn, code: 'DEA' };
  if (families.solitary[member] === 0 || !isUntidyOf(families.solitaryOneIn, 'removed', seed, index)) return undefined;
  const earliest = Math.max(removals.from, arrival + newcomersWithin, yearsAfter(birth, 18));
  const day = earliest + Math.floor(unit(seed, index, field.removalDay) * (removals.to - earliest));
  return { day, code: removalCodes[pick(seed, index, field.removalCode, removalCodes.length)] ?? 'ORR' };
}

/** The current one first. A registration follows the home some days later, and runs on where the practice stays the same. */
export function registrationsOf(parts: WorldParts, subject: Recorded, today: Day, removal: Removal | undefined): readonly Registration[] {
  const { seed, organisations } = parts;
  const { index, birth, arrival, last } = subject;
  if (isSoUntidy('noPractice', seed, index)) return [];
  const end = removal === undefined ? never : removal.day;
  const spells: { practice: number; from: Day; readonly to: Day }[] = [];
  let next: Day = never;
  for (const { ordinal, from, home } of subject.stays) {
    const isNew = from === arrival && arrival > birth;
    const starts = from + pick(seed, index * stays + ordinal, field.registrationLag, isNew ? newcomersWithin : registersWithin);
    if (starts > last || starts >= next || starts >= end) continue;
    const later = spells.at(-1);
    if (later?.practice === home.practice) later.from = starts;
    else spells.push({ practice: home.practice, from: starts, to: Math.min(end, next) - 1 });
    next = starts;
  }
  return spells.map(({ practice, from, to }) => ({ practice: organisations.practiceCode(practice), period: periodUpTo(today, from, to) }));
}

/** What the record says of the end, up to a day. */
export function endingOf(death: Death | undefined, removal: Removal | undefined, today: Day): Pick<Person, 'death' | 'removal'> {
  return {
    ...(death !== undefined &&
      death.day <= today && { death: { date: isoDate(death.day), notification: death.formalOn <= today ? 'formal' : 'informal' } }),
    ...(removal !== undefined && removal.day <= today && { removal: { code: removal.code, period: { start: isoDate(removal.day) } } }),
  };
}

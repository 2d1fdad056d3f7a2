/** Mobile phones and e-mail of everybody, as spans of time: those of a grown-up, and for a child those of whoever it lives with. */
import { type Day, dayOf } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, pick, unit } from '../hash.ts';
import { endedByDeath, never } from '../pattern/pattern.ts';
import { mailLetters } from './letters.ts';
import { bornInOf, type WorldParts } from './parts.ts';
import { yearsAfter } from './periods.ts';
import { isSoUntidy } from './untidy.ts';

/** Something that held from a day to another one, `never` where nothing ended it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly value: string;
}

export const ownFrom = 16;
/** What ended before the first day that the world can show is not told of. */
export const firstToldOf = dayOf('2017-01-01');

/** RFC 2606 reserves these. */
const mailHosts = ['example.com', 'example.org', 'example.net'] as const;
const mobilesBegin = dayOf('2001-01-01');
const mailBegins = dayOf('2006-01-01');
const spreadOverDays = 3_000;
/** Shares by year of birth, near what practices have recorded of people under 65, under 80 and older. */
const mobileOf = (bornIn: number): number => (bornIn < 1946 ? 0.52 : bornIn < 1961 ? 0.82 : 0.93);
const mailOf = (bornIn: number): number => (bornIn < 1946 ? 0.2 : bornIn < 1961 ? 0.5 : 0.66);
const changes = { share: 0.4, from: dayOf('2012-01-01'), to: dayOf('2041-01-01') } as const;
const sharedMail = 0.1;

/** A mobile number in Ofcom's range for drama: there are a thousand, so people share them, as records allow. */
function mobileNumber(choice: number): string {
  return `07700900${String(choice % 1000).padStart(3, '0')}`;
}

function startOf(parts: WorldParts, copy: number, member: number, earliest: Day, which: number): Day {
  const { copies, seed } = parts;
  const from = Math.max(earliest, yearsAfter(copies.birth(copy, member), ownFrom), copies.arrival(copy, member));
  return from === earliest ? from + pick(seed, copies.index(copy, member), field.since + which, spreadOverDays) : from;
}

/** Earliest first: a number that most keep, some change once. */
export function mobilesOf(parts: WorldParts, copy: number, member: number, bornIn: number): readonly Span[] {
  const { copies, seed } = parts;
  const index = copies.index(copy, member);
  const bits = hash(seed, index, field.mobile);
  if (bits / 0x100000000 >= mobileOf(bornIn) || isSoUntidy('noTelecom', seed, index)) return [];
  const from = startOf(parts, copy, member, mobilesBegin, 0);
  const chance = unit(seed, index, field.newMobile);
  const later = mobileNumber(bits >>> 3);
  if (chance >= changes.share) return [{ from, to: never, value: later }];
  const changed = changes.from + Math.floor((chance / changes.share) * (changes.to - changes.from));
  if (changed <= from) return [{ from, to: never, value: later }];
  return [
    { from, to: changed - 1, value: mobileNumber(bits >>> 13) },
    { from: changed, to: never, value: later },
  ];
}

/** Somebody's own e-mail: named by what they were called when it began. */
function ownMail(parts: WorldParts, copy: number, member: number, bornIn: number): Span | undefined {
  const { copies, seed, givenNames, surnames } = parts;
  const index = copies.index(copy, member);
  const bits = hash(seed, index, field.email);
  if (bits / 0x100000000 >= mailOf(bornIn) || isSoUntidy('noTelecom', seed, index)) return undefined;
  const from = startOf(parts, copy, member, mailBegins, 1);
  const family = surnames.written(copy, member, surnames.spellOn(copy, member, from));
  const local = `${mailLetters(givenNames.of(copy, member)[0] ?? 'contact')}.${mailLetters(family)}`;
  return { from, to: never, value: `${local}${10 + (bits % 90)}@${mailHosts[(bits >>> 8) % mailHosts.length] ?? 'example.com'}` };
}

/** Earliest first: some couples have one address between them, the partner's, for as long as they are one; whoever is left keeps it. */
export function mailsOf(parts: WorldParts, copy: number, member: number, bornIn: number): readonly Span[] {
  const { copies, seed, days } = parts;
  const { unions } = copies.pattern;
  const own = ownMail(parts, copy, member, bornIn);
  let spans: readonly Span[] = own === undefined ? [] : [own];
  for (const union of copies.pattern.unionsOf(member)) {
    const a = unions.a[union] ?? -1;
    if (unions.b[union] !== member || a < 0 || unit(seed, copy * unions.a.length + union, field.sharedEmail) >= sharedMail) continue;
    const theirs = isSoUntidy('noTelecom', seed, copies.index(copy, member))
      ? undefined
      : ownMail(parts, copy, a, bornInOf(copies, copy, a));
    if (theirs === undefined) continue;
    const from = Math.max(days.together(copy, union), theirs.from);
    const end = unions.ended[union] === endedByDeath ? never : days.unionEnd(copy, union);
    const to = end === never ? never : end - 1;
    if (to < from) continue;
    const before = spans.filter((span) => span.from < from).map((span) => ({ ...span, to: Math.min(span.to, from - 1) }));
    const after = own === undefined || to === never ? [] : [{ ...own, from: Math.max(to + 1, own.from) }];
    spans = [...before, { from, to, value: theirs.value }, ...after];
  }
  return spans;
}

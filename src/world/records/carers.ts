/** Whom a child is reached through: the mother where they live together, else the father, else the eldest grown-up at home. */
import type { Day } from '../calendar.ts';
import { eldestAdult } from '../copies/kin.ts';
import { never } from '../pattern/pattern.ts';
import { bornInOf, type WorldParts } from './parts.ts';
import { yearsAfter } from './periods.ts';
import { firstToldOf, mailsOf, mobilesOf, ownFrom, type Span } from './reached.ts';

interface Care {
  readonly carer: number;
  readonly from: Day;
  readonly to: Day;
}

/** Until when somebody has the phone and e-mail of whoever looks after them. */
export function inCareUntil(birth: Day): Day {
  return yearsAfter(birth, ownFrom) - 1;
}

/** Whoever looked after a child, one after another, up to a day; earliest first. */
function careOf(parts: WorldParts, copy: number, child: number, birth: Day, last: Day): readonly Care[] {
  const { copies } = parts;
  const mother = copies.pattern.mother[child] ?? -1;
  const father = copies.pattern.father[child] ?? -1;
  const spells: Care[] = [];
  const until = inCareUntil(birth);
  let from = Math.max(copies.arrival(copy, child), firstToldOf);
  while (from <= until && from <= last) {
    const carer = carerOn(parts, copy, child, from);
    let next = nextChange(parts, copy, child, from);
    for (const one of [mother, father, carer]) if (one >= 0) next = Math.min(next, nextChange(parts, copy, one, from));
    const to = Math.min(until, next - 1);
    const before = spells.at(-1);
    if (carer >= 0) {
      if (before?.carer === carer && before.to === from - 1) spells[spells.length - 1] = { carer, from: before.from, to };
      else spells.push({ carer, from, to });
    }
    from = to + 1;
  }
  return spells;
}

/** The first later day on which somebody moves, or dies. */
function nextChange({ days, copies }: WorldParts, copy: number, member: number, day: Day): Day {
  const { first } = copies.pattern.stays;
  const death = days.death(copy, member);
  let next = death > day ? death : never;
  for (let n = (first[member + 1] ?? 0) - 1; n >= (first[member] ?? 0); n -= 1) {
    const from = days.stayFrom(copy, member, n);
    if (from <= day) break;
    next = Math.min(next, from);
  }
  return next;
}

function carerOn(parts: WorldParts, copy: number, child: number, day: Day): number {
  const { copies, kin } = parts;
  const parent = parentAtHome(parts, copy, child, day);
  return parent >= 0 ? parent : eldestAdult(copies, copy, kin.household(copy, child, day), day);
}

/** The mother, else the father, whom somebody lives with; -1 where it is neither. */
export function parentAtHome({ days, copies }: WorldParts, copy: number, member: number, day: Day): number {
  const dwelling = days.dwellingOn(copy, member, day);
  if (dwelling < 0) return -1;
  const { mother, father } = copies.pattern;
  for (const parent of [mother[member] ?? -1, father[member] ?? -1]) {
    if (parent >= 0 && days.dwellingOn(copy, parent, day) === dwelling) return parent;
  }
  return -1;
}

export interface Reached {
  readonly mobiles: readonly Span[];
  readonly mails: readonly Span[];
}

/** What of those who look after a child is on its record, up to a day. */
export function reachedThroughCarers(parts: WorldParts, copy: number, child: number, birth: Day, last: Day): Reached {
  const mobiles: Span[] = [];
  const mails: Span[] = [];
  for (const { carer, from, to } of careOf(parts, copy, child, birth, last)) {
    const bornIn = bornInOf(parts.copies, copy, carer);
    within(mobilesOf(parts, copy, carer, bornIn), from, to, mobiles);
    within(mailsOf(parts, copy, carer, bornIn), from, to, mails);
  }
  return { mobiles, mails };
}

function within(spans: readonly Span[], from: Day, to: Day, found: Span[]): void {
  for (const span of spans) {
    const part = { from: Math.max(span.from, from), to: Math.min(span.to, to), value: span.value };
    if (part.from > part.to) continue;
    const before = found.at(-1);
    if (before?.value === part.value && before.to === part.from - 1) found[found.length - 1] = { ...part, from: before.from };
    else found.push(part);
  }
}

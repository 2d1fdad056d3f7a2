/** How people are reached. Every number and domain is reserved for fiction. */
import type { Person, Telecom } from '../../population.ts';
import { type Day, dayOf } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, pick, unit } from '../hash.ts';
import { objectId } from '../object-id.ts';
import { phoneOf } from '../organisations/organisations.ts';
import { never } from '../pattern/pattern.ts';
import { inCareUntil, reachedThroughCarers } from './carers.ts';
import { timesAway } from './elsewhere.ts';
import type { StandingHome } from './homes.ts';
import { bornInOf, type WorldParts, type Recorded } from './parts.ts';
import { periodUpTo, yearsAfter } from './periods.ts';
import { firstToldOf, mailsOf, mobilesOf, type Span } from './reached.ts';
import { isSoUntidy } from './untidy.ts';

/** Shares by year of birth: a landline is the home's, so of those in one home the ones who have it have the same. */
const landlineOf = (bornIn: number): number => (bornIn < 1961 ? 0.72 : bornIn < 1981 ? 0.4 : 0.15);
/** Of children, the share whose records say how to reach those who look after them. */
const ofChildren = 0.72;
const workingAge = { from: 20, to: 66 } as const;
const otherMeansFrom = dayOf('2010-01-01');
const spreadOverDays = 4_000;

/** Kinds of means of contact; the numbers tell the keys of their identifiers apart. */
const kinds = [
  { system: 'phone', use: 'home' },
  { system: 'phone', use: 'mobile' },
  { system: 'email', use: 'home' },
  { system: 'phone', use: 'work' },
  { system: 'phone', use: 'temp' },
  { system: 'fax', use: 'home' },
  { system: 'other', use: 'home' },
] as const satisfies readonly Pick<Telecom, 'system' | 'use'>[];
const [homePhone, mobile, mail, workPhone, temporaryPhone, fax, textphone] = [0, 1, 2, 3, 4, 5, 6];

export interface Telecoms {
  /** In use. */
  readonly present: readonly Telecom[];
  readonly past: readonly Telecom[];
}

export function telecomsOf(parts: WorldParts, subject: Recorded): Telecoms {
  const { seed, places } = parts;
  const { copy, member, index, birth, bornIn, arrival, last, stays } = subject;
  if (isSoUntidy('noTelecom', seed, index)) return { present: [], past: [] };
  const ids = hash(seed, index, field.telecomId);
  const present: Telecom[] = [];
  const past: Telecom[] = [];
  const add = (kind: number, { from, to, value }: Span): void => {
    const what = kinds[kind];
    if (what === undefined || from > last || to < from || to < firstToldOf) return;
    const telecom = { id: objectId(ids, from, kind), ...what, value, period: periodUpTo(last, from, to) };
    (to < last ? past : present).push(telecom);
  };
  const landline = ({ settlement }: Pick<StandingHome, 'settlement'>, choice: number): string =>
    phoneOf(places.settlements[settlement] ?? { dial: '01632 960' }, choice).replaceAll(' ', '');

  const own = inCareUntil(birth) < last;
  if (own) {
    for (const span of mobilesOf(parts, copy, member, bornIn)) add(mobile, span);
    for (const span of mailsOf(parts, copy, member, bornIn)) add(mail, span);
  }
  if (inCareUntil(birth) >= firstToldOf && unit(seed, index, field.reachedThrough) < ofChildren) {
    const { mobiles, mails } = reachedThroughCarers(parts, copy, member, birth, last);
    for (const span of mobiles) add(mobile, span);
    for (const span of mails) add(mail, span);
  }
  const share = landlineOf(bornIn);
  for (const { from, to, home } of stays) {
    const bits = hash(seed, home.key, field.homePhone);
    if (bits / 0x100000000 < share) add(homePhone, { from, to, value: landline(home, bits >>> 5) });
  }
  if (!own) return { present, past };

  const [home] = stays;
  if (home === undefined) return { present, past };
  const number = (which: number): string => landline(stays.at(-1)?.home ?? home.home, hash(ids, which, field.homePhone));
  const since = (which: number): Day =>
    Math.max(arrival, yearsAfter(birth, workingAge.from), otherMeansFrom) + (hash(ids, which, field.since) % spreadOverDays);
  if (isSoUntidy('workPhone', seed, index)) add(workPhone, { from: since(0), to: yearsAfter(birth, workingAge.to), value: number(0) });
  if (isSoUntidy('fax', seed, index)) add(fax, { from: since(1), to: never, value: number(1) });
  if (isSoUntidy('textphone', seed, index)) add(textphone, { from: since(2), to: never, value: number(2) });
  if (isSoUntidy('temporaryPhone', seed, index)) {
    for (const { from, to, settlement, n } of timesAway(parts, subject))
      add(temporaryPhone, { from, to, value: landline({ settlement }, hash(ids, n, field.otherAddress)) });
  }
  return { present, past };
}

/** The mobile of somebody near who has one: partner, parent, or grown-up child. */
export function emergencyContactOf(parts: WorldParts, { copy, member, index, last }: Recorded, today: Day): Person['emergencyContact'] {
  const { seed, kin, copies, days } = parts;
  if (last < today || !isSoUntidy('emergencyContact', seed, index)) return undefined;
  for (const { relationship, member: other } of kin.relatives(copy, member, today)) {
    if (relationship === 'sibling' || days.death(copy, other) <= today) continue;
    if (inCareUntil(copies.birth(copy, other)) >= today) continue;
    const phone = mobilesOf(parts, copy, other, bornInOf(copies, copy, other)).find(({ from, to }) => from <= today && to >= today);
    if (phone !== undefined) return { id: objectId(seed, index, field.emergencyId), phone: phone.value };
  }
  return undefined;
}

/** Codes of UK Core's PreferredContactMethod and PreferredWrittenCommunicationFormat. */
const methods = ['1', '3', '4'] as const;
const formats = ['11', '12', '13'] as const;
const times = ['Not after 7pm', 'Mornings only', 'Weekdays after 5pm', 'Any time'] as const;

export function contactPreferenceOf(seed: number, index: number): Person['contactPreference'] {
  const chance = unit(seed, index, field.contact);
  if (chance >= 0.08) return undefined;
  const method = methods[pick(seed, index, field.contactMethod, methods.length)] ?? '1';
  const bits = hash(seed, index, field.contactMethod);
  const format = chance < 0.015 ? formats[(bits >>> 4) % formats.length] : undefined;
  const when = chance >= 0.05 ? times[(bits >>> 8) % times.length] : undefined;
  return { method, ...(format === undefined ? {} : { format }), ...(when === undefined ? {} : { times: when }) };
}

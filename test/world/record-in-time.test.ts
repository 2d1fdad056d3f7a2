/** What a record tells depends on the day only by what has happened yet. */
import { describe, expect, test } from 'vitest';
import type { Address, Person, PersonName, Telecom } from '../../src/population.ts';
import { ageOn, dayOf, isoDate } from '../../src/world/calendar.ts';
import { hash } from '../../src/world/hash.ts';
import { personAt } from '../../src/world/records/person.ts';
import { runs } from '../runs.ts';
import { buildWorld } from '../../src/world/build-world.ts';
import { defaultSize } from '../../src/world/world.ts';

const { parts } = buildWorld({ seed: 42, size: defaultSize, personas: [], organisations: [] });
const { copies, standing } = parts;
const [firstDay, lastDay] = [dayOf('2017-01-01'), dayOf('2040-12-31')];

/** That something ended is known from the day after its last. */
function cutPeriod<T extends { readonly period?: { readonly start: string; readonly end?: string } }>(dated: T, today: string): T {
  const { period } = dated;
  return period?.end === undefined || period.end < today ? dated : { ...dated, period: { start: period.start } };
}

const begun = (today: string) => (dated: { readonly period?: { readonly start: string } }) =>
  dated.period === undefined || dated.period.start <= today;

/** The names as of a day: the latest is the usual one, and until a baby is named it has a family name only. Titles go by age. */
function namesAt({ names, birthDate }: Person, today: string): readonly unknown[] {
  const dated = names.filter(({ period }) => period !== undefined && period.start <= today);
  const latest = dated.toSorted((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? 1 : -1))[0];
  const told = ({ id, given, family, period }: PersonName): unknown => ({ id, given, family, period });
  if (latest === undefined) {
    const [first] = names.filter(({ period }) => period !== undefined).slice(-1);
    return [{ id: first?.id, given: [], family: first?.family, period: { start: birthDate } }];
  }
  const undated = names.filter(({ use, period }) => period === undefined && use === 'old');
  return [latest, ...dated.filter((name) => name !== latest), ...undated].map((name) => told(cutPeriod(name, today)));
}

const isHome = ({ use, text }: Address): boolean => (use === 'home' || use === 'old') && text === undefined;

/** The latest of the homes is the present one; a temporary address says from the start when it ends. */
function addressesAt({ addresses, death }: Person, today: string): readonly Address[] {
  const until = death === undefined || death.date > today ? today : death.date;
  const there = addresses.filter(begun(today));
  const homes = there.filter(isHome);
  const [home] = homes.toSorted((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? 1 : -1));
  return sorted(
    there.map((address) => {
      if (isHome(address)) return { ...cutPeriod(address, today), use: address === home ? 'home' : 'old' };
      const isOver = address.text !== undefined && (address.period?.end ?? '') < until;
      return { ...address, use: address.text === undefined ? address.use : isOver ? 'old' : 'temp' };
    }),
  );
}

function sorted<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The record as of an earlier day, from what a later one tells. */
function cutAt(person: Person, today: string) {
  const { death, removal, telecoms, formerTelecoms = [], registrations } = person;
  const isFormal = removal?.code === 'DEA' && removal.period.start <= today;
  return {
    nhsNumber: person.nhsNumber,
    status: person.status,
    restricted: person.restricted,
    minimal: person.minimal,
    names: namesAt(person, today),
    gender: person.gender,
    birthDate: person.birthDate,
    multipleBirth: person.multipleBirth,
    birthPlace: person.birthPlace,
    death: death === undefined || death.date > today ? undefined : { date: death.date, notification: isFormal ? 'formal' : 'informal' },
    addresses: addressesAt(person, today),
    telecoms: sorted([...telecoms, ...formerTelecoms].filter(begun(today)).map((telecom: Telecom) => cutPeriod(telecom, today))),
    registrations: registrations.filter(begun(today)).map((registration) => cutPeriod(registration, today)),
    removal: removal === undefined || removal.period.start > today ? undefined : removal,
    ethnicity: person.ethnicity,
    religion: person.religion,
    contactPreference: person.contactPreference,
  };
}

describe('the record at a later day', () => {
  test('cut at an earlier one, is the record at the earlier one', () => {
    for (let n = 0; n < runs(6_000); n += 1) {
      const index = hash(1, n, 1) % defaultSize;
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      const span = lastDay - firstDay + 1;
      const [one, other] = [firstDay + (hash(1, n, 2) % span), firstDay + (hash(1, n, 3) % span)];
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      if (!standing.onRecord(copy, member, earlier) || standing.of(copy, member) === 'superseded') continue;
      const then = personAt(parts, copy, member, earlier);
      const since = personAt(parts, copy, member, later);
      expect(cutAt(since, isoDate(earlier))).toEqual(cutAt(then, isoDate(earlier)));
      expect(since.version).toBeGreaterThanOrEqual(then.version);
      // Asked of whoever has somebody to speak it with, and not taken back.
      if (then.language !== undefined) expect(since.language).toBe(then.language);
      if (then.interpreterRequired) expect(since.interpreterRequired).toBe(true);
      const age = ageOn(dayOf(then.birthDate), earlier);
      if (age >= 16) expect(since.sexualOrientation).toBe(then.sexualOrientation);
    }
  });

  test('is read from nothing that lies later: its own cut changes nothing', () => {
    for (let n = 0; n < runs(3_000); n += 1) {
      const index = hash(2, n, 1) % defaultSize;
      const [copy, member] = [copies.copyOf(index), copies.memberOf(index)];
      const day = firstDay + (hash(2, n, 2) % (lastDay - firstDay + 1));
      if (!standing.onRecord(copy, member, day)) continue;
      const person = personAt(parts, copy, member, day);
      const today = isoDate(day);
      const dated = [...person.names, ...person.addresses, ...person.telecoms, ...(person.formerTelecoms ?? []), ...person.registrations];
      expect(dated.filter(({ period }) => period !== undefined && period.start > today)).toEqual([]);
      const planned = person.addresses.filter(({ use }) => use === 'temp');
      expect(
        dated.filter((each) => !planned.some((address) => address === each) && each.period?.end !== undefined && each.period.end >= today),
      ).toEqual([]);
    }
  });
});

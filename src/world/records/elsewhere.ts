/** Addresses beside the home: in term time, for some weeks, of those who see to somebody's letters, of a place of work. */
import type { Address } from '../../population.ts';
import { type Day, dayOf, isoDate } from '../calendar.ts';
import { field } from '../fields.ts';
import { hash, pick, unit } from '../hash.ts';
import { houseName, plantOrBird } from '../places/streets.ts';
import { parentAtHome } from './carers.ts';
import type { WorldParts, Recorded } from './parts.ts';
import { yearsAfter } from './periods.ts';
import { isSoUntidy, untidy } from './untidy.ts';

/** Where the keys of these begin among those of one person's addresses. */
const firstKey = 40;
/** The first premises of a place that no organisation stands on. */
const freePremises = 32;
const fourYears = 1_461;
const firstPeriod = dayOf('2017-01-01');
const periods = 6;
const weeks = { least: 21, most: 180 } as const;
const frailFrom = 78;

/** What a temporary address may be, in the words of national records, and what one of them is called. */
const student = 'Student Accommodation';
const away = ['Temporary Residence Address', 'Second Home', 'Holiday Home', 'Mobile Home'] as const;
const frail = ['Respite Care Address', 'Convalescence Home'] as const;
const buildings: Readonly<Record<string, (n: number) => string>> = {
  [student]: (n) => `Room ${1 + (n % 90)}, ${plantOrBird(n >>> 8)} Hall`,
  'Temporary Residence Address': (n) => `Flat ${1 + (n % 12)}`,
  'Second Home': (n) => houseName(n),
  'Holiday Home': (n) => houseName(n),
  'Mobile Home': (n) => `Pitch ${1 + (n % 80)}, ${plantOrBird(n >>> 8)} Park`,
  'Respite Care Address': (n) => `${plantOrBird(n)} Respite Centre`,
  'Convalescence Home': (n) => `${plantOrBird(n)} Convalescent Home`,
};

export interface TimeAway {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
  /** Which of them, among one person's. */
  readonly n: number;
  readonly settlement: number;
}

/** Those that have begun, present and past, with their keys; a temporary one says from the start when it is to end. */
export function* addressesBesideHome(parts: WorldParts, subject: Recorded, id: (n: number) => string): Generator<Address> {
  const { seed } = parts;
  const { index, last, birth, arrival } = subject;
  for (const { text, from, to, n, settlement } of timesAway(parts, subject)) {
    const building = buildings[text]?.(hash(seed, index, field.otherAddress + 1 + n)) ?? '';
    yield {
      id: id(firstKey + n),
      use: to < last ? 'old' : 'temp',
      text,
      ...writtenAt(parts, settlement, index, building),
      period: { start: isoDate(from), end: isoDate(to) },
    };
  }
  const since = Math.max(arrival, yearsAfter(birth, 21), dayOf('2014-01-01')) + pick(seed, index, field.since, 3_000);
  if (since > last) return;
  const earliest = subject.stays.at(-1);
  if (earliest === undefined) return;
  const { settlement } = earliest.home;
  const period = { start: isoDate(since) };
  if (isSoUntidy('billingAddress', seed, index)) {
    yield { id: id(firstKey + 20), use: 'billing', ...writtenAt(parts, settlement, index, `${plantOrBird(index)} Solicitors`), period };
  }
  if (isSoUntidy('workAddress', seed, index) && birth < dayOf('1998-01-01')) {
    yield { id: id(firstKey + 21), use: 'work', ...writtenAt(parts, settlement, index, `Unit ${1 + (index % 40)}`), period };
  }
}

/** Nobody else is ever at a temporary address. */
export function mayBeAway(seed: number, index: number): boolean {
  if (isSoUntidy('studentAddress', seed, index)) return true;
  for (let n = 0; n < periods; n += 1) if (unit(seed, index, field.temporary + n) < untidy.temporaryAddress.rate) return true;
  return false;
}

/** When somebody was, or is, at a temporary address. */
export function timesAway(parts: WorldParts, { copy, member, index, birth, bornIn, last, arrival }: Recorded): readonly TimeAway[] {
  const { seed, homes, copies } = parts;
  const found: TimeAway[] = [];
  const people = copies.pattern.people[member] ?? 0;
  const settlement = (n: number): number => homes.settlementOf(people, unit(seed, index, field.otherAddress + n));
  if (bornIn >= 1996 && isSoUntidy('studentAddress', seed, index)) {
    const from = dayOf(`${bornIn + 18}-09-20`);
    if (from >= firstPeriod && from <= last && parentAtHome(parts, copy, member, from) >= 0) {
      found.push({ text: student, from, to: dayOf(`${bornIn + 21}-06-20`), n: 0, settlement: settlement(0) });
    }
  }
  const grownUp = Math.max(yearsAfter(birth, 19), arrival);
  for (let n = 0; n < periods; n += 1) {
    const begin = firstPeriod + n * fourYears;
    if (begin > last) break;
    const chance = unit(seed, index, field.temporary + n) / untidy.temporaryAddress.rate;
    if (chance >= 1) continue;
    const from = begin + Math.floor(chance * (fourYears - weeks.most));
    if (from > last || from < grownUp) continue;
    const bits = hash(seed, index, field.otherAddress + n);
    const texts = from > yearsAfter(birth, frailFrom) ? frail : away;
    const to = from + weeks.least + ((bits >>> 8) % (weeks.most - weeks.least));
    found.push({ text: texts[bits % texts.length] ?? away[0], from, to, n: n + 1, settlement: settlement(n) });
  }
  return found;
}

/** Somebody wrote it down: without the keys of the address file, which tell one address from another. */
function writtenAt({ places }: WorldParts, settlement: number, index: number, building: string): Pick<Address, 'lines' | 'postcode'> {
  const site = places.premises(settlement, freePremises + (index % freePremises));
  const { lines, postcode } = places.address({ settlement, site });
  const [, street, locality, town, county] = lines;
  return { lines: [building, street, locality, town, county], postcode };
}

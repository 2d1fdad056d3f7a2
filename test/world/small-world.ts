/** The small pattern copied, with names from tables of a few dozen, and everybody in some copies read one by one. */
import { dayOf } from '../../src/world/calendar.ts';
import { type Copies, copiesOf } from '../../src/world/copies/copies.ts';
import { kinOf } from '../../src/world/copies/kin.ts';
import { lifeDaysOf } from '../../src/world/copies/life-days.ts';
import { standingOf } from '../../src/world/copies/standing.ts';
import { byCodePoint, foldName } from '../../src/world/fold.ts';
import { hash, unit } from '../../src/world/hash.ts';
import { copyCount } from '../../src/world/lines/deal.ts';
import { type Surnames, surnamesIn, type SurnameTables } from '../../src/world/lines/surnames.ts';
import type { SurnameTable } from '../../src/world/peoples/surnames.ts';
import type { Persona } from '../../src/world/personas/persona.ts';
import { peopleFinder } from '../../src/world/search/find-people.ts';
import { clearOf } from '../../src/world/personas/keeping-clear.ts';
import type { GivenNames, Variants } from '../../src/world/search/matcher.ts';
import { soundex } from '../../src/world/soundex.ts';
import { peopleCount, smallPattern } from './small-pattern.ts';

const seed = 7;

const surnameLists = [
  'Smith, Jones, Taylor, Brown, Smyth, Thomas, Evans, Walker, Wright, Robinson, Thompson, Thomson, White, Hughes, Hall, Martin, ' +
    'Smith-Jones, Clarke, Clark, James, Alexander, Tailor, Sneath, Saint, Anne, Browne',
  'García, Garcia, Fernández, Rossi, Bianchi, Kowalczyk, Kowalczik, Nowak, Martin, Silva, Ferrari, Świątek, Thomas',
  'Khan, Kahn, Begum, Ali, Hussain, Hussein, Patel, Shah, Singh, Kaur, Ahmed, Ahmad, Alexander',
];
const givenLists = [
  ['Anne', 'Anna', 'Emily', 'Jane', 'Mary', 'Martin', 'Alex', 'Olivia', 'Thomasina', 'Ava Rose'],
  ['James', 'Thomas', 'Alexander', 'Martin', 'John', 'Jon', 'José', 'Ali', 'Walker', 'Evan'],
];

/** Of the last of the peoples every other woman bears a feminine form, so that her names stand in another order than the men's. */
function tableOf(list: string, sex: number, isLast: boolean): SurnameTable {
  const men = list.split(', ');
  const rows = men
    .map((name, n) => ({
      name: isLast && sex === 0 && n % 2 === 0 ? `A${name.toLowerCase()}` : name,
      from: n / men.length,
      to: (n + 1) / men.length,
    }))
    .toSorted((a, b) => byCodePoint(foldName(a.name), foldName(b.name)));
  const folded = rows.map(({ name }) => foldName(name));
  return {
    names: rows.map(({ name }) => name),
    folded,
    soundex: folded.map(soundex),
    from: Float64Array.from(rows, ({ from }) => from),
    to: Float64Array.from(rows, ({ to }) => to),
  };
}

const made = surnameLists.map((list, people) => [0, 1].map((sex) => tableOf(list, sex, people === peopleCount - 1)));
const none = tableOf('Nobody', 0, false);

const tables: SurnameTables = {
  surnamesOf: (people, sex) => made[people]?.[sex] ?? none,
  surnameAt(people, sex, quantile) {
    const { names, from, to } = made[people]?.[sex] ?? none;
    return names.find((_, n) => quantile >= (from[n] ?? 0) && quantile < (to[n] ?? 0)) ?? '';
  },
};

export const pattern = smallPattern(420);
export const full = copyCount * pattern.size;

const givenNames: GivenNames = {
  of(copy, member) {
    const index = copy * pattern.size + member;
    if (unit(seed, index, 200) < 0.02) return [];
    const list = givenLists[pattern.sex[member] ?? 0] ?? [];
    const name = (n: number): string => list[hash(seed, index, 201 + n) % list.length] ?? '';
    return unit(seed, index, 210) < 0.4 ? [name(0)] : [name(0), name(1)];
  },
  nickname: (_, __, given) => (given[0] === 'Alexander' ? 'Alex' : given[0] === 'Anne' ? 'Nan' : undefined),
};

/** The last letter of the first name is missing. */
const variants: Variants = {
  has: (copy, member) => unit(seed, copy * pattern.size + member, 230) < 0.05,
  given: (copy, member) => givenNames.of(copy, member).map((name, n) => (n === 0 ? name.slice(0, -1) : name)),
};

export function smallWorld({ size = full, personas = [] }: { readonly size?: number; readonly personas?: readonly Persona[] } = {}) {
  const clear = clearOf(personas, () => ({ copies, surnames, givenNames }));
  const copies: Copies = copiesOf(pattern, { seed, size, undated: () => 0.2, clear });
  const days = lifeDaysOf(copies);
  const surnames: Surnames = surnamesIn(copies, days, tables);
  const standing = standingOf(copies, dayOf('2017-01-01'));
  const kin = kinOf(copies, days, standing.exists);
  const otherGender = (copy: number, member: number): 'other' | 'unknown' | undefined => {
    const chance = unit(seed, copies.index(copy, member), 220);
    return chance < 0.01 ? 'unknown' : chance < 0.015 ? 'other' : undefined;
  };
  const facts = { copies, surnames, tables, givenNames, variants, otherGender, exists: standing.exists };
  const finder = peopleFinder(facts);
  return { copies, days, surnames, standing, kin, facts, finder };
}

/** What people are called: given names, title, suffix and nickname, as functions of the index. */
import { type Day, ageOn, yearOf } from './calendar.ts';
import { field } from './fields.ts';
import { foldName } from './fold.ts';
import { type GivenNameTable, nameAt } from './given-names.ts';
import type { Group } from './groups.ts';
import { pick, unit } from './hash.ts';
import { female, type Layout, type PersonPlace } from './layout.ts';

/** How many given names, by group: chance of at least two, of at least three, and of four or five. */
const several: Readonly<Record<Group, readonly [number, number, number]>> = {
  british: [0.78, 0.09, 0.004],
  irish: [0.6, 0.06, 0.002],
  european: [0.35, 0.04, 0.004],
  muslim: [0.3, 0.03, 0.001],
  indian: [0.25, 0.02, 0.002],
  chinese: [0.35, 0.01, 0],
  african: [0.6, 0.12, 0.01],
  other: [0.25, 0.03, 0.002],
};
const mostGiven = 5;
const onlyOneName = 0.0005;
const unnamedFor = 21;
const unnamed = 0.5;
const nicknamed = 0.04;

export interface PeopleNames {
  /** None for people known by one name, and for half of the babies of the last three weeks. */
  given(index: number, place: PersonPlace, birth: Day): readonly string[];
  nickname(index: number, given: readonly string[]): string | undefined;
  prefix(index: number, place: PersonPlace, birth: Day, married: boolean): string | undefined;
  suffix(index: number, birth: Day): string | undefined;
}

export function namingOf(layout: Layout, table: GivenNameTable): PeopleNames {
  const { seed, today } = layout;
  return {
    given(index, place, birth) {
      if (unit(seed, index, field.oneName) < onlyOneName) return [];
      const chance = unit(seed, index, field.givenCount);
      if (today - birth < unnamedFor && chance < unnamed) return [];
      const group = layout.surnames[place.surname]?.group ?? 'british';
      const list = table.listFor(group, place.sex, yearOf(birth), unit(seed, index, field.britishGiven));
      const [two, three, many] = several[group];
      const count = chance < many ? 4 + pick(seed, index, field.prefix, 2) : chance < three ? 3 : chance < two ? 2 : 1;
      const given = [nameAt(list, unit(seed, index, field.givenName))];
      for (let n = 0; given.length < count && n < mostGiven; n += 1) {
        const name = nameAt(list, unit(seed, index, field.middleName + n));
        if (!given.includes(name)) given.push(name);
      }
      return given;
    },
    nickname(index, given) {
      return unit(seed, index, field.nickname) < nicknamed ? shortForms[foldName(given[0] ?? '')] : undefined;
    },
    prefix(index, place, birth, married) {
      const age = ageOn(birth, today);
      const chance = unit(seed, index, field.prefix);
      if (chance < 0.06) return undefined;
      if (age >= 26 && chance > 0.985) return chance > 0.998 ? 'Rev' : 'Dr';
      if (place.sex !== female) return age < 13 && chance < 0.8 ? 'Master' : 'Mr';
      if (married) return chance < 0.85 ? 'Mrs' : 'Ms';
      return age < 18 || chance < 0.6 ? 'Miss' : 'Ms';
    },
    suffix(index, birth) {
      if (ageOn(birth, today) < 40 || unit(seed, index, field.suffix) >= 0.003) return undefined;
      return suffixes[pick(seed, index, field.prefix, suffixes.length)];
    },
  };
}

const suffixes = ['MBE', 'OBE', 'PhD', 'JP'] as const;

/** Short forms that people are known by, by folded given name. */
const shortForms: Readonly<Record<string, string>> = {
  alexander: 'Alex',
  andrew: 'Andy',
  anthony: 'Tony',
  catherine: 'Cath',
  charles: 'Charlie',
  christine: 'Chris',
  christopher: 'Chris',
  daniel: 'Dan',
  david: 'Dave',
  deborah: 'Debbie',
  elizabeth: 'Liz',
  frederick: 'Fred',
  gillian: 'Gill',
  jacqueline: 'Jackie',
  james: 'Jim',
  jennifer: 'Jenny',
  jessica: 'Jess',
  joseph: 'Joe',
  katherine: 'Kate',
  kenneth: 'Ken',
  margaret: 'Peggy',
  michael: 'Mike',
  nicholas: 'Nick',
  olivia: 'Liv',
  pamela: 'Pam',
  patricia: 'Pat',
  peter: 'Pete',
  raymond: 'Ray',
  rebecca: 'Becky',
  richard: 'Dick',
  robert: 'Bob',
  ronald: 'Ron',
  samantha: 'Sam',
  samuel: 'Sam',
  stephen: 'Steve',
  susan: 'Sue',
  terence: 'Terry',
  thomas: 'Tom',
  victoria: 'Vicky',
  william: 'Bill',
};

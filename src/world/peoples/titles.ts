/** What stands before and after a name, and what friends say instead of the first. */
import { field } from '../fields.ts';
import { foldName } from '../fold.ts';
import { pick, unit } from '../hash.ts';
import { female, type Sex } from './people.ts';

export interface Titled {
  readonly sex: Sex;
  /** Completed years on the day. */
  readonly age: number;
  /** Married, divorced or widowed. */
  readonly married: boolean;
}

const untitled = 0.06;
const doctors = 0.985;
const clergy = 0.998;

export function prefixOf({ sex, age, married }: Titled, seed: number, key: number): string | undefined {
  const chance = unit(seed, key, field.prefix);
  if (chance < untitled) return undefined;
  if (age >= 26 && chance > doctors) return chance > clergy ? 'Rev' : 'Dr';
  if (sex !== female) return age < 13 && chance < 0.8 ? 'Master' : 'Mr';
  if (married) return chance < 0.85 ? 'Mrs' : 'Ms';
  return age < 18 || chance < 0.6 ? 'Miss' : 'Ms';
}

const suffixes = ['MBE', 'OBE', 'PhD', 'JP'] as const;

export function suffixOf(age: Titled['age'], seed: number, key: number): string | undefined {
  if (age < 40 || unit(seed, key, field.suffix) >= 0.003) return undefined;
  return suffixes[pick(seed, key, field.prefix, suffixes.length)];
}

const nicknamed = 0.04;

export function nicknameOf(given: readonly string[], seed: number, key: number): string | undefined {
  return unit(seed, key, field.nickname) < nicknamed ? shortForms[foldName(given[0] ?? '')] : undefined;
}

/** Short forms that people are known by, by folded given name. */
const shortForms: Readonly<Record<string, string>> = {
  abdul: 'Abz',
  abigail: 'Abbie',
  albert: 'Bert',
  alexander: 'Alex',
  alexandra: 'Sandy',
  alfred: 'Alf',
  amelia: 'Millie',
  andrew: 'Andy',
  anthony: 'Tony',
  arthur: 'Art',
  barbara: 'Babs',
  benjamin: 'Ben',
  catherine: 'Cath',
  charles: 'Charlie',
  charlotte: 'Lottie',
  christine: 'Chris',
  christopher: 'Chris',
  daniel: 'Dan',
  david: 'Dave',
  deborah: 'Debbie',
  dorothy: 'Dot',
  edward: 'Ted',
  elizabeth: 'Liz',
  florence: 'Flo',
  francesca: 'Fran',
  frederick: 'Fred',
  gillian: 'Gill',
  harold: 'Harry',
  isabella: 'Bella',
  jacqueline: 'Jackie',
  james: 'Jim',
  jennifer: 'Jenny',
  jessica: 'Jess',
  jonathan: 'Jon',
  joseph: 'Joe',
  joshua: 'Josh',
  katarzyna: 'Kasia',
  katherine: 'Kate',
  kathleen: 'Kath',
  kenneth: 'Ken',
  lawrence: 'Larry',
  leonard: 'Len',
  malgorzata: 'Gosia',
  margaret: 'Peggy',
  matthew: 'Matt',
  michael: 'Mike',
  mohammed: 'Mo',
  muhammad: 'Mo',
  nicholas: 'Nick',
  olivia: 'Liv',
  pamela: 'Pam',
  patricia: 'Pat',
  patrick: 'Paddy',
  peter: 'Pete',
  philip: 'Phil',
  raymond: 'Ray',
  rebecca: 'Becky',
  richard: 'Dick',
  robert: 'Bob',
  ronald: 'Ron',
  samantha: 'Sam',
  samuel: 'Sam',
  sidney: 'Sid',
  stephen: 'Steve',
  susan: 'Sue',
  terence: 'Terry',
  thomas: 'Tom',
  timothy: 'Tim',
  victoria: 'Vicky',
  walter: 'Wally',
  william: 'Bill',
};

/** Family names of a people as tables that turn a quantile into a name and a name into quantiles; weighed up when first asked for. */
import { firstThat } from '../first-that.ts';
import { byCodePoint, foldName } from '../fold.ts';
import { britishSurnames } from '../names/british-surnames.ts';
import { soundex } from '../soundex.ts';
import type { People, Sex } from './people.ts';
import { peoples } from './peoples.ts';

/**
 * Rows in code-point order of the folded name, so that a prefix is one run of them. A line with a quantile in [from, to) has the name.
 * Where women have another form their rows are in another order, and a name that stands for several of the men's has a row for each.
 */
export interface SurnameTable {
  readonly names: readonly string[];
  readonly folded: readonly string[];
  readonly soundex: readonly (string | undefined)[];
  readonly from: Float64Array;
  readonly to: Float64Array;
}

interface Tables {
  /** Both in the order of the men's names. */
  readonly spelt: readonly [women: readonly string[], men: readonly string[]];
  readonly to: Float64Array;
  readonly tables: readonly [women: SurnameTable, men: SurnameTable];
}

const weighed: (Tables | undefined)[] = [];

export function surnamesOf(people: number, sex: Sex): SurnameTable {
  return tablesOf(people).tables[sex];
}

/** The family name, as somebody of this sex bears it, of a line with this quantile in [0, 1). */
export function surnameAt(people: number, sex: Sex, quantile: number): string {
  const { spelt, to } = tablesOf(people);
  return spelt[sex][rowAt(to, quantile)] ?? '';
}

/** The first row whose end lies above a chance in [0, 1). */
export function rowAt(ends: Float64Array, chance: number): number {
  return firstThat(ends.length - 1, (row) => (ends[row] ?? 1) > chance);
}

function tablesOf(people: number): Tables {
  const made = weighed[people] ?? weigh(people);
  weighed[people] = made;
  return made;
}

function weigh(people: number): Tables {
  const entries = entriesOf(peoples[people]);
  const women = entries.map(({ woman }) => woman);
  const men = entries.map(({ man }) => man);
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  const to = new Float64Array(entries.length);
  let sum = 0;
  entries.forEach(({ weight }, row) => {
    sum += weight;
    to[row] = row === entries.length - 1 ? 1 : sum / total;
  });
  const ofMen = tableOf(men, to);
  const ofWomen = women.every((name, row) => name === men[row]) ? ofMen : tableOf(women, to);
  return { spelt: [women, men], to, tables: [ofWomen, ofMen] };
}

interface Row {
  readonly name: string;
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

function tableOf(names: readonly string[], ends: Float64Array): SurnameTable {
  const sorted = names
    .map((name, n): Row => ({ name, folded: foldName(name), from: ends[n - 1] ?? 0, to: ends[n] ?? 1 }))
    .toSorted((a, b) => byCodePoint(a.folded, b.folded) || byCodePoint(a.name, b.name) || a.from - b.from);
  const rows: Row[] = [];
  for (const row of sorted) {
    const last = rows.at(-1);
    if (last?.name === row.name && last.to === row.from) rows[rows.length - 1] = { ...last, to: row.to };
    else rows.push(row);
  }
  return {
    names: rows.map(({ name }) => name),
    folded: rows.map(({ folded }) => folded),
    soundex: rows.map(({ folded }) => soundex(folded)),
    from: Float64Array.from(rows, ({ from }) => from),
    to: Float64Array.from(rows, ({ to }) => to),
  };
}

interface Entry {
  readonly man: string;
  readonly woman: string;
  readonly folded: string;
  readonly weight: number;
}

/** "Name", "Name/Woman's name" or either with a share in per cent; those without one have what is left. */
function entriesOf(people: People | undefined): readonly Entry[] {
  const written = (people?.names?.surnames ?? britishSurnames).split(/,\n?/).map((text) => {
    const [, both = text, share] = /^(.+) ([\d.]+)$/.exec(text) ?? [];
    const [man = both, woman = feminine(man, people)] = both.split('/');
    return { man, woman, folded: foldName(man), share: share === undefined ? undefined : Number(share) / 100 };
  });
  const left = written.reduce((rest, { share = 0 }) => rest - share, 1);
  const evenness = people?.names === undefined ? british : others;
  let rank = 0;
  const rest = written.map(({ share }) => (share === undefined ? 1 / Math.sqrt(rank++ + evenness) : 0));
  const sum = rest.reduce((a, b) => a + b, 0);
  return written
    .map(({ share, ...names }, n) => ({ ...names, weight: share ?? (left * (rest[n] ?? 0)) / sum }))
    .toSorted((a, b) => byCodePoint(a.folded, b.folded) || byCodePoint(a.man, b.man) || byCodePoint(a.woman, b.woman));
}

/**
 * The weight of the nth commonest name is an inverse square root, shifted so that Smith has 1.2 % of the British and Jones 0.9 %, near
 * published counts of names. `Math.sqrt` is exact by IEEE 754, so the tables are the same everywhere.
 */
const british = 1.3;
const others = 4;

function feminine(man: string, people: People | undefined): string {
  const ending = people?.feminine?.find(([end]) => man.endsWith(end));
  return ending === undefined ? man : `${man.slice(0, man.length - ending[0].length)}${ending[1]}`;
}

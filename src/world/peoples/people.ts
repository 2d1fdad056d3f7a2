/** What a people is: whose names somebody bears, and what goes with that. Nobody's life follows from it; shares are of many. */

/** As in the pattern: whose list of given names, and which form of a family name. */
export type Sex = 0 | 1;
export const female: Sex = 0;
export const male: Sex = 1;

/** Categories of the NHS's ethnic category code that a people is of; the mixed ones (D to G) are their parents'. */
export type Category = 'A' | 'B' | 'C' | 'H' | 'J' | 'K' | 'L' | 'M' | 'N' | 'P' | 'R' | 'S';

/** NHS Data Dictionary, religious or other belief system affiliation group code. */
export const religions = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N'] as const;
export type Religion = (typeof religions)[number];

/** As they are written down in src/world/names: one text a list, weighed up when it is first asked for. */
export interface PeopleNames {
  readonly surnames: string;
  readonly women: readonly [older: string, middle: string, younger: string];
  readonly men: readonly [older: string, middle: string, younger: string];
  /** A second given name that everybody knows the people by, and the share who have it. */
  readonly middle?: { readonly share: number; readonly women: string; readonly men: string };
}

export interface People {
  readonly key: string;
  /** In English, for reports: "Polish". */
  readonly name: string;
  /** Per thousand of everybody in England in 2021, by ethnic category; the chief category first. */
  readonly perThousand: Readonly<Partial<Record<Category, number>>>;
  /** Undefined for the British, whose tables are by decade. */
  readonly names?: PeopleNames;
  /** Ends of the family names that a woman bears in another form. */
  readonly feminine?: readonly (readonly [men: string, women: string])[];
  /** Share of those born abroad, and here, whose given names are from the British tables. */
  readonly british: { readonly abroad: number; readonly here: number };
  /** How many given names: chance of at least two, of at least three, and of four or five. */
  readonly several: readonly [number, number, number];
  /** ISO 3166 alpha-3 codes of the countries that those born abroad were born in, the weight of each, and some of its towns. */
  readonly countries: readonly (readonly [code: string, weight: number, towns: string])[];
  /** Languages other than English with their weights, and the shares of those born abroad and here who prefer one. */
  readonly languages?: { readonly codes: Readonly<Record<string, number>>; readonly abroad: number; readonly here: number };
  /** Per cent of those who say. */
  readonly religion: Readonly<Partial<Record<Religion, number>>>;
}

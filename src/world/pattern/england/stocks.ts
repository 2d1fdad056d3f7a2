/**
 * The stocks of people whom families are founded by: how many of everybody they are, how old, how many of them were born abroad, and
 * their customs where those make households look otherwise. Shares after the 2021 Census of England (ONS TS021 and its tables of age
 * and country of birth); what is not published by age is set so that the totals are.
 */

/** Under 16, 16–24, 25–44, 45–64, 65 and over. */
export type ByAge = readonly [number, number, number, number, number];
export const ageBands = [16, 25, 45, 65, 200] as const;

export function bandOf(age: number): number {
  return ageBands.findIndex((end) => age < end);
}

export interface Stock {
  readonly key: string;
  /** Whose names they bear: keys of `peoples`, weighted. */
  readonly people: readonly (readonly [key: string, weight: number])[];
  readonly category: string;
  /** Of 10,000 who live in England. */
  readonly share: number;
  /** Their ages, in per cent. */
  readonly ages: ByAge;
  /** Of each age, how many per cent were born abroad. */
  readonly abroad: ByAge;
  /** Live among the British rather than in a neighbourhood with many of their own, in per cent. */
  readonly spread: number;
  /** Neighbourhoods where several stocks live together. */
  readonly circle: string;
  /** Would live with somebody of another stock, in per cent. */
  readonly mixes: number;
  readonly custom: Custom;
}

export interface Custom {
  /** Children wanted: none, 1, 2, 3, 4, 5, 6, in per cent. */
  readonly children: readonly number[];
  /** First unions begin so many years sooner than among the British. */
  readonly sooner: number;
  /** Marries before living together, whatever the year, in per cent. */
  readonly weds: number;
  /** Ends by separation, as a share of the rate of the time. */
  readonly parts: number;
  /** First child without a partner, in per cent of women. */
  readonly lone: number;
  /** Takes a partner from abroad where none is found here, in per cent of those who look. */
  readonly fromAbroad: number;
  /** How many wives take their husband's name, as a share of those of the time. */
  readonly takesName: number;
  /** Old parents live with a grown child, in per cent. */
  readonly parentsToo: number;
}

/** Customs by the people among whom they are the rule. */
// prettier-ignore
const customs = {
  british: { children: [5, 6, 43, 28, 11, 5, 2], sooner: 0, weds: 0, parts: 1, lone: 11, fromAbroad: 3, takesName: 1, parentsToo: 4 },
  european: { children: [6, 21, 50, 17, 5, 1, 0], sooner: 0, weds: 0, parts: 0.9, lone: 8, fromAbroad: 30, takesName: 0.9, parentsToo: 4 },
  indian: { children: [3, 14, 53, 22, 7, 1, 0], sooner: 0.5, weds: 88, parts: 0.35, lone: 1, fromAbroad: 45, takesName: 0.85, parentsToo: 38 },
  muslim: { children: [5, 8, 22, 27, 22, 11, 5], sooner: 2.5, weds: 96, parts: 0.5, lone: 1.5, fromAbroad: 50, takesName: 0.5, parentsToo: 42 },
  african: { children: [4, 11, 30, 28, 17, 7, 3], sooner: 0, weds: 55, parts: 1.1, lone: 22, fromAbroad: 40, takesName: 0.8, parentsToo: 9 },
  caribbean: { children: [3, 19, 38, 23, 10, 5, 2], sooner: 0, weds: 15, parts: 1.4, lone: 30, fromAbroad: 5, takesName: 0.95, parentsToo: 4 },
  eastAsian: { children: [9, 28, 49, 12, 2, 0, 0], sooner: -1, weds: 60, parts: 0.6, lone: 2, fromAbroad: 35, takesName: 0.45, parentsToo: 20 },
  middleEastern: { children: [8, 12, 28, 26, 16, 7, 3], sooner: 1, weds: 90, parts: 0.6, lone: 2, fromAbroad: 40, takesName: 0.4, parentsToo: 20 },
} as const satisfies Readonly<Record<string, Custom>>;

/** Ages of a stock in per cent, and how many per cent of each age were born abroad. */
const profiles = {
  british: { ages: [17, 10.3, 24.5, 26.2, 22], abroad: [1, 1.5, 2, 2, 3] },
  irish: { ages: [6, 5, 20, 37, 32], abroad: [15, 25, 60, 55, 75] },
  european: { ages: [17, 9, 46, 22, 6], abroad: [25, 65, 93, 90, 85] },
  mixed: { ages: [42, 20, 25, 10.5, 2.5], abroad: [3, 6, 10, 15, 25] },
  indian: { ages: [20, 12, 38, 20, 10], abroad: [18, 35, 68, 75, 97] },
  pakistani: { ages: [31, 17, 34, 13, 5], abroad: [10, 20, 48, 65, 97] },
  bangladeshi: { ages: [32, 18, 33, 13, 4], abroad: [9, 20, 55, 80, 98] },
  asian: { ages: [22, 12, 37, 22, 7], abroad: [25, 45, 75, 85, 97] },
  caribbean: { ages: [14, 11, 27, 28, 20], abroad: [5, 8, 20, 40, 92] },
  african: { ages: [31, 15, 32, 19, 3], abroad: [20, 40, 75, 85, 92] },
  black: { ages: [33, 17, 28, 17, 5], abroad: [10, 20, 45, 60, 85] },
  chinese: { ages: [14, 24, 37, 18, 7], abroad: [30, 75, 80, 85, 95] },
  other: { ages: [26, 15, 36.5, 17, 5.5], abroad: [25, 50, 80, 85, 90] },
} as const satisfies Readonly<Record<string, { ages: ByAge; abroad: ByAge }>>;

type Row = readonly [
  key: string,
  category: string,
  share: number,
  profile: keyof typeof profiles,
  custom: keyof typeof customs,
  circle: string,
  spread: number,
  mixes: number,
];

/** Shares of the stocks within a category after their countries of birth and main languages (TS029, TS012). */
const rows: readonly Row[] = [
  ['british', 'A', 7_354, 'british', 'british', 'any', 90, 7],
  ['irish', 'B', 61, 'irish', 'british', 'european', 85, 65],
  ['polish', 'C', 153, 'european', 'european', 'european', 25, 22],
  ['romanian', 'C', 112, 'european', 'european', 'european', 20, 16],
  ['italian', 'C', 56, 'european', 'european', 'european', 45, 50],
  ['portuguese', 'C', 52, 'european', 'european', 'european', 30, 30],
  ['spanish', 'C', 42, 'european', 'european', 'european', 40, 45],
  ['french', 'C', 30, 'european', 'european', 'european', 60, 60],
  ['german', 'C', 28, 'european', 'european', 'european', 70, 65],
  ['lithuanian', 'C', 36, 'european', 'european', 'european', 25, 25],
  ['bulgarian', 'C', 30, 'european', 'european', 'european', 20, 18],
  ['greek', 'C', 34, 'european', 'european', 'european', 35, 40],
  ['albanian', 'C', 20, 'european', 'european', 'european', 25, 20],
  ['overseas', 'C', 44, 'european', 'european', 'british', 100, 75],
  ['hungarian', 'C', 24, 'european', 'european', 'european', 35, 35],
  ['ukrainian', 'C', 26, 'european', 'european', 'european', 35, 35],
  ['white-caribbean', 'D', 141, 'mixed', 'british', 'caribbean', 75, 80],
  ['white-african', 'E', 117, 'mixed', 'british', 'african', 75, 80],
  ['white-asian', 'F', 32, 'mixed', 'british', 'indian', 75, 80],
  ['mixed', 'G', 115, 'mixed', 'british', 'east-asian', 75, 80],
  ['gujarati', 'H', 180, 'indian', 'indian', 'indian', 22, 18],
  ['punjabi', 'H', 118, 'indian', 'indian', 'indian', 20, 16],
  ['south-indian', 'H', 94, 'indian', 'indian', 'indian', 28, 18],
  ['pakistani', 'J', 502, 'pakistani', 'muslim', 'pakistani', 12, 12],
  ['bangladeshi', 'K', 178, 'bangladeshi', 'muslim', 'bangladeshi', 12, 10],
  ['sri-lankan', 'L', 63, 'asian', 'indian', 'indian', 35, 25],
  ['nepalese', 'L', 28, 'asian', 'indian', 'indian', 15, 15],
  ['filipino', 'L', 57, 'asian', 'eastAsian', 'east-asian', 50, 50],
  ['vietnamese', 'L', 25, 'asian', 'eastAsian', 'east-asian', 40, 30],
  ['afghan', 'L', 26, 'asian', 'middleEastern', 'middle-eastern', 15, 8],
  ['caribbean', 'M', 162, 'caribbean', 'caribbean', 'caribbean', 45, 60],
  ['nigerian', 'N', 123, 'african', 'african', 'african', 30, 28],
  ['ghanaian', 'N', 69, 'african', 'african', 'african', 30, 28],
  ['somali', 'N', 58, 'african', 'muslim', 'somali', 12, 10],
  ['zimbabwean', 'N', 54, 'african', 'african', 'african', 45, 35],
  ['ethiopian', 'N', 47, 'african', 'african', 'african', 28, 25],
  ['black-british', 'P', 100, 'black', 'caribbean', 'caribbean', 30, 50],
  ['chinese', 'R', 95, 'chinese', 'eastAsian', 'east-asian', 48, 42],
  ['arab', 'S', 113, 'other', 'middleEastern', 'middle-eastern', 28, 32],
  ['turkish', 'S', 64, 'other', 'middleEastern', 'middle-eastern', 32, 35],
  ['persian', 'S', 71, 'other', 'middleEastern', 'middle-eastern', 38, 38],
  ['latin-american', 'S', 55, 'other', 'european', 'european', 35, 45],
];

/** Stocks whose people bear names under another key, or under several. */
const named: Readonly<Record<string, Stock['people']>> = {
  british: [
    ['british', 0.993],
    ['jewish', 0.007],
  ],
  'white-caribbean': [['british', 1]],
  'white-african': [
    ['british', 2],
    ['yoruba', 1],
  ],
  'white-asian': [
    ['british', 2],
    ['gujarati', 1],
  ],
  mixed: [['british', 1]],
  gujarati: [
    ['gujarati', 3],
    ['hindi', 2],
  ],
  punjabi: [['sikh', 1]],
  'south-indian': [
    ['southIndian', 1],
    ['malayali', 1],
  ],
  'sri-lankan': [['tamil', 1]],
  chinese: [
    ['chinese', 3],
    ['cantonese', 2],
  ],
  nigerian: [
    ['yoruba', 3],
    ['igbo', 2],
  ],
  zimbabwean: [
    ['zimbabwean', 2],
    ['eastAfrican', 2],
    ['congolese', 1],
  ],
  'black-british': [['caribbean', 1]],
  persian: [
    ['iranian', 3],
    ['kurdish', 2],
  ],
  'latin-american': [['latinAmerican', 1]],
};

export const stocks: readonly Stock[] = rows.map(([key, category, share, profile, custom, circle, spread, mixes]) => ({
  key,
  category,
  share,
  custom: customs[custom],
  circle,
  spread,
  mixes,
  people: named[key] ?? [[key, 1]],
  ...profiles[profile],
}));

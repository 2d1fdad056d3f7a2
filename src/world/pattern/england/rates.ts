/**
 * When couples form, wed and part, how children follow one another, and who moves when. By year where ONS publishes them (marriages,
 * divorces, births by mothers' age and order, families and households); else set so that the households that come of them are as published.
 */
import type { Quantiles } from '../draws.ts';

/** Points along the years, with a value between them by straight lines. */
export type ByYear = Quantiles;

/** Age in years at which half are ready for a first union, by year of birth: women. Men are `menLater` older. */
export const readyAt: ByYear = [
  [1_915, 22.5],
  [1_940, 20.6],
  [1_950, 20.8],
  [1_960, 21.5],
  [1_970, 22.4],
  [1_980, 23.2],
  [1_990, 23.6],
  [2_010, 24],
];
export const menLater = 1.9;
/** Years before and after that. */
export const readySpread: Quantiles = [
  [0, -6.5],
  [0.1, -4],
  [0.25, -2],
  [0.5, 0],
  [0.75, 3.2],
  [0.88, 7],
  [0.96, 13],
  [1, 25],
];
/** Per cent who ever look for one. */
export const everPairs: ByYear = [
  [1_920, 97],
  [1_955, 97],
  [1_970, 96],
  [1_985, 94],
  [2_000, 90],
];

/** How many years a man is older than his partner: mean 2.3, standard deviation 4.9. */
export const olderBy: Quantiles = [
  [0, -12],
  [0.03, -6.5],
  [0.1, -3],
  [0.25, -0.3],
  [0.5, 2],
  [0.75, 4.4],
  [0.9, 8],
  [0.97, 13],
  [1, 22],
];

/** Its mean. */
export const meanOlderBy = 2.3;

/** By the year in which a couple begins to live together: per cent who wed on that day, … */
export const wedsAtOnce: ByYear = [
  [1_950, 97],
  [1_970, 92],
  [1_980, 70],
  [1_990, 38],
  [2_000, 18],
  [2_010, 11],
  [2_030, 8],
];
/** … who wed later, of those who do not, unless they part before, … */
export const wedsLater: ByYear = [
  [1_950, 90],
  [1_980, 88],
  [1_990, 85],
  [2_000, 80],
  [2_010, 72],
  [2_020, 64],
  [2_030, 60],
];
/** … and after how many years. */
export const yearsToWedding: Quantiles = [
  [0, 0.5],
  [0.2, 1.5],
  [0.5, 3.2],
  [0.75, 5.5],
  [0.9, 9],
  [1, 18],
];

/** Per cent of marriages that end by separation, by year of the wedding, and after how many years. */
export const divorces: ByYear = [
  [1_950, 12],
  [1_960, 20],
  [1_970, 29],
  [1_980, 37],
  [1_990, 38],
  [2_000, 36],
  [2_010, 33],
  [2_030, 32],
];
export const yearsToDivorce: Quantiles = [
  [0, 1.2],
  [0.1, 3.5],
  [0.3, 7],
  [0.5, 11.5],
  [0.75, 19],
  [0.9, 27],
  [1, 40],
];
/** Per cent of couples who do not wed that part, and after how many years. */
export const parting = 52;
export const yearsToParting: Quantiles = [
  [0, 0.4],
  [0.25, 1.8],
  [0.5, 3.8],
  [0.75, 7.5],
  [0.9, 13],
  [1, 28],
];
/** Per cent who look for somebody again after they parted or were widowed, men and women, and after how many years. */
export const again = { partedYoung: [90, 76], parted: [68, 50], widowed: [26, 9] } as const;
export const yearsToAgain: Quantiles = [
  [0, 0.2],
  [0.25, 0.8],
  [0.5, 1.8],
  [0.75, 4],
  [1, 14],
];
/** Nobody looks for anybody beyond this age. */
export const oldestSeeking = 72;
/** Per cent of second couples who wed. */
export const wedsAgain = 62;

/** How many per cent want one child more than their stock does now, of those born before, … */
export const wantsMore = { bornBefore: 1_948, percent: 22 } as const;
/** … and one fewer, of those born after: so many more with each year. */
export const wantsFewer = { bornAfter: 1_985, yearly: 3.2, atMost: 26 } as const;
/** Years from the beginning of a union to the first child, by the year it began. */
export const firstChildSoon: Quantiles = [
  [0, -0.4],
  [0.08, 0.6],
  [0.3, 1.2],
  [0.5, 2],
  [0.75, 3.6],
  [0.92, 6.5],
  [1, 11],
];
export const firstChildLate: Quantiles = [
  [0, -0.5],
  [0.08, 0.5],
  [0.25, 1.4],
  [0.5, 2.9],
  [0.75, 5],
  [0.92, 8],
  [1, 12],
];
/** Births of one mother are this many months apart. */
export const monthsBetween: Quantiles = [
  [0, 10.8],
  [0.02, 12],
  [0.1, 18],
  [0.25, 25],
  [0.5, 36.5],
  [0.7, 52],
  [0.8, 66],
  [0.88, 82],
  [0.95, 110],
  [1, 170],
];
/** Per cent of maternities with twins. */
export const twins = 1.48;
/** Boys born per girl. */
export const boysPerGirl = 1.054;
export const oldestMother = 45.5;
export const youngestMother = 16.5;
/** Share of women who still can, by age: others stop. */
export const stillCan: ByYear = [
  [35, 1],
  [38, 0.95],
  [41, 0.8],
  [44, 0.4],
  [46, 0.05],
];

/** Per cent of wives who take their husband's name, and who use both, by the year of the wedding. */
export const takesPartnersName: ByYear = [
  [1_960, 99],
  [1_980, 98],
  [1_990, 97],
  [2_000, 96],
  [2_010, 94],
  [2_020, 90],
];
export const usesBoth: ByYear = [
  [1_980, 1],
  [2_000, 3],
  [2_020, 7],
];

/** Per thousand who look for somebody of their own sex. */
export const sameSexPerThousand = 24;

/** Ages at which people come from abroad. */
export const arrivalAge: Quantiles = [
  [0, 17],
  [0.15, 19],
  [0.4, 23.5],
  [0.65, 28],
  [0.85, 35],
  [0.95, 45],
  [1, 66],
];
/** Per cent of those still abroad who come with somebody whom they found there, for each second year of looking. */
export const pairsAbroad = 60;
/** Couples live alike, so that both live long more often than chance has it. */
export const bothLive = 1.03;
/** Couples formed abroad come so many years later. */
export const yearsBeforeComing: Quantiles = [
  [0, 0],
  [0.3, 1.5],
  [0.6, 5],
  [0.85, 9],
  [1, 16],
];

/** Ages at which young people leave their parents, if they have not found a partner before: women. Men are `leavesLater` older. */
export const leavesAt: Quantiles = [
  [0, 17.8],
  [0.2, 18.9],
  [0.38, 21.4],
  [0.55, 25],
  [0.7, 29.4],
  [0.82, 34],
  [0.92, 42],
  [1, 75],
];
export const leavesLater = 1.6;
/** Per cent of those below an age who share a home with others when they leave. */
export const shares = 84;
export const oldestSharing = 66;
/** Per cent of those who leave a shared house who share a flat with one other from then on. */
export const sharesOn = 80;
/** So many times, each second year, some of them move on to another. */
export const changesOfShare = 3;
/** For how many years people share. */
export const yearsSharing: Quantiles = [
  [0, 2],
  [0.5, 8],
  [0.9, 22],
  [1, 35],
];
/** Most who share a house. */
export const sharers = 3;
/** Per cent of couples, at the beginning, who live with his or her parents, besides those whose custom it is. */
export const withParents = 5;
/** Per cent of separated couples of whom she moves out. */
export const sheLeaves = 12;
/** Per cent of those under 40 who go back to their parents when they part. */
export const backHome = 14;
/** Years from the beginning of a union to the moves of the household, with a chance, in per cent, that each comes to pass. */
export const moves: readonly (readonly [after: Quantiles, percent: number])[] = [
  [
    [
      [0, 0.8],
      [0.5, 3],
      [1, 6],
    ],
    62,
  ],
  [
    [
      [0, 5],
      [0.5, 9],
      [1, 15],
    ],
    58,
  ],
  [
    [
      [0, 14],
      [0.5, 22],
      [1, 32],
    ],
    48,
  ],
  [
    [
      [0, 28],
      [0.5, 38],
      [1, 48],
    ],
    30,
  ],
];
/** Per cent of moves that lead to another town. */
export const movesAway = 24;
/** Ages at which some move into a care home, and per cent who would if they lived to it. */
export const careAt: Quantiles = [
  [0, 72],
  [0.25, 82],
  [0.5, 88],
  [0.8, 95],
  [1, 102],
];
export const goesIntoCare = 40;

/** Ages at which women have a first child without a partner; how many do hangs on their stock. */
export const loneAt: Quantiles = [
  [0, 17.5],
  [1, 29.5],
];
/** Per cent of women who never pair who have a child all the same, and at which ages. */
export const aloneByChoice = 14;
export const aloneByChoiceAt: Quantiles = [
  [0, 30],
  [1, 40],
];

/** Second couples wed at once this much more seldom. */
export const secondAtOnce = 0.4;
/** Per cent of couples of one sex who wed, and in which one takes the other's name. */
export const sameSexWeds = 55;
export const sameSexTakesName = 35;
/** Per cent of couples of women who have children. */
export const twoMothers = 40;
/** Couples of 1965 had their first child soon, in forty years more and more of them later. */
export const waitingSince = 1_965;
export const waitingSpread = 40;
/** Per cent of the children of two categories who are put down under one of them. */
export const underOneParent = 22;
/** Those below this age share houses, others flats for two. */
export const youngSharing = 30;
/** Per cent of those who might who move on to another shared house. */
export const changesShare = 50;
/** Per cent of couples of whom one has a home of their own already who begin there. */
export const movesIn = 48;

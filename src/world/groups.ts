/**
 * Surname groups: the families of names that the population is laid out by, with their share of it, how young each is,
 * and the ethnic categories of the people who bear them. Shares after the 2021 Census of England and Wales (ONS, OGL).
 */

export const groups = ['british', 'irish', 'european', 'muslim', 'indian', 'chinese', 'african', 'other'] as const;
export type Group = (typeof groups)[number];

/** Share of the population, in tenths of a per cent. */
export const groupShare: Readonly<Record<Group, number>> = {
  british: 772,
  irish: 26,
  european: 62,
  muslim: 44,
  indian: 44,
  chinese: 14,
  african: 28,
  other: 10,
};

/**
 * Everybody by five-year band of age, oldest (95–99) first, per thousand.
 * England and Wales as used by our sources; to be replaced by ONS TS007 (OGL) when it is at hand.
 */
export const everybodyByAge = [3, 7, 16, 25, 36, 50, 49, 58, 67, 69, 64, 63, 67, 70, 66, 60, 57, 60, 59, 54] as const;

/** How many times commoner each band is in the groups that came mostly since 1950 than in everybody, oldest first. */
const youngFamilies = [20, 25, 30, 35, 45, 50, 55, 60, 70, 85, 110, 130, 135, 130, 120, 115, 125, 130, 130, 130] as const;

/** Band weights of a group, oldest first. British surnames get what the others leave, so that everybody together is the table above. */
export function agesOf(group: Group): readonly number[] {
  if (group === 'irish') return everybodyByAge;
  const young = scaledYoung();
  if (group !== 'british') return young;
  const others = groups.reduce((sum, each) => (each === 'british' || each === 'irish' ? sum : sum + groupShare[each]), 0);
  return everybodyByAge.map((all, band) => (all * (groupShare.british + others) - (young[band] ?? 0) * others) / groupShare.british);
}

function scaledYoung(): readonly number[] {
  const tilted = everybodyByAge.map((all, band) => all * (youngFamilies[band] ?? 0));
  const total = tilted.reduce((sum, weight) => sum + weight, 0);
  return tilted.map((weight) => (weight * 1000) / total);
}

/** NHS ethnic category code → weight per thousand, by group; British and Irish surnames by age as well (under 25, 25–59, 60 and over). */
export type Weights = Readonly<Record<string, number>>;
const british: readonly [Weights, Weights, Weights] = [
  { A: 863, C: 8, D: 33, E: 12, F: 21, G: 17, M: 14, P: 12, Z: 20 },
  { A: 916, C: 7, D: 12, E: 4, F: 6, G: 7, M: 20, P: 8, Z: 20 },
  { A: 958, C: 4, D: 3, E: 1, F: 1, G: 2, M: 10, P: 1, Z: 20 },
];
const irish: readonly [Weights, Weights, Weights] = [
  { A: 780, B: 120, C: 20, D: 30, F: 20, G: 10, Z: 20 },
  { A: 640, B: 310, C: 15, D: 10, F: 5, Z: 20 },
  { A: 390, B: 580, C: 10, Z: 20 },
];
const byGroup: Readonly<Record<Exclude<Group, 'british' | 'irish'>, Weights>> = {
  european: { A: 60, C: 880, G: 20, S: 10, Z: 30 },
  muslim: { J: 600, K: 240, L: 60, F: 30, S: 20, H: 20, Z: 30 },
  indian: { H: 720, L: 190, F: 40, S: 10, C: 10, Z: 30 },
  chinese: { R: 550, L: 320, F: 60, S: 40, Z: 30 },
  african: { N: 840, E: 60, P: 30, S: 10, G: 30, Z: 30 },
  other: { S: 850, C: 60, G: 30, L: 30, Z: 30 },
};

export function ethnicityWeights(group: Group, age: number): Weights {
  const band = age < 25 ? 0 : age < 60 ? 1 : 2;
  if (group === 'british') return british[band];
  if (group === 'irish') return irish[band];
  return byGroup[group];
}

/** Languages other than English that members of a group may prefer, commonest first, and how many per thousand prefer one. */
export const spokenBy: Readonly<Partial<Record<Group, { readonly perThousand: number; readonly codes: readonly string[] }>>> = {
  european: { perThousand: 450, codes: ['pl', 'ro', 'pt', 'es', 'it', 'lt', 'hu', 'bg', 'fr', 'de', 'el', 'sq', 'uk'] },
  muslim: { perThousand: 300, codes: ['ur', 'bn', 'pa', 'ps'] },
  indian: { perThousand: 300, codes: ['pa', 'gu', 'ta', 'hi', 'ml', 'ne'] },
  chinese: { perThousand: 350, codes: ['zh', 'vi', 'tl', 'ko', 'ja', 'th'] },
  african: { perThousand: 250, codes: ['so', 'fr', 'ti', 'am', 'pt', 'sw'] },
  other: { perThousand: 500, codes: ['ar', 'tr', 'fa', 'ku', 'es', 'ps'] },
};

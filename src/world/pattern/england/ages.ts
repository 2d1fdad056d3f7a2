/** How old people are: ONS mid-2023 estimates of England by five-year band from 0–4, the last 90 and over (OGL), in thousands. */
import { female, male, type Sex } from '../../peoples/people.ts';
import { shareAlive } from './mortality.ts';
import { ageBands, bandOf, type Stock, stocks } from './stocks.ts';

const women = [
  1_496, 1_635.8, 1_721.7, 1_652.2, 1_692.8, 1_905.7, 2_065.2, 2_043.7, 1_942.5, 1_744.7, 1_936.8, 1_968.4, 1_768.4, 1_482.3, 1_357.6,
  1_275.1, 823.1, 547.3, 347.8,
];
const men = [
  1_568.6, 1_712.9, 1_807.2, 1_752.8, 1_763.6, 1_872.2, 1_948.2, 1_907.2, 1_840.9, 1_689.6, 1_872.3, 1_895.4, 1_702.4, 1_400.6, 1_232.4,
  1_112, 653.4, 378, 173.5,
];
const oldest = 112;
const lastBand = 90;

/** Shares of everybody by sex and age in whole years; what is 90 and over dwindles with survival. */
function byYearOfAge(sex: Sex, thousands: readonly number[]): Float64Array {
  const shares = new Float64Array(oldest);
  let old = 0;
  for (let age = lastBand; age < oldest; age += 1) old += shareAlive(sex, age + 0.5);
  for (let age = 0; age < oldest; age += 1) {
    const band = thousands[Math.min(thousands.length - 1, Math.floor(age / 5))] ?? 0;
    shares[age] = age < lastBand ? band / 5 : (band * shareAlive(sex, age + 0.5)) / old;
  }
  return shares;
}

/** Made when the first founder is asked for. */
export function agesOfEngland(): (stock: Stock, sex: Sex, age: number) => number {
  const thousands = [byYearOfAge(female, women), byYearOfAge(male, men)] as const;
  const everybody = [...thousands[0], ...thousands[1]].reduce((sum, each) => sum + each, 0);
  const inBand = ageBands.map(() => 0);
  for (const each of thousands) each.forEach((share, age) => (inBand[bandOf(age)] = (inBand[bandOf(age)] ?? 0) + share));
  /** By band, how many of ten thousand in it are of another stock than the British, who are whoever is left. */
  const others = ageBands.map((_, band) => {
    let sum = 0;
    for (const stock of stocks) if (stock.key !== 'british') sum += inStockAndBand(stock, band);
    return sum;
  });

  /** Share of those in a band of age that is of a stock. */
  function inStockAndBand(stock: Stock, band: number): number {
    return ((stock.share / 10_000) * ((stock.ages[band] ?? 0) / 100) * everybody) / (inBand[band] ?? 1);
  }

  /** Share of everybody that is of a stock, a sex and an age in whole years. */
  return (stock, sex, age) => {
    const band = bandOf(age);
    const share = stock.key === 'british' ? 1 - (others[band] ?? 0) : inStockAndBand(stock, band);
    return ((thousands[sex][age] ?? 0) / everybody) * share;
  };
}

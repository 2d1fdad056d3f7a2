/** People of England by age and sex: ONS mid-2023 estimates (OGL), thousands by five-year band from 0–4, the last 90 and over. */
import { female, type Sex } from './members.ts';

const women = [
  1_496, 1_635.8, 1_721.7, 1_652.2, 1_692.8, 1_905.7, 2_065.2, 2_043.7, 1_942.5, 1_744.7, 1_936.8, 1_968.4, 1_768.4, 1_482.3, 1_357.6,
  1_275.1, 823.1, 547.3, 347.8,
];
const men = [
  1_568.6, 1_712.9, 1_807.2, 1_752.8, 1_763.6, 1_872.2, 1_948.2, 1_907.2, 1_840.9, 1_689.6, 1_872.3, 1_895.4, 1_702.4, 1_400.6, 1_232.4,
  1_112, 653.4, 378, 173.5,
];
const everybody = [...women, ...men].reduce((sum, each) => sum + each, 0);
export const bands = women.length;

/** Share of everybody that is of a sex and in a five-year band. */
export function shareInBand(sex: Sex, band: number): number {
  return ((sex === female ? women : men)[band] ?? 0) / everybody;
}

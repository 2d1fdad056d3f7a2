/** Operations that people had before records told of stays, as summaries of records have them. */
import { year, yearOf } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { Health } from '../health.ts';
import { recordsBegan } from '../records-began.ts';
import type { CareBook } from './care-book.ts';
import { type Intervention, operations } from './operations.ts';

interface Custom {
  readonly operation: Intervention;
  readonly ages: readonly [from: number, to: number];
  /** Of 1,000 born before a year: tonsils were taken out of a quarter of all children once, and now of few. */
  readonly of1000: readonly (readonly [bornBefore: number, of1000: number])[];
  /** They would have had one of these after. */
  readonly unless: readonly string[];
}

const customs: readonly Custom[] = [
  {
    operation: operations.tonsils,
    ages: [4, 11],
    of1000: [
      [1945, 230],
      [1960, 210],
      [1975, 110],
      [1990, 60],
      [2006, 35],
    ],
    unless: ['tonsillitis'],
  },
  {
    operation: operations.appendix,
    ages: [7, 34],
    of1000: [
      [1950, 140],
      [1970, 100],
      [2003, 65],
    ],
    unless: ['appendicitis'],
  },
  { operation: operations.teeth, ages: [18, 30], of1000: [[1992, 60]], unless: [] },
];

export function earlierOperations(book: CareBook, { life, conditions }: Health): void {
  const born = yearOf(life.birth);
  for (const [n, { operation, ages, of1000, unless }] of customs.entries()) {
    const share = of1000.find(([before]) => born < before)?.[1] ?? 0;
    if (life.chance(field.hospital + 70, n + 1) * 1000 >= share) continue;
    const [from, to] = ages;
    const day = life.birth + Math.floor(year * (from + (to - from) * life.chance(field.hospital + 71, n + 1)));
    if (day < recordsBegan && !conditions.some(({ illness }) => unless.includes(illness.sort))) book.operate(day, operation);
  }
}

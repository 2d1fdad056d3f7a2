/** Newborn screening, the reviews of small children, and the measuring of those who begin and leave primary school. */
import { year } from '../../calendar.ts';
import type { Body } from '../observations/body.ts';
import { type Bundle, byProgramme, inHospital, investigatedFrom, measures, occasion, type TestOccasion, tests } from './occasions.ts';
import { bodySize } from './bundles.ts';
import { drawnBy } from './draws.ts';

/** From … to so many days after birth, and the share of children who are seen. */
const checks: readonly {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly bundle: Bundle;
  readonly at?: 'birth' | 'elsewhere';
}[] = [
  { from: 0, to: 1, share: 1, bundle: measures('birth-weight', 'head-circumference', 'newborn-examination'), at: 'birth' },
  { from: 5, to: 6, share: 0.99, bundle: tests('newborn-blood-spot'), at: 'elsewhere' },
  { from: 2, to: 25, share: 0.98, bundle: measures('newborn-hearing'), at: 'elsewhere' },
  { from: 40, to: 60, share: 0.93, bundle: measures('weight', 'height', 'head-circumference') },
  { from: 340, to: 400, share: 0.78, bundle: measures('weight', 'height', 'head-circumference') },
  { from: 740, to: 900, share: 0.75, bundle: measures('weight', 'height') },
  { from: 4.6 * year, to: 5.6 * year, share: 0.93, bundle: bodySize, at: 'elsewhere' },
  { from: 10.2 * year, to: 11.2 * year, share: 0.93, bundle: bodySize, at: 'elsewhere' },
];

export function childhoodOf({ until, health: { life } }: Body): TestOccasion[] {
  const occasions: TestOccasion[] = [];
  const begins = investigatedFrom(life);
  if (life.birth + 12 * year < begins) return occasions;
  checks.forEach(({ from, to, share, bundle, at }, n) => {
    const day = life.birth + Math.floor(from + life.chance(drawnBy.childhood, n + 1) * (to - from));
    if (day < begins || day > until - 10 || life.chance(drawnBy.childhood, n + 101) >= share) return;
    occasions.push(at === undefined ? occasion(day, bundle) : at === 'birth' ? inHospital(day, bundle, 0) : byProgramme(day, bundle));
  });
  return occasions;
}

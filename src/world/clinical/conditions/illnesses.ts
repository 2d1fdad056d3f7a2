/** Every sort of condition, by its name. */
import type { Illness } from '../health.ts';
import { onlyFatal } from './causes-of-death.ts';
import { lastingSorts } from './lasting.ts';
import { obesity } from './obesity.ts';
import { complications } from './of-pregnancy.ts';
import { passingSorts } from './passing.ts';

export const illnesses: ReadonlyMap<string, Illness> = new Map(
  [...[...lastingSorts, ...passingSorts, ...complications].map(({ illness }) => illness), obesity, ...onlyFatal].map((illness) => [
    illness.sort,
    illness,
  ]),
);

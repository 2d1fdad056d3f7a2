/** Numbers that decide what happens on a path, apart from those of every other. */
import type { Life } from '../life.ts';

/** More steps than any path has. */
const steps = 64;

export const chancesOn =
  ({ chance }: Life, n: number) =>
  (field: number, step = 0): number =>
    chance(field, n * steps + step + 1);

/** Some people are given whatever may be given, others little: what makes one medicine likely makes the others likely too. */
import { field } from '../../fields.ts';
import type { Life } from '../life.ts';

/** Of the draws for treatments, so many are one and the same draw of the person. */
const shared = 0.8;

/** Draws in [0, 1), each as even as one of its own, and alike among the treatments of a person. */
export function inclinationOf(life: Life): (chance: number) => number {
  const own = life.chance(field.medicine + 6);
  return (chance) => (chance < shared ? own : (chance - shared) / (1 - shared));
}

/** Which practice a household belongs to, and back: a keyed shuffle of everybody, cut into one equal interval for each practice. */
import { permutation } from './fields.ts';
import { permutationOf } from './permutation.ts';

const peoplePerPractice = 9_000;
/** A small world has this many all the same, so that there is somewhere to move to. */
const fewestPractices = 6;

export interface PracticeAreas {
  readonly practices: number;
  practice(index: number): number;
  /** Everybody whose own area is a practice's, in a fixed order. */
  people(practice: number): Iterable<number>;
}

export function practiceAreas(seed: number, size: number): PracticeAreas {
  const practices = Math.max(fewestPractices, Math.round(size / peoplePerPractice));
  const shuffle = permutationOf(size, seed + permutation.practices);
  return {
    practices,
    practice: (index) => Math.floor((shuffle.forward(index) * practices) / size),
    *people(practice) {
      const end = Math.ceil(((practice + 1) * size) / practices);
      for (let position = Math.ceil((practice * size) / practices); position < end; position += 1) yield shuffle.back(position);
    },
  };
}

/** Columns that follow from those of the pattern, for its copies. */
import { oncePerPattern } from '../pattern/once-per-pattern.ts';

/** The first member of each family, and after the last of them the size. */
export const firstMembers = oncePerPattern(({ size, family }) => {
  const families = (family[size - 1] ?? -1) + 1;
  const firsts = new Uint32Array(families + 1).fill(size);
  for (let member = size - 1; member >= 0; member -= 1) firsts[family[member] ?? 0] = member;
  return firsts;
});

/** Of twins the first-born, of others themselves. */
export const firstOfTwins = oncePerPattern((pattern) => {
  const { size, birth, sibship, family, multiple } = pattern;
  const firsts = firstMembers(pattern);
  const first = Uint16Array.from({ length: size }, (_, member) => member);
  for (let member = 0; member < size; member += 1) {
    if ((multiple[member] ?? 0) < 2) continue;
    const theirs = family[member] ?? 0;
    for (let other = firsts[theirs] ?? 0; other < (firsts[theirs + 1] ?? size); other += 1) {
      const ofOneBirth = Math.abs((birth[other] ?? 0) - (birth[member] ?? 0)) <= 1;
      if (multiple[other] === 1 && ofOneBirth && sibship[other] === sibship[member]) first[member] = other;
    }
  }
  return first;
});

/**
 * Those whose date of birth may not have been known: they were born abroad, and nobody knows their parents. Brothers and sisters keep
 * their days, or two of one mother might be born on one first of January.
 */
export const undatedOf = oncePerPattern(({ size, birth, arrival, sibship, father, multiple }) =>
  Uint8Array.from({ length: size }, (_, member) => {
    const isAlone = sibship[member] === -1 && father[member] === -1 && multiple[member] === 0;
    return arrival[member] !== birth[member] && isAlone ? 1 : 0;
  }),
);

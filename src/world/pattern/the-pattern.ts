/** The pattern, simulated when somebody is first asked for: it is the same for every seed, so a process has one. */
import { peopleIndex } from '../peoples/peoples.ts';
import { buildPattern } from './build-pattern.ts';
import type { Pattern } from './pattern.ts';

const built: Pattern[] = [];

export function thePattern(): Pattern {
  const [pattern = buildPattern(peopleIndex)] = built;
  built[0] = pattern;
  return pattern;
}

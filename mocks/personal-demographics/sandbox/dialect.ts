/** How the official sandbox writes a problem: as Spine does, and of somebody whose related people are not found it says when as well. */
import type { Dialect } from '../../../src/mock/dialect.ts';
import { spineDialect } from '../../../src/nhs/spine/spine-dialect.ts';

export const dialect: Dialect = {
  ...spineDialect,
  write(problem, about) {
    const outcome = spineDialect.write(problem, about);
    const isDated = problem.problem === 'not-found' && about.operation?.id === 'get-related-people';
    return isDated ? { ...outcome, timestamp: about.now } : outcome;
  },
};

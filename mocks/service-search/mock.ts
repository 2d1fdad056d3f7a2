/** Directory of Healthcare Services: by its contract alone, but for the shape of its faults and what it says of its version. */
import type { operations } from '../../src/generated/service-search.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';
import { dialect } from './dialect.ts';

export default {
  access: keyHolders,
  dialect,
  // The version is part of the address: another one is not found, whatever else is wrong.
  problems: (problem) =>
    problem.faults?.some(({ in: place, name }) => place === 'query' && name === 'api-version')
      ? { ...problem, problem: 'not-found', said: { status: 404 } }
      : problem,
  behaviours: {},
} satisfies Mock<operations>;

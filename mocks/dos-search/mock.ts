/** Directory of Services Search: by its contract alone, but for the words of its faults. */
import type { operations } from '../../src/generated/dos-search.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { dialect } from './dialect.ts';

export default {
  access: applicationsOnly,
  dialect,
  refusesUnknownParameters: true,
  behaviours: {},
} satisfies Mock<operations>;

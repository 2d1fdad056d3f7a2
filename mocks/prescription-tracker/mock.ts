/** The Clinical Prescription Tracker: where a prescription is, for staff. */
import type { operations } from '../../src/generated/prescription-tracker.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { dialect } from './dialect.ts';
import { access } from './access.ts';
import { read } from './read.ts';
import { search } from './search.ts';

export default {
  access,
  dialect,
  behaviours: {
    'clinical-prescription-tracker-bundle': search,
    'prescription-details-bundle': read,
  },
} satisfies Mock<operations>;

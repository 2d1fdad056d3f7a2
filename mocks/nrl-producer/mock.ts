/** The producer's side of the record locator: answered by its contract, in its own words for what is wrong. */
import type { operations } from '../../src/generated/nrl-producer.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { typeRefused } from '../record-locator-access.ts';
import { dialect, headerRules, problems } from '../record-locator.ts';

export default {
  access: applicationsOnly,
  dialect,
  headerRules,
  permissions: typeRefused,
  problems,
  refusesUnknownParameters: true,
  behaviours: {},
} satisfies Mock<operations>;

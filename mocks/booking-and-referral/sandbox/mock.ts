/**
 * The official sandbox (`--compatibility official-sandbox`): headers about the sender are not asked for, every target of its shape is known,
 * and a search for slots is asked in the form that its test suites use. What it answers is that of the mock, which keeps what is sent.
 */
import type { operations } from '../../../src/generated/booking-and-referral.types.ts';
import type { Mock } from '../../../src/mock/mock.ts';
import { applicationsOnly } from '../../../src/nhs/access-modes.ts';
import { behaviours } from '../behaviours.ts';
import { dialect } from '../dialect.ts';
import { headerRules } from './checks.ts';

export default {
  access: applicationsOnly,
  dialect,
  headerRules,
  order: ['expectation', 'faults', 'token', 'rate-limit', 'access', 'size', 'header-rules'],
  behaviours,
} satisfies Mock<operations>;

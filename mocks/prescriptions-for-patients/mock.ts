/** Prescriptions for Patients: served by its contract alone, but for the words of its faults and the check digits of numbers. */
import type { operations } from '../../src/generated/prescriptions-for-patients.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { dialect, inOwnWords, numbersInHeaders } from './dialect.ts';

export default {
  access,
  dialect,
  headerRules: numbersInHeaders,
  problems: (problem, call) => inOwnWords(problem, bodyOf(call)),
  behaviours: {},
} satisfies Mock<operations>;

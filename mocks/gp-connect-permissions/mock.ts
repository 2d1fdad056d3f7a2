/** GP Connect user permissions: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import type { operations } from '../../src/generated/gp-connect-permissions.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { checksInOrder, nhsNumberInPath } from '../../src/nhs/checks-in-order.ts';
import { inSpineWords, isUnsaid } from '../../src/nhs/spine/contract-faults.ts';
import { patientsOwn } from '../gp-connect-access.ts';
import { dialect } from './dialect.ts';

export default {
  dialect,
  scope: 'gp-connect-user-permissions',
  access: patientsOwn(({ path }) => path['id']),
  headerRules: checksInOrder({ getPatientPermissions: [nhsNumberInPath] }),
  problems: (problem, call) => (isUnsaid(problem) ? inSpineWords(problem, bodyOf(call)) : problem),
  behaviours: {
    getPatientPermissions: (call) =>
      call.population.find(call.path.id) ? undefined : { problem: 'not-found', message: 'Nobody here has this NHS number.' },
  },
} satisfies Mock<operations>;

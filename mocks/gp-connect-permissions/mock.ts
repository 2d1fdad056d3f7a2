/** GP Connect user permissions: what a patient may do online at their practice. The first question switches it on. */
import type { operations } from '../../src/generated/gp-connect-permissions.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { checksInOrder, nhsNumberInPath } from '../../src/nhs/checks-in-order.ts';
import { inSpineWords, isUnsaid } from '../../src/nhs/spine/contract-faults.ts';
import { gatewayWishes, noEndpoint } from '../gp-practice/gateway.ts';
import { onlineAccess, switchOn } from '../gp-practice/online-access.ts';
import { readsBy } from '../gp-practice/readings.ts';
import { registeredPatient } from '../gp-practice/registered.ts';
import { access, unknownOds } from './access.ts';
import { askForMore } from './ask-for-more.ts';
import { dialect } from './dialect.ts';
import { told } from './told.ts';

export default {
  dialect,
  scope: 'gp-connect-user-permissions',
  access,
  wishes: gatewayWishes(unknownOds),
  headerRules: checksInOrder({
    getPatientPermissions: [nhsNumberInPath],
    updatePatientPermissions: [(call) => (readsBy(call, '2023') ? undefined : noEndpoint), nhsNumberInPath],
  }),
  problems: (problem, call) => (isUnsaid(problem) ? inSpineWords(problem, bodyOf(call)) : problem),
  behaviours: {
    getPatientPermissions: (call) => {
      const patient = registeredPatient(call, call.path.id);
      if ('problem' in patient) return patient;
      return { status: 200, body: told(onlineAccess(call, patient.person) ?? switchOn(call, patient.person)) };
    },
    updatePatientPermissions: (call) => askForMore(call, call.path.id),
  },
} satisfies Mock<operations>;

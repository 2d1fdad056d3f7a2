/** GP Connect prescriptions: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import { valueAt } from '../../src/contract/json-pointer.ts';
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { inPracticeWords } from '../gp-practice/dialect.ts';
import { patientsOwn } from '../gp-practice/access.ts';
import { gatewayWishes, noEndpointInFhir } from '../gp-practice/gateway.ts';
import { registeredPatient } from '../gp-practice/registered.ts';
import { dialect } from './dialect.ts';

export default {
  dialect,
  scope: 'gp-connect-prescriptions-management-fhir',
  access: patientsOwn(
    (call) => call.path['id'] ?? call.query['patient'] ?? valueAt(bodyOf(call), ['for', 'identifier', 'value']),
    noEndpointInFhir,
  ),
  wishes: gatewayWishes(noEndpointInFhir),
  problems: (problem, { operation }) =>
    inPracticeWords(problem, (fault) => fault.in === 'path' || (operation.id === 'get-task' && fault.name === 'patient')),
  behaviours: {
    'get-ordered-medicationrequest': (call) => {
      const patient = registeredPatient(call, call.path.id);
      return 'problem' in patient ? patient : undefined;
    },
    'get-task': (call) => {
      const patient = registeredPatient(call, call.query.patient);
      return 'problem' in patient ? patient : undefined;
    },
  },
} satisfies Mock<operations>;

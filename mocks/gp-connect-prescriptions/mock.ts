/** GP Connect prescriptions: the gateway in front, and behind it the system of the patient's practice. The rules stand in the files beside. */
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { inPracticeWords } from '../gp-practice/dialect.ts';
import { gatewayWishes, noEndpointInFhir } from '../gp-practice/gateway.ts';
import { readsBy } from '../gp-practice/readings.ts';
import { access } from './access.ts';
import { dialect } from './dialect.ts';
import { events } from './events.ts';
import { listPrescribed } from './medicines/list.ts';
import { cancelRequest } from './requests/cancel.ts';
import { askForNext } from './requests/order.ts';
import { listRequests } from './requests/status.ts';

export default {
  access,
  dialect,
  events,
  scope: 'gp-connect-prescriptions-management-fhir',
  wishes: gatewayWishes(noEndpointInFhir),
  // Nobody keeps what is said about a patient, faults included.
  everyAnswer: () => ({ 'Cache-Control': 'no-store' }),
  headerRules: (call) => (call.operation.id === 'cancel-task' && !readsBy(call, '2023') ? noEndpointInFhir : undefined),
  problems: (problem) => inPracticeWords(problem, () => false),
  behaviours: {
    'get-ordered-medicationrequest': listPrescribed,
    'post-task': askForNext,
    'get-task': listRequests,
    'cancel-task': cancelRequest,
  },
} satisfies Mock<operations>;

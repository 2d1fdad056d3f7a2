/** GP Connect appointments: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import type { operations } from '../../src/generated/gp-connect-appointments.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { inPracticeWords } from '../gp-practice/dialect.ts';
import { registeredPatient } from '../gp-practice/registered.ts';
import { access } from './access.ts';
import { dialect } from './dialect.ts';

export default {
  dialect,
  scope: 'gp-connect-appointments-management-fhir',
  access,
  problems: (problem, { operation }) => inPracticeWords(problem, (fault) => fault.in === 'path' && operation.id === 'list-appointments'),
  behaviours: {
    'list-appointments': (call) => {
      const patient = registeredPatient(call, call.path.id);
      return 'problem' in patient ? patient : undefined;
    },
  },
} satisfies Mock<operations>;

/** GP Connect prescriptions: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import { valueAt } from '../../src/contract/json-pointer.ts';
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { inPracticeWords, unlessKnown } from '../gp-practice.ts';
import { patientsOwn } from '../gp-connect-access.ts';
import { dialect } from './dialect.ts';

export default {
  dialect,
  scope: 'gp-connect-prescriptions-management-fhir',
  access: patientsOwn((call) => call.path['id'] ?? call.query['patient'] ?? valueAt(bodyOf(call), ['for', 'identifier', 'value'])),
  problems: (problem, { operation }) =>
    inPracticeWords(problem, (fault) => fault.in === 'path' || (operation.id === 'get-task' && fault.name === 'patient')),
  behaviours: {
    'get-ordered-medicationrequest': ({ path, population }) => unlessKnown(path.id, population),
    'get-task': ({ query, population }) => unlessKnown(query.patient, population),
  },
} satisfies Mock<operations>;

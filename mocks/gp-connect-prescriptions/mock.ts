/** GP Connect prescriptions: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { inPracticeWords, unlessKnown } from '../gp-practice.ts';
import { patientsOwn } from '../gp-connect-access.ts';
import { dialect } from './dialect.ts';

export default {
  dialect,
  access: patientsOwn(({ path, query }) => path['id'] ?? query['patient']),
  problems: (problem, { operation }) =>
    inPracticeWords(problem, (fault) => fault.in === 'path' || (operation.id === 'get-task' && fault.name === 'patient')),
  behaviours: {
    'get-ordered-medicationrequest': ({ path, population }) => unlessKnown(path.id, population),
    'get-task': ({ query, population }) => unlessKnown(query.patient, population),
  },
} satisfies Mock<operations>;

/** GP Connect prescriptions: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { operations } from '../../src/generated/gp-connect-prescriptions.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { Population } from '../../src/population.ts';
import { dialect, inOwnWords, noNhsNumber, patientNotFound } from './dialect.ts';

function unlessKnown(of: string, population: Population): Problem | undefined {
  if (parseNhsNumber(of) === undefined) return noNhsNumber;
  return population.find(of) ? undefined : patientNotFound;
}

export default {
  dialect,
  problems: inOwnWords,
  behaviours: {
    'get-ordered-medicationrequest': ({ path, population }) => unlessKnown(path.id, population),
    'get-task': ({ query, population }) => unlessKnown(query.patient, population),
  },
} satisfies Mock<operations>;

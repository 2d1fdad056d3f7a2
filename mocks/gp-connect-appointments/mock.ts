/** GP Connect appointments: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { operations } from '../../src/generated/gp-connect-appointments.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { dialect, inOwnWords, noNhsNumber, patientNotFound } from './dialect.ts';

export default {
  dialect,
  problems: inOwnWords,
  behaviours: {
    'list-appointments': ({ path, population }) => {
      if (parseNhsNumber(path.id) === undefined) return noNhsNumber;
      return population.find(path.id) ? undefined : patientNotFound;
    },
  },
} satisfies Mock<operations>;

/** GP Connect access record: served by its contract alone, but for the words of its faults and for numbers of nobody. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { operations } from '../../src/generated/gp-connect-record.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import type { Population } from '../../src/population.ts';
import { access } from './access.ts';
import { dialect, invalidNumber, invalidSystem, noDocument, noPatient, problems } from './dialect.ts';

const system = 'https://fhir.nhs.uk/Id/nhs-number';
const profile = 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Searchset-Bundle-1';

export default {
  dialect,
  scope: 'gp-connect-access-record-fhir',
  access,
  problems,
  behaviours: {
    'get-structured-record': ({ body, population }) => {
      const number = body.parameter.find(({ name }) => name === 'patientNHSNumber')?.valueIdentifier;
      return number?.system === system ? faultOf(number.value, population) : invalidSystem;
    },
    'get-document-patient': (call) => {
      const fault = faultOf(call.path.id, call.population);
      if (fault !== noPatient) return fault;
      const id = call.header('X-Request-ID') ?? '';
      return { status: 200, body: { resourceType: 'Bundle', id, meta: { profile: [profile] }, type: 'searchset', entry: [] } };
    },
    'search-document': ({ query, population }) => faultOf(query.patientNHSNumber, population),
    'get-document': ({ query, population }) => faultOf(query.patientNHSNumber, population, noDocument),
  },
} satisfies Mock<operations>;

function faultOf(number: string, population: Population, ofNobody: Problem = noPatient): Problem | undefined {
  if (parseNhsNumber(number) === undefined) return invalidNumber;
  return population.find(number) ? undefined : ofNobody;
}

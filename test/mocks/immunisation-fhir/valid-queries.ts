/** Queries of valid requests, by operationId, where the rules of this API want more of them than its contract can say. */
import type { Json } from '../../../src/contract/contract.ts';

export const validQueries: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  searchImmunizationGet: { 'patient.identifier': 'https://fhir.nhs.uk/Id/nhs-number|9000000009', '-immunization.target': ['FLU'] },
};

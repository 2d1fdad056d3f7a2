/** Queries of valid requests, by operationId: the target and its older form exclude each other. */
import type { Json } from '../../../src/contract/contract.ts';

export const validQueries: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'get-immunisation-history': {
    'patient.identifier': 'https://fhir.nhs.uk/Id/nhs-number|9000000009',
    'immunization.target': 'HPV',
    'date.from': '2000-01-01',
    'date.to': '2030-01-01',
    _include: 'Immunization:patient',
  },
};

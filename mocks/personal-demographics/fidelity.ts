/** What is known of the rules of Personal Demographics. */
import type { operations } from '../../src/generated/personal-demographics.types.ts';
import type { Fidelity } from '../../src/mock/fidelity.ts';

const checked = '2026-11-29';
const contract = {
  name: 'Personal Demographics Service, FHIR API, as published in the API catalogue',
  url: 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
} as const;

export default {
  compared: { ...contract, version: 'R4', on: checked },
  everywhere: [{ standing: 'observed', rule: 'A request without an X-Request-ID is refused.', source: contract, checked }],
  operations: {
    'get-patient': [],
  },
} satisfies Fidelity<operations>;

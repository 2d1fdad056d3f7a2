/** Queries and headers of valid requests, by operationId, where the rules of this API want more of them than its contract can say. */
import type { Json } from '../../../src/contract/contract.ts';

export const validQueries: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'clinical-prescription-tracker-bundle': { nhsNumber: '9990000778' },
};

const staff = {
  'x-request-id': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10',
  'nhsd-organization-uuid': 'Y12345',
  'nhsd-session-urid': '555010203040',
  'nhsd-identity-uuid': '555010203011',
  'nhsd-session-jobrole': 'S8000:G8000:R8000',
};

export const validHeaders: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'clinical-prescription-tracker-bundle': staff,
  'prescription-details-bundle': staff,
};

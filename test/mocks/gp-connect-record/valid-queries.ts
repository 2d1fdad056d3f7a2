/** Queries of valid requests, by operationId, where the rules of this API want more of them than its contract can say. */
import type { Json } from '../../../src/contract/contract.ts';

export const validQueries: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'search-document': {
    patientNHSNumber: '9000000009',
    _include: ['subject:Patient', 'custodian:Organization', 'author:Organization', 'author:Practitioner'].map(
      (one) => `DocumentReference:${one}`,
    ),
    '_revinclude:recurse': ['PractitionerRole:practitioner'],
  },
};

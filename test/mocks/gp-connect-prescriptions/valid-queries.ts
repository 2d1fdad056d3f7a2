/** Queries and headers of valid requests, by operationId, where the rules of this API want more of them than its contract can say. */
import type { Json } from '../../../src/contract/contract.ts';

export const validQueries: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'get-task': { patient: '9000000009' },
};

export const validHeaders: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'cancel-task': { Prefer: 'contract=2023' },
};

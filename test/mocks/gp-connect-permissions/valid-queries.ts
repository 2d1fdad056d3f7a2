/** Headers of valid requests, by operationId, where the rules of this API want more of them than its contract can say. */
import type { Json } from '../../../src/contract/contract.ts';

export const validHeaders: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  updatePatientPermissions: { Prefer: 'contract=2023' },
};

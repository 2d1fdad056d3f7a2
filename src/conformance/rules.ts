/** The rules that every API is judged by: a rule more is a line more. A mock adds those that hold of its API alone (`MockRules.conformance`). */
import type { ConformanceRule } from '../mock/conformance.ts';
import { requestIdMissing, requestIdReused, writeRetriedAsNew } from './rules/request-ids.ts';
import { refusalRepeated, retriedAtOnce, retryAfterIgnored } from './rules/retries.ts';
import { tokenInAddress, tokenMissing, tokenPerCall, tokenRefusedBefore } from './rules/tokens.ts';

export const generalRules: readonly ConformanceRule[] = [
  requestIdMissing,
  requestIdReused,
  writeRetriedAsNew,
  tokenMissing,
  tokenPerCall,
  tokenRefusedBefore,
  tokenInAddress,
  retryAfterIgnored,
  retriedAtOnce,
  refusalRepeated,
];

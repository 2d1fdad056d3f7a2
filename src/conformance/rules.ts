/** The rules that every API is judged by: a rule more is a line more. A mock adds those that hold of its API alone (`MockRules.conformance`). */
import type { ConformanceRule } from '../mock/conformance.ts';
import { numberInAddress, pageNotFollowed, parameterTolerated, slashesTolerated, tokenInAddress } from './rules/addresses.ts';
import { acceptMissing, emptyValues, extensionTolerated, methodOverridden, typeTolerated } from './rules/bodies.ts';
import { requestIdMissing, requestIdReused, writeRetriedAsNew } from './rules/request-ids.ts';
import { refusalRepeated, retriedAtOnce, retryAfterIgnored } from './rules/retries.ts';
import { tokenMissing, tokenPerCall, tokenRefusedBefore } from './rules/tokens.ts';
import { conflictUnread, versionMissing, versionOutdated } from './rules/versions.ts';

export const generalRules: readonly ConformanceRule[] = [
  requestIdMissing,
  requestIdReused,
  writeRetriedAsNew,
  tokenMissing,
  tokenPerCall,
  tokenRefusedBefore,
  tokenInAddress,
  versionMissing,
  versionOutdated,
  conflictUnread,
  retryAfterIgnored,
  retriedAtOnce,
  refusalRepeated,
  numberInAddress,
  parameterTolerated,
  slashesTolerated,
  pageNotFollowed,
  typeTolerated,
  acceptMissing,
  emptyValues,
  extensionTolerated,
  methodOverridden,
];

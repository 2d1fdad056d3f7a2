/** What the service misses in a body, place by place. */
import type { Json } from '../../../src/contract/contract.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { missingValue } from '../../../src/nhs/spine/spine-words.ts';

/** What stands there. FHIR has no null, so that is nothing. */
export function sentAt(document: Json, path: string): Json | undefined {
  return valueAt(document, path.split('/')) ?? undefined;
}

/** The first of these places where nothing was sent. */
export function missingAmong(document: Json, paths: readonly string[]): Problem | undefined {
  const missing = paths.find((path) => sentAt(document, path) === undefined);
  return missing === undefined ? undefined : missingValue(missing);
}

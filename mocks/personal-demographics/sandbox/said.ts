/** Answers as the official sandbox gives them: as text, since the types of the contract describe the real service's. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { operationOutcome, type Issue } from '../../../src/fhir/operation-outcome.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';

export interface Said<Status extends number> {
  readonly status: Status;
  readonly headers: Readonly<Record<string, string>>;
  readonly rendered: string;
}

/** With an ETag where it is of a version. */
export function said<Status extends number>(status: Status, body: JsonObject, version?: string): Said<Status> {
  return { status, headers: version === undefined ? {} : { ETag: etag(version) }, rendered: JSON.stringify(body) };
}

/** Milliseconds and `Z`, where the real service has neither. */
export const timestamp = ({ clock }: AnyCall): string => new Date(clock.now()).toISOString();

export function searchset(call: AnyCall, entry: readonly JsonObject[]): JsonObject {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    timestamp: timestamp(call),
    total: entry.length,
    ...(entry.length > 0 && { entry }),
  };
}

/** An outcome that says when it was made, as a few do. */
export const datedOutcome = (call: AnyCall, issue: Issue): JsonObject => ({ ...operationOutcome(issue), timestamp: timestamp(call) });

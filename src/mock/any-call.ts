/** A call of any operation, for rules that several of them share. */
import type { Json } from '../contract/contract.ts';
import type { Call } from './call.ts';

export type AnyCall = Call<Readonly<Record<string, string>>, Readonly<Record<string, Json | undefined>>, unknown>;

/** The query as a FHIR search means it. */
export function askedIn({ query, several }: AnyCall): AnyCall['query'] {
  return several ? { ...query, ...several } : query;
}

/** The body as it was parsed: whatever its operation's type calls it, it is JSON. */
export function bodyOf({ body }: AnyCall): Json | undefined {
  return body as Json | undefined;
}

/** A message that an API passes on, and waits for what it is answered. */
import type { Json } from '../contract/contract.ts';

/** Text of JSON, by a name of its own. */
export interface RelayedMessage {
  readonly id: string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Its status and its JSON, or why there is none; `isLate`: it did not answer in time. */
export type RelayOutcome = { readonly status: number; readonly answer?: Json } | { readonly failure: string; readonly isLate?: true };

export type Relay = (message: RelayedMessage) => Promise<RelayOutcome>;

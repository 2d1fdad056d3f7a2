/** One message on its way to one receiver, and what came of it so far. */

import type { DeliveryManner } from '../../mock/event.ts';

export type DeliveryState = 'waiting' | 'sending' | 'delivered' | 'failed' | 'refused';

export interface DeliveryAttempt {
  /** Milliseconds, by the workspace's clock. */
  readonly at: number;
  readonly status?: number;
  readonly failure?: string;
}

export interface MessageDelivery {
  readonly id: string;
  /** The number and the id of its message. */
  readonly number: number;
  readonly message: string;
  /** Absent where a request to an API named the address. */
  readonly subscription?: string;
  readonly url: string;
  readonly manner?: DeliveryManner;
  readonly state: DeliveryState;
  /** When the next attempt is due, or the last one was: what follows is counted from it, however late it was made. */
  readonly due: number;
  /** How often it is still to arrive. */
  readonly copies: number;
  /** Attempts in vain since it last arrived, or was asked for. */
  readonly failures: number;
  readonly attempts: readonly DeliveryAttempt[];
}

/** The receiver's answer, and how many milliseconds it wants to be left alone; or why there is none, and `isRefused` where nothing was sent. */
export type AttemptResult = { readonly status: number; readonly pause?: number } | { readonly failure: string; readonly isRefused?: true };

/** The receiver wants no more (RFC 9110 §15.5.11), of this or of anything. */
export const gone = 410;

export const isTaken = (status: number, manner?: DeliveryManner): boolean =>
  manner ? manner.accepted.includes(status) : status >= 200 && status < 300;

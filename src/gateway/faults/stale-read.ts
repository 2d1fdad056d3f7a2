/** A read that sees what was there before it was last written. */
import type { Operation } from '../../contract/contract.ts';
import { after } from '../../workspace/time/duration.ts';
import { note, type Incoming } from '../request/incoming.ts';
import type { StaleEffect } from './effect.ts';

/** GET, and the POST of a search. */
export const isRead = ({ method, path }: Pick<Operation, 'method' | 'path'>): boolean =>
  method === 'get' || (method === 'post' && path.endsWith('/_search'));

export function staleRead<T>({ by }: StaleEffect, incoming: Incoming, work: () => T): T {
  const { earlier, clock, replies } = incoming.workspace;
  if (!earlier.isKnown) {
    note(incoming, 'Nothing earlier is known: it is kept of what is written while a fault with the effect stale is set.');
    return work();
  }
  // Whole replies are kept of what is there now.
  replies.clear();
  try {
    return earlier.within(work, by === undefined ? -Infinity : after(clock.now(), `-${by}`));
  } finally {
    replies.clear();
  }
}

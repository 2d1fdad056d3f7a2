/** References of clients, each good for one message or one batch: whoever sends one again within nine months is refused. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { found } from '../faults/back-end.ts';
import { byStatus, sentBefore } from '../faults/words.ts';

const collection = 'notify/references';
/** Days that a reference is kept, of nine months. */
const kept = 274 * 86_400_000;
/** Milliseconds that a request is still being dealt with when its client was not told what became of it. */
const dealtWith = 300_000;

type Kind = 'message' | 'batch';

interface Reference {
  readonly used: number;
  /** Until then it is still being dealt with. */
  readonly busy?: number;
}

const place = (kind: Kind): string => `/data/attributes/${kind === 'batch' ? 'messageBatchReference' : 'messageReference'}`;

/** Those of one application are no other's. */
const keyOf = (call: AnyCall, kind: Kind, reference: string): string =>
  `${kind}/${call.caller.application?.id ?? ''}/${reference.slice(0, 300)}${reference.length > 300 ? `/${call.chance(reference)}` : ''}`;

export function usedBefore(call: AnyCall, kind: Kind, reference: string): Problem | undefined {
  const document = call.store.get(collection, keyOf(call, kind, reference));
  if (document === undefined) return undefined;
  const { used, busy = 0 }: Reference = JSON.parse(document); // as `use` wrote it
  const now = call.clock.now();
  if (now < busy) return tooEarly;
  return now - used < kept ? found('duplicate', 422, sentBefore(kind), place(kind)) : undefined;
}

export const tooEarly: Problem = {
  problem: 'conflict',
  message: byStatus[425]?.detail ?? '',
  said: { status: 425 },
  headers: { 'Retry-After': '300' },
};

/** `isLost`: the client hears nothing of it. */
export function use(call: AnyCall, kind: Kind, reference: string, isLost: boolean): void {
  const used = call.clock.now();
  const written: Reference = { used, ...(isLost && { busy: used + dealtWith }) };
  call.store.put(collection, keyOf(call, kind, reference), JSON.stringify(written));
}

/** Exchanges that wait to be stored, oldest first, and how much they hold on to. */
import type { AtHand } from './at-hand.ts';
import type { HeldExchange } from './batch-text.ts';
import { batchBounds, type RingBounds } from './bounds.ts';

export interface Waiting extends HeldExchange {
  readonly id: string;
  readonly number: number;
  /** Characters that are held on to, and roughly those of them that will be kept. */
  readonly held: number;
  readonly kept: number;
}

export interface WaitingExchanges {
  readonly all: readonly Waiting[];
  add(one: Waiting): void;
  /** Before all that came since. */
  addAgain(those: readonly Waiting[]): void;
  /** The oldest, as many as fit into one batch; always one. */
  batch(): readonly Waiting[];
  /** As many as fit into one batch, or more. */
  isBatch(): boolean;
  forget(count: number): void;
  /** Whether there was any. */
  forgetBeyond(ring: RingBounds): boolean;
}

export function openWaiting(): WaitingExchanges {
  const all: Waiting[] = [];
  const sum = { held: 0, kept: 0 };

  function count(those: readonly Waiting[], sign: 1 | -1): void {
    for (const { held, kept } of those) {
      sum.held += sign * held;
      sum.kept += sign * kept;
    }
  }

  function forget(many: number): void {
    count(all.splice(0, many), -1);
  }

  return {
    all,
    add(one) {
      all.push(one);
      sum.held += one.held;
      sum.kept += one.kept;
    },
    addAgain(those) {
      all.unshift(...those);
      count(those, 1);
    },
    batch() {
      let many = 0;
      for (let size = 0; many < Math.min(all.length, batchBounds.exchanges); many++) {
        size += all[many]?.kept ?? 0;
        if (size > batchBounds.bytes && many > 0) break;
      }
      return all.slice(0, many);
    },
    isBatch: () => all.length >= batchBounds.exchanges || sum.kept >= batchBounds.bytes || sum.held >= batchBounds.held,
    forget,
    forgetBeyond({ exchanges, bytes }) {
      const before = all.length;
      while (all.length > exchanges || (sum.held > bytes && all.length > 1)) forget(1);
      return all.length < before;
    },
  };
}

/** Of headers, roughly. */
const ofHeaders = 800;

/** `most`: bytes that are kept of a body. */
export function sizeOf(text: string, atHand: AtHand | undefined, most: number): Pick<Waiting, 'held' | 'kept'> {
  if (!atHand) return { held: text.length, kept: text.length };
  const sent = atHand.sent.body?.text?.length ?? 0;
  const answered = atHand.answered.body?.text?.length ?? 0;
  const others = text.length + ofHeaders;
  return { held: others + sent + answered, kept: others + Math.min(sent, most) + Math.min(answered, most) };
}

/**
 * Sends what is to be sent now in a workspace: to each address one message after the other, so that they arrive in their order, and to
 * several at a time. Whatever is under way when a process ends is still written down as such, and is sent again by the next.
 */
import { lazilyOf } from '../../contract/lazily.ts';
import type { Handed, Post } from '../../outbound/post.ts';
import { pauseIn } from '../../outbound/retry-after.ts';
import type { AttemptResult, MessageDelivery } from '../../workspace/callbacks/delivery.ts';
import { openRates } from '../../workspace/rates.ts';
import { realClock } from '../../workspace/time/clock.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { handOver, type AttemptOutcome } from './hand-over.ts';

interface PumpOptions {
  readonly post: Post;
  /** Does what has become due in a workspace. */
  readonly catchUp: (workspace: Workspace) => void | Promise<void>;
  readonly onBug: (error: unknown) => void;
}

export interface Pump {
  /** Begins to send, once what is happening in the workspace stands. Resolves when nothing that it knows of is under way. */
  run(workspace: Workspace): Promise<void>;
  /** Sends at once, for whoever waits for the answer. */
  ask(workspace: Workspace, handed: Handed): Promise<AttemptOutcome>;
  /** Begins nothing more. Resolves once nothing of any workspace is under way; what was not sent stays written down. */
  stop(): Promise<void>;
}

/** Attempts of one workspace in a minute of real time, and at a time. */
const perMinute = 120;
const atATime = 8;

export function openPump({ post, catchUp, onBug }: PumpOptions): Pump {
  /** Addresses of each workspace to which something is on its way. */
  const busyIn = lazilyOf<Workspace, Set<string>>(() => new Set());
  const rates = openRates();
  const underWay = new Set<Promise<unknown>>();
  let isStopped = false;

  const isOneTooMany = ({ id }: Workspace): boolean => rates.count(id, { most: perMinute, length: 60_000, now: realClock.now() }).left < 0;

  /** Those that can go now. */
  function begin(workspace: Workspace): readonly Promise<void>[] {
    const busy = busyIn(workspace);
    const begun: Promise<void>[] = [];
    for (const delivery of workspace.callbacks.deliveries.outgoing((url) => busy.has(url))) {
      if (isStopped || busy.size >= atATime || isOneTooMany(workspace)) break;
      busy.add(delivery.url);
      begun.push(oneTo(workspace, busy, delivery));
    }
    return begun;
  }

  async function oneTo(workspace: Workspace, busy: Set<string>, delivery: MessageDelivery): Promise<void> {
    try {
      workspace.callbacks.ended(delivery.id, await attempt(workspace, delivery, post).catch(failed));
    } finally {
      busy.delete(delivery.url);
    }
    await catchUp(workspace);
    await all(begin(workspace));
  }

  function failed(error: unknown): AttemptResult {
    onBug(error);
    return { failure: 'The sandbox failed on it.' };
  }

  async function all(begun: readonly Promise<void>[]): Promise<void> {
    for (const one of begun) underWay.add(one);
    const ended = await Promise.allSettled(begun);
    for (const one of begun) underWay.delete(one);
    for (const one of ended) if (one.status === 'rejected') onBug(one.reason);
  }

  return {
    async run(workspace) {
      // What told it may be in the middle of a transaction.
      await Promise.resolve();
      try {
        if (workspace.callbacks.deliveries.isOutgoing()) await all(begin(workspace));
      } catch (error) {
        onBug(error);
      }
    },
    async ask(workspace, handed) {
      if (isStopped) return { failure: 'The sandbox is ending.', isRefused: true };
      if (isOneTooMany(workspace)) return { failure: `${perMinute} messages went out within this minute already.`, isRefused: true };
      const asked = handOver(workspace.callbacks, handed, post);
      const ended = Promise.allSettled([asked]);
      underWay.add(ended);
      try {
        return await asked;
      } finally {
        underWay.delete(ended);
      }
    },
    async stop() {
      isStopped = true;
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

async function attempt({ callbacks }: Workspace, { id, url }: MessageDelivery, post: Post): Promise<AttemptResult> {
  const handed: Handed = {
    url,
    parcelAt: (now) => callbacks.parcelOf(id, now),
    challengeOf: (challenge, now) => callbacks.challengeOf(id, challenge, now),
  };
  const sent = await handOver(callbacks, handed, post);
  if ('failure' in sent) return sent;
  const pause = sent.retryAfter === undefined ? undefined : pauseIn(sent.retryAfter, realClock.now());
  return { status: sent.status, ...(pause !== undefined && { pause }) };
}

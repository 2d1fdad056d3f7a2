/**
 * Sends what is to be sent now in a workspace: to each address one message after the other, so that they arrive in their order, and to
 * several at a time. Whatever is under way when a process ends is still written down as such, and is sent again by the next.
 */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { lazilyOf } from '../../contract/lazily.ts';
import type { Judged } from '../../outbound/guard.ts';
import type { Post } from '../../outbound/post.ts';
import { pauseIn } from '../../outbound/retry-after.ts';
import { isTaken, type AttemptResult, type MessageDelivery } from '../../workspace/callbacks/delivery.ts';
import { openRates } from '../../workspace/rates.ts';
import { realClock } from '../../workspace/time/clock.ts';
import type { Workspace } from '../../workspace/workspace.ts';

interface PumpOptions {
  readonly post: Post;
  /** Does what has become due in a workspace. */
  readonly catchUp: (workspace: Workspace) => void;
  readonly onBug: (error: unknown) => void;
}

export interface Pump {
  /** Begins to send, once what is happening in the workspace stands. Resolves when nothing that it knows of is under way. */
  run(workspace: Workspace): Promise<void>;
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
  const underWay = new Set<Promise<void>>();
  let isStopped = false;

  /** Those that can go now. */
  function begin(workspace: Workspace): readonly Promise<void>[] {
    const busy = busyIn(workspace);
    const begun: Promise<void>[] = [];
    for (const delivery of workspace.callbacks.deliveries.outgoing()) {
      if (isStopped || busy.size >= atATime || busy.has(delivery.url)) continue;
      if (rates.count(workspace.id, { most: perMinute, length: 60_000, now: realClock.now() }).left < 0) break;
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
    catchUp(workspace);
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
    async stop() {
      isStopped = true;
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

async function attempt({ callbacks }: Workspace, { id, url }: MessageDelivery, post: Post): Promise<AttemptResult> {
  const to = callbacks.judged(url);
  const parcel = callbacks.parcelOf(id, realClock.now());
  if ('refusal' in to) return { failure: to.refusal, isRefused: true };
  if ('refusal' in parcel) return { failure: parcel.refusal, isRefused: true };
  /** A receiver sends nobody on to another kind of place than its own. */
  const judged = (next: string): Judged => {
    const there = callbacks.judged(next);
    return 'refusal' in there || there.place === to.place ? there : { refusal: 'It is another kind of place than the receiver’s own.' };
  };
  if (to.place === 'public' && callbacks.challenged(url) === undefined) {
    const challenge = crypto.randomUUID();
    const asked = await post(callbacks.challengeOf(id, challenge, realClock.now()), judged);
    if ('failure' in asked) return { failure: `The challenge: ${asked.failure}` };
    if (!isTaken(asked.status) || !isEcho(asked.answer, challenge)) return { failure: `${noEcho} It answered ${asked.status}.` };
    callbacks.keepChallenged(url, realClock.now());
  }
  const sent = await post(parcel, judged);
  if ('failure' in sent) return sent;
  const pause = sent.retryAfter === undefined ? undefined : pauseIn(sent.retryAfter, realClock.now());
  return { status: sent.status, ...(pause !== undefined && { pause }) };
}

const isEcho = (answer: Json | undefined, challenge: string): boolean => isObject(answer) && answer['challenge'] === challenge;

const noEcho =
  'The receiver did not echo the challenge, so it is sent nothing: to {"type": "challenge", "challenge": "…"} it answers 200 with {"challenge": "…"}.';

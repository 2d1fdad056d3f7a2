/** One attempt at one receiver. A public one is asked first whether it wants any, by something that it is to echo. */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Judged } from '../../outbound/guard.ts';
import type { Handed, Post, PostOutcome } from '../../outbound/post.ts';
import type { Callbacks } from '../../workspace/callbacks/callbacks.ts';
import { isTaken } from '../../workspace/callbacks/delivery.ts';
import { realClock } from '../../workspace/time/clock.ts';

export type AttemptOutcome = PostOutcome | { readonly failure: string; readonly isRefused: true };

export async function handOver(callbacks: Callbacks, { url, parcelAt, challengeOf }: Handed, post: Post): Promise<AttemptOutcome> {
  const to = callbacks.judged(url);
  const parcel = parcelAt(realClock.now());
  if ('refusal' in to) return { failure: to.refusal, isRefused: true };
  if ('refusal' in parcel) return { failure: parcel.refusal, isRefused: true };
  /** A receiver sends nobody on to another kind of place than its own. */
  const judged = (next: string): Judged => {
    const there = callbacks.judged(next);
    return 'refusal' in there || there.place === to.place ? there : { refusal: 'It is another kind of place than the receiver’s own.' };
  };
  if (to.place === 'public' && callbacks.challenged(url) === undefined) {
    const challenge = crypto.randomUUID();
    const asked = await post(challengeOf(challenge, realClock.now()), judged);
    if ('failure' in asked) return { ...asked, failure: `The challenge: ${asked.failure}` };
    if (!isTaken(asked.status) || !isEcho(asked.answer, challenge)) return { failure: `${noEcho} It answered ${asked.status}.` };
    callbacks.keepChallenged(url, realClock.now());
  }
  return post(parcel, judged);
}

const isEcho = (answer: Json | undefined, challenge: string): boolean => isObject(answer) && answer['challenge'] === challenge;

const noEcho =
  'The receiver did not echo the challenge, so it is sent nothing: to {"type": "challenge", "challenge": "…"} it answers 200 with {"challenge": "…"}.';

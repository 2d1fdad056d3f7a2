/** A write sent again with the same X-Request-ID gets the outcome of the first one; one that takes too long says so and is kept. */
import type { AnyCall } from '../mock/any-call.ts';
import type { Problem } from '../mock/problem.ts';
import { spine } from './spine/spine-faults.ts';
import { notInTime } from './spine/spine-words.ts';

interface Outcome {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly rendered?: string;
}

export interface Unavailable<Body> {
  readonly status: 503;
  readonly headers: { readonly 'Retry-After': string };
  readonly body: Body;
}

export interface Writes<Body> {
  /**
   * Runs `work` once per X-Request-ID, operation and record. A request that reuses the id for something else is a new request: test
   * suites often send one constant, and losing their second write without a word would help nobody.
   */
  firstOutcome<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Problem;
  /**
   * The same, where a new write that takes longer than the client waits is done all the same, and answered with 503; the retry gets
   * its outcome. It is a reply, not a problem, since a problem would undo the write.
   */
  inTime<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Unavailable<Body> | Problem;
}

/** Simulated seconds that a write takes behind the proxy. */
const writeTakes = 0.5;
const defaultWait = 10;

/** What is said of a write that takes longer than its client waits. */
export const tooSlow = spine('SERVICE_UNAVAILABLE', notInTime);

/** Outcomes are kept in the collection `{api}/outcome`; `slow` is `tooSlow` as a body of the API's own. */
export function idempotentWrites<Body>({ api, slow }: { readonly api: string; readonly slow: Body }): Writes<Body> {
  const outcomes = `${api}/outcome`;

  function firstOutcome<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Problem {
    const key = `${(call.header('X-Request-ID') ?? '').toLowerCase()}/${call.operation.id}/${call.path['id'] ?? ''}`;
    const request = String(call.chance(`${call.header('If-Match') ?? ''} ${call.bodyText ?? JSON.stringify(call.body)}`));
    const known = call.store.get(outcomes, key);
    if (known !== undefined) {
      if (known.startsWith(`${request} `)) {
        call.note('This X-Request-ID was seen before with the same body: the first outcome is sent again, nothing is written twice.');
        const end = known.indexOf('\n');
        // Written below, by the same operation.
        return { ...(JSON.parse(known.slice(request.length + 1, end)) as Reply), rendered: known.slice(end + 1) };
      }
      call.note('This X-Request-ID was used before for another body: treated as a new request.');
    }
    const reply = work();
    if ('problem' in reply) return reply;
    const { body, rendered = JSON.stringify(body), ...rest } = reply;
    // The request comes first, so that telling it from another one reads no more than that; the body last, to be sent as it is.
    call.store.put(outcomes, key, `${request} ${JSON.stringify(rest)}\n${rendered}`);
    return { ...rest, rendered } as Reply; // the same reply, its body as text
  }

  return {
    firstOutcome,
    inTime<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Unavailable<Body> | Problem {
      let isNew = false;
      const reply = firstOutcome(call, () => {
        isNew = true;
        return work();
      });
      if ('problem' in reply || !isNew || syncWait(call.header('X-Sync-Wait')) >= writeTakes) return reply;
      call.note(`The write took ${writeTakes} s of simulated time, longer than X-Sync-Wait allows: retry with the same X-Request-ID.`);
      return { status: 503, headers: { 'Retry-After': '5' }, body: slow };
    },
  };
}

/** Seconds the client is willing to wait; what is not from 0.25 to 29 counts as 10. */
export function syncWait(header: string | undefined): number {
  const seconds = header === undefined || !/^\d+(\.\d+)?$/.test(header.trim()) ? Number.NaN : Number(header);
  return seconds >= 0.25 && seconds <= 29 ? seconds : defaultWait;
}

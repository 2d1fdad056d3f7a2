/** A write sent again with the same X-Request-ID gets the outcome of the first one; one that takes too long says so and is kept. */
import { uuidBy } from '../contract/uuid.ts';
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

/** Not finished yet. */
export interface Accepted {
  readonly status: 202;
  readonly headers: { readonly 'Content-Location': string };
}

export interface Writes<Body> {
  /**
   * Runs `work` once per X-Request-ID, operation and record. A request that reuses the id for something else is a new request: test
   * suites often send one constant, and losing their second write without a word would help nobody.
   *
   * A write that takes longer than the client waits is done all the same, and answered with 503; a retry waits for the rest of it, and
   * gets its outcome. It is a reply, not a problem, since a problem would undo the write.
   */
  inTime<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Unavailable<Body> | Problem;
  /** What became of a write that took too long, for whoever polls as the proxy does, by the id in the path. `Reply` is what its writes give. */
  poll<Reply extends Outcome>(call: AnyCall): Reply | Accepted | Problem;
}

/** Seconds that a write takes behind the proxy, none of which pass; where this answer is held back for longer, it is as long as that. */
const writeTakes = 0.5;
const defaultWait = 10;

/** The id of a write that never finishes: for trying out a client that polls. */
const endless = '00000000-0000-0000-0000-000000000000';

/** What is said of a write that takes longer than its client waits. */
export const tooSlow = spine('SERVICE_UNAVAILABLE', notInTime);

/** Of a write that its client did not wait for. */
interface Slow {
  /** Seconds that it still took then. */
  readonly left: number;
  /** When that was, in milliseconds. */
  readonly since: number;
}

/** Outcomes are kept in the collection `{api}/outcome`; `slow` is `tooSlow` as a body of the API's own. */
export function idempotentWrites<Body>({ api, slow }: { readonly api: string; readonly slow: Body }): Writes<Body> {
  const outcomes = `${api}/outcome`;
  const unfinished = `${api}/unfinished-write`;
  const polled = `${api}/polled-write`;

  /** The outcome of the same write, if it was seen before. */
  function known(call: AnyCall, key: string, request: string): Outcome | undefined {
    const text = call.store.get(outcomes, key);
    if (text === undefined) return undefined;
    if (text.startsWith(`${request} `)) {
      call.note('This X-Request-ID was seen before with the same body: the first outcome is sent again, nothing is written twice.');
      return outcomeIn(text);
    }
    call.note('This X-Request-ID was used before for another body: treated as a new request.');
    return undefined;
  }

  function secondsLeft(call: AnyCall, key: string): number {
    const text = call.store.get(unfinished, key);
    if (text === undefined) return 0;
    const { left, since } = JSON.parse(text) as Slow; // written below, and nowhere else
    return left - (call.clock.now() - since) / 1000;
  }

  return {
    inTime<Reply extends Outcome>(call: AnyCall, work: () => Reply | Problem): Reply | Unavailable<Body> | Problem {
      const key = `${(call.header('X-Request-ID') ?? '').toLowerCase()}/${call.operation.id}/${call.path['id'] ?? ''}`;
      const request = String(call.chance(`${call.header('If-Match') ?? ''} ${call.bodyText ?? JSON.stringify(call.body)}`));
      const before = known(call, key, request);
      const reply = before ?? work();
      if ('problem' in reply) return reply;
      const { body, rendered = JSON.stringify(body), ...rest } = reply;
      // The request comes first, so that telling it from another one reads no more than that; the body last, to be sent as it is.
      if (!before) call.store.put(outcomes, key, `${request} ${JSON.stringify(rest)}\n${rendered}`);
      const takes = before ? secondsLeft(call, key) : Math.max(writeTakes, call.delay / 1000);
      const wait = syncWait(call.header('X-Sync-Wait'));
      // What was stored is this operation's own reply; its body goes out as text either way.
      if (takes <= wait) return { ...rest, rendered } as unknown as Reply;
      const id = pollId(call, key);
      call.store.put(unfinished, key, JSON.stringify({ left: takes - wait, since: call.clock.now() } satisfies Slow));
      call.store.put(polled, id, key);
      call.note(
        `The write takes ${takes} s, longer than the ${wait} s that its client waits (X-Sync-Wait): retry with the same X-Request-ID. The proxy polls /_poll/${id} meanwhile.`,
      );
      return { status: 503, headers: { 'Retry-After': '5' }, body: slow };
    },

    poll<Reply extends Outcome>(call: AnyCall): Reply | Accepted | Problem {
      const id = call.path['id'] ?? '';
      const key = call.store.get(polled, id);
      if (id === endless || (key !== undefined && secondsLeft(call, key) > 0))
        return { status: 202, headers: { 'Content-Location': call.url(`/_poll/${id}`) } };
      const text = key === undefined ? undefined : call.store.get(outcomes, key);
      // Written above, by an operation whose reply it is.
      return text === undefined ? spine('RESOURCE_NOT_FOUND') : (outcomeIn(text) as Reply);
    },
  };
}

function outcomeIn(text: string): Outcome {
  const end = text.indexOf('\n');
  // Written by `inTime`, and nowhere else.
  return { ...(JSON.parse(text.slice(text.indexOf(' ') + 1, end)) as Outcome), rendered: text.slice(end + 1) };
}

/** The same for the same write, and nobody's guess. */
function pollId(call: AnyCall, key: string): string {
  return uuidBy((part) => call.chance(`poll/${part}/${key}`));
}

/** Seconds the client is willing to wait; what is not from 0.25 to 29 counts as 10. */
export function syncWait(header: string | undefined): number {
  const seconds = header === undefined || !/^\d+(\.\d+)?$/.test(header.trim()) ? Number.NaN : Number(header);
  return seconds >= 0.25 && seconds <= 29 ? seconds : defaultWait;
}

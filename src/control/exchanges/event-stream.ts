/**
 * Exchanges as they are answered, as server-sent events (HTML, "Server-sent events"). Read from the ring whenever somebody reads on, so a slow
 * reader holds nothing up; nothing is waited for, and no timer kept, once the reader has gone or the time is over.
 */
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import { realClock } from '../../workspace/time/clock.ts';

export interface FollowedExchanges {
  readonly journal: Journal;
  readonly isWanted: (exchange: Exchange) => boolean;
  /** Exchanges to begin with, oldest first, and the number of the last one that is not asked for any more: `everything`, or one in the ring. */
  readonly first: readonly Exchange[];
  readonly last: number;
  /** By the clock of this machine, in milliseconds. */
  readonly until: number;
  /** As one line. */
  readonly tell: (exchange: Exchange) => string;
  readonly ended: () => void;
}

/** The id before all ids. */
export const everything = -1;

/** Milliseconds: between signs of life; after one came, for others that come with it; and what a browser waits before it asks again. */
const heartbeat = 10_000;
const gathering = 50;
const askAgain = 1_000;
/** Events that are made at a time. */
const atATime = 50;

export function eventStream({
  journal,
  isWanted,
  first,
  last,
  until,
  tell,
  ended,
}: FollowedExchanges): ReadableStream<Uint8Array<ArrayBuffer>> {
  const gone = new AbortController();
  let seen = last;
  let next = [...first];

  /** What came since; where it cannot be known whether that is all, an event says so. */
  function look(): string {
    const { found, isWhole } = answeredAfter(journal, seen);
    const gap = isWhole ? '' : `event: gap\ndata: ${JSON.stringify({ after: seen, message: gapMessage })}\n\n`;
    seen = found.at(-1)?.number ?? seen;
    next = found.filter((exchange) => isWanted(exchange));
    return gap;
  }

  function news(): string {
    const gap = next.length === 0 ? look() : '';
    const events = next.splice(0, atATime).map((exchange) => `id: ${exchange.number}\ndata: ${tell(exchange)}\n\n`);
    return gap + events.join('');
  }

  /** An id without data is kept by whoever reads, and shown to nobody: what no filter lets through is not looked at again. */
  const mark = (): string => (next.length === 0 ? `id: ${seen}\n\n` : '');

  return new ReadableStream({
    type: 'bytes',
    start(controller) {
      controller.enqueue(bytes(`retry: ${askAgain}\n${first.length === 0 ? `id: ${seen}\n` : ''}\n`));
    },
    async pull(controller) {
      while (!gone.signal.aborted) {
        const events = news();
        if (events !== '') return controller.enqueue(bytes(events));
        const left = journal.hasLetGo() ? 0 : until - realClock.now();
        if (left <= 0) {
          controller.enqueue(bytes(mark()));
          controller.close();
          controller.byobRequest?.respond(0);
          return ended();
        }
        const hasCome = await journal.arrival(Math.min(left, heartbeat), gone.signal);
        if (hasCome) await pause(Math.min(left, gathering));
        else if (left > heartbeat) return controller.enqueue(bytes(`: still here\n${mark()}`));
      }
    },
    cancel() {
      gone.abort();
      ended();
    },
  });
}

const gapMessage =
  'Some exchanges may have left the sandbox before they could be sent: only the newest are kept, and a reset forgets them.';

/** In the order of answers, in which numbers, given to requests, may be out of order. */
function answeredAfter(journal: Journal, last: number): { readonly found: readonly Exchange[]; readonly isWhole: boolean } {
  const found: Exchange[] = [];
  for (const exchange of journal.newest()) {
    if (exchange.number === last) return { found: found.toReversed(), isWhole: true };
    found.push(exchange);
  }
  const oldest = found.at(-1)?.number;
  // The one that follows stands first where a reset, or the ring's end, took the last one itself and nothing else.
  return { found: found.toReversed(), isWhole: last === everything || oldest === undefined || oldest === last + 1 };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

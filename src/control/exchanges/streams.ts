/** `GET /_sandbox/journal/stream`: who may follow the exchanges of a workspace, how many at a time, and from where on. */
import { realClock } from '../../workspace/time/clock.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Ask, Behaviours } from '../behaviours.ts';
import { eventStream, everything, type FollowedExchanges } from './event-stream.ts';
import { explain, type ContractOf } from './explain.ts';
import { filterOf, wantedExchanges } from './wanted.ts';

/** Each may keep a workspace from sleeping. */
const streamsAtMost = 8;
/** Seconds. */
const longest = 30;

export function streamBehaviours(contractOf: ContractOf): Behaviours<'stream-exchanges'> {
  /** Of each workspace, by its id: streams that somebody reads, as far as anybody knows. */
  const open = new Map<string, Set<Place>>();

  function placeIn(id: string, until: number): Place | Problem {
    const places = open.get(id) ?? new Set();
    const now = realClock.now();
    // Nobody tells us of a stream that is never read.
    for (const place of places) if (place.until <= now) places.delete(place);
    if (places.size >= streamsAtMost) return tooMany(Math.min(...[...places].map((place) => place.until)) - now);
    const place = {
      until,
      leave() {
        places.delete(place);
        if (places.size === 0) open.delete(id);
      },
    };
    open.set(id, places.add(place));
    return place;
  }

  return {
    'stream-exchanges'(call) {
      const { query, visit } = call;
      const { id, journal, seed } = visit.workspace;
      const begin = beginning(journal, query, call.header('last-event-id'));
      if ('problem' in begin) return begin;
      const place = placeIn(id, realClock.now() + (query.wait ?? longest) * 1000);
      if ('problem' in place) return place;
      const full = query.full ?? false;
      const tell = (exchange: Exchange): string => JSON.stringify(explain(exchange, seed, contractOf, { full }));
      return {
        status: 200 as const,
        type: 'text/event-stream',
        // A proxy that gathers what it hands on would hold events back (nginx, proxy_buffering).
        headers: { 'X-Accel-Buffering': 'no' },
        stream: eventStream({ journal, isWanted: filterOf(query), ...begin, until: place.until, tell, ended: place.leave }),
      };
    },
  };
}

interface Place {
  /** By the clock of this machine, in milliseconds. */
  readonly until: number;
  leave(): void;
}

const tooMany = (milliseconds: number): Problem => ({
  problem: 'rate-limited',
  message: `This workspace has ${streamsAtMost} streams already. One of them ends soon: ask again then.`,
  headers: { 'Retry-After': String(Math.max(1, Math.ceil(milliseconds / 1000))) },
});

type Query = Ask<'stream-exchanges'>['query'];

function beginning(journal: Journal, query: Query, resumed: string | undefined): Pick<FollowedExchanges, 'first' | 'last'> | Problem {
  if (resumed !== undefined) return { first: [], last: Number(resumed) };
  const [newest] = journal.list(1);
  const last = newest?.number ?? everything;
  if (query.since === undefined) return { first: [], last };
  const found = wantedExchanges(journal, { ...query, limit: Infinity });
  return 'problem' in found ? found : { first: found.toReversed(), last };
}

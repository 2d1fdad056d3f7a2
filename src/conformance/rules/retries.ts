/** What a client does when it is refused, told to wait, or let down. */
import type { ConformanceRule, Sameness, Turn } from '../../mock/conformance.ts';
import { byApi, byRequest, first } from '../sameness.ts';
import { rfc } from '../sources.ts';

export const retryAfterIgnored: ConformanceRule = {
  id: 'retry-after-ignored',
  title: 'Nothing is asked again before the time that Retry-After names',
  source: rfc('9110', '10.2.3'),
  weight: 'fails',
  judge(turn, talk) {
    for (const last of talk.earlier(turn, waitsByApi, turn.contract.slug)) {
      const since = turn.exchange.at - last.exchange.at;
      if (since > longestWait) return undefined;
      const wait = waitOf(last) ?? 0;
      // Whoever sent too much must send nothing; whoever met a service that is down, not this.
      if (since >= wait || (last.exchange.status !== 429 && byRequest(last) !== byRequest(turn))) continue;
      return `exchange ${last.exchange.number} was answered ${last.exchange.status} with Retry-After, and this comes ${seconds(since)} later in place of ${seconds(wait)}.`;
    }
    return undefined;
  },
};

/** Answers of an API that tell a client to wait. */
const waitsByApi: Sameness = (turn) => (waitOf(turn) === undefined ? undefined : byApi(turn));

const longestWait = 600_000;

/** In milliseconds. */
function waitOf(turn: Turn): number | undefined {
  const { status, at } = turn.exchange;
  const said = status < 400 ? undefined : turn.answered('retry-after');
  if (said === undefined) return undefined;
  const wait = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - at;
  return Number.isNaN(wait) ? undefined : wait;
}

export const retriedAtOnce: ConformanceRule = {
  id: 'retried-without-back-off',
  title: 'A request that failed is tried again after a pause, and each pause is longer than the one before',
  source: {
    name: 'NHS England developer community: 429, and an incremental back-off',
    url: 'https://developer.community.nhs.uk/t/429-too-many-requests/1234',
  },
  weight: 'risks',
  judge(turn, talk) {
    const [last, before] = talk.earlier(turn, byRequest);
    if (!last || !isPassing(last) || waitOf(last) !== undefined) return undefined;
    const pause = turn.exchange.at - last.exchange.at;
    if (pause > longestWait) return undefined;
    const failed = `the same request was answered ${last.exchange.status} (exchange ${last.exchange.number})`;
    if (pause < 1_000) return `${failed} and is tried again ${seconds(pause)} later: a service that is down is kept down so.`;
    if (!before || !isPassing(before) || waitOf(before) !== undefined) return undefined;
    const pauseBefore = last.exchange.at - before.exchange.at;
    return pause <= pauseBefore ? `${failed} and is tried again after ${seconds(pause)}, no longer than the time before.` : undefined;
  },
};

/** What may be otherwise the next time. */
const isPassing = ({ exchange: { status } }: Turn): boolean => status === 408 || status === 425 || status === 429 || status >= 500;

/** A token, a version or a record may have come since; for these answers the request itself has to change. */
const final = new Set([400, 403, 405, 406, 410, 413, 414, 415, 422, 501]);

export const refusalRepeated: ConformanceRule = {
  id: 'refusal-repeated',
  title: 'What was refused for what it says is mended before it is sent again',
  source: rfc('9110', '15.5'),
  weight: 'fails',
  judge(turn, talk) {
    const last = first(talk.earlier(turn, byRequest));
    if (!last || !final.has(last.exchange.status) || last.exchange.status !== turn.exchange.status) return undefined;
    return headersOf(last) === headersOf(turn)
      ? `the same request was refused with ${last.exchange.status} before (exchange ${last.exchange.number}): it is sent again as it was, and refused again.`
      : undefined;
  },
};

/** Save those that are other ones each time. */
const headersOf = ({ exchange: { sent } }: Turn): string =>
  (sent?.headers ?? [])
    .filter(([name]) => !/^(x-request-id|x-correlation-id|traceparent|tracestate|authorization|date)$/.test(name))
    .map((header) => header.join(': '))
    .toSorted()
    .join('\n');

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;

/** How a request is told from others, and from itself sent again. */
import type { Parameter } from '../../contract/contract.ts';
import type { ConformanceRule, Turn } from '../../mock/conformance.ts';
import { byRequest, byRequestId, first, onlyReads } from '../sameness.ts';

const transactions = {
  name: 'NHS standard for bookings and referrals: transactional integrity',
  url: 'https://simplifier.net/guide/nhsbookingandreferralstandard/Home/Core/1.0.4/Transactional-integrity?version=1.8.0',
} as const;

const requestIdOf = ({ operation }: Turn): Parameter | undefined =>
  operation?.parameters.find((parameter) => parameter.in === 'header' && /^x-request-id$/i.test(parameter.name));

export const requestIdMissing: ConformanceRule = {
  id: 'request-id-missing',
  title: 'Every request to an API that demands an X-Request-ID has one',
  source: transactions,
  weight: 'fails',
  judge: (turn) =>
    requestIdOf(turn)?.required && (turn.sent('x-request-id') ?? '') === ''
      ? 'the request has no X-Request-ID: send a new UUID with each, and keep it with what you log.'
      : undefined,
};

/** A retry keeps the id, which is what the id is for. */
export const requestIdReused: ConformanceRule = {
  id: 'request-id-reused',
  title: 'Two different requests never have the same X-Request-ID',
  source: transactions,
  weight: 'risks',
  judge(turn, talk) {
    const asked = byRequest(turn);
    if (asked === undefined) return undefined;
    for (const other of talk.earlier(turn, byRequestId))
      if ((byRequest(other) ?? asked) !== asked)
        return `its X-Request-ID was sent before with another request (exchange ${other.exchange.number}): the service may take this one for a retry, and nobody can tell the two apart.`;
    return undefined;
  },
};

/** Nobody can know whether what was not answered well was done. */
export const writeRetriedAsNew: ConformanceRule = {
  id: 'write-retried-as-new',
  title: 'A write that is sent again after a time-out or a failure keeps its X-Request-ID',
  source: transactions,
  weight: 'risks',
  judge(turn, talk) {
    const id = turn.sent('x-request-id');
    if (onlyReads(turn) || id === undefined || !requestIdOf(turn)) return undefined;
    const last = first(talk.earlier(turn, byRequest));
    const failed = last && (last.exchange.status >= 500 || last.exchange.status === 408);
    return failed && byRequestId(last) !== id.toLowerCase()
      ? `the same write failed before (exchange ${last.exchange.number}) and comes again under a new X-Request-ID: if the first one was done after all, it is done twice.`
      : undefined;
  },
};

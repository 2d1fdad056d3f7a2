/** How a client keeps from writing over what somebody else has changed. */
import type { ConformanceRule, Turn } from '../../mock/conformance.ts';
import { byPath, first, onlyReads, succeeded } from '../sameness.ts';
import { fhir } from '../sources.ts';

const concurrency = fhir('http.html#concurrency', 'resource contention');

/** `If-Match`, or what an API has in its place. */
const tagNames = ['if-match', 'e-tag'];

const tagWanted = ({ operation }: Turn): string | undefined =>
  operation?.parameters.find((parameter) => parameter.in === 'header' && tagNames.includes(parameter.name.toLowerCase()))?.name;

const tagSent = (turn: Turn): string | undefined => tagNames.map((name) => turn.sent(name)).find((tag) => (tag ?? '') !== '');

/** `W/"3"`, `"3"` and `3` are one version: how it is written is for the contract to say. */
const versionIn = (tag: string): string => tag.replaceAll(/^\s*W\/|["\s]/g, '');

export const versionMissing: ConformanceRule = {
  id: 'version-missing',
  title: 'An update names the version that it changes',
  source: concurrency,
  weight: 'fails',
  judge(turn) {
    const name = tagWanted(turn);
    return name === undefined || onlyReads(turn) || tagSent(turn) !== undefined
      ? undefined
      : `the update names no version: send the ETag of the last read as ${name}. Without it the service refuses it, or it writes over what somebody else has changed.`;
  },
};

export const versionOutdated: ConformanceRule = {
  id: 'version-outdated',
  title: 'The version that an update names is the last that was read',
  source: concurrency,
  weight: 'fails',
  judge(turn, talk) {
    const sent = tagSent(turn);
    if (sent === undefined || sent === '*' || onlyReads(turn)) return undefined;
    for (const other of talk.earlier(turn, byPath)) {
      const known = other.answered('etag') ?? other.answered('e-tag');
      if (!succeeded(other) || known === undefined) continue;
      return versionIn(known) === versionIn(sent)
        ? undefined
        : `it names the version ${sent}, and the last one that the client was told is ${known} (exchange ${other.exchange.number}).`;
    }
    return undefined;
  },
};

/** Whoever met a conflict and writes again without a look writes over what they met. */
export const conflictUnread: ConformanceRule = {
  id: 'conflict-unread',
  title: 'After a conflict of versions a client reads again before it writes again',
  source: concurrency,
  weight: 'fails',
  judge(turn, talk) {
    const { method } = turn.exchange;
    const isUpdate = method === 'PUT' || method === 'PATCH' || tagWanted(turn) !== undefined;
    const last = first(talk.earlier(turn, byPath));
    return isUpdate && last?.exchange.method === method && (last.exchange.status === 409 || last.exchange.status === 412)
      ? `the last write here met a conflict (${last.exchange.status}, exchange ${last.exchange.number}), and nothing was read since: read, look at what changed, and send its new version.`
      : undefined;
  },
};

/** How a client proves who it is. */
import type { ConformanceRule, Turn } from '../../mock/conformance.ts';
import { byApi, byToken, first } from '../sameness.ts';
import { rfc } from '../sources.ts';

const guide = 'https://digital.nhs.uk/developer/guides-and-documentation/security-and-authorisation';
const signedJwt = {
  name: 'NHS England API platform: access tokens, and how long they last',
  url: `${guide}/application-restricted-restful-apis-signed-jwt-authentication`,
} as const;

/** Open sandboxes let everybody in; the API itself asks for what its contract names beside that. */
function wantsBearer({ contract: { securitySchemes }, operation }: Turn): boolean {
  const named = (operation?.security ?? []).map((alternative) => Object.keys(alternative)).filter((names) => names.length > 0);
  const isBearer = (name: string): boolean => String(securitySchemes[name]?.['scheme']).toLowerCase() === 'bearer';
  return named.length > 0 && named.every((names) => names.some(isBearer));
}

export const tokenMissing: ConformanceRule = {
  id: 'token-missing',
  title: 'Every request to a restricted API has an access token',
  source: { name: 'NHS England API platform: security and authorisation', url: guide },
  weight: 'fails',
  judge: (turn) =>
    wantsBearer(turn) && (turn.sent('authorization') ?? '') === '' && turn.exchange.status !== 401
      ? 'the request has no access token. This sandbox is open; the service answers 401.'
      : undefined,
};

/** An access token lasts ten minutes. Three new ones in a row within that are no chance, and no change of users. */
export const tokenPerCall: ConformanceRule = {
  id: 'token-per-call',
  title: 'An access token is kept until it expires',
  source: signedJwt,
  weight: 'risks',
  judge(turn, talk) {
    if (!isNew(turn)) return undefined;
    const [one, other] = talk.earlier(turn, byApi);
    if (!one || !other || !isNew(one) || !isNew(other)) return undefined;
    return turn.exchange.at - other.exchange.at < tokenLife
      ? 'it has its third new access token in a row, each used once: the token service has rate limits too. A token lasts ten minutes.'
      : undefined;

    function isNew(asked: Turn): boolean {
      return byToken(asked) !== undefined && first(talk.earlier(asked, byToken)) === undefined;
    }
  },
};
const tokenLife = 600_000;

export const tokenRefusedBefore: ConformanceRule = {
  id: 'token-refused-before',
  title: 'After a 401, a client gets a new access token before it asks again',
  source: rfc('6750', '3.1'),
  weight: 'fails',
  judge(turn, talk) {
    const last = first(talk.earlier(turn, byToken));
    return last?.exchange.status === 401 && last.contract === turn.contract
      ? `this access token was refused with 401 just before (exchange ${last.exchange.number}), and will be again.`
      : undefined;
  },
};

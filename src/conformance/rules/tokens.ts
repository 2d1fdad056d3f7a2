/** How a client proves who it is. */
import type { ConformanceRule, Turn } from '../../mock/conformance.ts';
import { byApi, byToken, first } from '../sameness.ts';

const guide = 'https://digital.nhs.uk/developer/guides-and-documentation/security-and-authorisation';
const signedJwt = {
  name: 'NHS England API platform: access tokens, and how long they last',
  url: `${guide}/application-restricted-restful-apis-signed-jwt-authentication`,
} as const;
const bearerTokens = (section: string) => ({
  name: `RFC 6750 §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc6750#section-${section}`,
});

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
    wantsBearer(turn) && (turn.sent('authorization') ?? '') === ''
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
  source: bearerTokens('3.1'),
  weight: 'fails',
  judge(turn, talk) {
    const last = first(talk.earlier(turn, byToken));
    return last?.exchange.status === 401 && last.contract === turn.contract
      ? `this access token was refused with 401 just before (exchange ${last.exchange.number}), and will be again.`
      : undefined;
  },
};

export const tokenInAddress: ConformanceRule = {
  id: 'token-in-address',
  title: 'No credential is sent in an address',
  source: bearerTokens('2.3'),
  weight: 'fails',
  judge: ({ query, operation }) => {
    const name = ['access_token', 'token', 'api_key', 'apikey', 'client_secret'].find(
      (each) => query.has(each) && !operation?.parameters.some((parameter) => parameter.in === 'query' && parameter.name === each),
    );
    return name === undefined
      ? undefined
      : `${name} stands in the address, which every server on the way writes to its log; the service reads the Authorization header only.`;
  },
};

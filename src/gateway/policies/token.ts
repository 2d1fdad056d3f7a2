/** What cannot be an access token. In an open workspace any that can be one is let in, and so is who shows none. */
import type { Problem } from '../../mock/problem.ts';
import { note, type Incoming } from '../request/incoming.ts';

/**
 * The platform has two words for it where nobody has to sign in: those of its open sandboxes, which let a request without a token pass.
 * Where a token must be shown, the gateway words an empty header and another scheme in their own ways.
 */
const words = { missing: 'Missing access token', malformed: 'Invalid Access Token' } as const;

/** RFC 6750 §2.1. */
const bearerToken = /^[A-Za-z0-9\-._~+/]+=*$/;

export function checkToken(incoming: Incoming): Problem | undefined {
  if (!incoming.match?.target.plan.wantsBearer) return undefined;
  const sent = incoming.request.headers.get('authorization');
  const token = sent === null ? undefined : faultOf(sent);
  if (!token) return undefined;
  note(
    incoming,
    'The Authorization header must be the word Bearer, a space and one token; any token does here, and so does no such header.',
  );
  return { problem: 'unauthorised', message: words[token], token };
}

function faultOf(sent: string): 'missing' | 'malformed' | undefined {
  const [scheme = '', token = '', ...more] = sent.split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token === '' || more.length > 0) return 'missing';
  return bearerToken.test(token) ? undefined : 'malformed';
}

/** What a request shows of who sends it. In an open workspace any token that can be one is let in, and so is who shows none. */
import { isOfSandbox } from '../../contract/group.ts';
import type { Problem } from '../../mock/problem.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import { accessHeader, isStrictlyAsked } from '../../workspace/strict-access.ts';
import { note, type Incoming } from '../request/incoming.ts';
import { checkCredentials } from './credentials.ts';
import { readToken } from './read-token.ts';
import { noteStranger } from './who-asks.ts';

/**
 * The platform has two words for it where nobody has to sign in: those of its open sandboxes, which let a request without a token pass.
 * Where a token must be shown, the gateway words an empty header and another scheme in their own ways.
 */
const words = { missing: 'Missing access token', malformed: 'Invalid Access Token' } as const;

export function checkToken(incoming: Incoming): Problem | undefined {
  if (isStrict(incoming)) {
    const refusal = checkCredentials(incoming);
    const { settings } = incoming;
    if (!refusal) return undefined;
    if (settings.access === 'open' && !hasExtra(settings, 'open-access')) note(incoming, leftOut('open-access'));
    noteStranger(incoming, refusal);
    return refusal;
  }
  if (!incoming.match?.target.plan.wantsBearer) return undefined;
  const sent = incoming.request.headers.get('authorization');
  if (sent === null || incoming.api?.mock?.standIns?.includes(sent)) return undefined;
  const read = readToken(sent);
  if ('token' in read) return undefined;
  note(
    incoming,
    'The Authorization header must be the word Bearer, a space and one token; any token does here, and so does no such header.',
  );
  // Nobody's sandbox tells these apart but by whether a token is there.
  const token = read.fault === 'malformed' ? 'malformed' : 'missing';
  return { problem: 'unauthorised', message: words[token], token };
}

/** An official sandbox is open, whoever asks; so is what comes with the sandbox, but for what it asks for itself. */
export function isStrict({ settings, request, isOwn, api }: Incoming): boolean {
  if (!isStrictlyAsked(settings, request.headers.get(accessHeader))) return false;
  return !isOwn && api !== undefined && api.mode === undefined && !isOfSandbox(api.contract.document['info']);
}

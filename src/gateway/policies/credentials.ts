/** In a strict workspace a caller is let in by what the contract's security requirements ask for: a token or a key that was given out here. */
import type { SecurityPlan, WantedCredential } from '../../plan/requests/credentials.ts';
import type { Application } from '../../mock/access.ts';
import type { Problem, TokenFault } from '../../mock/problem.ts';
import { demoApplication } from '../../workspace/applications/demo.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import { note, type Incoming } from '../request/incoming.ts';
import { readCookies } from '../request/parameters.ts';
import { readToken, type HeaderFault } from './read-token.ts';

/** What came of asking for one credential: whose it is, if anybody's, or why it lets nobody in. */
type Found = { readonly application?: Application } | { readonly refusal: Problem; readonly isSent: boolean };

/** Any of the alternatives does. Where none does, the one is told of for which something was sent, else the first. */
export function checkCredentials(incoming: Incoming): Problem | undefined {
  const { alternatives, isOptional } = securityOf(incoming);
  let refusal: Problem | undefined;
  let isOfSent = false;
  for (const alternative of alternatives) {
    const found = alternative.map((credential) => look(credential, incoming));
    const refused = found.find((each) => 'refusal' in each);
    if (!refused) {
      const application = found.map((each) => ('refusal' in each ? undefined : each.application)).find((each) => each !== undefined);
      if (application) incoming.caller = { ...incoming.caller, application };
      return undefined;
    }
    if (refusal === undefined || (refused.isSent && !isOfSent)) refusal = refused.refusal;
    isOfSent ||= refused.isSent;
  }
  return isOptional && !isOfSent ? undefined : refusal;
}

const open: SecurityPlan = { alternatives: [], isOptional: true };

/**
 * Where no operation is chosen, what most of the API asks for. A mock's API is let in to by credentials, though its contract may say that
 * an open sandbox wants none.
 */
export function securityOf({ match, api }: Pick<Incoming, 'match' | 'api'>): SecurityPlan {
  const operation = match ? match.target.operation : api?.contract.operations[0];
  if (!api || !operation) return open;
  const { security } = match ? match.target.plan : api.plan.of(operation);
  return api.mock?.access ? { ...security, isOptional: false } : security;
}

function look(credential: WantedCredential, incoming: Incoming): Found {
  switch (credential.type) {
    case 'token':
      return lookAtToken(credential.scopes, incoming);
    case 'key':
      return lookAtKey(credential, incoming);
    case 'unseen':
      note(
        incoming,
        `The contract wants ${credential.what} of its callers, which is not looked at here: whoever asks is taken to have shown it.`,
      );
      return {};
  }
}

/** In the platform's order, and its words for each. */
function lookAtToken(scopes: readonly string[], { request, workspace, api }: Incoming): Found {
  const sent = request.headers.get('authorization');
  if (sent === null) return refused('Missing Authorization header', 'missing', false);
  const read = readToken(sent);
  if ('fault' in read) return refusedHeader(read.fault, read.scheme);
  const application = workspace.grants.byToken(read.token, api?.contract.slug ?? '');
  if (typeof application === 'string') return refused(words[application], application);
  if (api?.mock?.scope !== undefined && !isFor(api.mock.scope, application)) return refused(words['no-product'], 'no-product');
  const lacking = scopes.find((scope) => !isGranted(scope, application));
  if (lacking === undefined) return { application };
  const message = `The access token was not granted the scope ${lacking}, which this operation wants.`;
  return { refusal: { problem: 'forbidden', message }, isSent: true };
}

/** Of the platform's scopes the last part names an API, or all; a token that has none of these is for whatever it may. */
function isFor(api: string, { scopes = [] }: Application): boolean {
  const named = scopes.flatMap((scope) => /^urn:nhsd:apim:.*:(?:privileged-)?([^:]+)$/.exec(scope)?.[1] ?? []);
  return named.length === 0 || named.some((name) => name === '*' || name === api);
}

/** As the platform's gateway has them (Apigee's own texts). */
const words = {
  unknown: 'Invalid Access Token',
  expired: 'Access Token expired',
  'no-product': 'Invalid API call as no apiproduct match found',
  'unknown-key': 'Invalid ApiKey',
} as const;

/** A `*` at the end of what was granted stands for any rest. */
function isGranted(wanted: string, { scopes = [] }: Application): boolean {
  return scopes.some((scope) => (scope.endsWith('*') ? wanted.startsWith(scope.slice(0, -1)) : wanted === scope));
}

function refusedHeader(fault: HeaderFault, scheme: string): Found {
  switch (fault) {
    case 'empty':
      return refused('Empty Authorization header', 'missing');
    case 'one word':
      return refused('Missing access token', 'missing');
    case 'scheme':
      return refusedScheme(scheme);
    case 'many words':
    case 'malformed':
      return refused('Invalid Access Token', 'malformed');
  }
}

/** The platform says the scheme again. One that could be a part of a secret is not said, and none is kept. */
function refusedScheme(scheme: string): Found {
  const message = "Invalid token type, must be 'Bearer'";
  const shown = /^[a-z][a-z-]{0,15}$/i.test(scheme) ? scheme : 'withheld';
  const said = { diagnostics: `Invalid token type '${shown}', must be 'Bearer'` };
  return { refusal: { problem: 'unauthorised', message, token: 'malformed', said }, isSent: true };
}

function lookAtKey({ in: place, name }: Extract<WantedCredential, { readonly type: 'key' }>, incoming: Incoming): Found {
  const key = sentKey(place, name, incoming);
  // The platform's gateway names the variable that it could not read (Apigee, VerifyAPIKey).
  if (key === '') return refused(`Failed to resolve API Key variable request.${placeName[place]}.${name}`, 'missing-key', false);
  const application = incoming.workspace.grants.byKey(key, incoming.api?.contract.slug ?? '');
  if (key === demoApplication.apiKey && !hasExtra(incoming.settings, 'demo-application')) note(incoming, leftOut('demo-application'));
  return typeof application === 'string' ? refused(words[application], application) : { application };
}

const placeName = { header: 'header', query: 'queryparam', cookie: 'cookie' } as const;

function sentKey(place: 'header' | 'query' | 'cookie', name: string, { request, url }: Incoming): string {
  if (place === 'query') return new URLSearchParams(url.search).get(name) ?? '';
  if (place === 'cookie') return readCookies(request.headers.get('cookie'))[name] ?? '';
  return request.headers.get(name) ?? '';
}

function refused(message: string, token: TokenFault, isSent = true): Found {
  return { refusal: { problem: 'unauthorised', message, token }, isSent };
}

/** Who asks a provider to sign somebody in: a registered application, or the platform for one that leaves this to it (combined authentication). */
import { findGrant } from '../grants/grants.ts';
import type { PendingLogin } from '../grants/pending-login.ts';
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import type { IdentityCall } from '../identity-call.ts';
import { approvedApplication } from '../known-application.ts';
import { isOfficialIssuerOf } from './official-issuers.ts';
import type { AskedSignIn, Provider } from './provider.ts';

/** As the platform names itself to both providers. */
export const platformClient = 'nhs-api-platform';

/** Where the sandbox begins: all that belongs together is mounted below it, each under its name. */
const baseAround = (call: IdentityCall, name: string): string => call.url('').slice(0, -`/${name}`.length);

/** The same, asked of a call of the platform's own. */
export const platformBase = (call: IdentityCall): string => baseAround(call, 'oauth2');

export const callbackAt = (base: string): string => `${base}/oauth2/callback`;

/** Whether a token of this provider's may say so to the platform: besides the one beside it, the real ones where the platform answers in the stead of the real one. */
export const isIssuerOf = ({ name }: Provider, issuer: unknown, call: IdentityCall): boolean =>
  typeof issuer === 'string' &&
  (issuer === `${platformBase(call)}/${name}` || (call.visit.official !== undefined && isOfficialIssuerOf(name, issuer)));

/** The addresses that it has registered; undefined where nobody of this name is known. */
export function registeredCallbacks(provider: Provider, client: string, call: IdentityCall): readonly string[] | undefined {
  // The platform asks the provider beside it, and none at an address of its own.
  if (client === platformClient) return call.visit.official?.base === undefined ? [callbackAt(baseAround(call, provider.name))] : undefined;
  const application = approvedApplication(client, call);
  return application && callbacksOf(application, call);
}

/** Those to which the browser may be sent. */
export function callbacksOf({ callbackUrls = [] }: RegisteredApplication, call: IdentityCall): readonly string[] {
  if (hasExtra(call.settings, 'http-redirects')) return callbackUrls;
  const safe = callbackUrls.filter((url) => url.startsWith('https:'));
  if (safe.length < callbackUrls.length) call.note(leftOut('http-redirects'));
  return safe;
}

const pendingOf = ({ client, state }: AskedSignIn, { store }: IdentityCall): PendingLogin | undefined =>
  client === platformClient && state !== undefined ? findGrant<PendingLogin>(store, 'login', state) : undefined;

export function nameOfClient(asked: AskedSignIn, call: IdentityCall): string {
  const pending = pendingOf(asked, call);
  const { applications } = call.visit.workspace;
  const application = pending ? applications.find(pending.application) : applications.byApiKey(asked.client);
  return application?.name ?? asked.client;
}

/** Where the browser is sent in the end, as a policy names places: an origin, or the scheme of an application on a telephone. */
export function placeItLeadsTo(asked: AskedSignIn, call: IdentityCall): string {
  const { origin, protocol } = new URL(pendingOf(asked, call)?.redirectUri ?? asked.redirectUri);
  return origin === 'null' ? protocol : origin;
}

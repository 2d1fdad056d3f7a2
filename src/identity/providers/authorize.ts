/** The authorization endpoint of a provider: pages until it is known who signs in, and then a code for the client. Nothing is remembered between its pages. */
import { hasExtra, leftOut } from '../../workspace/extras.ts';
import { secretText } from '../../workspace/secret.ts';
import { keepGrant } from '../grants/grants.ts';
import type { IdentityCall } from '../identity-call.ts';
import { loginPage } from '../login/login-page.ts';
import type { Screen } from '../login/screen.ts';
import { nameOfClient, placeItLeadsTo } from './client-of.ts';
import type { HandedOver } from './handed-over.ts';
import type { AskedSignIn, Identity, Provider, SignedIn } from './provider.ts';
import { readSignIn } from './read-request.ts';
import { redirectTo } from './redirect.ts';
import { sentFields } from './sent-fields.ts';

/** Milliseconds in which a code must be used: RFC 6749 §4.1.2 wants no more than ten minutes. */
const codeLife = 60_000;

/** `known` is the user whom another application hands over, where one does. */
export function authorize(provider: Provider, call: IdentityCall, known?: HandedOver) {
  const fields = sentFields(call);
  const read = readSignIn(provider, fields, call);
  if (!('asked' in read)) {
    const { refused, to } = read;
    const { error, description } = refused;
    if (!to) return { status: 400 as const, body: { error, error_description: description ?? error } };
    return redirectTo(to.redirectUri, { error, error_description: description, state: to.state });
  }
  const { asked } = read;
  const refuse = (error: string, description?: string) =>
    redirectTo(asked.redirectUri, { error, error_description: description, state: asked.state });
  const isUnseen = fields.get('prompt') === 'none';
  const handed = known && taken(known, fields, call);
  // The sandbox keeps no session of a browser: nobody is signed in before, unless another application hands its user over.
  if (isUnseen && handed === undefined) return refuse(provider.unseen, 'Nobody is signed in here, and prompt=none lets no page be shown');
  const hint = handed === undefined ? hintOf(fields, call) : undefined;
  const user = fields.get('user') || handed || hint;
  const [role, answer] = [fields.get('role'), fields.get('answer')];
  const next = provider.proceed(
    asked,
    {
      ...(user && { user }),
      ...(role !== null && { role }),
      ...(answer !== null && { answer }),
      isHeadless: hint !== undefined && !fields.has('user'),
    },
    call,
  );
  if ('error' in next) return refuse(next.error, next.description);
  if ('signedIn' in next) return giveCode(provider, asked, next.signedIn, call);
  if (isUnseen) return refuse(provider.unseen, 'A page has to be shown to this user, and prompt=none lets none be shown');
  return showScreen(provider, { asked, screen: next.screen, user: handed }, call);
}

/** The user whom another application hands over. An assertion that is not taken is as none: whoever asks without prompt=none has its user choose. */
function taken(known: HandedOver, fields: URLSearchParams, call: IdentityCall): string | undefined {
  const why = whyNotTaken(known, fields, call);
  if (why === undefined) return 'user' in known ? known.user : undefined;
  call.note(`The user who is handed over by asserted_login_identity was not taken: ${why}.`);
  return undefined;
}

function whyNotTaken(known: HandedOver, fields: URLSearchParams, call: IdentityCall): string | undefined {
  if ('why' in known) return known.why;
  const { tokens } = call.visit.workspace;
  if (tokens.isUsed(known.once)) return 'it was used before, and is good once';
  tokens.use(known.once, known.until);
  return fields.get('prompt') === 'login' ? 'prompt=login wants a log-in' : undefined;
}

function hintOf(fields: URLSearchParams, call: IdentityCall): string | undefined {
  const hint = fields.get('login_hint') || undefined;
  if (hint === undefined || hasExtra(call.settings, 'login-hint')) return hint;
  call.note(leftOut('login-hint'));
  return undefined;
}

interface Shown {
  readonly asked: AskedSignIn;
  readonly screen: Screen;
  /** Who was handed over: the page names them, since the assertion is used up. */
  readonly user: string | undefined;
}

function showScreen(provider: Provider, { asked, screen, user }: Shown, call: IdentityCall) {
  const filled = new Set<string>([...screen.choices.map(({ name }) => name), 'login_hint', 'asserted_login_identity']);
  const carried = [...asked.fields].filter(([name]) => !filled.has(name));
  if (user !== undefined && !filled.has('user') && !asked.fields.has('user')) carried.push(['user', user]);
  return {
    status: 200 as const,
    page: loginPage({
      provider: provider.title,
      application: nameOfClient(asked, call),
      screen,
      action: call.url('/authorize'),
      fields: carried,
      leadsTo: placeItLeadsTo(asked, call),
    }),
  };
}

function giveCode(
  provider: Provider,
  { client, redirectUri, scopes, nonce, challenge, state }: AskedSignIn,
  identity: Identity,
  call: IdentityCall,
) {
  const code = secretText(32);
  const now = call.clock.now();
  const signedIn: SignedIn = {
    ...identity,
    provider: provider.name,
    client,
    redirectUri,
    scopes,
    ...(nonce !== undefined && { nonce }),
    ...(challenge !== undefined && { challenge }),
    authTime: Math.floor(now / 1_000),
    sid: secretText(16),
    expires: now + codeLife,
  };
  keepGrant(call, 'code', code, signedIn);
  return redirectTo(redirectUri, { code, state });
}

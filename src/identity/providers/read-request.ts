/** A request to sign in (OpenID Connect Core §3.1.2.1): who asks, where the answer goes, and what is wrong with it. */
import { faultOfChallenge } from '../grants/pkce.ts';
import type { IdentityCall } from '../identity-call.ts';
import { registeredCallbacks } from './client-of.ts';
import type { AskedSignIn, Provider, RefusedSignIn } from './provider.ts';

/** Sent to the client by the browser; `refused` alone where nobody may be sent anywhere. */
type Read = { readonly asked: AskedSignIn } | { readonly refused: RefusedSignIn; readonly to?: Pick<AskedSignIn, 'redirectUri' | 'state'> };

/** Parameters that this provider does not take (OpenID Connect Core §6), and how it says so. */
const notTaken: readonly (readonly [name: string, error: string])[] = [
  ['request', 'request_not_supported'],
  ['request_uri', 'request_uri_not_supported'],
  ['registration', 'registration_not_supported'],
];

/** Where the answer goes is looked at first: an error is never sent to an address that nobody has registered. */
export function readSignIn(provider: Provider, fields: URLSearchParams, call: IdentityCall): Read {
  const repeated = [...new Set(fields.keys())].find((name) => fields.getAll(name).length > 1);
  if (repeated !== undefined) return { refused: { error: 'invalid_request', description: 'A parameter was sent more than once' } };
  const value = (name: string): string | undefined => fields.get(name) || undefined;
  const client = value('client_id');
  if (client === undefined) return { refused: { error: 'invalid_request', description: 'client_id is missing' } };
  const registered = registeredCallbacks(provider, client, call);
  if (!registered) return { refused: { error: 'unauthorized_client', description: 'client_id is invalid' } };
  const redirectUri = value('redirect_uri');
  // Compared whole: no prefix, no other case, nothing after it (RFC 9700 §4.1.3).
  if (redirectUri === undefined) return { refused: { error: 'invalid_request', description: 'redirect_uri is missing' } };
  if (!registered.includes(redirectUri))
    return { refused: { error: provider.unknownAddress, description: 'redirect_uri is not registered' } };
  const state = value('state');
  const to = { redirectUri, ...(state !== undefined && { state }) };
  const refused = wrong(provider, value);
  if (refused) return { refused, to };
  for (const [name, why] of Object.entries(provider.passedOver))
    if (value(name) !== undefined) call.note(`The parameter ${name} was passed over: ${why}.`);
  const scopes = [...new Set((value('scope') ?? '').split(' '))].filter((scope) => provider.scopes.includes(scope));
  const [nonce, challenge] = [value('nonce'), value('code_challenge')];
  return {
    asked: { client, ...to, scopes, fields, ...(nonce !== undefined && { nonce }), ...(challenge !== undefined && { challenge }) },
  };
}

function wrong(provider: Provider, value: (name: string) => string | undefined): RefusedSignIn | undefined {
  const refused = (error: string, description: string): RefusedSignIn => ({ error, description });
  for (const [name, error] of notTaken) if (value(name) !== undefined) return refused(error, `${name} is not supported`);
  const type = value('response_type');
  if (type === undefined) return refused('invalid_request', 'response_type is missing');
  if (type !== 'code') return refused('unsupported_response_type', 'response_type must be code');
  const missing = provider.wants.find((name) => value(name) === undefined);
  if (missing) return refused('invalid_request', `${missing} is missing`);
  if (!(value('scope') ?? '').split(' ').includes('openid')) return refused('invalid_scope', 'scope must contain openid');
  for (const [name, allowed] of Object.entries(provider.values)) {
    const sent = value(name);
    if (sent !== undefined && !allowed.includes(sent)) return refused('invalid_request', `${name} must be ${allowed.join(' or ')}`);
  }
  const unfit = faultOfChallenge(value('code_challenge'), value('code_challenge_method'));
  return unfit === undefined ? undefined : refused('invalid_request', unfit);
}

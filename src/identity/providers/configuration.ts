/** Where a provider says what it is and by which keys it signs (OpenID Connect Discovery §4). */
import { stepped } from '../../mock/mock.ts';
import type { IdentityCall } from '../identity-call.ts';
import { signingKeyOf, type SigningKey } from '../keys/signing-keys.ts';
import type { Provider } from './provider.ts';

export function configuration(provider: Provider, call: IdentityCall) {
  const body = {
    issuer: call.url(''),
    authorization_endpoint: call.url('/authorize'),
    token_endpoint: call.url(provider.tokenPath),
    userinfo_endpoint: call.url('/userinfo'),
    jwks_uri: call.url(provider.jwksPath),
    scopes_supported: [...provider.scopes],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [provider.alg],
    token_endpoint_auth_methods_supported: ['private_key_jwt', ...(provider.takesSecrets ? ['client_secret_post'] : [])],
    token_endpoint_auth_signing_alg_values_supported: [...provider.clientAlgorithms],
    code_challenge_methods_supported: ['S256'],
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    claims_parameter_supported: false,
    ...provider.configuration(call),
    mock: true,
  };
  return { status: 200 as const, body };
}

export const keySet = (provider: Provider) =>
  stepped({
    reads: (call: IdentityCall): Promise<SigningKey> => signingKeyOf(call, provider),
    turn: (_call: IdentityCall, { read }: { readonly read: SigningKey }) => ({ status: 200 as const, body: { keys: [read.publicJwk] } }),
  });

/** A client proves to a provider who it is: by an assertion that it signs (RFC 7523 §3), or by its secret where the provider takes one. */
import type { RegisteredApplication } from '../../workspace/applications/applications.ts';
import { readJwt } from '../assertion/read-assertion.ts';
import { assertionType } from '../assertion/rules.ts';
import type { IdentityCall } from '../identity-call.ts';
import { isExtended } from '../keys/verify.ts';
import { approvedApplication } from '../known-application.ts';
import type { Provider } from './provider.ts';

export interface KnownClient {
  readonly application: RegisteredApplication;
  /** Of its assertion, which may be used this once. */
  readonly once?: { readonly id: string; readonly until: number };
}

/** Seconds that two clocks may be apart, as the platform has it. */
const apart = 10;
/** Milliseconds ahead of now that an assertion may end. */
const longestLife = 3_600_000;

/** Who it is, or in words why that is not known. */
export async function knownClient(provider: Provider, fields: URLSearchParams, call: IdentityCall): Promise<KnownClient | string> {
  const assertion = fields.get('client_assertion');
  return assertion === null ? bySecret(provider, fields, call) : byAssertion(provider, { assertion, fields }, call);
}

async function byAssertion(
  provider: Provider,
  { assertion, fields }: { readonly assertion: string; readonly fields: URLSearchParams },
  call: IdentityCall,
): Promise<KnownClient | string> {
  if (fields.get('client_assertion_type') !== assertionType) return `client_assertion_type must be ${assertionType}`;
  const { createLocalJWKSet, errors, jwtVerify } = await import('jose');
  // The library reads some tokens that could be read in another way, too.
  const jwt = readJwt(assertion);
  if (typeof jwt === 'string') return `the client assertion cannot be read. ${jwt.replace(/\.$/, '')}`;
  if (isExtended(jwt)) return 'the client assertion has crit or b64 in its header, which are not known here';
  const client = fields.get('client_id') ?? jwt.claims['iss'];
  const application = typeof client === 'string' ? approvedApplication(client, call) : undefined;
  if (!application) return 'no application of this workspace has the API key that the assertion names in iss';
  const now = call.clock.now();
  try {
    // Keys and algorithms are those of the registration, whatever the header of the assertion says (RFC 8725 §3.1).
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...application.keys] }), {
      algorithms: [...provider.clientAlgorithms],
      issuer: application.apiKey,
      subject: application.apiKey,
      audience: [call.url(''), call.url(provider.tokenPath)].flatMap(bothSpellings),
      currentDate: new Date(now),
      clockTolerance: apart,
      requiredClaims: ['exp', 'jti'],
    });
    const until = Number(payload.exp) * 1_000;
    if (typeof payload.jti !== 'string') return 'jti must be a string'; // the library does not look at its type
    if (!(until <= now + longestLife)) return 'exp is more than an hour ahead';
    return { application, once: { id: `${provider.name} ${application.apiKey} ${payload.jti}`, until } };
  } catch (error) {
    return error instanceof errors.JOSEError
      ? `the client assertion was not taken: ${error.message}`
      : 'the client assertion was not taken';
  }
}

/** CIS2 names its port, and the libraries of its clients leave that out, since it is the usual one. */
const bothSpellings = (address: string): readonly string[] => [address, address.replace(/^(https:\/\/[^/]+):443(?=\/)/, '$1')];

function bySecret(provider: Provider, fields: URLSearchParams, call: IdentityCall): KnownClient | string {
  if (!provider.takesSecrets) return 'client_assertion is missing';
  const client = fields.get('client_id');
  const secret = fields.get('client_secret');
  if (client === null || secret === null) return 'neither a client_assertion nor client_id and client_secret were sent';
  const application = approvedApplication(client, call);
  return application && call.visit.workspace.applications.hasSecret(application.id, secret)
    ? { application }
    : 'client_id or client_secret is not that of an application';
}

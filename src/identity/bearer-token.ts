/** The access token that a userinfo endpoint is asked with (RFC 6750 §2.1). */
import type { IdentityCall } from './identity-call.ts';

export const bearerToken = (call: IdentityCall): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(call.header('authorization') ?? '')?.[1];

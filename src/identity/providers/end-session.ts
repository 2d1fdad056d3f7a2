/** `GET /connect/endSession` of CIS2: a log-in ends, and the platform hears of it as by its back-channel. */
import { stepped } from '../../mock/mock.ts';
import { readJwt } from '../assertion/read-assertion.ts';
import type { IdentityCall } from '../identity-call.ts';
import { signingKeyOf } from '../keys/signing-keys.ts';
import { isSignedBy } from '../keys/verify.ts';
import { endLogin } from '../sessions/end-login.ts';
import { staffProvider } from './staff-provider.ts';

export const endSession = stepped({
  async reads(call: IdentityCall): Promise<{ readonly sid: string | undefined }> {
    const jwt = readJwt(new URLSearchParams(call.search).get('id_token_hint') ?? '');
    if (typeof jwt === 'string' || !(await isSignedBy(jwt, await signingKeyOf(call, staffProvider)))) return { sid: undefined };
    const { sid } = jwt.claims;
    return { sid: typeof sid === 'string' ? sid : undefined };
  },
  turn: (call: IdentityCall, { read: { sid } }: { readonly read: { readonly sid: string | undefined } }) => {
    if (sid === undefined)
      return {
        status: 400 as const,
        body: { error: 'invalid_request', error_description: 'id_token_hint must be an ID token of this provider' },
      };
    endLogin(call, sid);
    return { status: 204 as const };
  },
});

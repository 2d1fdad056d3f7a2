/** `PATCH /userinfo`: what an application notes of its user at NHS login, up to 1,024 characters; an empty text takes it away. */
import { isObject } from '../../contract/json.ts';
import type { IdentityCall } from '../identity-call.ts';
import { metadataOf, patientProvider } from './patient-provider.ts';
import { shownToken } from './userinfo.ts';

const longest = 1_024;

export function noteOfUser(call: IdentityCall) {
  const signedIn = shownToken(patientProvider, call);
  if ('status' in signedIn) return signedIn;
  const { client, user, scopes } = signedIn;
  if (!scopes.includes('client_metadata'))
    return {
      status: 403 as const,
      body: { error: 'insufficient_scope', error_description: 'the access token is not for client_metadata' },
    };
  const note = isObject(call.body) ? call.body['client_user_metadata'] : undefined;
  if (typeof note !== 'string' || note.length > longest)
    return {
      status: 400 as const,
      body: { error: 'invalid_request', error_description: `client_user_metadata must be a text of at most ${longest} characters` },
    };
  const key = `${client} ${user}`;
  if (note === '') call.store.delete(metadataOf, key);
  else call.store.put(metadataOf, key, note);
  return { status: 204 as const };
}

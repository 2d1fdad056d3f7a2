/** `GET /oauth2/callback`: a provider sends its user back to the platform, which sends them on to the application with a code of its own. */
import { secretText } from '../../workspace/secret.ts';
import { findGrant, forgetGrant, keepGrant } from '../grants/grants.ts';
import type { PendingLogin } from '../grants/pending-login.ts';
import type { PlatformCode } from '../grants/platform-code.ts';
import type { IdentityCall } from '../identity-call.ts';
import { platformClient } from '../providers/client-of.ts';
import { patientProvider } from '../providers/patient-provider.ts';
import type { SignedIn } from '../providers/provider.ts';
import { redirectTo } from '../providers/redirect.ts';
import { noScopeLeft, oauthProblem, refusalOf } from '../refusals.ts';
import { noteOfNoScope, provedPatient, userRecord, type Proved } from '../sessions/user-record.ts';
import { findPatient } from '../users/find-user.ts';

/** Milliseconds in which the application must use its code. */
const codeLife = 60_000;

const invalidState = oauthProblem(refusalOf(400, 'Invalid state parameter.'));

export function platformCallback(call: IdentityCall) {
  const { clock, store, visit, population } = call;
  const fields = new URLSearchParams(call.search);
  const state = fields.get('state') ?? '';
  const pending = findGrant<PendingLogin>(store, 'login', state);
  const application = pending && visit.workspace.applications.find(pending.application);
  if (!pending || !application || pending.expires <= clock.now()) return invalidState;
  const error = fields.get('error');
  // What a provider says of a user who gives up, or who shares nothing, the application is told in the same words.
  if (error !== null) {
    forgetGrant(store, 'login', state);
    return redirectTo(pending.redirectUri, {
      error,
      error_description: fields.get('error_description') ?? undefined,
      state: pending.state,
    });
  }
  const code = fields.get('code') ?? '';
  const signedIn = findGrant<SignedIn>(store, 'code', code);
  if (!signedIn || signedIn.client !== platformClient || signedIn.isUsed || signedIn.expires <= clock.now())
    return oauthProblem(refusalOf(400, 'Invalid code parameter.'));
  const proved = provedBy(signedIn, population);
  const record = userRecord(application, proved);
  if (!record) {
    call.note(noteOfNoScope(proved));
    return oauthProblem(noScopeLeft);
  }
  forgetGrant(store, 'login', state);
  keepGrant(call, 'code', code, { ...signedIn, isUsed: true });
  const { redirectUri, challenge } = pending;
  const given: PlatformCode = {
    record: { ...record, isCombined: true },
    redirectUri,
    ...(challenge !== undefined && { challenge }),
    expires: clock.now() + codeLife,
    sid: signedIn.sid,
  };
  const ours = secretText(32);
  keepGrant(call, 'platform-code', ours, given);
  return redirectTo(redirectUri, { code: ours, state: pending.state });
}

function provedBy({ provider, user, sid, proofing = 'P0', aal }: SignedIn, population: IdentityCall['population']): Proved {
  const patient = provider === patientProvider.name ? findPatient(user, population) : undefined;
  return patient ? provedPatient(patient, proofing, sid) : { kind: 'worker', user, session: sid, ...(aal !== undefined && { aal }) };
}

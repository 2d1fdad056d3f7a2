/** `GET /oauth2/authorize`: an application leaves it to the platform to sign its user in (combined authentication), and the platform to a provider. */
import { secretText } from '../../workspace/secret.ts';
import { askedTooOften } from '../asked-too-often.ts';
import { keepGrant } from '../grants/grants.ts';
import type { PendingLogin } from '../grants/pending-login.ts';
import { faultOfChallenge } from '../grants/pkce.ts';
import type { IdentityCall } from '../identity-call.ts';
import { applicationByKey } from '../known-application.ts';
import { callbackAt, callbacksOf, platformBase, platformClient } from '../providers/client-of.ts';
import { patientProvider } from '../providers/patient-provider.ts';
import { redirectTo } from '../providers/redirect.ts';
import { staffProvider } from '../providers/staff-provider.ts';
import { notApproved, notSubscribed, oauthProblem, refusalOf } from '../refusals.ts';

/** Milliseconds in which somebody who was sent to sign in must be back. */
const patience = 600_000;

export function platformAuthorize(call: IdentityCall) {
  const fields = new URLSearchParams(call.search);
  const value = (name: string): string | undefined => (fields.getAll(name).length > 1 ? undefined : fields.get(name) || undefined);
  const client = value('client_id');
  if (client === undefined) return oauthProblem(refusalOf(401, 'client_id is missing'));
  const application = applicationByKey(client, call);
  if (!application) return oauthProblem(refusalOf(401, 'client_id is invalid'));
  if (application.status === 'revoked') return oauthProblem(notApproved);
  if (application.products?.length === 0) return oauthProblem(notSubscribed);
  const tooMany = askedTooOften(application, call);
  if (tooMany) return oauthProblem(tooMany);
  // Compared whole, and told to the browser alone: nobody is sent to an address that is not registered.
  const redirectUri = value('redirect_uri');
  if (redirectUri === undefined) return oauthProblem(refusalOf(400, 'redirect_uri is missing'));
  if (!callbacksOf(application, call).includes(redirectUri)) {
    call.note('redirect_uri must be one of the application’s callbackUrls, letter by letter: PATCH /_sandbox/applications/{id} adds one.');
    return oauthProblem(refusalOf(400, 'redirect_uri is invalid'));
  }
  const state = value('state');
  const refuse = (error: string, description: string) => redirectTo(redirectUri, { error, error_description: description, state });
  if (state === undefined) return refuse('invalid_request', 'state is missing');
  const type = value('response_type');
  if (type === undefined) return refuse('invalid_request', 'response_type is missing');
  if (type !== 'code') return refuse('unsupported_response_type', 'response_type is invalid');
  const [challenge, method] = [value('code_challenge'), value('code_challenge_method')];
  // The platform does not document PKCE. Who uses it is held to it.
  const unfit = faultOfChallenge(challenge, method);
  if (unfit !== undefined) return refuse('invalid_request', unfit);
  const pending: PendingLogin = {
    application: application.id,
    redirectUri,
    state,
    ...(challenge !== undefined && { challenge }),
    expires: call.clock.now() + patience,
  };
  const ours = secretText(24);
  keepGrant(call, 'login', ours, pending);
  const isPatient = (value('scope') ?? '').split(' ').includes('nhs-login');
  return redirectTo(`${platformBase(call)}/${(isPatient ? patientProvider : staffProvider).name}/authorize`, {
    client_id: platformClient,
    redirect_uri: callbackAt(platformBase(call)),
    response_type: 'code',
    state: ours,
    nonce: secretText(16),
    ...(isPatient ? asPatient : asStaff),
    login_hint: value('login_hint'),
  });
}

/** Whatever has been proved of a patient: a level that is too low for an API is refused with the token, and nobody is asked to prove more on the way. */
const asPatient = {
  scope: 'openid profile profile_extended email phone gp_registration_details',
  vtr: JSON.stringify(['P0.Cp', 'P5.Cp.Cd', 'P5.Cp.Ck', 'P5.Cm', 'P9.Cp.Cd', 'P9.Cp.Ck', 'P9.Cm']),
};

/** All that userinfo can tell. The role is left open, since requests name it by NHSD-Session-URID. */
const asStaff = {
  scope: 'openid profile email nhsperson associatedorgs nationalrbacaccess professionalmemberships organisationalmemberships',
};

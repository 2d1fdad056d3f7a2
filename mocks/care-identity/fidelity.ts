/** What is known of the rules of CIS2 (Care Identity), by its published guidance. */
import type { operations } from '../../src/generated/care-identity.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const guidance = {
  name: 'Guidance for developers',
  url: 'https://digital.nhs.uk/services/identity-and-access-management/nhs-care-identity-service-2/care-identity-authentication/guidance-for-developers',
} as const;
const platform = {
  name: 'Published tests of the platform’s identity service',
  url: 'https://github.com/NHSDigital/identity-service-api',
} as const;
const connect = { name: 'OpenID Connect Core', url: 'https://openid.net/specs/openid-connect-core-1_0.html' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

export default {
  compared: { ...guidance, name: 'published guidance for developers', version: 'of 2026', on: day },
  answers: {
    configuration: 'rule',
    'key-set': 'rule',
    authorize: 'rule',
    'authorize-by-form': 'rule',
    tokens: 'rule',
    userinfo: 'rule',
    'end-session': 'rule',
  },
  everywhere: [
    different(guidance, 'Whoever is chosen on the page is signed in.', 'The service asks for a smartcard or another authenticator.'),
    different(
      guidance,
      'Tokens and the configuration say mock: true, and are signed by a key of the workspace.',
      'The service says nothing of the kind.',
    ),
    inferred(connect, 'ID tokens are signed with RS256, the default of OpenID Connect.'),
  ],
  operations: {
    authorize: [
      observed(
        platform,
        '`scope` must contain openid; nationalrbacaccess, nhsperson, associatedorgs and their like say what userinfo tells.',
      ),
      observed(platform, 'With the scope selectedrole the ID token names the role, which a user who has one has not to choose.'),
      inferred(guidance, 'A user whose authenticator is below what acr_values asks for comes back with access_denied.'),
      different(
        guidance,
        '`login_hint` names who signs in.',
        'The service has no such use for it: it is an extra that a workspace may leave out.',
      ),
      unknown('A redirect_uri that is not registered is invalid_request, told to the browser alone.'),
    ],
    tokens: [
      inferred(guidance, 'A client shows an assertion that it has signed, or its secret.'),
      unknown('A code is good for a minute, an access token and a refresh token for an hour.'),
    ],
    userinfo: [
      observed(platform, 'Each role of nhsid_nrbac_roles has the person_roleid that NHSD-Session-URID names.'),
      inferred(platform, 'Of a role its work groups and areas of work are left out.'),
      observed(connect, 'A token that is missing or wrong is a 401 whose WWW-Authenticate says invalid_token.', {
        request: 'GET /userinfo',
        headers: { Authorization: 'Bearer x' },
        answer: '401 invalid_token',
      }),
    ],
    'end-session': [
      inferred(guidance, 'A log-in ends by its ID token as id_token_hint, and the platform hears of it by its back-channel.'),
      unknown('An ID token that is none of this provider’s is refused with 400.', {
        request: 'GET /connect/endSession',
        answer: '400 invalid_request',
      }),
    ],
  },
} satisfies Fidelity<operations>;

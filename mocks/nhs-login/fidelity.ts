/** What is known of the rules of NHS login, by its published interface specification. */
import type { operations } from '../../src/generated/nhs-login.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const specification = { name: 'Interface specification', url: 'https://nhsconnect.github.io/nhslogin/interface-spec-doc/' } as const;
const singleSignOn = { name: 'Page on single sign-on', url: 'https://nhsconnect.github.io/nhslogin/single-sign-on/' } as const;
const app = {
  name: 'Guide to the NHS App’s web integration',
  url: 'https://nhsconnect.github.io/nhsapp-developer-documentation/',
} as const;
const connect = { name: 'OpenID Connect Core', url: 'https://openid.net/specs/openid-connect-core-1_0.html' } as const;
const rotation = { name: 'RFC 9700', url: 'https://www.rfc-editor.org/rfc/rfc9700' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

export default {
  compared: { ...specification, name: 'published interface specification', version: 'of 2023', on: day },
  answers: {
    configuration: 'rule',
    'key-set': 'rule',
    authorize: 'rule',
    'authorize-by-form': 'rule',
    tokens: 'rule',
    userinfo: 'rule',
    'note-of-user': 'rule',
  },
  everywhere: [
    different(
      specification,
      'Whoever is chosen on the page is signed in.',
      'The service asks for an e-mail address, a password and a code that it sends.',
    ),
    different(
      specification,
      'Tokens and the configuration say mock: true, and are signed by a key of the workspace.',
      'The service says nothing of the kind.',
    ),
  ],
  operations: {
    authorize: [
      observed(specification, '`scope` must contain openid, and unknown values are passed over; state and nonce must be there.'),
      observed(app, 'A redirect_uri that is not registered is told to the browser alone, as JSON of the error invalid_redirect_uri.'),
      different(
        specification,
        'A redirect_uri may begin with http://.',
        'The service takes none that does: it is an extra that a workspace may leave out.',
      ),
      observed(specification, 'Without vtr the vectors P9.Cp.Cd, P9.Cp.Ck and P9.Cm are asked for.'),
      observed(specification, 'Components of a vector may be left out, and may then be any.'),
      inferred(specification, 'A vector that there is not, or that the application is not registered for, is invalid_request.'),
      observed(specification, 'A user below what is asked for is led to prove more, and not refused.'),
      inferred(specification, 'Whoever gives up on that way comes back with access_denied.'),
      observed(app, 'Whoever does not share their details comes back with access_denied and ConsentNotGiven.'),
      observed(specification, '`prompt` is none or login, and `display` page or touch.'),
      inferred(connect, 'Another value of either is invalid_request.'),
      observed(specification, '`max_age`, `ui_locales`, `id_token_hint` and `acr_values` are not supported.'),
      inferred(specification, 'They are passed over, and not refused.'),
      different(specification, '`fido_auth_response` is passed over.', 'The service signs in whoever has a registered device by it.'),
      observed(specification, '`allow_registration=false` hides the links to registration.'),
      different(specification, 'Nobody registers here, whatever it says.', 'The service shows its links to registration otherwise.'),
      different(
        specification,
        '`login_hint` names who signs in.',
        'The service does not support it: it is an extra that a workspace may leave out.',
      ),
      different(
        specification,
        'No session of a browser is kept, so that prompt=none finds nobody signed in.',
        'The service signs in whoever has a session that meets the vectors.',
      ),
      observed(
        specification,
        '`asserted_login_identity` is a JWT of the application that hands over: code, iss, jti, iat and exp, for 60 seconds, good once.',
      ),
      observed(singleSignOn, 'Applications decide to which others they hand their users over.'),
      inferred(
        app,
        'A user who is handed over in a way that is not taken is as though nobody were signed in: with prompt=none, sso_login_required.',
      ),
    ],
    tokens: [
      observed(specification, 'A client shows an assertion that it has signed (private_key_jwt), and no secret.'),
      unknown('The assertion is signed with RS512, may end an hour ahead, and its jti is good once.'),
      observed(specification, 'Errors are 400 JSON of the error, with Cache-Control no-store and Pragma no-cache.'),
      different(
        specification,
        'They say why in error_description.',
        'The published example has the error alone: it is an extra that a workspace may leave out.',
      ),
      observed(specification, 'No ID token comes with a refresh.'),
      unknown('A code is good for a minute.'),
      different(specification, 'Access tokens are opaque.', 'Those of the service are signed JWTs.'),
      different(
        rotation,
        'A refresh token is good for one use, and shown again it ends the log-in.',
        'Nobody has published what the service does.',
      ),
    ],
    userinfo: [
      observed(specification, 'It tells what the scopes are for, and leaves out what is not known of the user.'),
      observed(specification, 'A token that is missing or wrong is a 401 whose WWW-Authenticate says invalid_token.', {
        request: 'GET /userinfo',
        headers: { Authorization: 'Bearer x' },
        answer: '401 invalid_token',
      }),
    ],
    'note-of-user': [observed(specification, '`client_user_metadata` has 1,024 characters at most, and an empty text takes it away.')],
  },
} satisfies Fidelity<operations>;

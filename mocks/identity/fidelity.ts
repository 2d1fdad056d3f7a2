/** What is known of the rules of the authorization server: the identity service of the platform, as its published code and tests show it. */
import type { operations } from '../../src/generated/identity.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const tests = {
  name: 'Published code and end-to-end tests of the service',
  url: 'https://github.com/NHSDigital/identity-service-api',
} as const;
const guide = {
  name: 'Guide to application-restricted access',
  url: 'https://digital.nhs.uk/developer/guides-and-documentation/security-and-authorisation/application-restricted-restful-apis-signed-jwt-authentication',
} as const;
const oauth = { name: 'RFC 6749', url: 'https://www.rfc-editor.org/rfc/rfc6749' } as const;
const rotation = { name: 'RFC 9700', url: 'https://www.rfc-editor.org/rfc/rfc9700' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const asking = (body: string, answer: string) => ({ request: 'POST /token', headers: form, body, answer });

export default {
  compared: { ...tests, name: 'published code of the service', version: 'of 2026', on: day },
  answers: { token: 'rule', authorize: 'rule', callback: 'rule', userinfo: 'rule', 'backchannel-logout': 'rule' },
  everywhere: [
    observed(tests, 'A refusal is JSON of error, error_description and message_id, which begins with rrt-.'),
    observed(tests, 'What there is not is a 404 invalid_request with the text Not Found.', {
      request: 'GET /elsewhere',
      answer: '404 invalid_request',
    }),
    different(tests, 'The Allow header of a 405 names OPTIONS as well.', 'The service names the one method that the endpoint has.', {
      request: 'GET /token',
      answer: '405',
    }),
    inferred(tests, 'An application that is revoked, or subscribed to nothing, is refused with 401 access_denied.'),
    different(
      tests,
      'An application is approved or revoked; nobody is its developer, and no company either.',
      'The service refuses an application whose developer or company is inactive as well, in two texts of their own.',
    ),
    unknown(
      'The 429 of an application that asks too often is said as invalid_request, with Retry-After, in the words of the platform’s gateway.',
    ),
    observed(tests, '`_status` is for whoever has the key of the platform’s monitoring; another one is refused with 401 Access Denied.', {
      request: 'GET /_status',
      headers: { 'X-Sandbox-Access': 'strict', apikey: 'guessed' },
      answer: '401 Access Denied',
    }),
    different(
      tests,
      'That key is nhs-api-sandbox-status, which everybody knows, and is asked for only where access is strict.',
      'It is a secret of the platform, and always asked for.',
    ),
  ],
  operations: {
    token: [
      observed(tests, 'The Content-Type is compared whole: a charset behind it is refused.', {
        request: 'POST /token',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: 'grant_type=client_credentials',
        answer: '415 invalid_request',
      }),
      observed(tests, '`grant_type` is looked at before anything else of the form.', asking('client_assertion=x', '400 invalid_request')),
      observed(
        tests,
        'A grant_type that there is not is unsupported_grant_type.',
        asking('grant_type=password', '400 unsupported_grant_type'),
      ),
      observed(
        tests,
        'Whoever names a subject_token_type means token exchange: another grant_type is invalid_request then.',
        asking(
          'grant_type=password&subject_token_type=x&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          '400 invalid_request',
        ),
      ),
      observed(
        tests,
        'An assertion is checked in this order: alg, exp not passed, kid, typ, exp there and a number, iss and sub, jti, exp not far.',
      ),
      observed(tests, '`exp` may be 310 seconds ahead, since clocks may be ten seconds apart.'),
      observed(tests, 'From the check of the API key on, a jti is used up, whatever is refused afterwards.'),
      different(tests, 'A jti is used up for its own application.', 'The service keeps one list of them for everybody.'),
      inferred(
        tests,
        'Of kid, signature and aud the first that is wrong is told in this order: one policy of the gateway looks at all three.',
      ),
      different(
        guide,
        '`aud` is one text, equal to the address that the request came to.',
        'The service compares it with the address of the environment, and nobody has published what it does with a list.',
      ),
      different(
        guide,
        'A public key of 2048 bits is taken, and pasted where the application is registered.',
        'The service asks for 4096 bits, at an address that it fetches.',
      ),
      observed(tests, 'Every number of an answer is a text, and expires_in is one second less than the token lives.'),
      observed(tests, 'Lives may be shortened by _access_token_expiry_ms and its like, and never lengthened.'),
      inferred(oauth, 'A parameter that is sent twice has the value of neither.'),
      observed(tests, 'A refresh token is good for one use, and counted in refresh_count.'),
      different(
        rotation,
        'Whoever shows a code or a refresh token again ends the whole log-in.',
        'Nobody has seen the service do so; the specification wants it.',
      ),
      unknown('A log-in of staff is refreshed for twelve hours, and one of a patient for one: those are fallbacks of the service’s code.'),
    ],
    authorize: [
      observed(tests, 'Without a client_id it is refused with 401, as JSON.', { request: 'GET /authorize', answer: '401 invalid_request' }),
      observed(tests, 'A redirect_uri that is not registered, letter by letter, is told to the browser alone, as JSON.'),
      observed(tests, 'What is wrong after that goes back to the application in its address, state first among it.'),
      observed(tests, 'The scope nhs-login leads to NHS login, and anything else to CIS2.'),
      unknown('PKCE is taken where it is sent, by S256 alone: the service does not document it.'),
      different(
        tests,
        '`login_hint` names who signs in, and no page is shown.',
        'The service has no such parameter: it is an extra that a workspace may leave out.',
      ),
    ],
    callback: [
      observed(tests, 'A state that nobody was given, or that was used, is refused.', {
        request: 'GET /callback?state=x&code=x',
        answer: '400 invalid_request',
      }),
      observed(tests, 'A user at a level that the application has no scope for is refused here, with 401 unauthorized_client.'),
    ],
    userinfo: [
      observed(tests, 'It is of staff whom the service signed in itself; of anybody else it is refused with 400.'),
      unknown('A token that is missing or unknown is refused with 401 invalid_token, in a text of ours.', {
        request: 'GET /userinfo',
        answer: '401 invalid_token',
      }),
    ],
    'backchannel-logout': [
      observed(
        tests,
        'A logout token is checked in this order: read, aud, iss, sid, events, no nonce, signature, a log-in that there is.',
        { request: 'POST /backchannel_logout', headers: form, body: 'logout_token=x', answer: '400 invalid_request' },
      ),
      different(tests, 'Whoever can reach the sandbox may send one.', 'The service takes it from the addresses of CIS2 alone.'),
    ],
  },
} satisfies Fidelity<operations>;

/** What is known of the rules of the search of the directory of services. */
import type { operations } from '../../src/generated/dos-search.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const repository = 'https://github.com/NHSDigital/ftrs-directory-of-services';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/directory-of-services-search',
} as const;
const service = { name: 'Published code of the service', url: repository } as const;
const features = { name: 'Published tests of the service', url: repository } as const;
const sandbox = { name: 'Official sandbox', url: repository } as const;

const { observed, inferred, unknown, different } = notedOn('2026-11-29');

const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
const organization = (identifier: string, more = '&_revinclude=Endpoint:organization'): string =>
  `GET /Organization?identifier=${identifier}${more}`;
const versioned = { version: '1' };
const practice = organization(`${system}|Y90001`);

export default {
  compared: { ...contract, name: 'published contract', version: '1', on: '2026-11-29' },
  answers: { searchOrganizations: 'record', searchHealthcareServices: 'record' },
  everywhere: [
    observed(service, 'Headers are looked at before the query, and all that is wrong with them is said at once.', {
      request: 'GET /Organization?foo=1',
      headers: { 'X-Request-ID': '' },
      answer: '400 REC_BAD_REQUEST',
    }),
    observed(service, 'A header that is not known is refused.', {
      request: practice,
      headers: { ...versioned, foo: '1' },
      answer: '400 REC_BAD_REQUEST',
    }),
    different(
      service,
      'All headers that HTTP, browsers, proxies and tracing have are known, and those that steer the sandbox.',
      'The service knows some twenty, and which those are depends on its gateway.',
    ),
    observed(service, 'X-Request-ID has to be there.', {
      request: practice,
      headers: { ...versioned, 'X-Request-ID': '' },
      answer: '400 REC_BAD_REQUEST',
    }),
    unknown('An X-Request-ID that is no UUID is refused as a wrong version is.', {
      request: practice,
      headers: { ...versioned, 'X-Request-ID': '7' },
      answer: '400 REC_BAD_REQUEST',
    }),
    different(
      service,
      'Faults of headers have the code system that the service sends.',
      'The contract has them in the code system of the other faults.',
    ),
    observed(features, 'Both ids come back as they were sent.'),
    observed(features, 'A path that there is not is said by its name.', {
      request: 'GET /DoesNotExist',
      headers: versioned,
      answer: '404 UNSUPPORTED_SERVICE',
    }),
    observed(service, 'Unknown parameters and missing ones are an issue each.', {
      request: 'GET /Organization?foo=1',
      headers: versioned,
      answer: '400 INVALID_SEARCH_DATA',
    }),
    observed(service, 'Another system is said, and none is said as an empty one.', {
      request: organization('foo|Y90001'),
      headers: versioned,
      answer: '400 INVALID_SEARCH_DATA',
    }),
    observed(
      service,
      'A code has 5 to 12 letters and digits, which leaves out trusts and integrated care boards; it is shown in capitals.',
      {
        request: organization(`${system}|rr8`),
        headers: versioned,
        answer: '400 INVALID_SEARCH_DATA',
      },
    ),
    different(sandbox, 'The caller’s own code and system are said.', 'The official sandbox always says ABC and foo.'),
    observed(service, 'A well-formed code of nobody is 200 without entries.', {
      request: organization(`${system}|ZZ99999`),
      headers: versioned,
      answer: '200',
    }),
    observed(service, 'The case of a code does not matter.', {
      request: organization(`${system}|y90001`),
      headers: versioned,
      answer: '200',
    }),
    observed(service, 'Practices and pharmacies of both kinds are held; dentists, opticians, trusts and others are as unknown as nobody.'),
    observed(contract, 'A token is that of an application which runs by itself.', {
      request: practice,
      headers: { ...versioned, 'X-Sandbox-Access': 'strict' },
      answer: '401 UNAUTHORIZED',
    }),
    inferred(contract, 'Token, permission and rate are asked about in this order, before anything else.'),
    observed(contract, 'An application may ask ten times in a second where access is strict.'),
    different(service, 'Nothing is said of TLS.', 'The service sends Strict-Transport-Security with every answer.'),
    observed(service, 'X-Frame-Options, X-Content-Type-Options and Cache-Control are sent with every answer.'),
    observed(service, 'A failure is fatal, and has no coding.', {
      request: practice,
      headers: { ...versioned, Prefer: 'code=500' },
      answer: '500',
    }),
  ],
  operations: {
    searchOrganizations: [
      observed(service, 'The version has to be there, and to be 1.', {
        request: practice,
        headers: { version: '2' },
        answer: '400 REC_BAD_REQUEST',
      }),
      observed(service, 'There is one value of _revinclude, letter for letter.', {
        request: organization(`${system}|Y90001`, '&_revinclude=Endpoint:Organization'),
        headers: versioned,
        answer: '400 INVALID_SEARCH_DATA',
      }),
      observed(features, 'The organisation comes first, then its endpoints in their order; there is no total.', {
        request: practice,
        headers: versioned,
        answer: '200',
      }),
      different(
        features,
        'Addresses of endpoints are URLs.',
        'The service sends e-mail addresses and telephone numbers as they are, which FHIR does not allow there.',
      ),
      unknown('Which endpoints an organisation has is made up; for bookings it is the booking API that is served beside this one.'),
      different(sandbox, 'The self link has the whole base path.', 'The published example leaves out its beginning.'),
      observed(sandbox, 'ABC123 has two endpoints, both for e-mail.', {
        request: organization(`${system}|abc123`),
        headers: versioned,
        answer: '200',
      }),
    ],
    searchHealthcareServices: [
      observed(service, 'No version is asked for.', {
        request: `GET /HealthcareService?organization.identifier=${system}|Y90001`,
        answer: '200',
      }),
      observed(
        features,
        'Each service has an id of the directory, its type, a number for everybody, one for clinicians, an e-mail address and a page.',
      ),
      observed(service, 'Opening times, endpoints and eligibility are not sent.'),
      different(service, 'The search is switched off by a fault of the status 503, or by Prefer.', 'The service has a flag.', {
        request: `GET /HealthcareService?organization.identifier=${system}|Y90001`,
        headers: { Prefer: 'code=503' },
        answer: '503',
      }),
      different(sandbox, 'There is this search.', 'The official sandbox does not have it.'),
      unknown('Ids of the directory are made of the code; how the service numbers is not published.'),
    ],
  },
} satisfies Fidelity<operations>;

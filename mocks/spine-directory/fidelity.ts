/** What is known of the rules of this directory, and where from. */
import type { operations } from '../../src/generated/spine-directory.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const url = 'https://github.com/NHSDigital/spine-directory-service-api';
const code = { name: 'Published code of the service', url };
const tests = { name: 'Published tests of the service', url };
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/spine-directory-service-fhir' };
const sandbox = { name: 'Official sandbox', url };
const { observed, inferred, unknown, different } = notedOn(day);

const ods = 'https://fhir.nhs.uk/Id/ods-organization-code%7C';
const interaction = 'https://fhir.nhs.uk/Id/nhsServiceInteractionId%7Curn:nhs:names:services:';
const patients = `identifier=${interaction}gpconnect:fhir:rest:search:patient-1`;
const practice = `organization=${ods}Y90001&${patients}`;

export default {
  compared: { ...contract, name: 'published contract', version: 'FHIR R4', on: day },
  answers: { getDevice: 'record', getEndpoint: 'record' },
  everywhere: [
    observed(code, 'An unknown path is 404 NO_RECORD_FOUND, before anything else is looked at.', {
      request: 'GET /Elsewhere',
      headers: { 'X-Correlation-Id': 'mine' },
      answer: '404 NO_RECORD_FOUND',
    }),
    observed(code, 'Another method is 405 NOT_IMPLEMENTED, with GET in the Allow header.', {
      request: 'POST /Device',
      answer: '405 NOT_IMPLEMENTED',
    }),
    observed(tests, 'X-Correlation-Id may be left out; what is no UUID of any version is refused, before the query is.', {
      request: `GET /Device?nothing=1`,
      headers: { 'X-Correlation-Id': 'mine' },
      answer: '400 BAD_REQUEST',
    }),
    observed(tests, 'X-Correlation-Id comes back, or one that was made.'),
    observed(tests, 'A parameter that is not known is refused by name, before values are looked at.', {
      request: `GET /Device?nothing=1`,
      answer: '400 BAD_REQUEST',
    }),
    observed(tests, 'A value names its system before a bar, and what is wrong or missing is told in the form of what is wanted.', {
      request: `GET /Device?organization=Y90001&${patients}`,
      answer: '400 BAD_REQUEST',
    }),
    observed(code, 'The issue of every 400 is required, and its diagnostics are the words of an exception around the reason.'),
    observed(code, 'Accept is looked at after the query: what allows no JSON is 406.', {
      request: `GET /Device?${practice}`,
      headers: { Accept: 'application/xml' },
      answer: '406 MISSING_OR_INVALID_HEADER',
    }),
    different(code, 'Any Accept header that allows JSON is fine, as HTTP has it.', 'A list of types, or one with a quality, is refused.'),
    observed(tests, 'That nothing fits is 200 with a total of 0.', {
      request: `GET /Device?organization=${ods}X9999&${patients}`,
      answer: '200',
    }),
    observed(tests, 'Of several identifiers of one kind the last one counts.'),
    observed(code, 'The link of a bundle is the address with its escapes read.'),
    observed(code, 'A directory that fails is 500, 502 or 504 in words of its own; the Prefer header asks for them.', {
      request: `GET /Device?${practice}`,
      headers: { Prefer: 'code=504' },
      answer: '504 INTERNAL_SERVER_ERROR',
    }),
    inferred(contract, 'A code is compared as it stands: one in small letters has no system.', {
      request: `GET /Device?organization=${ods}y90001&${patients}`,
      answer: '200',
    }),
    different(
      sandbox,
      'Every practice, pharmacy and trust of the population that is open on the workspace’s day has a system.',
      'The official sandbox has an extract of the directory, which does not change.',
    ),
    different(sandbox, 'Where access is strict the key must be an application’s.', 'The official sandbox takes any key.'),
    unknown(
      'Which interactions a practice, a pharmacy and a trust take part in is chosen here, of those that clients are known to ask for.',
    ),
    unknown('Numbers of systems, party keys and addresses follow from the seed of the workspace and the code of the organisation.'),
    different(code, 'There is one directory.', 'A switch in the query has the service ask a newer registry, with other checks.'),
  ],
  operations: {
    getDevice: [
      observed(contract, 'Organisation and interaction are wanted; a party key and a maker narrow it down.', {
        request: `GET /Device?organization=${ods}Y90001`,
        answer: '400 BAD_REQUEST',
      }),
      observed(sandbox, 'YES and B82617 have the party keys that clients of the official sandbox send.', {
        request: `GET /Device?organization=${ods}B82617&${patients}&identifier=https://fhir.nhs.uk/Id/nhsMhsPartyKey%7CB82617-0000913`,
        answer: '200',
      }),
      observed(code, 'A device has one extension for its maker, and one for each interaction.'),
    ],
    getEndpoint: [
      observed(tests, 'Of organisation, interaction and party key two at least are wanted.', {
        request: `GET /Endpoint?${patients}`,
        answer: '400 BAD_REQUEST',
      }),
      observed(tests, 'Interactions that central Spine passes on have its address, not that of the organisation.', {
        request: `GET /Endpoint?organization=${ods}Y90001&identifier=${interaction}mm:PORX_IN020101UK31`,
        answer: '200',
      }),
      different(
        code,
        'Where no interaction is asked for there is an endpoint for each address.',
        'The service has one for each interaction, alike but for their ids.',
      ),
      unknown('What is said of retries and acknowledgements is the same for all.'),
    ],
  },
} satisfies Fidelity<operations>;

/** What is known of the rules of Personal Demographics: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/personal-demographics.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const repository = 'https://github.com/NHSDigital/personal-demographics-service-api';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
} as const;
/** Run against the service's integration environment and against the official sandbox. */
const tests = { name: 'Published tests of the service', url: repository } as const;
const sandbox = { name: 'Official sandbox, published tests', url: repository } as const;
const signals = {
  name: 'Published signal schemas of the notification service',
  url: 'https://github.com/NHSDigital/multicast-notification-service',
} as const;
const gateway = { name: 'Published code of the service’s gateway', url: repository } as const;
const jsonPatch = { name: 'RFC 6902', url: 'https://www.rfc-editor.org/rfc/rfc6902' } as const;
const bearerTokens = { name: 'RFC 6750', url: 'https://www.rfc-editor.org/rfc/rfc6750' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const json = { 'Content-Type': 'application/json' };
const patchType = { 'Content-Type': 'application/json-patch+json' };
const jane = '/Patient/9000000009';
const born = 'birthdate=eq2010-10-22';
const patching = (patch: object, answer: string) => ({
  request: `PATCH ${jane}`,
  headers: { ...patchType, 'If-Match': 'W/"2"' },
  body: { patches: [patch] },
  answer,
});

export default {
  compared: { ...contract, name: 'published contract', version: 'FHIR R4', on: day },
  answers: {
    'search-patient': 'rule',
    'create-patient': 'rule',
    'get-patient': 'rule',
    'update-patient-partial': 'rule',
    'process-birth-details': 'rule',
    'get-related-people': 'rule',
    'get-coverage': 'rule',
    'post-coverage': 'rule',
    'poll-write': 'rule',
  },
  everywhere: [
    observed(tests, 'X-Request-ID must be there: without it the fault is MISSING_VALUE.', {
      request: `GET ${jane}`,
      headers: { 'X-Request-ID': '' },
      answer: '400 MISSING_VALUE',
    }),
    observed(tests, 'X-Request-ID is a UUID of any version: anything else is INVALID_VALUE, which names the header.', {
      request: `GET ${jane}`,
      headers: { 'X-Request-ID': '12345' },
      answer: '400 INVALID_VALUE',
    }),
    observed(
      tests,
      'X-Request-ID and X-Correlation-ID come back as they were sent, on refusals too, and none is made where none was sent.',
    ),
    inferred(tests, 'A malformed X-Request-ID comes back on its refusal as well.'),
    observed(gateway, 'NHSD-Session-URID is digits: anything else is INVALID_VALUE, in a text that leads to the API catalogue.', {
      request: `GET ${jane}`,
      headers: { 'NHSD-Session-URID': 'nurse' },
      answer: '400 INVALID_VALUE',
    }),
    observed(
      gateway,
      'Where access is strict, the role that NHSD-Session-URID names is looked up among those of whoever is signed in: another one is INVALID_VALUE.',
    ),
    different(
      gateway,
      'A role that is no number is refused of whoever asks.',
      'The gateway takes the header away where nobody is signed in, or a patient is.',
    ),
    different(
      gateway,
      'Where access is open, any token is let in, and so is who shows none; access modes, an ASID and own records are asked about where it is strict.',
      'Outside its sandbox the service wants a token, and what may be asked depends on the access mode of that.',
    ),
    observed(
      gateway,
      'Strict access asks in this order: token, limits, proof of a patient, X-Request-ID if there is one, role, ASID, what the mode allows.',
      { request: `GET ${jane}`, headers: { 'X-Sandbox-Access': 'strict', 'X-Request-ID': '12345' }, answer: '401 ACCESS_DENIED' },
    ),
    observed(
      gateway,
      'Strict access asks for a token before the path is looked at, and says no header, an empty one, one word and another scheme in texts of their own.',
      { request: 'GET /Patients', headers: { 'X-Sandbox-Access': 'strict' }, answer: '401 ACCESS_DENIED' },
    ),
    inferred(
      gateway,
      'An expired token is Access Token expired, and one of an application that is not subscribed is the gateway’s own text.',
    ),
    unknown('One of an application that was revoked or deleted is Invalid Access Token.'),
    unknown('A scheme is said again where it is made of letters and hyphens alone: anything else could be a part of a token.'),
    observed(sandbox, 'An Authorization header that is not Bearer and one word is ACCESS_DENIED, Missing access token.', {
      request: `GET ${jane}`,
      headers: { Authorization: 'Bearer' },
      answer: '401 ACCESS_DENIED',
    }),
    different(
      gateway,
      'Where access is open, an empty Authorization header and another scheme are a missing token, in the words of the official sandbox.',
      'Where a token is wanted, the gateway has a text of its own for each of these.',
      { request: `GET ${jane}`, headers: { Authorization: 'Basic abc' }, answer: '401 ACCESS_DENIED' },
    ),
    different(
      sandbox,
      'Bearer and whatever RFC 6750 lets a token be is a token; other characters are Invalid Access Token.',
      'The official sandbox takes letters and digits alone, with some of each and one underscore at most.',
      { request: `GET ${jane}`, headers: { Authorization: 'Bearer "x"' }, answer: '401 ACCESS_DENIED' },
    ),
    inferred(
      gateway,
      'A malformed token is refused before X-Request-ID is looked at, as at the gateway; the official sandbox has it after.',
      {
        request: `GET ${jane}`,
        headers: { 'X-Request-ID': '', Authorization: 'Bearer' },
        answer: '401 ACCESS_DENIED',
      },
    ),
    inferred(bearerTokens, 'The word Bearer may be written in small letters.', {
      request: `GET ${jane}`,
      headers: { Authorization: 'bearer x' },
      answer: '200',
    }),
    different(
      gateway,
      'Nothing is counted where access is open: TOO_MANY_REQUESTS comes where a fault or Prefer asks for it.',
      'A quota of a minute and an arrest of spikes hold for each application, and 3 creates a second for all.',
      { request: `GET ${jane}`, headers: { Prefer: 'code=429' }, answer: '429 TOO_MANY_REQUESTS' },
    ),
    observed(
      gateway,
      'Strict access has a quota of 300 requests a minute for each application, and of creates of all together one in each third of a second.',
    ),
    different(
      gateway,
      'Spikes of other requests are arrested where an application is set so.',
      'The gateway arrests them at some 10 a second: a client that waits for its answers cannot reach that over a network, and any can here.',
    ),
    inferred(gateway, 'A write counts once, though it passes the gateway twice.'),
    unknown('The diagnostics of TOO_MANY_REQUESTS are the sandbox’s own; Retry-After is 60 after a quota, and 1 after a spike.'),
    different(
      gateway,
      'Prefer asks for a fault or for a published example.',
      'The gateway takes the header away before anything reads it.',
      { request: `GET ${jane}`, headers: { Prefer: 'code=404' }, answer: '404 RESOURCE_NOT_FOUND' },
    ),
    inferred(gateway, 'A 503 that is asked for has Retry-After 5 and the words of a write that was not finished in time.', {
      request: `GET ${jane}`,
      headers: { Prefer: 'code=503' },
      answer: '503 SERVICE_UNAVAILABLE',
    }),
    inferred(gateway, 'A 403 that is asked for is said as to an application without leave, and of reads as to a patient.', {
      request: `GET ${jane}`,
      headers: { Prefer: 'code=403' },
      answer: '403 ACCESS_DENIED',
    }),
    inferred(gateway, 'A 401 that is asked for is Invalid Access Token.', {
      request: `GET ${jane}`,
      headers: { Prefer: 'code=401' },
      answer: '401 ACCESS_DENIED',
    }),
    unknown('UNABLE_TO_CALL_SERVICE has a display and an issue code of the sandbox’s choice, and no diagnostics.', {
      request: `GET ${jane}`,
      headers: { Prefer: 'code=408' },
      answer: '408 UNABLE_TO_CALL_SERVICE',
    }),
    different(
      gateway,
      'The diagnostics of UNKNOWN_ERROR are the sandbox’s own, with a trace to look at.',
      'The service says whom to write to, and a message id.',
      { request: `GET ${jane}`, headers: { Prefer: 'code=500' }, answer: '500 UNKNOWN_ERROR' },
    ),
    observed(tests, 'An OperationOutcome has one issue with one coding, of Spine’s system and of version 1.'),
    observed(tests, 'RESOURCE_NOT_FOUND, FORBIDDEN_UPDATE and TOO_MANY_MATCHES are of the severity information, all others errors.'),
    observed(tests, 'UNSUPPORTED_SERVICE, RESOURCE_NOT_FOUND, INVALID_RESOURCE_ID and RESOURCE_VERSION_MISMATCH have no diagnostics.'),
    observed(tests, 'Values in diagnostics are written as Python prints them: a list in square brackets, its texts in single quotes.'),
    different(
      tests,
      'A value of more than 100 characters is not repeated in diagnostics, nor one that could be the number of a real patient.',
      'The service repeats what was sent.',
    ),
    different(
      contract,
      'A number from the ranges issued to real patients is refused wherever it is sent.',
      'They are the numbers of the service’s patients.',
    ),
    observed(gateway, 'A path that is not there is UNSUPPORTED_REQUEST, with the path.', {
      request: 'GET /Patients',
      answer: '400 UNSUPPORTED_REQUEST',
    }),
    unknown('A method that a path does not have is 405 UNSUPPORTED_REQUEST, with Allow and words of the sandbox’s own.', {
      request: `PUT ${jane}`,
      answer: '405 UNSUPPORTED_REQUEST',
    }),
    unknown('An Accept header that leaves no room for application/fhir+json is 406 UNSUPPORTED_SERVICE.', {
      request: `GET ${jane}`,
      headers: { Accept: 'application/xml' },
      answer: '406 UNSUPPORTED_SERVICE',
    }),
    observed(sandbox, 'A pre-flight request of a browser is told GET, PUT, POST, PATCH and DELETE, for 3,628,800 seconds.'),
    different(contract, 'Every resource, or else its Bundle, is tagged as test data (HTEST) in meta.tag.', 'The service tags nothing.'),
    different(
      tests,
      'A fullUrl leads back to this sandbox, with the path of the workspace.',
      'A fullUrl names the production host, in all environments.',
    ),
    observed(
      contract,
      'Address keys and other contact systems are a valueCoding, where UK Core wants a CodeableConcept: a workspace may ask for that.',
    ),
    different(
      sandbox,
      'Published test people are alive, with periods that have not ended, so that they can be changed: 9000000009 among them.',
      'In the official sandbox 9000000009 died on the day of her birth.',
    ),
    different(
      contract,
      'New NHS numbers come from ranges that are never issued.',
      'The service allocates numbers of the ranges that are issued.',
    ),
    different(
      gateway,
      'A write takes half a second that does not pass, or as long as its answer is held back; longer than X-Sync-Wait it is a 503.',
      'A write is a 202 behind the gateway, which asks after it until X-Sync-Wait has passed.',
    ),
    observed(gateway, 'An X-Sync-Wait that is not from 0.25 to 29 seconds counts as 10.'),
    inferred(gateway, 'A write that is sent again with the same X-Request-ID and the same body gets its first outcome again.'),
    unknown('An X-Request-ID that was used for another body, operation or record begins a new write: losing it would help nobody.'),
  ],
  operations: {
    'search-patient': [
      observed(
        tests,
        'Checks come in this order: headers, some parameter, no unknown one, dates, a date of birth, a family name, the rest.',
      ),
      observed(tests, 'A search without a parameter is UNSUPPORTED_SERVICE.', {
        request: 'GET /Patient',
        answer: '400 UNSUPPORTED_SERVICE',
      }),
      observed(tests, 'A parameter that is not known is ADDITIONAL_PROPERTIES, however many there are, and all are named.', {
        request: `GET /Patient?family=Smith&${born}&model=x&year=y`,
        answer: '400 ADDITIONAL_PROPERTIES',
      }),
      observed(tests, 'A date that is not a prefix and a day is INVALID_VALUE, before anything that is missing is.', {
        request: 'GET /Patient?birthdate=20101022',
        answer: '400 INVALID_VALUE',
      }),
      observed(tests, 'A search without a date of birth is MISSING_VALUE.', {
        request: 'GET /Patient?family=Smith',
        answer: '400 MISSING_VALUE',
      }),
      observed(tests, 'A search without a family name is INVALID_SEARCH_DATA.', {
        request: `GET /Patient?${born}`,
        answer: '400 INVALID_SEARCH_DATA',
      }),
      observed(contract, 'A fuzzy search wants given and family name, or one of them with gender and postcode, beside the date of birth.', {
        request: `GET /Patient?_fuzzy-match=true&family=Smith&${born}`,
        answer: '400 INVALID_SEARCH_DATA',
      }),
      different(
        sandbox,
        'A fuzzy search needs no family name where the given name, gender and postcode are there, as the published contract has it.',
        'The official sandbox wants a family name in every search.',
        { request: `GET /Patient?_fuzzy-match=true&given=Jane&gender=female&address-postalcode=LS1%206AE&${born}`, answer: '200' },
      ),
      unknown('A wildcard in a fuzzy search is refused as a fuzzy search that says too little.', {
        request: `GET /Patient?_fuzzy-match=true&family=Sm*&given=Jane&${born}`,
        answer: '400 INVALID_SEARCH_DATA',
      }),
      unknown('Both postcode parameters at once are INVALID_SEARCH_DATA, in words of the sandbox’s own.', {
        request: `GET /Patient?family=Smith&${born}&address-postcode=LS1&address-postalcode=LS1`,
        answer: '400 INVALID_SEARCH_DATA',
      }),
      inferred(contract, 'A wildcard within the first two characters, a name of more than 35 and an empty one are INVALID_VALUE.', {
        request: `GET /Patient?family=S*&${born}`,
        answer: '400 INVALID_VALUE',
      }),
      inferred(contract, 'A _max-results that is not from 1 to 50 is INVALID_VALUE.', {
        request: `GET /Patient?family=Smith&${born}&_max-results=51`,
        answer: '400 INVALID_VALUE',
      }),
      inferred(contract, 'A day that is not in the calendar is INVALID_VALUE.', {
        request: 'GET /Patient?family=Smith&birthdate=eq2010-02-30',
        answer: '400 INVALID_VALUE',
      }),
      observed(tests, 'More people than _max-results, or than 50, are TOO_MANY_MATCHES with status 200, and nobody is shown.', {
        request: `GET /Patient?family=Sm*&${born}&_max-results=1`,
        answer: '200 TOO_MANY_MATCHES',
      }),
      different(
        contract,
        'A search that would have to look at more than 10,000 people is TOO_MANY_MATCHES.',
        'The service looks through its whole register.',
      ),
      observed(tests, 'Where nobody is found, total is 0 and there is no member entry.'),
      observed(tests, 'The best match comes first, and a score is written with four decimals at most.'),
      unknown('People of the same score are in the order of their numbers.'),
      observed(contract, 'An exact match has the score 1.'),
      observed(
        sandbox,
        'Wildcards, names that sound alike, history, e-mail and telephone have the published scores (0.8343, 0.965, 0.8976 …).',
      ),
      inferred(sandbox, 'Scores between the published ones follow a formula that meets these and falls with each thing that is not exact.'),
      observed(contract, 'A fuzzy search finds names that sound alike by Soundex, given and family name crossed over, and what once held.'),
      observed(contract, 'A wildcard is tried on the first given name; a name of two words is one value.'),
      observed(contract, 'In a fuzzy search the practice and the date of death change the score only; in others they narrow it.'),
      observed(contract, 'Former names, addresses, telephone numbers and e-mail addresses are looked at where _history is true.'),
      observed(contract, 'A restricted patient is never found by a postcode or a practice, and is shown without location details.'),
      observed(contract, 'A superseded record is answered with the survivor, and an invalidated one is never found.'),
      observed(
        contract,
        'A match shows the names in use, the home address, contact details, practice and death, and none of the other extensions.',
      ),
      different(
        sandbox,
        'The name history counts as _history, which alone is published.',
        'The official sandbox takes the name, and does nothing with it.',
        { request: `GET /Patient?family=Smith&${born}&history=true`, answer: '200' },
      ),
      observed(sandbox, 'A parameter without a name is not looked at.', { request: `GET /Patient?family=Smith&${born}&=`, answer: '200' }),
      different(
        sandbox,
        'Every search is answered over the whole population.',
        'The official sandbox knows some forty searches, and says of any other that it has no example of it.',
      ),
      different(
        sandbox,
        'John Paul Smith has another number, 9990000034, and matches with the score 1.',
        'In the official sandbox his number has a wrong check digit, and his score is 0.75.',
      ),
    ],
    'create-patient': [
      observed(tests, 'A new record is version 1, unrestricted and verified, and its name and address have ids of the server’s.'),
      observed(
        contract,
        'Where the details fit one person, SINGLE_MATCH names them with status 200 and nothing is made; several are MULTIPLE_MATCHES.',
      ),
      inferred(contract, 'Details fit where given and family name and date of birth do, and gender or a postcode does too.'),
      observed(
        sandbox,
        'What is missing is told in the order of name, address, gender and birthDate, one at a time, before anything else.',
        {
          request: 'POST /Patient',
          headers: json,
          body: { resourceType: 'Patient', shoeSize: 9 },
          answer: '400 MISSING_VALUE',
        },
      ),
      observed(sandbox, 'Then come the first address, its period, given names that are no list, the gender and the date of birth.', {
        request: 'POST /Patient',
        headers: json,
        body: { name: [{}], address: ['x'], gender: 'female', birthDate: '2010-10-22' },
        answer: '400 INVALID_VALUE',
      }),
      observed(tests, 'A gender other than male, female and unknown is INVALID_VALUE.'),
      observed(contract, 'The registering authority must be there.'),
      inferred(sandbox, 'Without the extension of a registering authority it is TOO_FEW_VALUES_SUBMITTED, as a birth without one is.'),
      observed(
        tests,
        'An end date on the usual name, too few address lines and a bad e-mail address are INVALID_CREATE in published words.',
      ),
      inferred(contract, 'What an update refuses of a name, an address, a telecom or an extension is INVALID_CREATE in a registration.'),
      inferred(sandbox, 'A fifth address line needs no PAF key in a registration: the published request has none.'),
      inferred(contract, 'From fewer than four address lines two are enough, since senders leave empty lines out.'),
      observed(contract, 'Ethnicity is taken and not kept.'),
      inferred(contract, 'Of the other extensions communication and contact preference are kept, and the rest is not.'),
      different(
        contract,
        'A registration may come as application/fhir+json, which FHIR libraries send, and as JSON under any other name.',
        'The published contract names application/json alone; the official sandbox does not look.',
        { request: 'POST /Patient', headers: { 'Content-Type': 'application/fhir+json' }, body: {}, answer: '400 MISSING_VALUE' },
      ),
      different(
        sandbox,
        'Each registration has another number, and can be read afterwards.',
        'The official sandbox gives the number 5182663366 to all, and keeps none.',
      ),
    ],
    'get-patient': [
      observed(tests, 'The record comes with its version as a weak ETag.', { request: `GET ${jane}`, answer: '200' }),
      observed(tests, 'A number that is not ten digits with a right check digit is INVALID_RESOURCE_ID.', {
        request: 'GET /Patient/9000000000',
        answer: '400 INVALID_RESOURCE_ID',
      }),
      observed(tests, 'A number of nobody is RESOURCE_NOT_FOUND.', {
        request: 'GET /Patient/9111231130',
        answer: '404 RESOURCE_NOT_FOUND',
      }),
      observed(tests, 'X-Request-ID is looked at before the number.', {
        request: 'GET /Patient/1',
        headers: { 'X-Request-ID': '' },
        answer: '400 MISSING_VALUE',
      }),
      observed(contract, 'A superseded number is answered with the record that survived, and its id and ETag.', {
        request: 'GET /Patient/9990000093',
        answer: '200',
      }),
      observed(contract, 'An invalidated record is INVALIDATED_RESOURCE.', {
        request: 'GET /Patient/9990000115',
        answer: '404 INVALIDATED_RESOURCE',
      }),
      observed(contract, 'A restricted record has neither address nor telecom nor practice, and says so in meta.security.', {
        request: 'GET /Patient/9000000025',
        answer: '200',
      }),
      observed(tests, 'A record may have nothing but a number and its meta.', { request: 'GET /Patient/9000000033', answer: '200' }),
      different(
        contract,
        'The restricted 9000000025 was born on 2005-06-16, as her published search has it, and lives.',
        'Her published record has 2010-10-22 for her birth and for her death.',
        { request: 'GET /Patient/9000000025', answer: '200' },
      ),
      different(
        sandbox,
        '9000000025 was born on 2005-06-16, as the published search has it, and lives.',
        'The published retrieval has 2010-10-22, and a death on that day.',
      ),
      different(
        sandbox,
        'Whoever a search finds can be read: 9000000017 too.',
        'The official sandbox shows 9000000017 in searches, and does not find her by her number.',
        { request: 'GET /Patient/9000000017', answer: '200' },
      ),
    ],
    'update-patient-partial': [
      observed(
        signals,
        'An update is told as pds-record-change-2, with its new version and no address of the record, as published signals have it.',
      ),
      inferred(
        signals,
        'A change of practice and of a death are told as pds-change-of-gp-2 and pds-death-notification-2 besides, with the address of the record.',
      ),
      unknown('A new record, registered or born, is told of by no event.'),
      observed(
        tests,
        'Checks come in this order: number, If-Match, Content-Type, X-Request-ID, patient, patches, version, patches one by one.',
      ),
      observed(tests, 'Without If-Match it is PRECONDITION_FAILED.', {
        request: `PATCH ${jane}`,
        headers: patchType,
        body: { patches: [] },
        answer: '412 PRECONDITION_FAILED',
      }),
      inferred(contract, 'An If-Match that is not a weak tag of a number counts as none.', {
        request: `PATCH ${jane}`,
        headers: { ...patchType, 'If-Match': '"2"' },
        body: { patches: [] },
        answer: '412 PRECONDITION_FAILED',
      }),
      observed(contract, 'A Content-Type other than application/json-patch+json is UNSUPPORTED_SERVICE.', {
        request: `PATCH ${jane}`,
        headers: { 'Content-Type': 'application/json', 'If-Match': 'W/"2"' },
        body: { patches: [] },
        answer: '400 UNSUPPORTED_SERVICE',
      }),
      observed(tests, 'A body without patches, or with none in the list, is INVALID_UPDATE.', {
        request: `PATCH ${jane}`,
        headers: { ...patchType, 'If-Match': 'W/"2"' },
        body: {},
        answer: '400 INVALID_UPDATE',
      }),
      observed(tests, 'Another version than the current one is RESOURCE_VERSION_MISMATCH.', {
        request: `PATCH ${jane}`,
        headers: { ...patchType, 'If-Match': 'W/"1"' },
        body: { patches: [{ op: 'replace', path: '/gender', value: 'male' }] },
        answer: '409 RESOURCE_VERSION_MISMATCH',
      }),
      observed(contract, 'All patches are applied, or none; the version goes up by one for each request.'),
      observed(
        tests,
        'A forbidden change wins over every other error of the request, and then the first error in the order of the patches.',
      ),
      observed(
        tests,
        'An op that is not add, replace, remove or test is INVALID_VALUE before anything is applied.',
        patching({ op: 'move', path: '/gender' }, '400 INVALID_VALUE'),
      ),
      observed(
        tests,
        'A change within an address names its id in the same request.',
        patching({ op: 'replace', path: '/address/0/line/0', value: 'x' }, '400 INVALID_UPDATE'),
      ),
      observed(
        tests,
        'Removing a member of a list has a test of it as the patch before.',
        patching({ op: 'remove', path: '/telecom/0' }, '400 INVALID_UPDATE'),
      ),
      observed(
        tests,
        'A usual name is not removed, and no second one is added.',
        patching({ op: 'remove', path: '/name/0' }, '403 FORBIDDEN_UPDATE'),
      ),
      observed(tests, 'Date of birth and gender are not removed.', patching({ op: 'remove', path: '/gender' }, '403 FORBIDDEN_UPDATE')),
      observed(contract, 'A member is added to a list at its end, with `/-`.'),
      unknown(
        'A list that is changed as a whole, or a member that is added elsewhere than at the end, is INVALID_UPDATE in words of the sandbox’s own.',
        patching({ op: 'replace', path: '/name', value: [] }, '400 INVALID_UPDATE'),
      ),
      inferred(
        jsonPatch,
        'A test that does not hold is INVALID_UPDATE, in words of the sandbox’s own.',
        patching({ op: 'test', path: '/gender', value: 'male' }, '400 INVALID_UPDATE'),
      ),
      inferred(contract, 'A value of null takes away what stands at the path, and cannot be appended.'),
      observed(sandbox, 'Members beside patches are not looked at: published requests carry a correction.', {
        request: 'PATCH /Patient/9000000033',
        headers: { ...patchType, 'If-Match': 'W/"2"' },
        body: { correction: true, patches: [{ op: 'add', path: '/gender', value: 'unknown' }] },
        answer: '200',
      }),
      unknown('The id of a member, and the url of an extension, cannot be removed: that is INVALID_UPDATE in words of the sandbox’s own.', {
        request: `PATCH ${jane}`,
        headers: { ...patchType, 'If-Match': 'W/"2"' },
        body: {
          patches: [
            { op: 'test', path: '/name/0/id', value: '123' },
            { op: 'remove', path: '/name/0/id' },
          ],
        },
        answer: '400 INVALID_UPDATE',
      }),
      inferred(contract, 'A usual name may be given an end by an update: only the rules of a registration forbid it.'),
      unknown('A name of nothing but blanks is INVALID_VALUE; other blank texts are left out, as empty ones are.'),
      inferred(
        contract,
        'A path to a member that the server owns is refused as one that this user may not update.',
        patching({ op: 'replace', path: '/id', value: 'x' }, '400 INVALID_UPDATE'),
      ),
      inferred(
        contract,
        'A path to a member that Patient does not have is ADDITIONAL_PROPERTIES.',
        patching({ op: 'add', path: '/shoeSize', value: 9 }, '400 ADDITIONAL_PROPERTIES'),
      ),
      observed(contract, 'The use of a name, and the system and use of a telecom, cannot be changed.'),
      observed(contract, 'There is one nickname, one home, temporary and billing address, and one telecom of each system and use.'),
      observed(
        contract,
        'Names have the published characters, a suffix begins with a capital, and titles are written one way without a full stop.',
      ),
      observed(
        contract,
        'A gender of other can be read and not set.',
        patching({ op: 'replace', path: '/gender', value: 'other' }, '400 INVALID_VALUE'),
      ),
      observed(
        contract,
        'A date of birth is not in the future and not after death.',
        patching({ op: 'replace', path: '/birthDate', value: '2999-01-01' }, '400 INVALID_UPDATE'),
      ),
      observed(
        contract,
        'A date of death and its status come together, and not in the future.',
        patching({ op: 'add', path: '/deceasedDateTime', value: '2020-01-01' }, '400 INVALID_UPDATE'),
      ),
      observed(
        contract,
        'A date of death with another offset than +00:00 is INVALID_VALUE.',
        patching({ op: 'add', path: '/deceasedDateTime', value: '2020-01-01T00:00:00+01:00' }, '400 INVALID_VALUE'),
      ),
      observed(contract, 'A death that is recorded formally is changed no more, and only some systems record one: here none does.'),
      different(
        sandbox,
        'A gender and a usual name are not removed, a death comes with its status, and a second pharmacy is refused, of 9000000009 too.',
        'The published examples of 9000000009 do all of these, and its sandbox takes them.',
      ),
      observed(contract, 'Temporary and billing addresses have a start and an end, no more than 90 and 366 days apart.'),
      observed(contract, 'A temporary address says of which published kind it is.'),
      observed(contract, 'An address at work can be removed, and neither added nor replaced.'),
      observed(contract, 'An address has lines 1 or 2, and 4, unless a PAF key fills them in or the postcode is a pseudo one (ZZ99 …).'),
      observed(contract, 'A fifth line is only for an address of the PAF.'),
      different(
        contract,
        'The PAF holds the addresses that people of the population live at, or once did.',
        'The service looks addresses up in the whole Postcode Address File, and adds the key of one that it finds by its lines.',
      ),
      observed(contract, 'A PAF key has eight digits, though a published example has seven.'),
      unknown('A line of an address may be of any length.'),
      unknown('Lines that say something else than the address of their PAF key are left as they were sent.'),
      unknown('A postcode has the form of one, whether or not any post office knows it; another is INVALID_VALUE.'),
      unknown('A telephone number has 3 to 20 digits and what people write between them.'),
      observed(contract, 'An e-mail address has 7 to 89 characters and one @.'),
      observed(contract, 'An emergency contact has the relationship C, no use in its telecom and no fax.'),
      different(
        contract,
        'Codes of practices and pharmacies are those of the population that are open, and those of the published examples.',
        'The service looks codes up in the Organisation Data Service.',
      ),
      observed(contract, 'A record has one of each kind of pharmacy, one practice and no end of its period.'),
      inferred(contract, 'A dispenser may be a practice as well as a pharmacy.'),
      observed(contract, 'A practice is not removed by who may only replace it.'),
      different(
        contract,
        'Whoever may update a record may change its practice.',
        'Primary care systems, NHAIS and the National Back Office alone may.',
      ),
      unknown('Codes of organisations are in capitals: one in small letters is nobody’s.'),
      observed(contract, 'A code is of its one code system, which is given to it where it was left out.'),
      unknown('A display is kept as it was sent, and given where it was left out.'),
      observed(contract, 'English is not kept as a preferred language, and a language that is not known is INVALID_VALUE.'),
      observed(contract, 'Whether an interpreter is required cannot be removed, nor put away by something else in its place.'),
      observed(contract, 'Preferred contact times have 40 characters at most, and want a preferred method.'),
      observed(contract, 'A place of birth has a city, a district or a country.'),
      inferred(contract, 'Why somebody left a practice’s list is not for an update to change.'),
      observed(
        contract,
        'Multiple birth is from 1 to 9 in an update.',
        patching({ op: 'replace', path: '/multipleBirthInteger', value: 10 }, '400 INVALID_VALUE'),
      ),
      observed(
        contract,
        'A period has a start that has come and no end before it; where none is given it starts on the day of the update.',
      ),
      observed(contract, 'A superseded record is FORBIDDEN_UPDATE.', {
        request: 'PATCH /Patient/9990000093',
        headers: { ...patchType, 'If-Match': 'W/"1"' },
        body: { patches: [{ op: 'replace', path: '/gender', value: 'male' }] },
        answer: '403 FORBIDDEN_UPDATE',
      }),
      observed(contract, 'A restricted record is FORBIDDEN_UPDATE.', {
        request: 'PATCH /Patient/9000000025',
        headers: { ...patchType, 'If-Match': 'W/"2"' },
        body: { patches: [{ op: 'replace', path: '/gender', value: 'male' }] },
        answer: '403 FORBIDDEN_UPDATE',
      }),
      unknown(
        'What is said of a second nickname, of a use that is changed, and of dates of birth and death that cannot be, is the sandbox’s own.',
      ),
      unknown(
        'What is said of a second address of a use, one at work, a use that is changed, a stay that is too long and a fifth line is too.',
      ),
      unknown(
        'So is what is said of a telecom whose system or use is changed or there already, and of an emergency contact with a use or a period.',
      ),
      unknown(
        'So is what is said of a second pharmacy of a kind, of one with a period, of a practice with an end and of a place of birth without a place.',
      ),
      unknown('So is what is said of a period that begins in the future, or after its end.'),
      unknown('What is forbidden of a formal death, a restricted record and a practice is said in words of the sandbox’s own.'),
      inferred(contract, 'Ids of objects that a client sends with new members are not kept: the server gives its own.'),
      different(
        sandbox,
        'An update is kept.',
        'The official sandbox shows the outcome and forgets it, and changes only what some thirty paths name.',
      ),
    ],
    'get-related-people': [
      observed(contract, 'Somebody without related people, and a restricted patient, have an empty Bundle.', {
        request: 'GET /Patient/9000000025/RelatedPerson',
        answer: '200',
      }),
      observed(contract, 'Each has a Role beside a Type of the published codes; a guardian has the one code that is both.'),
      different(
        sandbox,
        'A number of nobody is RESOURCE_NOT_FOUND.',
        'The official sandbox has an empty Bundle for any valid number but one.',
        { request: 'GET /Patient/9111231130/RelatedPerson', answer: '404 RESOURCE_NOT_FOUND' },
      ),
      inferred(contract, 'Nobody is shown whose own record is restricted, or who has died.'),
      unknown(
        'Of those of full age the nearest is the next of kin: a husband or wife, then children and parents; for a child who brings them up.',
      ),
      unknown('Until 16 whoever brings a child up is written to as well.'),
      inferred(contract, 'The contact rank is the order in which they would be tried, and no two have the same.'),
      inferred(contract, 'The ETag is the version of the patient.'),
    ],
    'process-birth-details': [
      different(
        contract,
        'A birth is notified by an operation of its own.',
        'The published contract does not have it: it is known by published tests alone.',
      ),
      observed(sandbox, 'The mother’s number stands in the identifier of the RelatedPerson, whose patient is the baby’s urn:uuid.'),
      inferred(sandbox, 'Entries are known by what they are, in any order; the fault names the place where each stands.'),
      observed(sandbox, 'A part that is missing altogether is TOO_FEW_VALUES_SUBMITTED in the field entry.', {
        request: 'POST /Patient/$process-birth-details',
        headers: json,
        body: { resourceType: 'Bundle', type: 'transaction', entry: [] },
        answer: '400 TOO_FEW_VALUES_SUBMITTED',
      }),
      observed(sandbox, 'Faults of gender, date of birth and the period of an address name the field without its entry.'),
      observed(sandbox, 'A weight is from 1000 to 9999 grams, and the order of a multiple birth from 1 to 9.'),
      inferred(sandbox, 'A family name, one name, and registering authority and ethnic category among the extensions must be there.'),
      inferred(sandbox, 'A still birth without a death, or a live birth with one, is INSERT_BIRTH_DEATH_STATUS_INCONSISTENT.'),
      observed(sandbox, 'An extension of a death that says that there is none is no death.'),
      unknown('Where in the order a baby of more than six months is INVALID_DOB_OVER_SIX_MONTHS is not published.'),
      inferred(sandbox, 'A mother whom nobody knows, or whose two numbers differ, is INVALID_VALUE at her number.'),
      unknown('A mother who had died before, or is less than ten years older, is INVALID_CREATE in words of the sandbox’s own.'),
      unknown('A mother whose gender is recorded as male is taken, with a line in the trace.'),
      inferred(sandbox, 'What says whose observation or care team it is says that it is the baby’s, or is INVALID_VALUE.'),
      observed(sandbox, 'With ignore_potential_matches the same baby of another mother is registered, and of the same mother a match.'),
      observed(sandbox, 'Every answer that makes a record has a notification-id, a UUID in capitals.'),
      inferred(sandbox, 'Telecoms of the baby are kept, as those of any registration are.'),
      inferred(contract, 'The baby is related to the mother from then on, and the mother to the baby.'),
    ],
    'poll-write': [
      different(
        gateway,
        'A write that took too long can be asked for by the id that its trace names.',
        'Only the gateway polls, inside the service.',
        { request: 'GET /_poll/00000000-0000-0000-0000-000000000000', answer: '202' },
      ),
    ],
    'get-coverage': [
      observed(tests, 'Anything but subscriber:identifier is INVALID_SEARCH_DATA, and says the form of the search.', {
        request: 'GET /Coverage?patient=9000000009',
        answer: '400 INVALID_SEARCH_DATA',
      }),
      observed(tests, 'A number with a wrong check digit is INVALID_RESOURCE_ID.', {
        request: 'GET /Coverage?subscriber:identifier=9000000000',
        answer: '400 INVALID_RESOURCE_ID',
      }),
      observed(sandbox, 'Whoever has no card has an empty Bundle at version 1.', {
        request: 'GET /Coverage?subscriber:identifier=9000000033',
        answer: '200',
      }),
      observed(contract, 'A superseded number is answered with the card of the survivor, under the survivor’s number.'),
      unknown('One person of the population in twenty has a card, and no published test person but 9000000009 has one.'),
      different(
        sandbox,
        'A number of nobody is RESOURCE_NOT_FOUND.',
        'The official sandbox answers any number but two with 200 and no body.',
        { request: 'GET /Coverage?subscriber:identifier=9111231130', answer: '404 RESOURCE_NOT_FOUND' },
      ),
      different(
        gateway,
        'Where access is open, a card is read by anybody, and the colon may be written as it is.',
        'Only a signed-in patient reads a card, and the gateway wants the colon percent-encoded.',
      ),
      observed(contract, 'A card has no id: its fullUrl is the search that finds it.'),
    ],
    'post-coverage': [
      observed(sandbox, 'Checks come in this order: If-Match, Content-Type, X-Request-ID, body, version.', {
        request: 'POST /Coverage',
        headers: { ...json, 'X-Request-ID': '' },
        body: {},
        answer: '412 PRECONDITION_FAILED',
      }),
      observed(tests, 'A card that names another version than the current one is RESOURCE_VERSION_MISMATCH.'),
      observed(tests, 'What is missing is told in the order of card number, status, subscriber, beneficiary and period.', {
        request: 'POST /Coverage',
        headers: { ...json, 'If-Match': 'W/"2"' },
        body: {},
        answer: '400 MISSING_VALUE',
      }),
      observed(contract, 'Card number and personal id have 25 characters at most, the institution’s id 30.'),
      observed(contract, 'There is one payor: two are TOO_MANY_VALUES_SUBMITTED.'),
      observed(contract, 'A superseded number is FORBIDDEN_UPDATE.'),
      observed(
        contract,
        'A card ends less than 150 years ago or ahead, whether or not it has expired: published requests carry one that has, and others read otherwise.',
      ),
      observed(sandbox, 'Subscriber and beneficiary are answered with the type Patient, sent or not.'),
      different(
        sandbox,
        'A card is kept, and its version goes up by one.',
        'The official sandbox shows the outcome and forgets it, and knows version 2 alone.',
      ),
      different(
        contract,
        'A card may come as application/json, as published tests send it, or as application/fhir+json.',
        'The published contract names application/json-patch+json alone.',
      ),
    ],
  },
} satisfies Fidelity<operations>;

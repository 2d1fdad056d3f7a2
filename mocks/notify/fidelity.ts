/** What is known of the rules of NHS Notify: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/notify.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const repository = 'https://github.com/NHSDigital/communications-manager-api';
const contract = { name: 'Published contract', url: 'https://digital.nhs.uk/developer/api-catalogue/nhs-notify' } as const;
const sandbox = { name: 'Official sandbox', url: repository } as const;
const gateway = { name: 'Published code of the service’s gateway', url: repository } as const;
const tests = { name: 'Published tests of the service', url: repository } as const;
const guides = {
  name: 'Published guides of NHS Notify',
  url: 'https://notify.nhs.uk/using-nhs-notify/message-channel-supplier-status',
} as const;
const simulator = { name: 'Published code of GOV.UK Notify', url: 'https://github.com/alphagov/notifications-api' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const json = { 'Content-Type': 'application/json' };
const plan = '00000000-0000-0000-0000-000000000003';
const sending = (attributes: object, answer: string) => ({
  request: 'POST /v1/messages',
  headers: json,
  body: { data: { type: 'Message', attributes: { routingPlanId: plan, recipient: { nhsNumber: '9990548609' }, ...attributes } } },
  answer,
});

export default {
  compared: { ...contract, name: 'published contract', version: '3.0', on: day },
  answers: {
    'create-message': 'rule',
    'create-message-batch': 'rule',
    'get-message': 'rule',
    'get-nhsapp-account-details': 'record',
    'get-routing-plan': 'rule',
    'put-routing-plan': 'rule',
    'post-v1-message-callbacks': 'rule',
    'post-v1-channel-callbacks': 'rule',
  },
  everywhere: [
    observed(gateway, 'Token, limits, Accept and Content-Type are asked about before the path is looked at, on every method.', {
      request: 'GET /nothing',
      headers: { Accept: 'text/html' },
      answer: '406',
    }),
    observed(gateway, 'Accept is one of the two JSON types or */*, in utf-8: an empty one is refused, and none at all is fine.', {
      request: 'GET /v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM',
      headers: { Accept: 'application/json; charset=utf-9' },
      answer: '406',
    }),
    inferred(gateway, 'Of several types in Accept one that can be given is enough.'),
    observed(gateway, 'A body without a Content-Type, or of another one, is 415, wherever it is sent.', {
      request: 'PUT /nothing',
      headers: { 'Content-Type': 'text/plain' },
      body: 'x',
      answer: '415',
    }),
    observed(gateway, 'Every answer has X-Correlation-Id: that of the request, or one made in the gateway’s form.'),
    observed(
      sandbox,
      'The stand-ins banned, noDefaultOds, noOdsChange and notAllowedContactDetailOverride in the place of a token have the faults of such an account.',
      {
        request: 'GET /v1/messages/test-id-123',
        headers: { Authorization: 'banned' },
        answer: '403',
      },
    ),
    observed(sandbox, 'The tokens InvalidMockToken and ClientNotRecognised are refused with 401 and 403, on every path.', {
      request: 'GET /nothing',
      headers: { Authorization: 'Bearer ClientNotRecognised' },
      answer: '403',
    }),
    observed(
      sandbox,
      'Codes of the Prefer header give their fault on every path and method: 403.1 is a ban, 422_batch and 422_message the two duplicates.',
      {
        request: 'DELETE /nothing',
        headers: { Prefer: 'code=403.1' },
        answer: '403',
      },
    ),
    different(
      sandbox,
      'A wish for 429 comes before Accept and Content-Type, like every other.',
      'The official sandbox looks at these two first.',
    ),
    different(
      sandbox,
      'OPTIONS of nobody’s page is answered with 204 and what the path allows, once Accept is right.',
      'The official sandbox has no such operation.',
    ),
    observed(tests, 'A page that asks before it sends is answered with 200, its origin, and the methods of the platform.'),
    observed(
      contract,
      'Callbacks carry the API key in x-api-key and the HMAC-SHA256 of the body in x-hmac-sha256-signature; the key of that is the application’s id, a full stop and the API key.',
    ),
    observed(contract, 'Whatever a receiver answers but 202 has a callback sent again for two hours, with the same idempotencyKey.'),
    unknown('It is sent again after 10 and 50 seconds, 4, 10, 15 and 30 minutes, and an hour.'),
    different(
      contract,
      'Every status is told, to whoever subscribed to message-status or channel-status in this workspace; the API key is the secret of the subscription.',
      'The service agrees with each client which statuses it is told, and by which key.',
    ),
    different(
      contract,
      'The inbox shows what the patient reads, as notify.message.sms and the like.',
      'The service shows nobody what it has sent.',
    ),
    inferred(
      contract,
      'Where access is strict, the ids of routing plans are the permissions of an application: whose plan it is not is told there is none.',
    ),
    different(
      gateway,
      'Where access is open, whoever asks is let in, with any token or none.',
      'Outside its sandbox the service wants a token of an application, got by a signed JWT.',
    ),
  ],
  operations: {
    'create-message': [
      observed(
        contract,
        'Every fault of a body is listed with its place, in a fixed order, a hundred at most; the first one’s status is that of the answer.',
        sending({ messageReference: null }, '400'),
      ),
      observed(
        gateway,
        'The check digit of an NHS number is looked at: a wrong one is CM_INVALID_NHS_NUMBER.',
        sending({ messageReference: 'r', recipient: { nhsNumber: '9990548608' } }, '400'),
      ),
      observed(
        sandbox,
        'Members that the contract does not name are passed over, such as a date of birth.',
        sending({ messageReference: 'with-birth', recipient: { nhsNumber: '9990548609', dateOfBirth: '1990-05-17' } }, '201'),
      ),
      observed(
        gateway,
        'A null odsCode is CM_INVALID_VALUE, where every other null is CM_NULL_VALUE.',
        sending({ messageReference: 'r', originator: { odsCode: null } }, '400'),
      ),
      observed(
        gateway,
        'The back end asks for a ban, then the plan, then the ODS code, then whether contact details may be given, and at last how they look.',
      ),
      observed(
        sandbox,
        'The plans of the official sandbox are accepted or refused as there, with its versions.',
        sending({ messageReference: 'r', routingPlanId: 'c8857ccf-06ec-483f-9b3a-7fc732d9ad48' }, '500'),
      ),
      unknown('Their channels, times and texts are of our own making.'),
      observed(contract, 'The seven plans for free text have the channels, times and fields that are published.'),
      unknown('A message without an NHS number and without contact details is accepted, and fails for want of these.'),
      observed(contract, 'A reference of one message is good once in nine months: sent again it is 422.'),
      inferred(contract, 'References of messages, of batches and of other applications are apart.'),
      inferred(
        gateway,
        'A client that the gateway has left waiting for ten seconds is told 504, its message is accepted, and the same reference is 425 for five minutes.',
      ),
      observed(
        contract,
        'Personalisation is not looked at when a message is accepted: what lacks a field, or is too long for a channel, fails when it is sent.',
      ),
      unknown('Such a channel fails with the supplier status validation_failed.'),
    ],
    'create-message-batch': [
      observed(contract, 'A batch has one to 45,000 messages and is accepted or refused as a whole; it may weigh 10 MB.'),
      observed(contract, 'A reference that comes twice within a batch is refused at every place but the first.'),
      observed(gateway, 'ODS codes are asked about before the plan.'),
      observed(sandbox, 'The version of a plan is 1 in the answer to a batch.'),
      different(contract, 'Callbacks tell of the first hundred messages of a batch.', 'The service tells of all of them.'),
    ],
    'get-message': [
      observed(sandbox, 'The 29 published messages are there in every workspace.', {
        request: 'GET /v1/messages/2WL4mvx6eBva8dcIK60VEGIfcgZ',
        answer: '200',
      }),
      observed(contract, 'A message is read by the account that sent it: to another one it is not found, where access is strict.'),
      observed(contract, 'What is no id of a message is not found.', { request: 'GET /v1/messages/does-not-exist', answer: '404' }),
      observed(
        guides,
        'A message is created, pending enrichment, enriched, sending, and delivered or failed; channels are tried in turn, and once one delivers the others are skipped.',
      ),
      unknown('The record is read four seconds after a message was accepted; a text takes 20 seconds, an email 35, a letter three days.'),
      inferred(guides, 'Whoever has died, or has a restricted, invalidated or closed record, is sent nothing, by the published codes.'),
      inferred(contract, 'The record is that of Personal Demographics as it stands then, with what clients have changed there.'),
      unknown(
        'A superseded number leads to the record that stands for it; MFR_PDSV_0006 is said where there is none, and 0004 of a number that nobody has.',
      ),
      unknown(
        'Whoever has no app account or has turned its notifications off goes on to the next channel at once; whoever never reads does when the time of the plan is over.',
      ),
      observed(
        simulator,
        'Mobile numbers that end 7700900002 and 7700900003, and perm-fail@ and temp-fail@simulator.notify, fail for good or for now.',
      ),
      observed(contract, 'A retryCount is there where a channel was tried again.'),
      unknown('A message of which only a secondary channel delivered is delivered.'),
      inferred(contract, 'What a supplier of letters says of one by its own API becomes of the message.'),
      unknown('With its supplier the first letter of a plan has the id of its message, and any other one an id of its own.'),
    ],
    'get-nhsapp-account-details': [
      observed(sandbox, 'T00001 has eight pages, and T00404, T00429 and T00502 fail.', {
        request: 'GET /channels/nhsapp/accounts?ods-organisation-code=T00502',
        answer: '502',
      }),
      different(
        sandbox,
        'A practice of the population lists its own patients, those of a thousand places of its list on a page; who has an account is drawn, 60 in a hundred from the age of 13.',
        'The official sandbox has the same two accounts for every code: here that is so of codes without patients.',
        { request: 'GET /channels/nhsapp/accounts?ods-organisation-code=X26', answer: '200' },
      ),
      observed(contract, 'The list is that of a day: what was changed in Personal Demographics since is not in it.'),
      observed(sandbox, 'A page that is not there is Report not found.', {
        request: 'GET /channels/nhsapp/accounts?ods-organisation-code=X26&page=10',
        answer: '404',
      }),
      different(
        sandbox,
        'A page that is no number has a text of its own.',
        'The published contract leaves the text out, and the official sandbox says it.',
        {
          request: 'GET /channels/nhsapp/accounts?ods-organisation-code=X26&page=none',
          answer: '400',
        },
      ),
    ],
    'put-routing-plan': [
      different(
        contract,
        'Routing plans are written by whoever tests.',
        'The service agrees them with each client, and has no such operation.',
        {
          request: 'PUT /_routing-plans/3f5c0c3e-7a1b-4d52-9a6e-5b1f0c2d8e47',
          headers: json,
          body: { channels: [{ type: 'sms', template: { body: 'Hello ((firstName))' } }] },
          answer: '200',
        },
      ),
    ],
  },
} satisfies Fidelity<operations>;

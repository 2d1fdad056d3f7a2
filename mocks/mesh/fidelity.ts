/** What is known of the rules of MESH: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/mesh.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/message-exchange-for-social-care-and-health-api',
} as const;
const sandbox = { name: 'Official sandbox', url: 'https://github.com/NHSDigital/mesh-sandbox' } as const;
const client = { name: 'Published Python client', url: 'https://github.com/NHSDigital/mesh-client' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const v2 = { Accept: 'application/vnd.mesh.v2+json' };
const box = '/messageexchange/X26ABC1';
const sending = (headers: Readonly<Record<string, string>>, answer: string, body = 'x') => ({
  request: `POST ${box}/outbox`,
  headers: { 'Content-Type': 'text/plain', 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'TEST_WORKFLOW', ...headers },
  body,
  answer,
});
const strict = { 'X-Sandbox-Access': 'strict' };

export default {
  compared: { ...contract, name: 'published contract', version: '2.0.0', on: day },
  answers: {
    handshake_messageexchange__mailbox_id__post: 'rule',
    handshake_messageexchange__mailbox_id__get: 'rule',
    list_messages_messageexchange__mailbox_id__inbox_get: 'rule',
    retrieve_message_messageexchange__mailbox_id__inbox__message_id__get: 'rule',
    head_message_messageexchange__mailbox_id__inbox__message_id__head: 'rule',
    acknowledge_message_messageexchange__mailbox_id__inbox__message_id__status_acknowledged_put: 'rule',
    retrieve_chunk_messageexchange__mailbox_id__inbox__message_id___chunk_number__get: 'rule',
    count_messages_in_inbox_messageexchange__mailbox_id__count_get: 'rule',
    send_message: 'rule',
    send_chunk: 'rule',
    tracking_by_message_id_messageexchange__mailbox_id__outbox_tracking_get: 'rule',
    tracking_by_local_id_messageexchange__mailbox_id__outbox_tracking__local_id__get: 'rule',
    get_receiving_mailbox_ids_messageexchange_endpointlookup__ods_code___workflow_id__get: 'record',
    get_receiving_mailbox_ids_messageexchange_workflowsearch__workflow_id__get: 'record',
    rich_inbox_messageexchange__mailbox_id__inbox_rich_get: 'rule',
    rich_outbox_messageexchange__mailbox_id__outbox_rich_get: 'rule',
    ping_messageexchange__ping_get: 'rule',
    health_get: 'rule',
    healthcheck_get: 'rule',
  },
  everywhere: [
    observed(sandbox, 'Accept chooses the version of an answer and refuses nothing; one that misspells vnd.mesh is a 400.', {
      request: `GET ${box}/inbox`,
      headers: { Accept: 'application/vnd.mesh+json' },
      answer: '400',
    }),
    observed(contract, 'Faults of the service are written as each version has them; wrong parameters and headers in one shape for both.', {
      request: `GET ${box}/inbox?max_results=9`,
      headers: v2,
      answer: '400',
    }),
    different(
      sandbox,
      'Where access is open, a caller without a token is let in, and the mailbox of the path is taken for its own, whether anybody registered it or not.',
      'The service wants a token always; the official sandbox does, unless it is set to want none.',
      { request: `GET ${box}/inbox`, answer: '200' },
    ),
    observed(
      sandbox,
      'A token that is shown has five parts and is of the mailbox of the path: otherwise it is a 403, where access is open, too.',
      {
        request: `GET ${box}/inbox`,
        headers: { Authorization: 'NHSMESH X26ABC1:nonce' },
        answer: '403',
      },
    ),
    observed(
      sandbox,
      'Strict access computes the hash with the password `password` and the key `TestKey`, which are those of every mailbox.',
    ),
    inferred(sandbox, 'Strict access refuses a missing token with a 403 that has no body.', {
      request: `GET ${box}/inbox`,
      headers: strict,
      answer: '403',
    }),
    inferred(contract, 'Strict access lets a token in once: the same mailbox, nonce, count and minute again are a duplicate.'),
    unknown(
      'Strict access takes a token up to two hours before and after the time of the workspace; a refusal says that the token is invalid.',
    ),
    different(
      contract,
      'No client certificate is asked for.',
      'The service wants mutual TLS, with a certificate that belongs to the mailbox.',
    ),
    observed(sandbox, 'X26ABC1, X26ABC2 and X26ABC3 are there, with their names, workflows and first messages.'),
    different(
      sandbox,
      'Every organisation of the population has the mailbox <ODS code>OT001, which receives what its kind of organisation does, by made-up workflow ids.',
      'Which mailboxes an organisation has, and what they receive, was agreed with whoever runs MESH.',
    ),
    unknown('X26ABC9 is a mailbox that was switched off, as is that of an organisation that has closed: its requests are a 403.', {
      request: 'GET /messageexchange/X26ABC9/inbox',
      answer: '403',
    }),
    observed(sandbox, 'Ids of mailboxes and messages may be written in small letters.', {
      request: 'GET /messageexchange/x26abc1/inbox/simple_message',
      answer: '200',
    }),
    different(
      contract,
      'A chunk may be as large as other bodies here: 1 MiB where the sandbox is shared, 10 MiB on a machine of your own, more with --max-body.',
      'A chunk may be 100 MB, and 20 MB are recommended.',
    ),
    different(
      sandbox,
      'What a header holds beyond ASCII is told to the sender who tracks the message, and left out of downloads, as a note says.',
      'It is passed on as it came.',
    ),
    different(
      contract,
      'When a message arrives, the workspace’s inbox of callbacks is told mesh.message.arrived.',
      'Clients poll: nobody is told.',
    ),
    different(
      sandbox,
      'Messages of the official sandbox and of published examples never expire.',
      'There all messages are as old as they are.',
    ),
  ],
  operations: {
    handshake_messageexchange__mailbox_id__post: [
      observed(contract, 'Mex-ClientVersion, Mex-OSName and Mex-OSVersion are required.', { request: `POST ${box}`, answer: '400' }),
      observed(sandbox, 'Version 1 names the mailbox; version 2 has no body.'),
    ],
    handshake_messageexchange__mailbox_id__get: [observed(sandbox, 'GET shakes hands as POST does, which the contract leaves out.')],
    list_messages_messageexchange__mailbox_id__inbox_get: [
      observed(contract, 'Whole messages that were not acknowledged are listed, oldest first; max_results is from 10 to 5,000.', {
        request: `GET ${box}/inbox?max_results=10`,
        answer: '200',
      }),
      observed(
        contract,
        'The `workflow_filter` is exact, a beginning with * behind it, or a part between two *; a leading ! turns it round.',
        {
          request: `GET ${box}/inbox?workflow_filter=!TEST*`,
          answer: '200',
        },
      ),
      different(
        sandbox,
        'The `continue_from` of a page is the last message id in both versions, and holds when that message was acknowledged meanwhile.',
        'In version 2 it is sealed; the official sandbox begins again when the message has gone.',
      ),
      different(sandbox, 'The `approx_inbox_count` is the exact number, whatever the filter.', 'It is roughly so.'),
    ],
    retrieve_message_messageexchange__mailbox_id__inbox__message_id__get: [
      observed(sandbox, 'In this order: no such message 404, another’s 403, not there any more or not yet 410.', {
        request: `GET ${box}/inbox/UNDELIVERED_MESSAGE`,
        answer: '410',
      }),
      observed(sandbox, 'The answer is 206 while other chunks follow, and 200 with the last one.', {
        request: 'GET /messageexchange/X26ABC2/inbox/CHUNKED_MESSAGE_GZ',
        answer: '206',
      }),
      observed(client, 'Content in gzip is sent as it came to a client that accepts it, and inflated to others.'),
      different(
        sandbox,
        'Content that came without an encoding is sent without one.',
        'The official sandbox compresses it for version 2 where the client accepts gzip.',
      ),
      inferred(sandbox, 'What is called gzip and cannot be inflated, a part of one stream say, is sent as it came.'),
      observed(contract, 'A report has no content: its headers say what became of which message.'),
      inferred(contract, 'Version 2 of a message in one chunk has the media type of the sender; all others are application/octet-stream.'),
      inferred(client, 'Mex-Content-Compressed and Mex-Content-Encrypted are what the sender said, and N where nothing was said.'),
    ],
    head_message_messageexchange__mailbox_id__inbox__message_id__head: [
      observed(contract, 'Sender and recipient may read the headers; all others get 403.', {
        request: 'HEAD /messageexchange/X26ABC2/inbox/SIMPLE_MESSAGE',
        answer: '200',
      }),
    ],
    acknowledge_message_messageexchange__mailbox_id__inbox__message_id__status_acknowledged_put: [
      observed(sandbox, 'Acknowledging again changes nothing and is a 200; a message of another mailbox is a 403.', {
        request: 'PUT /messageexchange/X26ABC3/inbox/SIMPLE_MESSAGE/status/acknowledged',
        answer: '403',
      }),
    ],
    send_message: [
      observed(
        sandbox,
        'Asked in this order: Mex-To, encoding, chunk range, recipient, control characters, content.',
        sending({ 'Mex-To': '', 'Content-Encoding': 'br', 'Mex-Chunk-Range': 'one' }, '400'),
      ),
      observed(sandbox, 'An encoding other than gzip is a 422.', sending({ 'Content-Encoding': 'br' }, '422')),
      observed(sandbox, 'The first chunk is number 1 of its range; other ranges are a 417.', sending({ 'Mex-Chunk-Range': '2:2' }, '417')),
      observed(sandbox, 'A recipient whom nobody knows is code 12.', sending({ 'Mex-To': 'NOBODY' }, '417')),
      unknown('X26SYSTEM stands for the internal mailbox, to which nobody can write.', sending({ 'Mex-To': 'X26SYSTEM' }, '417')),
      different(
        sandbox,
        'Mex-WorkflowID is required, as the contract says.',
        'The official sandbox takes a message without one for UNDEFINED.',
      ),
      unknown(
        'GPPROVIDER_<NHS number>_<ddMMyyyy>_<SURNAME> addresses the practice of a person: no practice is EPL-151, two mailboxes EPL-150 (Y90002 has two).',
        sending({ 'Mex-To': 'GPPROVIDER_9000000009_22102010_SMITH' }, '202'),
      ),
      unknown(
        'Of an address by practice a wrong check digit is a 400, and a number that nobody has or other demographics are a 417 without a code.',
        sending({ 'Mex-To': 'GPPROVIDER_9000000008_22102010_SMITH' }, '400'),
      ),
      unknown('People whose record is restricted, and the dead, have no practice to be addressed.'),
      unknown(
        'Mex-From, Mex-Version and Mex-MessageType may be left out; where they say what is not so, the faults are 07, 09 and 11 with 417.',
        sending({ 'Mex-Version': '2.0' }, '417'),
      ),
      unknown(
        'Workflows that begin with ONS_CIVIL_REGISTRATION are code 18 with 417.',
        sending({ 'Mex-WorkflowID': 'ONS_CIVIL_REGISTRATION_BIRTH' }, '417'),
      ),
      unknown(
        'A checksum of 64 hexadecimal digits is held to the SHA-256 of a content sent whole; any other is passed on.',
        sending({ 'Mex-Content-Checksum': '0'.repeat(64) }, '417'),
      ),
      different(
        sandbox,
        'Where access is strict, a workflow that the recipient does not receive is reported with code 17; where it is open, UNREGISTERED_WORKFLOW is.',
        'The service reports them always, the official sandbox never.',
        sending({ 'Mex-WorkflowID': 'UNREGISTERED_WORKFLOW' }, '202'),
      ),
      unknown('Such reports are in the sender’s inbox at once, from nobody, with the sender’s local id.'),
      inferred(
        contract,
        'What nobody collects for five days is undeliverable, and reported to the sender with code 14; all is forgotten after 30 days.',
      ),
    ],
    send_chunk: [
      observed(
        sandbox,
        'Asked in this order: range 417, message 404, sender 403, status 423, number above the total 406, encoding 417, content 417.',
        {
          request: `POST ${box}/outbox/NOTHING/2`,
          headers: { 'Mex-Chunk-Range': '2:2', 'Content-Type': 'text/plain' },
          body: 'x',
          answer: '404',
        },
      ),
      different(
        sandbox,
        'A message is accepted when all chunks are there, in whatever order; one that is sent again takes the place of the first.',
        'The official sandbox accepts it with the one of the last number, whatever is missing.',
      ),
      different(
        contract,
        'Messages that examples of a contract show take chunks and acknowledgements, and forget them.',
        'They are examples.',
      ),
    ],
    tracking_by_message_id_messageexchange__mailbox_id__outbox_tracking_get: [
      observed(sandbox, 'Only the sender may track: to all others there is no such message.', {
        request: `GET ${box}/outbox/tracking?messageID=SIMPLE_MESSAGE`,
        answer: '404',
      }),
    ],
    tracking_by_local_id_messageexchange__mailbox_id__outbox_tracking__local_id__get: [
      observed(contract, 'Version 1 alone; several messages of one name are a 300 without a body.'),
    ],
    get_receiving_mailbox_ids_messageexchange_endpointlookup__ods_code___workflow_id__get: [
      observed(sandbox, 'Nothing found is a 200 with an empty list.', {
        request: 'GET /messageexchange/endpointlookup/X27/TEST_WORKFLOW',
        answer: '200',
      }),
      observed(contract, 'Lookups ask for no token.', {
        request: 'GET /messageexchange/endpointlookup/X26/TEST_WORKFLOW',
        headers: strict,
        answer: '200',
      }),
    ],
    get_receiving_mailbox_ids_messageexchange_workflowsearch__workflow_id__get: [
      observed(sandbox, 'Both versions list id and name; the published contract has no other form, either.'),
    ],
    rich_inbox_messageexchange__mailbox_id__inbox_rich_get: [
      observed(sandbox, 'Newest first, with what was acknowledged: 100 at most, of the last 30 days unless start_time says otherwise.', {
        request: `GET ${box}/inbox/rich?max_results=1`,
        answer: '200',
      }),
    ],
    ping_messageexchange__ping_get: [
      observed(client, 'The Python client asks it before anything else.', { request: 'GET /messageexchange/_ping', answer: '200' }),
    ],
    health_get: [
      different(
        sandbox,
        '`/_ping` and `/_status` are answered as for every API here.',
        'The official sandbox answers them as it does /health.',
        {
          request: 'GET /health',
          answer: '200',
        },
      ),
    ],
  },
} satisfies Fidelity<operations>;

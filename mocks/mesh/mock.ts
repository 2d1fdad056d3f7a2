/** MESH: mailboxes, and answers in two versions, of which the Accept header chooses one. */
import type { operations } from '../../src/generated/mesh.types.ts';
import { stepped, type Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { download, inflated } from './collect/download.ts';
import { inboxPage } from './collect/inbox.ts';
import { dialect } from './dialect.ts';
import { endpoints, mailboxNames } from './mailboxes/lookup.ts';
import * as faults from './faults.ts';
import { isV2, versioned, refused } from './faults.ts';
import { isExample } from './messages/canned.ts';
import { deliver, later, takeIn } from './messages/delivery.ts';
import { countIn, keep, keepContent, messageOf, newId, sentAs } from './messages/kept.ts';
import type { MailCall, Message } from './messages/message.ts';
import { readChunk } from './send/chunk.ts';
import { missing } from './send/missing.ts';
import { isOtherContent, readSending, saidOf } from './send/send.ts';
import { headersOf } from './track/headers.ts';
import { richView } from './track/rich.ts';
import { trackedV1, trackedV2 } from './track/tracking.ts';

interface OfMailbox {
  readonly path: { readonly mailbox_id: string };
}
type Fetching = MailCall & { readonly path: { readonly mailbox_id: string; readonly message_id: string; readonly chunk_number?: number } };

const handshake = (call: MailCall & OfMailbox) =>
  isV2(call) ? { status: 200 as const } : { status: 200 as const, body: { mailboxId: call.path.mailbox_id } };

const health = () => ({ status: 200 as const, body: { env: 'sandbox', build_label: 'local', status: 'running', outcome: 'Yes' } });

const ownMailbox = ({ path }: OfMailbox): string => path.mailbox_id.toUpperCase();

/** A chunk has the number of its path; whole messages are fetched by the first. */
const fetching = stepped({
  turn: (call: Fetching) => download(call, call.path.mailbox_id, call.path.message_id, Number(call.path.chunk_number ?? 1)),
  after: (call, reply) => inflated(call, reply),
});

export default {
  dialect,
  access,
  // The Accept header names a version, and refuses nothing. Mailboxes have a token of their own making, which is none of the platform's.
  order: ['expectation', 'faults', 'rate-limit', 'access', 'size', 'header-rules', 'body-type', 'contract'],
  bodies: { send_message: { unread: true }, send_chunk: { unread: true } },
  events: {
    emits: ['mesh.message.arrived'],
    later,
    laterInWords: { expire: 'A message that nobody collected is given up', forget: 'A message is no longer kept' },
  },

  headerRules(call) {
    const wrong = (call.header('accept') ?? '')
      .split(/[;,]/)
      .some((one) => /vnd\.mesh/i.test(one) && !/^\s*application\/vnd\.mesh\.v\d+\+json\s*$/i.test(one));
    if (!wrong) return undefined;
    const message = 'Accept header api format incorrect';
    return { problem: 'invalid-value', message, faults: [{ in: 'header', name: 'accept', pointer: '', keyword: 'pattern', message }] };
  },

  problems: (problem, call) => missing(problem, call) ?? problem,

  behaviours: {
    handshake_messageexchange__mailbox_id__post: handshake,
    handshake_messageexchange__mailbox_id__get: handshake,

    list_messages_messageexchange__mailbox_id__inbox_get(call) {
      const { max_results: most = 500, continue_from: after, workflow_filter: filter } = call.query;
      const mailbox = ownMailbox(call);
      const { ids: messages, isLast } = inboxPage(call, mailbox, { most, after, filter });
      const self = `/messageexchange/${encodeURIComponent(call.path.mailbox_id)}/inbox`;
      const asked = new URLSearchParams({ max_results: String(most), ...(filter !== undefined && { workflow_filter: filter }) });
      const last = messages.at(-1);
      const next = isLast || last === undefined ? {} : { next: `${self}?${asked.toString()}&continue_from=${last}` };
      const links = { self: call.search === '' ? self : self + call.search, ...next };
      return versioned(
        call,
        200,
        () => ({ messages }),
        () => ({ messages, links, approx_inbox_count: countIn(call, mailbox) }),
      );
    },

    count_messages_in_inbox_messageexchange__mailbox_id__count_get(call) {
      const count = countIn(call, ownMailbox(call));
      return versioned(
        call,
        200,
        () => ({ count, internalID: newId(call), allResultsIncluded: true }),
        () => ({ count }),
      );
    },

    retrieve_message_messageexchange__mailbox_id__inbox__message_id__get: fetching,
    retrieve_chunk_messageexchange__mailbox_id__inbox__message_id___chunk_number__get: fetching,

    head_message_messageexchange__mailbox_id__inbox__message_id__head(call) {
      const message = messageOf(call, call.path.message_id);
      if (!message) return refused(faults.notFound, call.path.message_id);
      const isConcerned = [message.to, message.from].includes(ownMailbox(call));
      return isConcerned ? { status: 200, headers: headersOf(message) } : refused(faults.otherMailbox, message.id);
    },

    acknowledge_message_messageexchange__mailbox_id__inbox__message_id__status_acknowledged_put(call) {
      const { message_id: id } = call.path;
      const message = messageOf(call, id);
      if (!message) return refused(faults.notFound, id);
      if (message.to !== ownMailbox(call)) return refused(faults.otherMailbox, id);
      if (message.status === 'accepted' && !isExample(message))
        keep(call, { ...message, status: 'acknowledged', changed: call.clock.now() });
      return isV2(call) ? { status: 200 } : { status: 200, body: { messageId: id } };
    },

    send_message(call) {
      const sending = readSending(call);
      if ('status' in sending) return refused(sending);
      if (!call.binary) return refused(faults.emptyBody);
      const { to, total, encoding } = sending;
      if (isOtherContent(call, total)) return refused(faults.wrongChecksum);
      const { bytes, type } = call.binary;
      const now = call.clock.now();
      const message: Message = {
        id: newId(call),
        kind: 'DATA',
        from: ownMailbox(call),
        to: to.id,
        workflow: call.header('mex-workflowid') ?? '',
        said: saidOf(call),
        type,
        encoding,
        total,
        sizes: { 1: bytes.length },
        status: total === 1 ? 'accepted' : 'uploading',
        sent: now,
        changed: now,
      };
      keepContent(call, message.id, 1, bytes);
      takeIn(call, message, call.isStrict);
      return versioned(
        call,
        202,
        () => ({ messageID: message.id }),
        () => ({ message_id: message.id }),
      );
    },

    send_chunk(call) {
      const { message_id: id } = call.path;
      const read = readChunk(call);
      if ('status' in read) return refused(read, id);
      if (!call.binary) return refused(faults.emptyBody, id);
      const { message, chunk } = read;
      if (!isExample(message)) {
        const { bytes } = call.binary;
        const sizes = { ...message.sizes, [chunk]: bytes.length };
        const changed = call.clock.now();
        const now = { ...message, sizes, changed };
        keepContent(call, message.id, chunk, bytes);
        if (Object.keys(sizes).length === message.total) deliver(call, { ...now, whole: changed }, call.isStrict);
        else keep(call, now);
      }
      return versioned(
        call,
        202,
        () => ({ messageID: id, blockID: chunk }),
        () => ({ message_id: id }),
      );
    },

    tracking_by_message_id_messageexchange__mailbox_id__outbox_tracking_get(call) {
      const message = messageOf(call, call.query.messageID);
      if (message?.from !== ownMailbox(call)) return refused(faults.notFound, call.query.messageID);
      return versioned(
        call,
        200,
        () => trackedV1(message, call.population),
        () => trackedV2(message, call.population),
      );
    },

    tracking_by_local_id_messageexchange__mailbox_id__outbox_tracking__local_id__get(call) {
      const [message, ...others] = sentAs(call, ownMailbox(call), call.path.local_id);
      if (!message) return refused(faults.notFound);
      return others.length > 0 ? { status: 300 } : { status: 200, type: faults.v1, body: trackedV1(message, call.population) };
    },

    get_receiving_mailbox_ids_messageexchange_endpointlookup__ods_code___workflow_id__get: (call) =>
      endpoints(call, call.path.ods_code, call.path.workflow_id),

    get_receiving_mailbox_ids_messageexchange_workflowsearch__workflow_id__get: (call) => mailboxNames(call, call.path.workflow_id),

    rich_inbox_messageexchange__mailbox_id__inbox_rich_get: (call) => ({
      status: 200,
      body: richView(call, 'inbox', call.path.mailbox_id, call.query),
    }),
    rich_outbox_messageexchange__mailbox_id__outbox_rich_get: (call) => ({
      status: 200,
      body: richView(call, 'outbox', call.path.mailbox_id, call.query),
    }),

    ping_messageexchange__ping_get: health,
    health_get: health,
    healthcheck_get: health,
  },
} satisfies Mock<operations>;

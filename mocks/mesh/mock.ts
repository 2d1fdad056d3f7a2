/** MESH: mailboxes, and answers in two versions, of which the Accept header chooses one. */
import { fromBase64, toBase64 } from '../../src/contract/base64.ts';
import type { operations } from '../../src/generated/mesh.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { dialect } from './dialect.ts';
import * as faults from './faults.ts';
import { answer, isV2, versioned } from './faults.ts';
import { receiversOf, type Mailbox } from './mailboxes.ts';
import { isCanned, keep, messageOf, newId, sentAs, waitingFor, type MailCall, type Message } from './messages.ts';
import { headersOf, keptHeaders, trackedV1, trackedV2 } from './tracking.ts';

const handshake = (call: MailCall & { readonly path: { readonly mailbox_id: string } }) =>
  isV2(call) ? { status: 200 as const } : { status: 200 as const, body: { mailboxId: call.path.mailbox_id } };

/** `2:3`; one whole message where nothing is said, `undefined` where it makes no sense. */
function rangeOf(call: MailCall): { readonly chunk: number; readonly total: number } | undefined {
  const said = call.header('mex-chunk-range') ?? '';
  if (said === '') return { chunk: 1, total: 1 };
  const [, chunk = '', total = ''] = /^(\d{1,6}):(\d{1,6})$/.exec(said) ?? [];
  const range = { chunk: Number(chunk), total: Number(total) };
  return range.chunk >= 1 && range.total >= 1 ? range : undefined;
}

function download(call: MailCall, mailbox: string, id: string, chunk: number) {
  const message = messageOf(call, id);
  if (!message) return answer(call, faults.notFound, id);
  if (message.to !== mailbox) return answer(call, faults.notYours, id);
  if (message.status !== 'accepted' && message.status !== 'acknowledged') return answer(call, faults.noLonger, id);
  const content = message.chunks[chunk - 1];
  if (typeof content !== 'string') return answer(call, faults.notFound, id);
  const reply = { headers: headersOf(message, chunk), binary: { bytes: fromBase64(content), type: 'application/octet-stream' } };
  return chunk < message.chunks.length ? { status: 206 as const, ...reply } : { status: 200 as const, ...reply };
}

function filtered(messages: readonly Message[], filter: string | undefined): readonly Message[] {
  if (filter === undefined) return messages;
  const wanted = filter.replace(/^!/, '');
  const word = wanted.replaceAll('*', '');
  const fits = ({ workflow }: Message): boolean => {
    if (wanted.startsWith('*')) return workflow.includes(word);
    return wanted.endsWith('*') ? workflow.startsWith(word) : workflow === wanted;
  };
  return messages.filter((message) => fits(message) !== filter.startsWith('!'));
}

const named = ({ id, name }: Mailbox) => ({ mailbox_id: id, mailbox_name: name });

export default {
  dialect,
  // The Accept header names a version, and refuses nothing. Mailboxes have a token of their own making, which is none of the platform's.
  order: ['expectation', 'faults', 'rate-limit', 'access', 'size', 'header-rules', 'body-type', 'contract'],
  bodies: { send_message: { unread: true }, send_chunk: { unread: true } },

  headerRules(call) {
    const accept = call.header('accept') ?? '';
    if (!/vnd\.mesh/i.test(accept) || /application\/vnd\.mesh\.v\d+\+json/i.test(accept)) return undefined;
    const message = 'Accept header api format incorrect';
    return { problem: 'invalid-value', message, faults: [{ in: 'header', name: 'accept', pointer: '', keyword: 'pattern', message }] };
  },

  problems(problem) {
    const isMissing = (name: string): boolean =>
      problem.faults?.some((fault) => fault.in === 'header' && fault.name?.toLowerCase() === name && fault.keyword === 'required') === true;
    if (problem.problem === 'missing-value' && isMissing('mex-to')) return faults.asProblem('missing-value', faults.noRecipient);
    return problem.problem === 'missing-body' ? faults.asProblem('missing-body', faults.emptyBody) : problem;
  },

  behaviours: {
    handshake_messageexchange__mailbox_id__post: handshake,
    handshake_messageexchange__mailbox_id__get: handshake,

    list_messages_messageexchange__mailbox_id__inbox_get(call) {
      const { max_results: most = 500, continue_from: after, workflow_filter: filter } = call.query;
      const all = filtered(waitingFor(call, call.path.mailbox_id), filter).map(({ id }) => id);
      const rest = after === undefined ? all : all.slice(all.indexOf(after) + 1);
      const messages = rest.slice(0, most);
      const self = `/messageexchange/${encodeURIComponent(call.path.mailbox_id)}/inbox`;
      const asked = new URLSearchParams({ max_results: String(most), ...(filter !== undefined && { workflow_filter: filter }) });
      const last = messages.at(-1);
      const next = rest.length > most && last !== undefined ? { next: `${self}?${asked.toString()}&continue_from=${last}` } : {};
      const links = { self: call.search === '' ? self : self + call.search, ...next };
      return versioned(
        call,
        200,
        () => ({ messages }),
        () => ({ messages, links, approx_inbox_count: all.length }),
      );
    },

    count_messages_in_inbox_messageexchange__mailbox_id__count_get(call) {
      const count = waitingFor(call, call.path.mailbox_id).length;
      return versioned(
        call,
        200,
        () => ({ count, internalID: newId(call), allResultsIncluded: true }),
        () => ({ count }),
      );
    },

    retrieve_message_messageexchange__mailbox_id__inbox__message_id__get: (call) =>
      download(call, call.path.mailbox_id, call.path.message_id, 1),

    retrieve_chunk_messageexchange__mailbox_id__inbox__message_id___chunk_number__get: (call) =>
      download(call, call.path.mailbox_id, call.path.message_id, Number(call.path.chunk_number)),

    head_message_messageexchange__mailbox_id__inbox__message_id__head(call) {
      const { path } = call;
      const message = messageOf(call, path.message_id);
      if (!message) return answer(call, faults.notFound, path.message_id);
      if (message.to !== path.mailbox_id && message.from !== path.mailbox_id) return answer(call, faults.notYours, path.message_id);
      return { status: 200, headers: headersOf(message, 1) };
    },

    acknowledge_message_messageexchange__mailbox_id__inbox__message_id__status_acknowledged_put(call) {
      const { mailbox_id: mailbox, message_id: id } = call.path;
      const message = messageOf(call, id);
      if (!message) return answer(call, faults.notFound, id);
      if (message.to !== mailbox) return answer(call, faults.notYours, id);
      if (message.status === 'accepted' && !isCanned(message))
        keep(call, { ...message, status: 'acknowledged', changed: call.clock.now() });
      return isV2(call) ? { status: 200 } : { status: 200, body: { messageId: message.id } };
    },

    send_message(call) {
      const encoding = call.header('content-encoding') ?? '';
      const to = call.header('mex-to') ?? '';
      if (to === '') return answer(call, faults.noRecipient);
      if (encoding !== '' && encoding !== 'gzip') return answer(call, faults.wrongEncoding);
      const range = rangeOf(call);
      if (range?.chunk !== 1) return answer(call, faults.wrongRange);
      if (!call.binary) return answer(call, faults.emptyBody);
      const { bytes, type } = call.binary;
      const now = call.clock.now();
      const id = newId(call);
      const said = keptHeaders.flatMap((name) => {
        const value = call.header(name) ?? '';
        return value === '' ? [] : [[name, value] as const];
      });
      keep(call, {
        id,
        from: call.path.mailbox_id,
        to,
        workflow: call.header('mex-workflowid') ?? '',
        said: Object.fromEntries(said),
        type: type === '' ? 'application/octet-stream' : type,
        encoding,
        chunks: [toBase64(bytes), ...Array.from({ length: range.total - 1 }, () => null)],
        bytes: bytes.length,
        status: range.total === 1 ? 'accepted' : 'uploading',
        sent: now,
        changed: now,
      });
      return versioned(
        call,
        202,
        () => ({ messageID: id }),
        () => ({ message_id: id }),
      );
    },

    send_chunk(call) {
      const { mailbox_id: mailbox, message_id: id } = call.path;
      const chunk = Number(call.path.chunk_number);
      if (!rangeOf(call)) return answer(call, faults.wrongRange, id);
      const message = messageOf(call, id);
      if (!message) return answer(call, faults.notFound, id);
      if (message.from !== mailbox) return answer(call, faults.notYours, id);
      if (message.status !== 'uploading' && !isCanned(message)) return answer(call, faults.complete, id);
      if (chunk > message.chunks.length) return answer(call, faults.beyondTotal, id);
      if (chunk < 1) return answer(call, faults.wrongRange, id);
      const encoding = call.header('content-encoding') ?? '';
      if (!call.binary) return answer(call, faults.emptyBody, id);
      const { bytes } = call.binary;
      if (!isCanned(message)) {
        if (encoding !== message.encoding) return answer(call, faults.otherEncoding, id);
        const chunks = message.chunks.map((one, i) => (i === chunk - 1 ? toBase64(bytes) : one));
        const isWhole = chunk === chunks.length && chunks.every((one) => one !== null);
        const now = call.clock.now();
        const size = message.bytes + bytes.length;
        keep(call, { ...message, chunks, bytes: size, changed: now, status: isWhole ? 'accepted' : 'uploading' });
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
      if (message?.from !== call.path.mailbox_id) return answer(call, faults.notFound, call.query.messageID);
      return versioned(
        call,
        200,
        () => trackedV1(message),
        () => trackedV2(message),
      );
    },

    tracking_by_local_id_messageexchange__mailbox_id__outbox_tracking__local_id__get(call) {
      const [message, ...others] = sentAs(call, call.path.mailbox_id, call.path.local_id);
      if (!message) return answer(call, faults.notFound);
      return others.length > 0 ? { status: 300 } : { status: 200, body: trackedV1(message) };
    },

    get_receiving_mailbox_ids_messageexchange_endpointlookup__ods_code___workflow_id__get(call) {
      const found = receiversOf(call.path.workflow_id).filter(({ ods }) => ods === call.path.ods_code);
      const described = found.map(({ id, name }) => ({ address: id, description: name, endpoint_type: 'MESH' }));
      return versioned(
        call,
        200,
        () => ({ query_id: newId(call), results: described }),
        () => ({ results: found.map(named) }),
      );
    },

    get_receiving_mailbox_ids_messageexchange_workflowsearch__workflow_id__get(call) {
      const body = () => ({ results: receiversOf(call.path.workflow_id).map(named) });
      return versioned(call, 200, body, body);
    },
  },
} satisfies Mock<operations>;

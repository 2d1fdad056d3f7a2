/** Rich views of inbox and outbox, for people who look on: newest first, acknowledged messages among them. */
import { toldOf } from '../mailboxes/mailboxes.ts';
import { newestFirst } from '../messages/kept.ts';
import { isoExpiry, type MailCall, type Message } from '../messages/message.ts';

interface RichQuery {
  readonly max_results?: number;
  readonly continue_from?: string;
  readonly start_time?: string;
}

const month = 30 * 86_400_000;

export function richView(call: MailCall, side: 'inbox' | 'outbox', mailbox: string, query: RichQuery) {
  const { max_results: most = 100, continue_from: after, start_time: start } = query;
  const own = mailbox.toUpperCase();
  const from = start === undefined ? call.clock.now() - month : Date.parse(start);
  const messages: Message[] = [];
  let isPast = after === undefined;
  let isMore = false;
  for (const message of newestFirst(call, side === 'inbox' ? 'to' : 'from', own)) {
    if (isPast && message.sent >= from) {
      isMore = messages.length === most;
      if (isMore) break;
      messages.push(message);
    }
    isPast ||= message.id === after?.toUpperCase();
  }
  const link = (more: Record<string, string>): string => {
    const asked = { ...(start !== undefined && { start_time: start }), max_results: String(most), ...more };
    return `/messageexchange/${encodeURIComponent(mailbox)}/${side}/rich?${new URLSearchParams(asked).toString()}`;
  };
  const last = messages.at(-1);
  return {
    valid_at: new Date(call.clock.now()).toISOString(),
    messages: messages.map((message) => richMessage(call, message)),
    links: {
      self: link(after === undefined ? {} : { continue_from: after }),
      ...(isMore && last && { next: link({ continue_from: last.id }) }),
    },
  };
}

function richMessage({ population }: MailCall, message: Message) {
  const { id, kind, from, to, said, status, failure, workflow, total } = message;
  return {
    message_id: id,
    expiry_timestamp: isoExpiry(message),
    local_id: said['mex-localid'] ?? '',
    message_type: kind,
    recipient: to,
    recipient_name: toldOf(population, to).name,
    sender: from,
    sender_name: from === '' ? 'Central System Mailbox' : toldOf(population, from).name,
    sent_date: new Date(message.sent).toISOString(),
    status,
    status_code: failure?.code ?? '',
    workflow_id: workflow,
    total_chunks: total,
  };
}

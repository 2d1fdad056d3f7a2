/** What waits in a mailbox: pages of ids. */
import type { Message, MailRoom } from '../messages/message.ts';
import { waitingAfter } from '../messages/kept.ts';

interface Asked {
  readonly most: number;
  readonly after: string | undefined;
  readonly filter: string | undefined;
}

export function inboxPage(
  room: MailRoom,
  mailbox: string,
  { most, after, filter }: Asked,
): { readonly ids: readonly string[]; readonly isLast: boolean } {
  const fits = filter === undefined ? () => true : fitting(filter);
  const ids: string[] = [];
  for (const message of waitingAfter(room, mailbox, after)) {
    if (!fits(message)) continue;
    if (ids.length === most) return { ids, isLast: false };
    ids.push(message.id);
  }
  return { ids, isLast: true };
}

/** `W`, `W*`, `*W*`; a leading `!` turns it round. */
function fitting(filter: string): (message: Message) => boolean {
  const isNot = filter.startsWith('!');
  const wanted = isNot ? filter.slice(1) : filter;
  const word = wanted.replaceAll('*', '');
  return ({ workflow }) => {
    if (wanted.startsWith('*')) return workflow.includes(word) !== isNot;
    return (wanted.endsWith('*') ? workflow.startsWith(word) : workflow === wanted) !== isNot;
  };
}

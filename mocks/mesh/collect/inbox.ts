/** What waits in a mailbox: pages of ids. */
import type { Message, MailRoom } from '../messages/message.ts';
import { mostRead, waitingAfter, waitingIn } from '../messages/kept.ts';

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
  const ids = filter === undefined ? waitingAfter(room, mailbox, after, most + 1) : filtered(room, mailbox, filter, after);
  return { ids: ids.slice(0, most), isLast: ids.length <= most };
}

function filtered(room: MailRoom, mailbox: string, filter: string, after: string | undefined): readonly string[] {
  const fits = fitting(filter);
  const following = after === undefined ? undefined : new Set(waitingAfter(room, mailbox, after, mostRead));
  return waitingIn(room, mailbox)
    .filter((message) => fits(message) && following?.has(message.id) !== false)
    .map(({ id }) => id);
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

/** Pages for browsers on Node: asked on behalf of whoever sent the request, before the gateway is. */
import type { IncomingMessage } from 'node:http';
import { mayBePage, withPages } from '../pages.ts';
import type { Sender, Visits } from '../visits.ts';
import type { Receive } from './receive.ts';

interface Options {
  readonly visits: Visits;
  readonly senderOf: (incoming: IncomingMessage) => Sender;
}

export function withPagesFor(receive: Receive, { visits, senderOf }: Options): Receive {
  return (request, incoming) => {
    if (!mayBePage(request.url, incoming.headers.accept)) return receive(request, incoming);
    const sender = senderOf(incoming);
    const home = {
      folder: '',
      ask: (asked: Request) => visits.of(asked, sender),
      read: (asked: Request) => visits.of(asked, { ...sender, isUnseen: true }),
    };
    return withPages(request, home, () => receive(request, incoming));
  };
}

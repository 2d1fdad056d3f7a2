/** Tells at a glance the requests that name no workspace and show no key, which most are and which need not be looked into any further. */
import type { IncomingMessage } from 'node:http';
import { idOfHost, type Sender, type Visits } from '../visits.ts';

export type Receive = (request: Request, incoming: IncomingMessage) => Response | Promise<Response>;

interface Options {
  readonly senderOf: (incoming: IncomingMessage) => Sender;
  /** Any bearer token may be the operator's key. */
  readonly showsOperatorKeys: boolean;
}

export function receiver(visits: Visits, { senderOf, showsOperatorKeys }: Options): Receive {
  function isUnnamed({ url }: Request, { headers }: IncomingMessage): boolean {
    const { authorization, host = '' } = headers;
    const showsKey = authorization !== undefined && (showsOperatorKeys || authorization.includes('nhs'));
    return headers['x-sandbox-workspace'] === undefined && !showsKey && !url.includes('/w/') && idOfHost(host) === undefined;
  }

  return (request, incoming) => (isUnnamed(request, incoming) ? visits.unnamed : visits.of)(request, senderOf(incoming));
}

/** A callback or webhook of a contract as a message: in the inbox, and on its way to whoever is to have it. */
import { callbackBody } from '../../answer/body/callback-body.ts';
import type { DeclaredCallback } from '../../contract/callbacks.ts';
import type { Json } from '../../contract/contract.ts';
import type { Message } from '../../workspace/callbacks/inbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';
import { mannerOf } from './tell-outside.ts';

interface How {
  readonly workspace: Workspace;
  /** After which it is sent. */
  readonly exchange?: string;
  /** Where a request to the API has it sent. */
  readonly url?: string | undefined;
  /** Instead of what the contract shows: that example of it, or something else altogether. */
  readonly example?: string | undefined;
  readonly body?: Json | undefined;
  readonly byHand?: true;
  /** What was answered, and what was asked. */
  readonly said?: readonly (Json | undefined)[];
}

/** In a transaction. */
export function sendDeclared(api: Api, callback: DeclaredCallback, how: How): Message {
  const { contract, plan } = api;
  const { workspace, url, exchange, example, body, byHand, said } = how;
  const { callbacks, seed, clock, population } = workspace;
  const next = callbacks.inbox.next();
  const made = (): Json =>
    callbackBody(callback, { plan, seed, now: clock.now(), population, key: next.id, example, ...(said && { said }) });
  return callbacks.publish({
    ...next,
    api: contract.slug,
    type: callback.name,
    kind: callback.kind,
    ...mannerOf(api, callback.name),
    time: clock.now(),
    contentType: callback.media?.type ?? 'application/json',
    ...(callback.method !== undefined && { method: callback.method }),
    body: body === undefined ? made() : body,
    ...(exchange !== undefined && { exchange }),
    ...(byHand && { byHand }),
    ...(url !== undefined && { url }),
  });
}

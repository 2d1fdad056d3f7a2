/** Boxes: what is put into somebody's outbox arrives in the inbox beside it, of whoever it is addressed to. */
import type { Operation } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { membersOf } from './members.ts';
import { collectionName, plainName } from './names.ts';
import type { Resource } from './resource.ts';

export interface Delivery {
  readonly inbox: Resource;
  /** What of a request names the owner of the inbox. */
  readonly recipient: { readonly in: 'header' | 'query' | 'body'; readonly name: string };
}

const outboxes = new Set(['outbox', 'outgoing', 'sent']);
const inboxes = new Set(['inbox', 'incoming', 'received']);
const addressed = /^(.*[-_. ])?(to|recipient|recipientid|destination|addressee)$/i;

export const isInbox = (path: string): boolean => inboxes.has(plainName(collectionName(path)));

export function planDelivery(
  meaning: Meaning,
  operation: Operation,
  { path, parents }: Resource,
  resources: readonly Resource[],
): Delivery | undefined {
  if (!outboxes.has(plainName(collectionName(path))) || parents.length !== 1) return undefined;
  const beside = path.slice(0, path.lastIndexOf('/'));
  const inbox = resources.find((other) => isInbox(other.path) && other.path.slice(0, other.path.lastIndexOf('/')) === beside);
  const recipient = recipientOf(meaning, operation);
  return inbox && recipient && { inbox, recipient };
}

function recipientOf(meaning: Meaning, { parameters, body }: Operation): Delivery['recipient'] | undefined {
  for (const place of ['header', 'query'] as const) {
    const found = parameters.find((parameter) => parameter.in === place && addressed.test(parameter.name));
    if (found) return { in: place, name: found.name };
  }
  for (const { schema } of body?.content ?? []) {
    const name = [...membersOf(meaning, schema).keys()].find((member) => addressed.test(member));
    if (name !== undefined) return { in: 'body', name };
  }
  return undefined;
}

/** What is put into an outbox is there in the inbox of whoever it is addressed to, under the same id, until it is taken. */
import { isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import type { Delivery } from '../../plan/resource/delivery.ts';
import type { MadeRow } from './make-row.ts';
import { writeRow } from './row.ts';

export function deliver({ inbox, recipient: { in: place, name } }: Delivery, call: Call, id: string, made: MadeRow): void {
  const sent =
    place === 'header' ? call.header(name) : place === 'query' ? call.query[name] : isObject(call.body) ? call.body[name] : undefined;
  if (typeof sent !== 'string' && typeof sent !== 'number') return;
  const to = encodeURIComponent(String(sent));
  writeRow(inbox, call, `${to}/${encodeURIComponent(id)}`, made);
  call.note(`Delivered as ${inbox.path.replace(/\{[^{}]+\}/, to)}/${id}.`);
}

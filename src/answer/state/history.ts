/** GET of every version of an item, newest first. */
import type { Json } from '../../contract/contract.ts';
import type { Call, Problem, Reply } from '../../mock.ts';
import { recogniseEnvelope, wrapPage } from '../../plan/list/envelope.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import type { Bodies } from './bodies.ts';
import { idInPath, itemKey, publishedBody, unknownId } from './current.ts';
import { itemPathOf } from './make-row.ts';
import { decodeRow, historyOf, readRow } from './row.ts';

export function history({ api, resource, success }: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const envelope = success.media?.schema && recogniseEnvelope(api.meaning, success.media.schema);
  if (!envelope) return undefined;
  const id = idInPath(resource, call);
  const key = itemKey(resource, call, id);
  const published = resource.published().rows.get(id);
  const current = readRow(call.store, resource.collection, key);
  const texts = [
    ...(published ? [JSON.stringify(publishedBody(resource, call, bodies, { id, row: published }))] : []),
    ...call.store.list(historyOf(resource.collection), `${key}/`).map(([, document]) => decodeRow(document).text),
    ...(current && !current.deleted ? [current.text] : []),
  ].filter((text) => text !== '');
  if (texts.length === 0) return unknownId(resource, call, bodies, id);
  const items = texts.reverse().map((text): Json => JSON.parse(text));
  const address = call.url(itemPathOf(resource, call, id));
  return { status: success.status, body: wrapPage(envelope, { items, total: items.length, links: {}, addressOf: () => address }) };
}

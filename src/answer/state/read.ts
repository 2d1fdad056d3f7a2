/** GET of one item, of one of its versions, and of its history. */
import type { Json } from '../../contract/contract.ts';
import type { Problem, Reply } from '../../mock.ts';
import { jsonMedia, successOf } from '../../contract/documented.ts';
import { recogniseEnvelope, wrapPage } from '../../plan/list/envelope.ts';
import { collectionOf, currentItem, idInPath, keyOf, missingParent, notFound, showItem, unknownId, type Inferring } from './inferring.ts';
import { decodeRow, historyOf, readRow, versionKey } from './row.ts';
import { shapeTo } from '../../plan/write/shape.ts';

export function read(inferring: Inferring): Reply | Problem | undefined {
  const { call, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  const item = currentItem(inferring, resource, id);
  if (item === 'deleted') return { ...notFound(inferring, id), problem: 'gone' };
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  if (!item) return resource.single ? undefined : unknownId(inferring, resource, id);
  const success = successOf(call.operation, [200]);
  if (!success) return undefined;
  const tag = inference.tagging?.write(item.row.version);
  if (tag !== undefined && call.header('if-none-match') === tag && call.operation.responses.has('304'))
    return { status: 304, headers: { ETag: tag } };
  // A published item of a kind that travels as bytes is shown by its example; a broken one is made anew where that is asked for.
  if (item.asPublished && (!jsonMedia(success.response) || (item.broken && inferring.settings.examples !== 'published'))) return undefined;
  return showItem(inferring, item, success);
}

export function readVersion(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  const item = currentItem(inferring, resource, id);
  const success = successOf(call.operation, [200]);
  if (!success) return undefined;
  const versionParameter = call.operation.parameters.filter((p) => p.in === 'path').at(-1)?.name ?? '';
  const wanted = String(call.path[versionParameter] ?? '');
  if (item !== undefined && item !== 'deleted' && String(item.row.version) === wanted) return showItem(inferring, item, success);
  const past = call.store.get(historyOf(collectionOf(contract, resource)), versionKey(keyOf(inferring, resource, id), wanted));
  if (past !== undefined) return showItem(inferring, { row: decodeRow(past), id, asPublished: false }, success);
  const published = inferring.published(resource).rows.get(id);
  if (published && String(published.version) === wanted) {
    return showItem(inferring, { row: { version: published.version, updated: '', text: published.text }, id, asPublished: true }, success);
  }
  return item === undefined ? unknownId(inferring, resource, id) : notFound(inferring, id);
}

/** Every version of an item, newest first. */
export function history(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  const success = successOf(call.operation, [200]);
  const media = jsonMedia(success?.response);
  const envelope = media?.schema && recogniseEnvelope(contract, media.schema.schema);
  if (!success || !media?.schema || !envelope) return undefined;
  const key = keyOf(inferring, resource, id);
  const collection = collectionOf(contract, resource);
  const published = inferring.published(resource).rows.get(id);
  const current = readRow(call.store, collection, key);
  const texts = [
    ...(published ? [published.text] : []),
    ...call.store.list(historyOf(collection), `${key}/`).map(([, document]) => decodeRow(document).text),
    ...(current && !current.deleted ? [current.text] : []),
  ];
  if (texts.length === 0) return unknownId(inferring, resource, id);
  const items = texts.reverse().map((text): Json => JSON.parse(text));
  const page = wrapPage(envelope, { items, total: items.length, links: {}, addressOf: () => call.url(`${resource.path}/${id}`) });
  return { status: success.status, body: shapeTo(contract, media.schema, page, () => inferring.model(success.response, media)) };
}

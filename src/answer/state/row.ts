/** What is kept of one item: a line about it, then its body as sent on the wire, so that a read hands the text straight on. */
import type { Call } from '../../mock/call.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Json } from '../../contract/contract.ts';
import { GONE, OVER, PRESENT } from '../../plan/list/row-index.ts';
import type { IndexEntry, Store } from '../../workspace/store/store.ts';
import type { MadeRow } from './make-row.ts';

export interface Row {
  readonly version: number;
  /** Instant of the last change, ISO 8601. */
  readonly updated: string;
  readonly deleted?: boolean;
  /** Media type of a body that is not JSON; `text` is then base64. */
  readonly binary?: string;
  readonly text: string;
}

/** Whoever has the store: a call, or what happens where no request is. */
type Stored = Pick<Call, 'store'>;

export function encodeRow({ text, ...about }: Row): string {
  return `${JSON.stringify(about)}\n${text}`;
}

export function decodeRow(document: string): Row {
  const end = document.indexOf('\n');
  const about: Omit<Row, 'text'> = JSON.parse(document.slice(0, end));
  return { ...about, text: document.slice(end + 1) };
}

export function readRow(store: Store, collection: string, key: string): Row | undefined {
  const document = store.get(collection, key);
  return document === undefined ? undefined : decodeRow(document);
}

export function writeRow(resource: Resource, call: Stored, key: string, { row, body }: MadeRow): void {
  keepHistory(call.store, resource.collection, key);
  indexed(resource, call);
  call.store.put(resource.collection, key, encodeRow(row), entriesOf(resource, key, body));
}

/** A row that says that the item is gone: its id is not given again, and who asks for it is told. */
export function removeRow(resource: Resource, call: Stored, key: string, gone: Pick<Row, 'version' | 'updated'>): void {
  keepHistory(call.store, resource.collection, key);
  indexed(resource, call);
  call.store.put(resource.collection, key, encodeRow({ ...gone, deleted: true, text: '' }), tombstoneEntries(resource, key));
}

/** True once a client has written anything below this parent, or deleted it. */
export function isTouchedBelow(resource: Resource, call: Stored, parent: string): boolean {
  if (call.store.count(resource.collection) === 0) return false;
  const { store } = indexed(resource, call);
  return [PRESENT, OVER, GONE].some((name) => store.find(resource.collection, [{ name, anyOf: [parent] }], { limit: 1 }).length > 0);
}

/** Sees to it that rows of an older release, or of an older contract, are found as well. To be asked before every search. */
export function indexed<C extends Stored>(resource: Resource, call: C): C {
  call.store.reindex(resource.collection, resource.index().definition, (document, key) => {
    const row = decodeRow(document);
    if (row.deleted) return tombstoneEntries(resource, key);
    return entriesOf(resource, key, row.binary === undefined ? JSON.parse(row.text) : undefined);
  });
  return call;
}

function entriesOf(resource: Resource, key: string, body: Json | undefined): readonly IndexEntry[] {
  const present = { name: isPublished(resource, key) ? OVER : PRESENT, value: parentOf(key) };
  return body === undefined ? [present] : [present, ...resource.index().entriesOf(body)];
}

function tombstoneEntries(resource: Resource, key: string): readonly IndexEntry[] {
  const names = isPublished(resource, key) ? [GONE, OVER] : [GONE];
  return names.map((name) => ({ name, value: parentOf(key) }));
}

/** Whether the contract publishes an item under this key. */
function isPublished({ view, ...resource }: Resource, key: string): boolean {
  const { published, parents } = view?.of ?? resource;
  const { rows, parents: shown } = published();
  const ids = key.split('/').map(decodeURIComponent);
  const isShown = (name: string, i: number): boolean => (shown[name] ?? []).length === 0 || (shown[name] ?? []).includes(ids[i] ?? '');
  return rows.has(ids.at(-1) ?? '') && parents.every(isShown);
}

/** What stands before the id in a key: an encoded id holds no slash. */
const parentOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1);

/** Keeps the version that is replaced, for `_history`. */
function keepHistory(store: Store, collection: string, key: string): void {
  const before = store.get(collection, key);
  if (before !== undefined) store.put(historyOf(collection), versionKey(key, decodeRow(before).version), before);
}

/** The version that an item had last, deleted or not; 0 where there was none. */
export function latestVersion({ collection }: Resource, call: Stored, key: string): number {
  return readRow(call.store, collection, key)?.version ?? 0;
}

export const historyOf = (collection: string): string => `${collection}#history`;
export const versionKey = (key: string, version: number | string): string => `${key}/${String(version).padStart(8, '0')}`;

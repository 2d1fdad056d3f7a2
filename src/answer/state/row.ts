/** What is kept of one resource: a line about it, then its body as sent on the wire, so that a read hands the text straight on. */
import type { Store } from '../../workspace/store/store.ts';

export interface Row {
  readonly version: number;
  /** Instant of the last change, ISO 8601. */
  readonly updated: string;
  readonly deleted?: boolean;
  /** Media type of a body that is not JSON; `text` is then base64. */
  readonly binary?: string;
  readonly text: string;
}

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

/** Keeps the version that is replaced, for `_history`. */
export function writeRow(store: Store, collection: string, key: string, row: Row): void {
  const before = store.get(collection, key);
  if (before !== undefined) store.put(historyOf(collection), versionKey(key, decodeRow(before).version), before);
  store.put(collection, key, encodeRow(row));
}

export const historyOf = (collection: string): string => `${collection}#history`;
export const versionKey = (key: string, version: number | string): string => `${key}/${String(version).padStart(8, '0')}`;

/** What an API sends by itself, as its contract declares it: webhooks, and callbacks that follow an operation. */
import type { Contract, Json, JsonObject, MediaType, Operation } from './contract.ts';
import { escapeToken, isObject } from './json.ts';
import { tokensOf, valueAt } from './json-pointer.ts';
import { isJsonType } from './media-type.ts';
import { readContent } from './reading/content.ts';
import { followed, type PlacedNode, type Reading } from './reading/reading.ts';

export interface DeclaredCallback {
  readonly name: string;
  readonly kind: 'callback' | 'webhook';
  /** Of a callback: the id of the operation that it follows, and where it is sent, as a runtime expression (OAS 3.1 §4.8.20.4). */
  readonly operation?: string;
  readonly address?: string;
  /** POST, where there is none. What has no body (GET, DELETE) is not sent. */
  readonly method?: 'PUT' | 'PATCH';
  readonly summary?: string;
  /** The JSON that is sent. */
  readonly media?: MediaType;
}

/** Of each operation, and of the contract itself: more are left out, since one request has all of its operation's sent. */
export const callbacksAtMost = 20;

export function declaredCallbacks(contract: Pick<Contract, 'document' | 'whole' | 'operations'>): readonly DeclaredCallback[] {
  if (!isObject(contract.document['webhooks']) && !contract.operations.some((operation) => hasCallbacks(contract, operation))) return [];
  const document = contract.whole?.() ?? contract.document;
  // What is wrong with them was told when the contract was read, as far as anybody looks.
  const reading: Reading = { document, quirks: [] };
  const { webhooks } = document;
  return [
    ...entries(webhooks, '/webhooks')
      .slice(0, callbacksAtMost)
      .flatMap(([name, raw, pointer]) => declared(reading, raw, pointer, { name, kind: 'webhook' })),
    ...contract.operations.flatMap((operation) => callbacksAfter(reading, operation)),
  ];
}

/** To be asked before anything is read. */
export const hasCallbacks = ({ document }: Pick<Contract, 'document'>, { pointer }: Pick<Operation, 'pointer'>): boolean =>
  isObject(followed({ document, quirks: [] }, nodeAt(document, pointer), pointer)?.node['callbacks']);

function callbacksAfter(reading: Reading, { id, pointer }: Operation): readonly DeclaredCallback[] {
  const { callbacks } = followed(reading, nodeAt(reading.document, pointer), pointer)?.node ?? {};
  const places = entries(callbacks, `${pointer}/callbacks`)
    .slice(0, callbacksAtMost)
    .flatMap(([name, raw, at]) => {
      const callback = followed(reading, raw, at);
      const items = entries(callback?.node, callback?.pointer ?? at).filter(([address]) => !address.startsWith('x-'));
      return items.slice(0, callbacksAtMost).map(([address, item, place]) => ({ name, address, item, place }));
    });
  return places
    .slice(0, callbacksAtMost)
    .flatMap(({ name, address, item, place }) => declared(reading, item, place, { name, kind: 'callback', operation: id, address }));
}

function declared(reading: Reading, raw: Json, at: string, about: DeclaredCallback): readonly DeclaredCallback[] {
  const item = followed(reading, raw, at);
  const method = item && (['post', 'put', 'patch'] as const).find((one) => item.node[one] !== undefined);
  const operation = item && method !== undefined ? followed(reading, item.node[method], `${item.pointer}/${method}`) : undefined;
  if (!operation) return [];
  const { summary } = operation.node;
  const media = mediaOf(reading, operation);
  const other = method === undefined ? undefined : otherMethods[method];
  return [{ ...about, ...(other && { method: other }), ...(typeof summary === 'string' && { summary }), ...(media && { media }) }];
}

const otherMethods = { post: undefined, put: 'PUT', patch: 'PATCH' } as const;

function mediaOf(reading: Reading, { node, pointer }: PlacedNode): MediaType | undefined {
  const body = followed(reading, node['requestBody'], `${pointer}/requestBody`);
  return body && readContent(reading, body.node['content'], `${body.pointer}/content`).find(({ type }) => isJsonType(type));
}

const entries = (map: Json | undefined, at: string): readonly (readonly [name: string, value: Json, pointer: string])[] =>
  isObject(map) ? Object.entries(map).map(([name, value]) => [name, value, `${at}/${escapeToken(name)}`]) : [];

const nodeAt = (document: JsonObject, pointer: string): Json | undefined => valueAt(document, tokensOf(pointer));

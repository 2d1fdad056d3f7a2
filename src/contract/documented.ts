/** Picking among what an operation documents: its success status, and the JSON body that goes with it. */
import type { DocumentedResponse, MediaType, Operation, SchemaAt } from './contract.ts';
import { isJsonType } from './media-type.ts';

export interface Success {
  readonly status: number;
  readonly response: DocumentedResponse;
}

/** The success an operation documents, by preference: `[201, 200]` for a create. `2XX` and `default` stand for the first preference. */
export function successOf(operation: Operation, preferred: readonly number[]): Success | undefined {
  for (const status of preferred) {
    const response = operation.responses.get(String(status));
    if (response) return { status, response };
  }
  for (const [key, response] of operation.responses) if (/^2\d\d$/.test(key)) return { status: Number(key), response };
  const range = operation.responses.get('2XX');
  if (range) return { status: preferred[0] ?? 200, response: range };
  for (const [key, response] of operation.responses) if (/^3\d\d$/.test(key)) return { status: Number(key), response };
  const fallback = operation.responses.get('default');
  return fallback && { status: preferred[0] ?? 200, response: fallback };
}

export function jsonMedia(response: DocumentedResponse | undefined): MediaType | undefined {
  return response?.content.find((media) => isJsonType(media.type)) ?? response?.content.find((media) => media.type === '*/*');
}

/** The schema under which an operation shows one item. */
export function shownSchema(operation: Operation | undefined): SchemaAt | undefined {
  return operation && jsonMedia(successOf(operation, [200])?.response)?.schema;
}

/** Media types an operation may succeed with, in the contract's order. */
export function successTypes(operation: Operation): readonly string[] {
  const types: string[] = [];
  for (const [key, response] of operation.responses)
    if (/^(2|default)/i.test(key)) types.push(...response.content.map((media) => media.type));
  return types;
}

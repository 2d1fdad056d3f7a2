/** Picking among what an operation documents: its success status, and the JSON body that goes with it. */
import type { DocumentedResponse, MediaType, Operation } from './contract.ts';
import { formOf, isJsonType, mayBeJson, negotiate } from './media-type.ts';

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

/** What an operation documents for a status: by itself, by its class (`4XX`), or as `default` (OpenAPI 3.1 §4.8.16). */
export function documentedResponse(responses: Operation['responses'], status: number): DocumentedResponse | undefined {
  return responses.get(String(status)) ?? responses.get(`${String(status)[0]}XX`) ?? responses.get('default');
}

export function jsonMedia(response: DocumentedResponse | undefined): MediaType | undefined {
  return response?.content.find((media) => isJsonType(media.type)) ?? response?.content.find((media) => mayBeJson(media.type));
}

/** The representation of a response that a client accepts, or one that it will have to take; undefined where there is none at all. */
export function mediaFor(accept: string | null | undefined, { content }: DocumentedResponse, example?: string): MediaType | undefined {
  if (content.length < 2) return content[0];
  const able = content.filter((media) => canBeMade(media, content));
  // An example that is asked for by name may be of one type only.
  const showing = example === undefined ? [] : able.filter(({ examples }) => examples.some(({ name }) => name === example));
  const made = showing.length > 0 ? showing : able;
  const type = negotiate(
    accept,
    made.map((media) => media.type),
  );
  return made.find((media) => media.type === type) ?? made.find((media) => isJsonType(media.type)) ?? made[0] ?? content[0];
}

/** XML that says what JSON says is written by its schema, or as FHIR is, or sent as published: where nothing is known of it, it is not promised. */
function canBeMade({ type, schema, examples }: MediaType, content: readonly MediaType[]): boolean {
  if (formOf(type) !== 'xml' || schema !== undefined || isFhirXml(type)) return true;
  return !content.some((media) => isJsonType(media.type)) || examples.length > 0;
}

export const isFhirXml = (type: string): boolean => /^application\/fhir\+xml\b|^application\/xml\+fhir\b/i.test(type);

/** Media types an operation may succeed with, in the contract's order, each once. `default` speaks of faults where a success is documented. */
export function successTypes({ responses }: Operation): readonly string[] {
  const types = new Set<string>();
  const successes = [...responses].filter(([key]) => key.startsWith('2'));
  for (const [, { content }] of successes.length > 0 ? successes : [...responses].filter(([key]) => key === 'default'))
    for (const media of content) if (canBeMade(media, content)) types.add(media.type);
  return [...types];
}

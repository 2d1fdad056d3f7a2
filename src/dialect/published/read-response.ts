/** What one documented response teaches about faults: its examples, its table of codes, and what its schema gives as examples. */
import type { DocumentedResponse, Json, MediaType } from '../../contract/contract.ts';
import { shapeText } from '../form/error-form.ts';
import { readExample, type ReadExample, type Term } from './read-example.ts';
import { readCodeTable } from './read-table.ts';

export interface ReadResponse {
  readonly key: string;
  /** Of its media types, as text. */
  readonly shapes: readonly string[];
  readonly bodies: readonly Json[];
  readonly terms: readonly Term[];
  readonly published: readonly ReadExample[];
  /** Bodies put together from a schema's examples of single members. */
  readonly hinted: readonly ReadExample[];
}

/** `hintOf` puts a body together from the examples that a schema gives of its members. */
export function readResponse(
  { key, description, content }: DocumentedResponse,
  hintOf: (media: MediaType) => ReadExample | undefined,
): ReadResponse {
  const exact = Number(key);
  const published: ReadExample[] = [];
  const hinted: ReadExample[] = [];
  for (const media of content) {
    for (const { name, summary = '', value } of media.examples) {
      const reading = readExample(value);
      published.push({ ...reading, terms: reading.terms.map((term) => ({ ...term, about: `${name} ${summary} ${term.about}` })) });
    }
    const hint = hintOf(media);
    if (hint) hinted.push(hint);
  }
  const terms = [
    ...published.flatMap((reading) => reading.terms),
    ...readCodeTable(description),
    ...hinted.flatMap((reading) => reading.terms.map((term) => ({ ...term, isHint: true }))),
  ];
  return {
    key,
    shapes: content.map(shapeText),
    bodies: content.flatMap(({ examples }) => examples.map(({ value }) => value)),
    published,
    hinted,
    terms: terms.map((term) => (exact >= 400 && term.status === undefined ? { ...term, status: exact } : term)),
  };
}

/** What a body may be by its media types: the schema, the encoding and the examples of each. */
import type { Encoding, Json, JsonObject, MediaType } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import { isMediaType } from '../media-type.ts';
import { plainText } from '../plain-text.ts';
import { followed, type PlacedNode, type Reading, schemaAt, withExamples } from './reading.ts';

export function readContent(reading: Reading, content: Json | undefined, at: string): MediaType[] {
  if (!isObject(content)) return [];
  return Object.entries(content).flatMap(([written, raw]) => {
    const pointer = `${at}/${escapeToken(written)}`;
    const type = written.trim();
    if (!isMediaType(type)) {
      const message = `"${plainText(written, 60)}" is no media type that a Content-Type header can say; what stands under it is left out.`;
      reading.quirks.push({ pointer, effect: 'unserved', message });
      return [];
    }
    const found = followed(reading, raw ?? {}, pointer);
    return found ? [mediaType(reading, type, found)] : [];
  });
}

function mediaType(reading: Reading, type: string, place: PlacedNode): MediaType {
  const schema = schemaAt(place.node, place.pointer);
  const json = /[/+]json\b|^\*\/\*/i.test(type);
  if (!schema && json)
    reading.quirks.push({ pointer: place.pointer, effect: 'unchecked', message: 'These bodies have no schema, so any JSON fits.' });
  const encoding = readEncoding(place.node['encoding']);
  return withExamples(reading, place, type, { type, ...(schema && { schema }), ...(encoding && { encoding }) });
}

function readEncoding(raw: Json | undefined): ReadonlyMap<string, Encoding> | undefined {
  if (!isObject(raw)) return undefined;
  return new Map(
    Object.entries(raw)
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([name, { contentType, style, explode }]) => [
        name,
        {
          ...(typeof contentType === 'string' && { contentType }),
          ...(typeof style === 'string' && { style }),
          ...(typeof explode === 'boolean' && { explode }),
        },
      ]),
  );
}

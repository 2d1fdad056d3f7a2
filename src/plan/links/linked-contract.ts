/** A contract whose published answers have their addresses marked, so that they can lead to this sandbox wherever they end up. */
import type { Contract, DocumentedResponse, MediaType, NamedExample, Operation } from '../../contract/contract.ts';
import { formOf, mayBeJson } from '../../contract/media-type.ts';
import { linkMarker, unmarked, type LinkMarker } from '../../contract/published-links.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Json } from '../../contract/contract.ts';

export function linkedContract(contract: Contract): Contract {
  const marker = linkMarker(contract);
  return { ...contract, operations: contract.operations.map((operation) => linkedOperation(contract, marker, operation)) };
}

function linkedOperation(contract: Contract, marker: LinkMarker, operation: Operation): Operation {
  const linked = (response: DocumentedResponse): DocumentedResponse => ({
    ...response,
    content: response.content.map((media) => linkedMedia(contract, marker, media)),
  });
  return { ...operation, responses: new Map([...operation.responses].map(([key, response]) => [key, linked(response)])) };
}

/** Examples stay unread until somebody asks for them. */
function linkedMedia(contract: Contract, marker: LinkMarker, media: MediaType): MediaType {
  const examples = lazily(() => media.examples.map((example) => linkedExample(contract, marker, media, example)));
  return Object.defineProperties({} as MediaType, {
    ...Object.getOwnPropertyDescriptors(media),
    examples: { enumerable: true, get: examples },
  }); // every property of a MediaType is copied
}

function linkedExample(contract: Contract, marker: LinkMarker, { type, schema }: MediaType, example: NamedExample): NamedExample {
  if (formOf(type) === 'xml' && typeof example.value === 'string') return { ...example, value: marker.markXml(example.value) };
  if (!mayBeJson(type)) return example;
  const value = marker.mark(example.value);
  if (value === example.value) return example;
  if (!schema) return { ...example, value };
  // Where a schema insists on the published host, the address stays as it is.
  const before = new Set(contract.check(schema, example.value).map(({ pointer, keyword }) => `${pointer} ${keyword}`));
  const after = contract.check(schema, ofThisMachine(value)).filter(({ pointer, keyword }) => !before.has(`${pointer} ${keyword}`));
  if (after.length === 0) return { ...example, value };
  return { ...example, value: marker.mark(example.value, new Set(after.map(({ pointer }) => pointer))) };
}

/** As it will look on one's own machine. */
function ofThisMachine(value: Json): Json {
  return JSON.parse(unmarked(JSON.stringify(value), (_, path) => `http://localhost:8787${path}`)) as Json; // written from JSON a moment ago
}

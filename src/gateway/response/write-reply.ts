/** A reply's body in the type that the client accepts, so far as what was answered can be said in it. */
import { writeText } from '../../answer/representation/write-text.ts';
import type { DocumentedResponse, Json, MediaType, Schema } from '../../contract/contract.ts';
import { jsonMedia, mediaFor } from '../../contract/documented.ts';
import { concreteType, isJsonType } from '../../contract/media-type.ts';
import { writeXml } from '../../contract/xml/write-xml.ts';
import type { Reply } from '../../mock/reply.ts';
import { note, type Incoming } from '../request/incoming.ts';

interface Written {
  readonly type: string;
  readonly text: string;
}

export function writeReply(incoming: Incoming, reply: Reply, documented: DocumentedResponse | undefined): Written {
  const accept = incoming.request.headers.get('accept');
  const media = reply.type === undefined && documented ? trueMedia(incoming, reply, documented, accept) : undefined;
  const type = reply.type ?? (media ? concreteType(media.type, accept) : 'application/json');
  if (isJsonType(type)) return { type, text: reply.rendered ?? JSON.stringify(reply.body) };
  const text = inType(incoming, valueOf(reply), type, documented);
  return text === undefined
    ? { type: jsonMedia(documented)?.type ?? 'application/json', text: reply.rendered ?? JSON.stringify(reply.body) }
    : { type, text };
}

export function valueOf(reply: Reply): Json {
  return (reply.rendered === undefined ? reply.body : JSON.parse(reply.rendered)) as Json; // a body is JSON by definition
}

/** State is kept in the shape of a response's first JSON; where another kind of JSON has another shape, the body is called what it is. */
function trueMedia(incoming: Incoming, reply: Reply, documented: DocumentedResponse, accept: string | null): MediaType | undefined {
  const media = mediaFor(accept, documented);
  const shown = jsonMedia(documented);
  if (!media?.schema || !shown || media === shown || !isJsonType(media.type) || isSame(media, shown)) return media;
  if (incoming.api?.contract.check(media.schema, valueOf(reply)).length === 0) return media;
  note(incoming, `What is kept has the shape of ${shown.type}, not of ${media.type}; it was sent as what it is.`);
  return shown;
}

const isSame = (a: MediaType, b: MediaType): boolean => JSON.stringify(a.schema?.schema) === JSON.stringify(b.schema?.schema);

/** XML goes by the schema of its own type, or of another that the same response is documented in. */
export function inType({ api }: Incoming, value: Json, type: string, documented: DocumentedResponse | undefined): string | undefined {
  return writeText(value, type, (whole) => {
    const content = documented?.content ?? [];
    const at = content.find((media) => media.type === type)?.schema ?? content.find((media) => media.schema)?.schema;
    return writeXml(api?.contract ?? noContract, whole, at?.schema, 'response');
  });
}

const noContract = { resolve: (schema: Schema): Schema => schema };

/** What an operation takes as its body, understood once: per media type its compiled check, and how its bytes are read where they are no JSON. */
import type { Checker, Contract, MediaType, Operation, SchemaAt } from '../contract.ts';
import { lazily } from '../lazily.ts';
import { essenceOf } from '../media-type.ts';
import { speaksFhir } from '../parameters/fhir-habits.ts';
import type { Malformed } from './form-entry.ts';
import { readMultipart } from './multipart.ts';
import { formReader } from './read-form.ts';
import { searchFormReader } from './read-search-form.ts';
import type { Settled } from './settle-readings.ts';
import { readUrlencoded } from './urlencoded.ts';

export interface BodyPlan {
  /** As published. */
  readonly type: string;
  readonly schema?: SchemaAt;
  /** Every fault of a JSON body. */
  readonly check: Checker;
  /** What the bytes of any other body mean, and every fault of that; undefined where they are kept as they came. */
  read(bytes: Uint8Array, contentType: string): Read;
}

type Read = Settled | Malformed | undefined;
type BytesReader = (bytes: Uint8Array, contentType: string) => Read;

export function planBodies(contract: Contract, operation: Operation): readonly BodyPlan[] {
  return (operation.body?.content ?? []).map((media): BodyPlan => {
    const { type, schema } = media;
    const reader = lazily(() => readerFor(contract, operation, media));
    return {
      type,
      ...(schema && { schema }),
      check: schema ? contract.checker(schema) : () => [],
      read: (bytes, contentType) => reader()?.(bytes, contentType),
    };
  });
}

function readerFor(contract: Contract, operation: Operation, media: MediaType): BytesReader | undefined {
  switch (essenceOf(media.type)) {
    case 'multipart/form-data': {
      const read = formReader(contract, media);
      return (bytes, contentType) => {
        const entries = readMultipart(bytes, contentType);
        return 'malformed' in entries ? entries : read(entries);
      };
    }
    case 'application/x-www-form-urlencoded':
      return textReader(operation.path.endsWith('/_search') && speaksFhir(contract) ? searchReader() : urlencodedReader());
    default:
      return undefined;
  }

  function urlencodedReader(): (text: string) => Read {
    const read = formReader(contract, media);
    return (text) => {
      const entries = readUrlencoded(text);
      return 'malformed' in entries ? entries : read(entries);
    };
  }

  function searchReader(): (text: string) => Read {
    const read = searchFormReader(contract, operation, media);
    return (text) => {
      const entries = readUrlencoded(text);
      return 'malformed' in entries ? entries : read(text);
    };
  }
}

function textReader(read: (text: string) => Read): BytesReader {
  return (bytes) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return { malformed: 'The body is not valid UTF-8.' };
    }
    return read(text);
  };
}

/** What an operation takes as its body, understood once: per media type its compiled check, and how its bytes are read where they are no JSON. */
import type { Checked, Contract, Json, LenientCheck, MediaType, Operation, Relaxation, Sample, SchemaAt } from '../contract.ts';
import { isCounterExample } from '../counter-examples.ts';
import { lazily } from '../lazily.ts';
import { essenceOf, formOf } from '../media-type.ts';
import { speaksFhir } from '../parameters/fhir-habits.ts';
import { readsAsUtf8 } from './charset.ts';
import { readMultipart } from './multipart.ts';
import { formReader } from './read-form.ts';
import { searchFormReader } from './read-search-form.ts';
import { type Read, type TextReader, textReader } from './text-reader.ts';
import { readUrlencoded } from './urlencoded.ts';

export interface BodyPlan {
  /** As published. */
  readonly type: string;
  readonly schema?: SchemaAt;
  /** Every fault of a JSON body but those that the contract's own examples have. */
  check(value: Json): Checked;
  /** What is not enforced because of them. */
  relaxations(): readonly Relaxation[];
  /** What the bytes of any other body mean, and every fault of that; undefined where they are kept as they came. */
  read(bytes: Uint8Array, contentType: string): Read;
}

type BytesReader = (bytes: Uint8Array, contentType: string) => Read;

/** What else of a body is published than its own examples. */
export type SamplesOf = (media: MediaType) => readonly Sample[];

export function planBodies(contract: Contract, operation: Operation, others: SamplesOf = () => []): readonly BodyPlan[] {
  return (operation.body?.content ?? []).map((media): BodyPlan => {
    const { type, schema } = media;
    const samples = (): readonly Sample[] => [
      ...media.examples
        .filter((example) => !isCounterExample(operation, example) && !isUnreadable(contract, media, example.value))
        .map(({ name, value }) => ({ name: `the request example "${name}"`, value })),
      ...others(media),
    ];
    const lenient = schema ? contract.lenient(schema, samples) : undefined;
    const reader = lazily(() => readerFor(contract, operation, { media, lenient }));
    return {
      type,
      ...(schema && { schema }),
      check: lenient ? lenient.check : () => ({ faults: [], relaxed: [] }),
      relaxations: lenient ? lenient.relaxations : () => [],
      read: (bytes, contentType) => reader()?.(bytes, contentType),
    };
  });
}

/** A text where a structure is wanted is one that nobody reads: it says nothing of any place in it. */
function isUnreadable(contract: Contract, { schema }: MediaType, value: Json): boolean {
  if (typeof value !== 'string' || !schema) return false;
  return contract.check(schema, value).some(({ pointer, keyword }) => pointer === '' && keyword === 'type');
}

interface Documented {
  readonly media: MediaType;
  readonly lenient: LenientCheck | undefined;
}

function readerFor(contract: Contract, operation: Operation, { media, lenient }: Documented): BytesReader | undefined {
  if (essenceOf(media.type) === 'multipart/form-data') {
    const read = formReader(contract, media, lenient);
    return (bytes, contentType) => {
      const entries = readMultipart(bytes, contentType);
      return 'malformed' in entries ? entries : read(entries);
    };
  }
  if (essenceOf(media.type).startsWith('multipart/')) return keptWhole;
  const read =
    formOf(media.type) === 'form' ? urlencodedReader(contract, operation, { media, lenient }) : textReader(contract, media, lenient);
  return read && ofUtf8(read);
}

/** Parts without names, which only forms have, are nobody's members. */
const keptWhole: BytesReader = () => ({
  value: null,
  faults: [],
  asBytes: true,
  notes: ['The parts of this multipart body have no names: it was kept as it came, and not held to the contract.'],
});

function urlencodedReader(contract: Contract, operation: Operation, { media, lenient }: Documented): TextReader {
  const search = operation.path.endsWith('/_search') && speaksFhir(contract) ? searchFormReader(contract, operation, media) : undefined;
  const form = lazily(() => formReader(contract, media, lenient));
  return (text) => {
    const entries = readUrlencoded(text);
    return 'malformed' in entries ? entries : (search?.(text) ?? form()(entries));
  };
}

/** A text of another encoding than UTF-8 is kept as it came. */
function ofUtf8(read: TextReader): BytesReader {
  return (bytes, contentType) => {
    if (!readsAsUtf8(contentType, bytes)) return undefined;
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return { malformed: 'The body is not valid UTF-8.' };
    }
    return read(text);
  };
}

/** The envelope of one documented list: read from its schema, and from its example where the schema says too little. */
import type { Json, MediaType, Parameter, SchemaAt } from '../../../contract/contract.ts';
import { isJsonType } from '../../../contract/media-type.ts';
import type { Meaning } from '../../../meaning/infer-roles.ts';
import { plainName } from '../../resource/names.ts';
import { findEnvelope, isSaidOfItems, itemShape, kindsOf, type Collection, type Envelope } from './envelope.ts';
import { factsIn, type Fact } from './page-facts.ts';
import { overlaid, shapeOfExample, shapeOfSchema, type Shape } from './shape.ts';
import { elementWriter, type ElementWriter } from './write-element.ts';
import { pageWriter, type ListPage, type PageWriter } from './write-page.ts';

export interface Frame {
  readonly envelope: Envelope;
  /** What a page tells of itself. */
  readonly facts: readonly Fact[];
  /** Writers of a page and of its elements, from a body that is generated where the contract publishes none. */
  writers(generate: () => Json | undefined): Writers;
}

export interface Writers {
  readonly page: PageWriter;
  readonly element: ElementWriter;
}

/** `parameters`: what a request may say, which a member of that name says again. */
export function planFrame(
  meaning: Meaning,
  { type, schema, examples }: MediaType,
  collection: Collection,
  parameters: readonly Parameter[] = [],
): Frame | undefined {
  const [example] = examples;
  const shown = example && shapeOfExample(example.value);
  const declared = schema && shapeOfSchema(meaning.read, schema);
  const body = declared && shown ? overlaid(declared, shown) : (declared ?? shown);
  const envelope = (body && findEnvelope(body, collection)) ?? unsaidEnvelope(body, type, collection);
  if (!envelope) return undefined;
  const asked = new Set(
    parameters
      .filter(({ in: place }) => place === 'path' || place === 'query')
      .filter(({ in: place, name }) => !isSaidOfItems(envelope, plainName(name), place === 'query'))
      .map(({ name }) => plainName(name)),
  );
  return {
    envelope,
    facts: factsIn(envelope.body, envelope.path),
    writers(generate) {
      const model = example ? example.value : generate();
      return { page: pageWriter({ envelope, model, published: example !== undefined, asked }), element: elementWriter(envelope, model) };
    },
  };
}

/** What every Bundle may have, and what a contract names that says no more of its searches than that FHIR answers them. */
const ofAnyBundle = /^(?:resourceType|id|meta|type|total|timestamp|link|identifier|language|implicitRules)$/;

/** Where paths say that this is a list, and nothing says what it looks like: FHIR answers a Bundle; elsewhere what may be anything is an array. */
function unsaidEnvelope(body: Shape | undefined, type: string, collection: Collection): Envelope | undefined {
  if (!collection.certain) return undefined;
  const isOpen = body === undefined || body.type === 'unknown';
  const isFhir = /\bfhir\+json\b/i.test(type) || collection.item?.members.has('resourceType') === true;
  if (!isFhir) return isOpen && isJsonType(type) ? findEnvelope(shapeOfExample([]), collection) : undefined;
  const kinds = isOpen ? [] : kindsOf(body);
  const isAny = isOpen || (body.type === 'object' && !body.closed && body.members.keys().every((name) => ofAnyBundle.test(name)));
  if (!isAny || (kinds.length > 0 && !kinds.includes('Bundle'))) return undefined;
  const bare = shapeOfExample({ resourceType: 'Bundle', entry: [] });
  return findEnvelope({ ...bare, ...body, type: 'object', members: new Map([...bare.members, ...(body?.members ?? [])]) }, collection);
}

/** The schema of one item of a documented list; undefined where it is of no list, or says nothing of its items. */
export function itemSchema(meaning: Meaning, at: SchemaAt, name: string): SchemaAt | undefined {
  const envelope = findEnvelope(shapeOfSchema(meaning.read, at), { name, certain: false });
  return envelope && itemShape(envelope)?.at;
}

/** A page without items, as a list answers where there are none. */
export function emptyPage(frame: Frame, now: string, generate: () => Json | undefined): string {
  const zero: ListPage = {
    count: (count) => (count === 'from' || count === 'to' ? undefined : count === 'page' ? 1 : 0),
    flag: (flag) => flag !== 'hasNext' && flag !== 'hasPrev',
    id: () => undefined,
    given: () => undefined,
    way: () => undefined,
    usualWay: 'link',
    now,
  };
  return frame.writers(generate).page(zero, '');
}

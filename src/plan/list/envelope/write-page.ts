/** Writes a page as text: the envelope as the contract shows it, made ready once, with the facts of this page and its items put in. */
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import { plainName } from '../../resource/names.ts';
import type { Envelope } from './envelope.ts';
import { factOf, isContainer, type Count, type Flag, type Relation } from './page-facts.ts';
import { overlaid, shapeOfExample, type Shape } from './shape.ts';
import { bundleLinks, factPart, isText } from './write-fact.ts';

/** What a page tells of itself. */
export interface ListPage {
  count(count: Count): number | undefined;
  flag(flag: Flag): boolean;
  /** The id of its first or last item. */
  id(which: 'first' | 'last'): string | undefined;
  /** Undefined where that page does not exist. */
  way(relation: Relation, as: 'link' | 'cursor' | 'number'): string | number | undefined;
  /** What the request says under a plain name. */
  given(plain: string): Json | undefined;
  /** How a member that does not say so names another page. */
  readonly usualWay: 'link' | 'cursor';
  /** What a Bundle is, where no published one says. */
  readonly bundle?: 'history';
  readonly now: string;
}

export type PageWriter = (page: ListPage, elements: string) => string;
export type PagePart = (page: ListPage, elements: string) => string | undefined;

/** Members that tell of trouble, which a list made here never has. */
const trouble = /^(?:errors?|warnings?|issues?)$/;

/** `model`: a body that the contract shows, or one generated (`published` false), of which everything stays that is no fact of a page. */
export function pageWriter({
  envelope,
  model,
  published,
  asked = new Set(),
}: {
  readonly envelope: Envelope;
  readonly model?: Json | undefined;
  readonly published: boolean;
  readonly asked?: ReadonlySet<string>;
}): PageWriter {
  const { body, path, bundle } = envelope;
  if (path.length === 0) return (_, elements) => `[${elements}]`;
  const sample = isObject(model) ? model : {};
  const write = objectPart({ shape: body, sample, kept: true, path, bundle, published, asked });
  return (page, elements) => write(page, elements) ?? '{}';
}

interface Place {
  readonly shape: Shape;
  readonly sample: JsonObject;
  /** Stands there even if it holds nothing. */
  readonly kept: boolean;
  /** From here to the array; none beside the way there. */
  readonly path: readonly string[];
  readonly bundle: boolean;
  readonly published: boolean;
  /** Plain names of what a request may say: a member of such a name says it again. */
  readonly asked: ReadonlySet<string>;
}

function objectPart(place: Place): PagePart {
  const { kept } = place;
  const names = namesOf(place);
  const among = new Set(names.map(plainName));
  const parts = names.flatMap((name): (readonly [string, PagePart])[] => {
    const part = memberPart(place, name, among);
    return part ? [[`${JSON.stringify(name)}:`, part]] : [];
  });
  return (page, elements) => {
    let text = '';
    for (const [name, part] of parts) {
      const value = part(page, elements);
      if (value !== undefined) text += `${text === '' ? '' : ','}${name}${value}`;
    }
    return text === '' && !kept && parts.length === 0 ? undefined : `{${text}}`;
  };
}

function namesOf({ shape, sample, path, bundle }: Place): readonly string[] {
  const names = new Set(Object.keys(sample));
  const array = path[0];
  for (const name of shape.members.keys()) if (name !== array) names.add(name);
  if (bundle && !shape.closed) for (const name of ['resourceType', 'type', 'total', 'link']) names.add(name);
  if (array !== undefined) names.add(array);
  return [...names];
}

function memberPart(place: Place, name: string, among: ReadonlySet<string>): PagePart | undefined {
  const { shape, sample, path, bundle, published, asked } = place;
  const declared = shape.members.get(name)?.();
  const shown = Object.hasOwn(sample, name) ? sample[name] : undefined;
  const member =
    shown === undefined || declared === undefined
      ? (declared ?? (shown === undefined ? undefined : shapeOfExample(shown)))
      : overlaid(declared, shapeOfExample(shown));
  const required = shape.required.has(name);
  if (name === path[0]) {
    if (path.length > 1)
      return objectPart({
        ...place,
        shape: member ?? emptyShape,
        sample: isObject(shown) ? shown : {},
        path: path.slice(1),
        bundle: false,
      });
    // FHIR has no empty arrays (https://hl7.org/fhir/R4/json.html).
    return bundle && !required ? (_, elements) => (elements === '' ? undefined : `[${elements}]`) : (_, elements) => `[${elements}]`;
  }
  if (bundle) {
    const part = bundlePart(name, shown, { declared: declared !== undefined, published });
    if (part) return part;
  }
  if (member) {
    const fact = factOf(name, member, among);
    if (fact) return factPart(fact, member, required);
    if (member.type === 'object' && isContainer(name))
      return objectPart({
        shape: member,
        sample: isObject(shown) ? shown : {},
        kept: required || shown !== undefined,
        path: [],
        bundle: false,
        published,
        asked,
      });
  }
  const plain = plainName(name);
  if (member?.type === 'scalar' && asked.has(plain))
    return echoPart(member, plain, shown === undefined || !(published || required) ? undefined : JSON.stringify(shown));
  if (shown === undefined || (!published && !required && (bundle || trouble.test(plain)))) return undefined;
  const text = JSON.stringify(shown);
  return () => text;
}

const emptyShape: Shape = { type: 'object', keywords: {}, members: new Map(), required: new Set(), nullable: false, closed: false };

/** What the request says under this name, where the schema has room for it. */
function echoPart(shape: Shape, plain: string, otherwise: string | undefined): PagePart {
  const { enum: words } = shape.keywords;
  const asText = isText(shape);
  return (page) => {
    const given = page.given(plain);
    if (given === undefined || typeof given === 'object' || (words && !words.includes(given))) return otherwise;
    if (asText) return JSON.stringify(String(given));
    return typeof given === 'string' ? otherwise : JSON.stringify(given);
  };
}

/** What FHIR fixes of a Bundle that answers a search (https://hl7.org/fhir/R4/bundle.html). */
function bundlePart(
  name: string,
  shown: Json | undefined,
  { declared, published }: { readonly declared: boolean; readonly published: boolean },
): PagePart | undefined {
  switch (name) {
    case 'resourceType':
      return () => '"Bundle"';
    case 'type':
      return (page) => JSON.stringify(published && typeof shown === 'string' ? shown : (page.bundle ?? 'searchset'));
    case 'total':
      return (page) => String(page.count('total'));
    case 'timestamp':
      return shown === undefined ? undefined : (page) => JSON.stringify(page.now);
    case 'meta': {
      const { lastUpdated, ...rest } = isObject(shown) ? shown : {};
      if (lastUpdated === undefined) return undefined;
      const others = JSON.stringify(rest).slice(1, -1);
      return (page) => `{"lastUpdated":${JSON.stringify(page.now)}${others === '' ? '' : `,${others}`}}`;
    }
    case 'link':
      return (page) =>
        declared || page.way('next', 'link') !== undefined || page.way('prev', 'link') !== undefined ? bundleLinks(page) : undefined;
    default:
      return undefined;
  }
}

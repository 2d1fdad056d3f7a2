/** Writes a page as text: the envelope as the contract shows it, made ready once, with the facts of this page and its items put in. */
import type { Json, JsonObject } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import { asPublished } from '../../../contract/published-links.ts';
import { plainName } from '../../resource/names.ts';
import type { Envelope } from './envelope.ts';
import { factOf, isContainer, type Count, type Fact, type Flag, type Relation } from './page-facts.ts';
import { overlaid, shapeOfExample, type Shape } from './shape.ts';

/** What a page tells of itself. */
export interface ListPage {
  count(count: Count): number | undefined;
  flag(flag: Flag): boolean;
  /** The id of its first or last item. */
  id(which: 'first' | 'last'): string | undefined;
  /** Undefined where that page does not exist. */
  way(relation: Relation, as: 'link' | 'cursor' | 'number'): string | number | undefined;
  /** How a member that does not say so names another page. */
  readonly usualWay: 'link' | 'cursor';
  /** What a Bundle is, where no published one says. */
  readonly bundle?: 'history';
  readonly now: string;
}

export type PageWriter = (page: ListPage, elements: string) => string;
type Part = (page: ListPage, elements: string) => string | undefined;

/** Members that tell of trouble, which a list made here never has. */
const trouble = /^(?:errors?|warnings?|issues?)$/;

/** `model`: a body that the contract shows, or one generated (`published` false), of which everything stays that is no fact of a page. */
export function pageWriter({
  envelope,
  model,
  published,
}: {
  readonly envelope: Envelope;
  readonly model?: Json | undefined;
  readonly published: boolean;
}): PageWriter {
  const { body, path, bundle } = envelope;
  if (path.length === 0) return (_, elements) => `[${elements}]`;
  const sample = isObject(model) ? model : {};
  const write = objectPart({ shape: body, sample, kept: true, path, bundle, published });
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
}

function objectPart(place: Place): Part {
  const { kept } = place;
  const names = namesOf(place);
  const among = new Set(names.map(plainName));
  const parts = names.flatMap((name): (readonly [string, Part])[] => {
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

function memberPart(place: Place, name: string, among: ReadonlySet<string>): Part | undefined {
  const { shape, sample, path, bundle, published } = place;
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
      });
  }
  if (shown === undefined || (!published && !required && (bundle || trouble.test(plainName(name))))) return undefined;
  const text = JSON.stringify(shown);
  return () => text;
}

const emptyShape: Shape = { type: 'object', keywords: {}, members: new Map(), required: new Set(), nullable: false, closed: false };

/** What FHIR fixes of a Bundle that answers a search (https://hl7.org/fhir/R4/bundle.html). */
function bundlePart(
  name: string,
  shown: Json | undefined,
  { declared, published }: { readonly declared: boolean; readonly published: boolean },
): Part | undefined {
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

const relations: readonly Relation[] = ['self', 'first', 'prev', 'next', 'last'];

function bundleLinks(page: ListPage): string | undefined {
  return linkList(page, { relation: 'relation', url: 'url', bundle: true });
}

function linkList(
  page: ListPage,
  names: { readonly relation: string; readonly url: string; readonly bundle: boolean },
): string | undefined {
  const links = relations.flatMap((relation) => {
    if (names.bundle && (relation === 'first' || relation === 'last')) return [];
    const url = page.way(relation, 'link');
    const word = names.bundle && relation === 'prev' ? 'previous' : relation;
    return url === undefined ? [] : [`{"${names.relation}":"${word}","${names.url}":${JSON.stringify(url)}}`];
  });
  return `[${links.join(',')}]`;
}

function factPart(fact: Fact, shape: Shape, required: boolean): Part {
  const asText = isText(shape);
  const absent = shape.nullable
    ? 'null'
    : required
      ? shape.type === 'array'
        ? '[]'
        : asText
          ? '""'
          : shape.type === 'object'
            ? '{}'
            : '0'
      : undefined;
  const written = (value: string | number | undefined): string | undefined =>
    value === undefined ? absent : JSON.stringify(asText ? String(value) : value);
  switch (fact.of) {
    case 'count':
      return (page) => written(page.count(fact.count));
    case 'flag':
      return (page) => String(page.flag(fact.flag));
    case 'id':
      return (page) => written(page.id(fact.which));
    case 'ways': {
      const members = shape.items?.().members;
      const names = {
        relation: members?.has('rel') ? 'rel' : 'relation',
        url: ['href', 'uri', 'url'].find((name) => members?.has(name)) ?? 'url',
        bundle: false,
      };
      return (page) => linkList(page, names);
    }
    case 'way': {
      if (shape.type === 'object') {
        const name = ['href', 'url', 'uri'].find((one) => shape.members.has(one)) ?? 'href';
        return (page) => {
          const link = page.way(fact.relation, 'link');
          return link === undefined ? absent : `{"${name}":${JSON.stringify(link)}}`;
        };
      }
      const local = localPart(shape);
      return (page) => {
        const as = fact.as ?? page.usualWay;
        const value = page.way(fact.relation, as);
        return written(as === 'link' && typeof value === 'string' ? local(value) : value);
      };
    }
  }
}

const isText = ({ type, keywords }: Shape): boolean =>
  type === 'scalar' &&
  (keywords.type === undefined
    ? typeof keywords.example === 'string'
    : ![keywords.type].flat().some((one) => one === 'integer' || one === 'number'));

/** Links without a host stay without one, where the contract shows them so. */
function localPart({ keywords: { example } }: Shape): (url: string) => string {
  const shown = asPublished(String(example ?? ''));
  if (shown.startsWith('?')) return (url) => url.slice(Math.max(0, url.indexOf('?')));
  return shown.startsWith('/') && !shown.startsWith('//') ? (url) => url.replace(/^[a-z]+:\/\/[^/]+/i, '') : (url) => url;
}

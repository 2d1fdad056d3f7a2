/** Writes what a page tells of itself, as the member's schema has it. */
import { asPublished } from '../../../contract/published-links.ts';
import { plainName } from '../../resource/names.ts';
import { isBareCursor, type Fact, type Relation } from './page-facts.ts';
import type { Shape } from './shape.ts';
import type { ListPage, PagePart } from './write-page.ts';

const relations: readonly Relation[] = ['self', 'first', 'prev', 'next', 'last'];

/** FHIR's links: https://hl7.org/fhir/R4/bundle-definitions.html#Bundle.link. */
export function bundleLinks(page: ListPage): string {
  const links = (['self', 'prev', 'next'] as const).flatMap((relation) => {
    const url = page.way(relation, 'link');
    return url === undefined ? [] : [`{"relation":"${relation === 'prev' ? 'previous' : relation}","url":${JSON.stringify(url)}}`];
  });
  return `[${links.join(',')}]`;
}

export function factPart(fact: Fact, shape: Shape, required: boolean): PagePart {
  const absent = shape.nullable ? 'null' : required ? emptyOf(shape) : undefined;
  const asText = isText(shape);
  const written = (value: string | number | undefined): string | undefined =>
    value === undefined ? absent : JSON.stringify(asText ? String(value) : value);
  switch (fact.of) {
    case 'count':
      return shape.type === 'object' ? countObject(shape, (page) => page.count(fact.count)) : (page) => written(page.count(fact.count));
    case 'flag':
      return (page) => String(page.flag(fact.flag));
    case 'id':
      return (page) => written(page.id(fact.which));
    case 'ways':
      return linkList(shape);
    case 'way': {
      if (shape.type === 'object') return wayObject(shape, fact.relation, absent);
      const local = localPart(shape);
      return (page) => {
        const as = fact.as ?? page.usualWay;
        const value = page.way(fact.relation, as);
        return written(as === 'link' && typeof value === 'string' ? local(value) : value);
      };
    }
  }
}

/** What says nothing, where something must stand. */
function emptyOf(shape: Shape): string {
  if (shape.type === 'array') return '[]';
  if (isText(shape)) return '""';
  return shape.type === 'object' ? '{}' : '0';
}

/** `total: {value, relation}`, as Elasticsearch has it. */
function countObject(shape: Shape, count: (page: ListPage) => number | undefined): PagePart {
  const exactly = shape.members.has('relation') ? ',"relation":"eq"' : '';
  return (page) => `{"value":${count(page)}${exactly}}`;
}

/** `next: {href}`, or a cursor and a link beside each other. */
function wayObject({ members }: Shape, relation: Relation, absent: string | undefined): PagePart {
  const declared = [...members.keys()].flatMap((name): readonly (readonly [string, 'link' | 'cursor' | 'number'])[] => {
    const plain = plainName(name);
    if (/^(?:href|url|uri|link)$/.test(plain)) return [[name, 'link']];
    if (isBareCursor(name) || plain === 'token' || plain === 'key') return [[name, 'cursor']];
    return /^(?:page|number|offset|pagenumber)$/.test(plain) ? [[name, 'number']] : [];
  });
  const names = declared.length > 0 ? declared : [['href', 'link'] as const];
  return (page) => {
    const told = names.flatMap(([name, as]) => {
      const value = page.way(relation, as);
      return value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`];
    });
    return told.length === 0 ? absent : `{${told.join(',')}}`;
  };
}

/** `links: [{rel, href}]`. */
function linkList({ items }: Shape): PagePart {
  const members = items?.().members;
  const relationName = members?.has('rel') ? 'rel' : 'relation';
  const urlName = ['href', 'uri', 'url'].find((name) => members?.has(name)) ?? 'url';
  return (page) => {
    const links = relations.flatMap((relation) => {
      const url = page.way(relation, 'link');
      return url === undefined ? [] : [`{"${relationName}":"${relation}","${urlName}":${JSON.stringify(url)}}`];
    });
    return `[${links.join(',')}]`;
  };
}

export const isText = ({ type, keywords }: Shape): boolean =>
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

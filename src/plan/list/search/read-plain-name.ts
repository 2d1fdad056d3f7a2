/** A search parameter of a plain JSON API by its name: a member however it is spelt, a bound of one, or free text. */
import { identitiesOf } from '../../resource/id-plan.ts';
import { plainName, sameName } from '../../resource/names.ts';
import { emptyField, type SearchedField } from './field.ts';
import type { HeldKind } from './held.ts';
import { isWord, kindOfType, typeOfShape } from './kind-of-shape.ts';
import { boundedMember, isDateShape, isNumber, isOuter, memberNamed, sideOf, type Member } from './members.ts';
import type { Searched, SearchParameter } from './parameter.ts';

const freeText = /^(?:q|query|search|searchterm|searchtext|term|keywords?|freetext|text|find|_content|_text)$/;

export function plainSearch(about: Searched, name: string): SearchParameter | undefined {
  const { members, name: collection, names, fhir } = about;
  const bare = name.replace(/^filter\[(.*?)\]/, '$1').replace(/^filter[._]/, '');
  const side = sideOf(bare);
  const isPair = side !== undefined && names.some((other) => other !== name && isOther(side, sideOf(other)));
  const own = memberNamed(members, bare, collection);
  const plain = plainName(bare);
  const exact = own !== undefined && (plainName(own.path.join('')) === plain || isOuter(own, (step) => plainName(step) === plain));
  if (side && (!exact || isPair)) {
    const bounded = exact && isBounded(own) ? own : boundedMember(members, side.rest, isBounded);
    if (bounded) return { name, bound: side.side, field: memberField(bounded, fhir) };
  }
  if (own) return { name, field: memberField(own, fhir) };
  if (freeText.test(plainName(bare)) || freeText.test(bare))
    return { name, field: { ...emptyField, key: 'words', kind: 'words', places: [[]], indexed: false } };
  return about.item === undefined || about.item.members.size === 0
    ? { name, field: { ...emptyField, key: `${plainName(bare)}/text`, places: [bare.split('.')], loose: true } }
    : undefined;
}

type Sided = NonNullable<ReturnType<typeof sideOf>>;
const isOther = (one: Sided, other: ReturnType<typeof sideOf>): boolean =>
  other !== undefined && other.rest === one.rest && other.side[0] !== one.side[0];

const isBounded = ({ shape }: Member): boolean =>
  shape.type === 'scalar' &&
  (isDateShape(shape) || isNumber(shape) || /date|time|created|updated|modified/i.test(String(shape.keywords.title ?? '')));

/** Members of an object that say which one it is. */
const telling = ['id', 'code', 'value', 'slug', 'name'];

function memberField({ path, shape }: Member, fhir: boolean): SearchedField {
  const one = (shape.type === 'array' ? shape.items?.() : shape) ?? shape;
  const inner = one.type === 'object' ? telling.find((name) => one.members.has(name)) : undefined;
  if (fhir && one.type === 'object') {
    const kind = kindOfType[typeOfShape(one)];
    return { ...emptyField, key: `${path.join('.')}/${kind}`, kind, places: [path], bare: false };
  }
  const place = inner === undefined ? path : [...path, inner];
  const leaf = inner === undefined ? one : (one.members.get(inner)?.() ?? one);
  const kind: HeldKind = isDateShape(leaf) ? 'date' : isNumber(leaf) ? 'number' : fhir && !isWord(leaf) ? 'string' : 'text';
  return {
    ...emptyField,
    key: `${place.join('.')}/${kind}`,
    kind,
    places: [place],
    exactly: isWord(leaf),
    single: shape.type !== 'array' && path.length === 1,
  };
}

export function identitySearch({ itemParameter, id }: Searched, name: string): SearchParameter | undefined {
  if (itemParameter === undefined || !sameName(itemParameter, name)) return undefined;
  return { name, field: { ...emptyField, key: 'identity/text', kind: 'text', otherwise: (body) => identitiesOf(body, id) } };
}

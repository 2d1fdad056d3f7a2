/** What a search parameter means, from its name and the items: members, type, modifier, and the side it bounds. */
import type { Json, Operation } from '../../../contract/contract.ts';
import type { Meaning } from '../../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../../meaning/schema/instance-leaves.ts';
import { identitiesOf, type IdPlan } from '../../resource/id-plan.ts';
import { plainName, sameName } from '../../resource/names.ts';
import type { Shape } from '../envelope/shape.ts';
import type { Side } from './members.ts';
import type { Field } from './field.ts';
import { fhirParameter, type FhirParameter, type ParameterType } from './fhir-parameters.ts';
import type { HeldKind } from './held.ts';
import { boundedMember, isDateShape, isNumber, memberNamed, searchableMembers, sideOf, type Member } from './members.ts';

export interface SearchParameter {
  readonly name: string;
  readonly field: Field;
  readonly modifier?: string;
  readonly bound?: Side;
}

/** What the items of a list are, as far as a search wants to know. */
export interface Searched {
  readonly meaning: Meaning;
  readonly operation: Operation;
  readonly item: Shape | undefined;
  readonly members: readonly Member[];
  /** What the items are called: the last word of the collection's path. */
  readonly name: string;
  readonly fhir: boolean;
  readonly itemParameter: string | undefined;
  readonly id: IdPlan;
  /** Names of all query parameters: a bound often has its other side there. */
  readonly names: readonly string[];
}

export function searched(about: Omit<Searched, 'members'>): Searched {
  return { ...about, members: about.item ? searchableMembers(about.item) : [] };
}

const modifiers = /^(?:not|exact|contains|missing|text|in|not-in|below|above|identifier|of-type|iterate|recurse)$/;
const freeText = /^(?:q|query|search|searchterm|searchtext|term|keywords?|freetext|text|find|_content|_text)$/;
const kinds: Readonly<Record<ParameterType, HeldKind>> = {
  token: 'token',
  reference: 'reference',
  date: 'date',
  string: 'string',
  number: 'number',
  quantity: 'number',
  uri: 'uri',
};

/** Undefined where the items have nothing that the parameter could be about. */
export function readParameter(about: Searched, name: string): SearchParameter | undefined {
  const found = about.fhir ? (fhirSearch(about, name) ?? plainSearch(about, name)) : plainSearch(about, name);
  const identity = found ?? identitySearch(about, name);
  const declared = about.operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
  const isPerson = declared !== undefined && about.meaning.parameterRole(about.operation, declared) === 'patient.nhsNumber';
  return isPerson ? { name, ...identity, field: personField(about, identity?.field) } : identity;
}

/** Names of a person, at the places of a field, and else wherever a body gives an NHS number as a patient's. */
export function personField(about: Searched, field: Field | undefined): Field {
  const base =
    field?.kind === 'token' || field?.kind === 'reference'
      ? field
      : { ...emptyField, kind: 'token' as const, places: field?.places ?? [], bare: false };
  return { ...base, key: `${base.key}@`, refers: true, loosely: true, otherwise: (body) => numbersIn(about, body) };
}

const emptyField: Field = { key: '', kind: 'text', places: [], bare: true, refers: false, exactly: false, single: false, indexed: true };

/** A view of another collection shows what tells of whom its path names, wherever that stands. */
export function viewParameter(name: string): SearchParameter {
  return { name, field: { ...emptyField, kind: 'token', indexed: false, otherwise: (body) => idsIn(body) } };
}

/** Every text and number of a body, and what stands at the end of references and identifiers. */
function idsIn(body: Json): readonly string[] {
  if (typeof body === 'string') return [body, ...[/[^/]+$/, /[^|]+$/].flatMap((end) => end.exec(body)?.[0] ?? [])];
  if (typeof body === 'number') return [String(body)];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(idsIn) : [];
}

/** NHS numbers that a body gives as a patient's, however deep. */
function numbersIn({ meaning }: Searched, body: Json): readonly string[] {
  return instanceLeaves(meaning, body)
    .filter(({ role }) => role === 'patient.nhsNumber')
    .map(({ value }) => String(value).replace(/[ -]/g, ''));
}

function fhirSearch(about: Searched, name: string): SearchParameter | undefined {
  const { segments, modifier } = segmentsOf(about, name.replace(/^-/, ''));
  const last = segments.at(-1) ?? '';
  const isSide = segments.length > 1 && sideOf(last)?.rest === '';
  const before = isSide ? segments.slice(0, -1) : segments;
  const bound = isSide ? sideOf(last)?.side : undefined;
  const end = before.at(-1) ?? '';
  const parameters = before.map((segment) => fhirParameter(segment) ?? memberParameter(about, segment));
  const [first] = parameters;
  const parameter = parameters.at(-1);
  if (!first || !parameter) return undefined;
  const asked = { name, ...(modifier === undefined ? {} : { modifier }), ...(bound === undefined ? {} : { bound }) };
  if (parameters.length === 1) return { ...asked, field: fhirField(about, end, first, modifier) };
  const above = product(parameters.slice(0, -1).map((one) => one?.paths ?? []));
  // The identifier of whom a resource refers to stands in the reference itself, or in what it contains.
  if (end === 'identifier') return { ...asked, field: fhirField(about, before.join('.'), { type: 'token', paths: above }, modifier, true) };
  const field = fhirField(about, before.join('.'), { ...parameter, paths: above }, modifier);
  return {
    ...asked,
    field: { ...field, kind: kinds[parameter.type], beyond: parameter.paths.map((path) => path.split('.')), indexed: false },
  };
}

/** `composition.subject:Patient.identifier`, `patient:name` and `ServiceRequest.identifier` taken apart; a last word that says how is apart. */
function segmentsOf(
  { name: collection, item }: Searched,
  name: string,
): { readonly segments: readonly string[]; readonly modifier?: string } {
  const segments: string[] = [];
  let modifier: string | undefined;
  for (const part of name.split('.')) {
    const [word = '', ...after] = part.split(':');
    segments.push(word);
    modifier = undefined;
    for (const one of after) {
      if (one === 'identifier') segments.push(one);
      else if (modifiers.test(one) || /^[A-Z]/.test(one)) modifier = one;
      else segments.push(one);
    }
  }
  const type = item?.members.get('resourceType')?.().keywords;
  const types = [collection, type?.const, type?.example, ...(type?.enum ?? [])];
  const own = segments.length > 1 && types.some((one) => one === segments[0]);
  return { segments: own ? segments.slice(1) : segments, ...(modifier === undefined ? {} : { modifier }) };
}

function memberParameter({ members, name: collection, item }: Searched, segment: string): FhirParameter | undefined {
  const member = memberNamed(
    members.filter(({ path }) => path.length <= 2),
    segment,
    collection,
  );
  if (member) return { type: typeOfShape(member.shape), paths: [member.path.join('.')] };
  // Nothing is declared of the items: the parameter's own name is all there is.
  return item === undefined || item.members.size === 0 ? { type: 'token', paths: [camel(segment)] } : undefined;
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function typeOfShape(shape: Shape): ParameterType {
  const one = shape.type === 'array' ? shape.items?.() : shape;
  if (!one) return 'token';
  const has = (...names: readonly string[]): boolean => names.some((name) => one.members.has(name));
  if (has('reference')) return 'reference';
  if (has('start', 'end') || isDateShape(one)) return 'date';
  if (has('family', 'given', 'line', 'postalCode')) return 'string';
  if (one.type === 'scalar' && isNumber(one)) return 'number';
  const isWord = one.keywords.enum !== undefined || one.keywords.const !== undefined || [one.keywords.type].flat().includes('boolean');
  return one.type === 'scalar' && !isWord ? 'string' : 'token';
}

function fhirField(
  about: Searched,
  key: string,
  { type, paths, system }: FhirParameter,
  modifier: string | undefined,
  refers = type === 'reference',
): Field {
  const places = paths.map((path) => path.split('.'));
  const shapes = places.flatMap((place) => shapeAt(about.item, place) ?? []);
  const kind = kinds[type];
  return {
    ...emptyField,
    key: `${key}/${kind}`,
    kind,
    places,
    bare:
      kind === 'token' &&
      shapes.length > 0 &&
      shapes.every((shape) => (shape.type === 'array' ? shape.items?.().type : shape.type) === 'scalar'),
    refers,
    exactly: kind === 'uri',
    single: places.length === 1 && !isMany(about.item, places[0] ?? []),
    loose: about.item === undefined || about.item.members.size === 0,
    ...(system === undefined ? {} : { system }),
    indexed: modifier !== 'text',
  };
}

function shapeAt(item: Shape | undefined, path: readonly string[]): Shape | undefined {
  let here = item;
  for (const step of path) {
    const one = here?.type === 'array' ? here.items?.() : here;
    here = one?.members.get(step)?.();
  }
  return here;
}

/** Whether there may be several on the way: what is not declared may be. */
function isMany(item: Shape | undefined, path: readonly string[]): boolean {
  return path.some((_, depth) => shapeAt(item, path.slice(0, depth + 1))?.type !== (depth === path.length - 1 ? 'scalar' : 'object'));
}

function product(paths: readonly (readonly string[])[]): readonly string[] {
  return paths.reduce<readonly string[]>(
    (above, below) => (above.length === 0 ? below : above.flatMap((a) => below.map((b) => `${a}.${b}`))),
    [],
  );
}

function plainSearch(about: Searched, name: string): SearchParameter | undefined {
  const { members, name: collection, names, fhir } = about;
  const bare = name.replace(/^filter\[(.*?)\]/, '$1').replace(/^filter[._]/, '');
  const side = sideOf(bare);
  const isPair = side !== undefined && names.some((other) => other !== name && isOther(side, sideOf(other)));
  const own = memberNamed(members, bare, collection);
  const exact = own !== undefined && plainName(own.path.join('')) === plainName(bare);
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

function memberField({ path, shape }: Member, fhir: boolean): Field {
  const one = (shape.type === 'array' ? shape.items?.() : shape) ?? shape;
  const inner = one.type === 'object' ? telling.find((name) => one.members.has(name)) : undefined;
  if (fhir && one.type === 'object') {
    const kind = kinds[typeOfShape(one)];
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

/** A word of a list, an id or a flag, rather than text that people write. */
function isWord({ keywords }: Shape): boolean {
  return (
    keywords.enum !== undefined ||
    keywords.const !== undefined ||
    keywords.pattern !== undefined ||
    /^(?:uuid|uri|url|email)/.test(keywords.format ?? '')
  );
}

function identitySearch({ itemParameter, id }: Searched, name: string): SearchParameter | undefined {
  if (itemParameter === undefined || !sameName(itemParameter, name)) return undefined;
  return { name, field: { ...emptyField, key: 'identity/text', kind: 'text', otherwise: (body) => identitiesOf(body, id) } };
}

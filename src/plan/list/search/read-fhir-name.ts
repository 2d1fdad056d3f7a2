/** A FHIR search parameter by its name: an element, a chain of references to one, a modifier, or a bound of a date. */
import type { Shape } from '../envelope/shape.ts';
import { emptyField, type SearchedField } from './field.ts';
import { fhirParameter, type FhirParameter } from './fhir-parameters.ts';
import { kindOfType, typeOfShape } from './kind-of-shape.ts';
import { memberNamed, sideOf } from './members.ts';
import type { Searched, SearchParameter } from './parameter.ts';

const modifiers = /^(?:not|exact|contains|missing|text|in|not-in|below|above|identifier|of-type|iterate|recurse)$/;

export function fhirSearch(about: Searched, name: string): SearchParameter | undefined {
  const { segments, modifier, type } = segmentsOf(about, name.replace(/^-/, ''));
  const last = segments.at(-1) ?? '';
  const isSide = segments.length > 1 && sideOf(last)?.rest === '';
  const before = isSide ? segments.slice(0, -1) : segments;
  const bound = isSide ? sideOf(last)?.side : undefined;
  const end = before.at(-1) ?? '';
  const parameters = before.map((segment, n) => fhirParameter(segment, n === 0 ? type : undefined) ?? memberParameter(about, segment));
  const [first] = parameters;
  const parameter = parameters.at(-1);
  if (!first || !parameter || !mayHold(about.item, first)) return undefined;
  const asked = { name, ...(modifier === undefined ? {} : { modifier }), ...(bound === undefined ? {} : { bound }) };
  if (parameters.length === 1) return { ...asked, field: fhirField(about, end, first, modifier) };
  const above = product(parameters.slice(0, -1).map((one) => one?.paths ?? []));
  // The identifier of whom a resource refers to stands in the reference itself, or in what it contains.
  if (end === 'identifier') return { ...asked, field: fhirField(about, before.join('.'), { type: 'token', paths: above }, modifier, true) };
  const field = fhirField(about, before.join('.'), { ...parameter, paths: above }, modifier);
  return {
    ...asked,
    field: { ...field, kind: kindOfType[parameter.type], beyond: parameter.paths.map((path) => path.split('.')), indexed: false },
  };
}

/** False where the items can have none of the elements: their schema is closed and has no room for one. */
function mayHold(item: Shape | undefined, { paths }: FhirParameter): boolean {
  return !item?.closed || paths.some((path) => item.members.has(path.split('.')[0] ?? ''));
}

/** `composition.subject:Patient.identifier`, `patient:name` and `ServiceRequest.identifier` taken apart; a last word that says how is apart. */
function segmentsOf(
  { name: collection, item }: Searched,
  name: string,
): { readonly segments: readonly string[]; readonly modifier?: string; readonly type: string } {
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
  const told = item?.members.get('resourceType')?.().keywords;
  const types = [collection, told?.const, told?.example, ...(told?.enum ?? [])];
  const own = segments.length > 1 && types.some((one) => one === segments[0]);
  const type = typeof told?.const === 'string' ? told.const : collection;
  return { segments: own ? segments.slice(1) : segments, ...(modifier === undefined ? {} : { modifier }), type };
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

function fhirField(
  about: Searched,
  key: string,
  { type, paths, system }: FhirParameter,
  modifier: string | undefined,
  refers = type === 'reference',
): SearchedField {
  const places = paths.map((path) => path.split('.'));
  const shapes = places.flatMap((place) => shapeAt(about.item, place) ?? []);
  const kind = kindOfType[type];
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

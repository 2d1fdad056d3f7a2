/** What a FHIR search asks to have beside its matches: `_include` and `_revinclude`, each `Source:parameter:Target` (R4 §3.1.1.5). */
import type { Json, MediaType, Operation } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { includedIn, type Envelope } from './envelope/envelope.ts';
import { fhirParameter } from './search/fhir-parameters.ts';

export interface Inclusion {
  /** The type of resource that refers; undefined for any. */
  readonly source: string | undefined;
  /** Where it refers from; undefined for anywhere. */
  readonly places: readonly (readonly string[])[] | undefined;
  /** The type that it refers to; undefined for any. */
  readonly target: string | undefined;
  /** The matches are referred to, rather than refer. */
  readonly isReverse: boolean;
}

/** A resource that a published Bundle holds beside its matches. */
export interface Companion {
  readonly fullUrl: string | undefined;
  readonly type: string;
  readonly id: string | undefined;
  readonly body: Json;
}

export interface IncludePlan {
  readonly companions: readonly Companion[];
  /** Whether nobody asked for it. */
  isUnasked(inclusions: readonly Inclusion[]): boolean;
  /** What this request asks for; what the contract asks for by default, or shows, where the request does not say. */
  read(given: (name: string) => Json | undefined): readonly Inclusion[];
}

/** Different ones under one name at most: nobody who means them asks for more. */
const MOST = 32;

const names = ['_include', '_include:iterate', '_include:recurse', '_revinclude', '_revinclude:iterate', '_revinclude:recurse'];
const everything: readonly Inclusion[] = [false, true].map((isReverse) => ({
  source: undefined,
  places: undefined,
  target: undefined,
  isReverse,
}));

export function planInclude(operation: Operation, envelope: Envelope, media: MediaType | undefined): IncludePlan {
  const companions = (media?.examples ?? []).flatMap(({ value }) => includedIn(envelope, value).flatMap(companionOf));
  const declared = operation.parameters.filter(({ in: place, name }) => place === 'query' && names.includes(name));
  const defaults = declared.flatMap(({ name, schema }) =>
    typeof schema?.schema === 'object' && schema.schema.default !== undefined ? [[name, schema.schema.default] as const] : [],
  );
  return {
    companions,
    isUnasked: (inclusions) => inclusions === everything,
    read(given) {
      if (!envelope.bundle) return [];
      const asked = names.flatMap((name) => {
        const value = given(name);
        return value === undefined ? [] : [[name, value] as const];
      });
      if (asked.length === 0 && declared.length === 0) return companions.length > 0 ? everything : [];
      return (asked.length > 0 ? asked : defaults).flatMap(([name, value]) => {
        const texts: readonly Json[] = isArray(value) ? value : [value];
        const asked = new Set(texts.flatMap((text) => String(text).split(',')).map((text) => text.trim()));
        return [...asked].slice(0, MOST).map((text) => inclusionOf(text, name.startsWith('_rev')));
      });
    },
  };
}

function companionOf({ fullUrl, resource }: { readonly fullUrl: string | undefined; readonly resource: Json }): readonly Companion[] {
  if (!isObject(resource) || typeof resource['resourceType'] !== 'string' || resource['resourceType'] === 'OperationOutcome') return [];
  const { id, resourceType } = resource;
  return [{ fullUrl, type: resourceType, id: typeof id === 'string' ? id : undefined, body: resource }];
}

function inclusionOf(text: string, isReverse: boolean): Inclusion {
  const [source = '', parameter = '*', target] = text.split(':');
  const paths = parameter === '*' ? undefined : fhirParameter(parameter)?.paths;
  return {
    source: source === '*' ? undefined : source,
    places: paths?.map((path) => path.split('.')),
    target,
    isReverse,
  };
}

/** Every reference of a body, at these places or anywhere. */
export function referencesFrom(body: Json, places: Inclusion['places']): readonly string[] {
  if (places) return places.flatMap((path) => along(body, path)).flatMap((value) => referencesFrom(value, undefined));
  if (isArray(body)) return body.flatMap((one) => referencesFrom(one, undefined));
  if (!isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'reference' && typeof value === 'string' ? [value] : referencesFrom(value, undefined),
  );
}

function along(value: Json, [step, ...rest]: readonly string[]): readonly Json[] {
  if (isArray(value)) return value.flatMap((one) => along(one, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return [value];
  const inner = isObject(value) ? value[step] : undefined;
  return inner === undefined ? [] : along(inner, rest);
}

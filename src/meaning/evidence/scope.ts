/** Where a walk through a document stands: the words around it, and the FHIR resource it is inside. */
import type { Json, JsonObject, Operation, SchemaObject } from '../../contract/contract.ts';
import type { Leaf } from '../schema/leaf.ts';
import type { Merged } from '../schema/merged-schema.ts';

export interface Scope {
  readonly context: readonly string[];
  /** The same as one text. */
  readonly words: string;
  readonly resource?: { readonly type: string; readonly path: readonly string[] };
}

/** Before anything is entered: the operation's path says what the whole is about. */
export function rootScope(operation: Pick<Operation, 'path'> | undefined, component?: string): Scope {
  const segments = (operation?.path ?? '')
    .split('/')
    .filter((segment) => segment !== '' && !segment.includes('{') && !segment.startsWith('$'));
  return scopeOf(component === undefined ? segments.slice(-1) : [...segments.slice(-1), component]);
}

function scopeOf(context: readonly string[], resource?: Scope['resource']): Scope {
  const words = context.join('/');
  return resource ? { context, words, resource } : { context, words };
}

/** One property further in. */
export function enter(scope: Scope, name: string, inside: Merged | undefined): Scope {
  const context = [...scope.context, name];
  if (inside?.component !== undefined && inside.component !== name) context.push(inside.component);
  const { resource } = scope;
  return scopeOf(context, resource && { type: resource.type, path: [...resource.path, name] });
}

/** A FHIR resource starts here where the object says which type it is of. */
export function asResource(scope: Scope, type: string | undefined): Scope {
  return type === undefined ? scope : scopeOf([...scope.context, type], { type, path: [] });
}

/** An extension's url ends in its name, which says what its value is about: `…/Extension-UKCore-NominatedPharmacy`. */
export function asExtension(scope: Scope, name: string, url: Json | undefined): Scope {
  if (name !== 'extension' || typeof url !== 'string') return scope;
  return scopeOf([...scope.context, url.slice(url.lastIndexOf('/') + 1)], scope.resource);
}

/** The word that a schema fixes, or shows where it fixes none: a `resourceType`, a `system`, a `url`. */
export function toldWord(schema: SchemaObject | undefined): string | undefined {
  const only = schema?.const ?? (schema?.enum?.length === 1 ? schema.enum[0] : undefined) ?? schema?.example ?? schema?.default;
  return typeof only === 'string' ? only : undefined;
}

export interface LeafAt {
  readonly scope: Scope;
  readonly name: string;
  readonly schema: SchemaObject;
  readonly pointer: string;
  readonly beside: readonly string[];
  readonly siblings: JsonObject;
}

const NOT_ITS_OWN: readonly string[] = [];

export function leafAt({ scope, name, schema, pointer, beside, siblings }: LeafAt): Leaf {
  const example: Json | undefined = schema.example ?? schema.examples?.[0] ?? (schema.default === '' ? undefined : schema.default);
  return {
    name,
    context: scope.context,
    schema,
    pointer,
    beside: beside.length > 0 ? beside : NOT_ITS_OWN,
    siblings,
    ...(scope.resource ? { resource: { type: scope.resource.type, path: [...scope.resource.path, name].join('.') } } : {}),
    ...(example === undefined ? {} : { example }),
  };
}

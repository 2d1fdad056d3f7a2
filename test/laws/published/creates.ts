/** Operations of published documents that make something which can be read: found, and asked, by what the document says and nothing else. */
import type { Contract, Json, JsonObject, MediaType, Operation, Parameter } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { sampleOf } from './sampler.ts';

export interface PublishedCreate {
  readonly name: string;
  readonly post: Operation;
  readonly get: Operation;
  readonly list: Operation | undefined;
  readonly remove: Operation | undefined;
  /** The path of the collection, its parameters filled in. */
  readonly path: string;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

/** POST on a collection whose items can be read. */
export function createsOf(contract: Contract): readonly PublishedCreate[] {
  return contract.operations.flatMap((post) => {
    if (post.method !== 'post') return [];
    const get = contract.operations.find(({ method, path }) => method === 'get' && isItemOf(post.path, path));
    const media = post.body?.content.find(({ type }) => /[/+]json\b/.test(type) && !/patch/.test(type));
    const body = media && bodyFor(contract, media);
    if (get === undefined || media === undefined || body === undefined) return [];
    const alike = (wanted: string, at: string): Operation | undefined =>
      contract.operations.find(({ method, path }) => method === wanted && path === at);
    return [
      {
        name: `POST ${post.path}`,
        post,
        get,
        list: alike('get', post.path),
        remove: alike('delete', get.path),
        path: filled(contract, post),
        body,
        headers: { ...headersFor(contract, post), 'Content-Type': media.type },
      },
    ];
  });
}

const isItemOf = (collection: string, path: string): boolean =>
  path.startsWith(`${collection}/{`) && /^\{[^{}/]+\}$/.test(path.slice(collection.length + 1));

function bodyFor(contract: Contract, { schema, examples }: MediaType): JsonObject | undefined {
  const published = examples.map(({ value }) => value).filter(isObject);
  const made = schema === undefined ? [] : [sampleOf(contract, schema.schema)].filter(isObject);
  return [...published, ...made].find((value) => schema === undefined || contract.check(schema, value).length === 0) ?? published[0];
}

const filled = (contract: Contract, { path, parameters }: Operation): string =>
  parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((so, parameter) => so.replace(`{${parameter.name}}`, encodeURIComponent(valueFor(contract, parameter))), path);

/** Headers that an operation must have, and those that say who asks. */
export function headersFor(contract: Contract, { parameters }: Operation): Readonly<Record<string, string>> {
  const wanted = parameters.filter(
    (parameter) => parameter.in === 'header' && parameter.required && !/^(accept|content-type|if-match)$/i.test(parameter.name),
  );
  return { Authorization: 'Bearer any', ...Object.fromEntries(wanted.map((parameter) => [parameter.name, valueFor(contract, parameter)])) };
}

function valueFor(contract: Contract, { examples, schema }: Parameter): string {
  const own = schema === undefined ? undefined : contract.resolve(schema.schema);
  const shown: readonly (Json | undefined)[] = [
    ...examples.map(({ value }) => value),
    ...(typeof own === 'object' ? [own.example, own.examples?.[0], own.enum?.[0]] : []),
  ];
  const fitting = shown.find((value) => value !== undefined && (schema === undefined || contract.check(schema, value).length === 0));
  return String(fitting ?? (schema === undefined ? 'any' : sampleOf(contract, schema.schema)));
}

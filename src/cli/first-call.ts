/** Finds a request that works, to show to whoever has just started the sandbox. */
import type { Operation, Parameter } from '../contract/contract.ts';
import { createGateway } from '../gateway/gateway.ts';
import { anyone } from '../mock/caller.ts';
import type { Served } from '../gateway/api.ts';
import { openWorkspace, type WorkspaceOptions } from '../workspace/workspace.ts';
import { createMemoryStore } from '../workspace/store/memory-store.ts';

const attempts = 8;

/** No mock API asks the sandbox about itself. */
const neverAsked = (): Promise<never> => Promise.reject(new Error('nothing asks for it here'));

/** A curl line that answers 200, tried out on a workspace of its own so that nobody's journal shows it. */
export async function firstCall(
  apis: readonly Served[],
  origin: string,
  like: Omit<WorkspaceOptions, 'store'>,
): Promise<string | undefined> {
  const workspace = openWorkspace({ ...like, store: createMemoryStore() });
  const gateway = createGateway({ apis: apis.slice(0, 1), own: neverAsked });
  const candidates = gateway.apis.flatMap((api) =>
    api.contract.operations.flatMap((operation) => requestFor(operation, origin + (api.mounts[0] ?? '')) ?? []),
  );
  // An item read by its id says most; the fewer parameters, the easier to read.
  candidates.sort((a, b) => Number(b.readsItem) - Number(a.readsItem) || a.parameters - b.parameters);
  for (const { url, headers } of candidates.slice(0, attempts)) {
    const response = await gateway.fetch(new Request(url, { headers }), { workspace, prefix: '', caller: anyone });
    if (response.status === 200)
      return [`curl ${quote(url)}`, ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)].join(' ');
  }
  return undefined;
}

interface Candidate {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly readsItem: boolean;
  readonly parameters: number;
}

/** A GET with the example of every required parameter; undefined where one has none. */
function requestFor(operation: Operation, base: string): Candidate | undefined {
  if (operation.method !== 'get' || operation.fragment !== undefined) return undefined;
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === 'path');
  const values = new Map(required.map((parameter) => [parameter, exampleOf(parameter)]));
  if ([...values.values()].includes(undefined)) return undefined;
  const valuesIn = (place: Parameter['in']) =>
    [...values].filter(([parameter]) => parameter.in === place).map(([{ name }, value]) => [name, value ?? ''] as const);
  let path = operation.path;
  for (const [name, value] of valuesIn('path')) path = path.replace(`{${name}}`, encodeURIComponent(value));
  const query = new URLSearchParams(valuesIn('query').map(([name, value]) => [name, value])).toString();
  return {
    url: `${base}${path}${query && `?${query}`}`,
    headers: Object.fromEntries(valuesIn('header')),
    readsItem: path !== operation.path,
    parameters: required.length,
  };
}

function exampleOf({ examples, schema }: Parameter): string | undefined {
  const own =
    schema && typeof schema.schema === 'object'
      ? (schema.schema.example ?? schema.schema.examples?.[0] ?? schema.schema.default ?? schema.schema.enum?.[0])
      : undefined;
  const value = examples[0]?.value ?? own;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const quote = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

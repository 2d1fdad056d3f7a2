/** Every contract at hand, ready to serve: our own with their mocks and people, and the published documents where they are present. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { organisations, personas } from '../../mocks/personas.ts';
import { renderRequest, type RenderedRequest } from '../../src/answer/sample/render-request.ts';
import { sampleRequest, type SampleOptions, type SampleRequest } from '../../src/answer/sample/sample-request.ts';
import type { Contract, DocumentedResponse, Json, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { createWorld } from '../../src/world/world.ts';
import { askedOwn, control, credentialOf, ofWhatIsThere } from '../control/own-contract.ts';
import { generatorOf } from '../generator-of.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const root = resolve(import.meta.dirname, '../..');
const specs = new URL('../../../shared/specs/', import.meta.url);
const files = existsSync(specs) ? readdirSync(specs).filter((name) => name.endsWith('.json')) : [];

export interface Served {
  readonly name: string;
  readonly contract: Contract;
  readonly mock?: AnyMock | undefined;
}

const own = (await ownApis()).map(({ contract, ...rest }): Served => ({ name: `our ${contract.slug}`, contract, ...rest }));

/** Read when first used: the published documents are eleven megabytes. */
export const contracts: readonly { readonly name: string; readonly read: () => Served }[] = [
  ...own.map((served) => ({ name: served.name, read: () => served })),
  ...files.map((name) => {
    let served: Served | undefined;
    return { name, read: () => (served ??= { name, contract: loadContract({ name, text: readFileSync(new URL(name, specs), 'utf8') }) }) };
  }),
];

/** With the sandbox's own API, which is served over many workspaces. */
export const everyContract: typeof contracts = [
  ...contracts,
  { name: 'the sandbox’s own API', read: () => ({ name: control.slug, contract: control }) },
];

export const isOwn = (contract: Contract): boolean => contract === control;

export const population = createWorld({ personas, organisations });

export function sandboxFor({ contract, mock }: Served): Sandbox {
  return sandboxOf(contract, { population, tolerateDefects: true, ...(mock ? { mock } : {}) });
}

/** What a test of every operation asks: a sandbox, and how to have it as it was at the beginning. */
export interface Asked {
  request(path: string, init?: RequestInit): Promise<Response>;
  reset(): void;
}

export function askedFor(served: Served): Asked {
  if (isOwn(served.contract)) return askedOwn();
  const { request, workspace } = sandboxFor(served);
  return { request, reset: () => workspace.reset() };
}

type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

interface Ruled {
  readonly validQueries?: Values;
  readonly validHeaders?: Values;
}

/** Of each API whose rules want more of a request than its contract can say, what stands in `test/mocks/<api>/valid-queries.ts`. */
const ruled = new Map(
  await Promise.all(
    globSync('test/mocks/*/valid-queries.ts', { cwd: root }).map(async (file) => {
      const valid = (await import(join(root, file))) as Ruled; // as such a file is written
      return [basename(dirname(file)), valid] as const;
    }),
  ),
);

/** A request that is answered with a success, whatever rules the API has of its own. */
export function validRequest(contract: Contract, operation: Operation, options: SampleOptions): SampleRequest {
  const sample = sampleRequest(generatorOf(contract), operation, options);
  if (isOwn(contract)) return ofWhatIsThere(operation.id, sample);
  const { validQueries, validHeaders } = ruled.get(contract.slug) ?? {};
  return {
    ...sample,
    query: validQueries?.[operation.id] ?? sample.query,
    header: { ...sample.header, ...validHeaders?.[operation.id] },
  };
}

interface Wired extends Omit<RenderedRequest, 'body'> {
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** The headers that the gateway's own checks and a contract's first security scheme ask for, with dummy credentials. */
export function send(sandbox: Pick<Asked, 'request'>, contract: Contract, request: Wired, operation?: Operation): Promise<Response> {
  const base = contract.basePath === '' ? `/${contract.slug}` : contract.basePath;
  const { method, headers, body, target } = request;
  const credential = operation && isOwn(contract) ? credentialOf(operation.id) : 'dummy';
  return sandbox.request(base + target, {
    method,
    headers: { authorization: `Bearer ${credential}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

export const rendered = (operation: Operation, sample: SampleRequest): RenderedRequest => renderRequest(operation, sample);

export function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  return (
    operation.responses.get(String(status)) ??
    operation.responses.get(`${Math.floor(status / 100)}XX`) ??
    operation.responses.get('default')
  );
}

/**
 * What is wrong with the shape of an answer that its operation documents: its type, its body, the headers it must have.
 * Operations that share a method and a path may take one and the same body: any of them may then answer it.
 */
export async function shapeFaults(contract: Contract, { method, path }: Operation, response: Response): Promise<readonly string[]> {
  const alike = contract.operations.filter((other) => other.method === method && other.path === path);
  const faults = await Promise.all(alike.map((operation) => faultsBy(contract, operation, response.clone())));
  return faults.reduce((best, other) => (other.length < best.length ? other : best));
}

async function faultsBy(contract: Contract, operation: Operation, response: Response): Promise<readonly string[]> {
  const documented = responseFor(operation, response.status);
  if (!documented) return [`status ${response.status} is not documented`];
  const missing = documented.headers
    // A length is the transport's to say.
    .filter(({ name, required }) => required && !response.headers.has(name) && !/^content-length$/i.test(name))
    .map(({ name }) => `no ${name} header`);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (/html/.test(type)) return ['the answer is HTML'];
  if (documented.content.length === 0 || text === '') return missing;
  const essence = essenceOf(type);
  const media = documented.content.find((one) => essenceOf(one.type) === essence || essenceOf(one.type) === '*/*');
  if (!media) return [...missing, `type ${type} is not documented`];
  if (!media.schema || !/[/+]json$/.test(essence)) return missing;
  const faults = contract.check(media.schema, JSON.parse(text));
  return [...missing, ...faults.slice(0, 3).map((fault) => `${fault.pointer || 'the body'} ${fault.message}`)];
}

const essenceOf = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

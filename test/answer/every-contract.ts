/** Every contract at hand, ready to serve: our own with their mocks and people, and the published documents where they are present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { organisations, personas } from '../../mocks/personas.ts';
import { renderRequest, type RenderedRequest } from '../../src/answer/sample/render-request.ts';
import type { SampleRequest } from '../../src/answer/sample/sample-request.ts';
import type { Contract, DocumentedResponse, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { AnyMock } from '../../src/mock/mock.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { createWorld } from '../../src/world/world.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const specs = new URL('../../../shared/specs/', import.meta.url);
const files = existsSync(specs) ? readdirSync(specs).filter((name) => name.endsWith('.json')) : [];

export interface Served {
  readonly name: string;
  readonly contract: Contract;
  readonly mock?: AnyMock;
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

export const population = createWorld({ personas, organisations });

export function sandboxFor({ contract, mock }: Served): Sandbox {
  return sandboxOf(contract, { population, tolerateDefects: true, ...(mock ? { mock } : {}) });
}

interface Wired extends Omit<RenderedRequest, 'body'> {
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** The headers that the gateway's own checks and a contract's first security scheme ask for, with dummy credentials. */
export function send(sandbox: Sandbox, contract: Contract, request: Wired): Promise<Response> {
  const base = contract.basePath === '' ? `/${contract.slug}` : contract.basePath;
  const { method, headers, body, target } = request;
  return sandbox.request(base + target, {
    method,
    headers: { authorization: 'Bearer dummy', ...headers },
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

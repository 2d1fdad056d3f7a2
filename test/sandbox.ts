/** A sandbox in this process for a test: contracts in, a `fetch` out. Every answer is held to its contract; a bug or a bad answer fails the test. */
import { organisations, personas, testPerson } from '../mocks/personas.ts';
import { lazily } from '../src/contract/lazily.ts';
import { loadContract } from '../src/contract/load.ts';
import type { Contract } from '../src/contract/contract.ts';
import { identityServed } from '../src/identity/identity.ts';
import { ownControl } from '../src/runtimes/own-control.ts';
import { workspacesAround } from '../src/workspaces/local/in-memory.ts';
import { bringing } from '../src/runtimes/bringing.ts';
import { withPages } from '../src/runtimes/pages.ts';
import { openVisits } from '../src/runtimes/visits.ts';
import { owner, type Caller } from '../src/mock/caller.ts';
import type { Announced } from '../src/gateway/announced.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import type { AnyMock } from '../src/mock/mock.ts';
import { nobody, type Population } from '../src/population.ts';
import type { CatalogueName } from '../src/runtimes/browser/api-names.ts';
import { createClient, type ApiClient } from '../src/runtimes/browser/client.ts';
import { ownApis } from '../src/runtimes/own-apis.ts';
import { frozenClock, type Clock } from '../src/workspace/time/clock.ts';
import { createMemoryStore } from '../src/workspace/store/memory-store.ts';
import type { Settings } from '../src/workspace/settings.ts';
import type { Store } from '../src/workspace/store/store.ts';
import { openWorkspace, type Workspace } from '../src/workspace/workspace.ts';
import { createWorld } from '../src/world/world.ts';
import { defects } from './defects.ts';

export interface SandboxOptions {
  readonly seed?: number;
  readonly store?: Store;
  readonly population?: Population;
  readonly settings?: Partial<Settings>;
  readonly mock?: AnyMock;
  /** By the slugs of the contracts, where there are several. */
  readonly mocks?: Readonly<Record<string, AnyMock>>;
  /** Served beside the contracts, each read when somebody first asks it. */
  readonly announced?: readonly Announced[];
  /** Who sends every request; whoever sits at the machine, where nothing is said. */
  readonly caller?: Caller;
  /** The path before every address of this workspace: `/w/name`. */
  readonly prefix?: string;
  /** Has the demo application, as a sandbox on somebody's own machine has; so where nothing is said. */
  readonly hasDemo?: boolean;
  /** Published documents break their own contracts; ours never do. */
  readonly tolerateDefects?: boolean;
}

export interface Sandbox {
  readonly workspace: Workspace;
  /** Stands still, until a test moves it. */
  readonly clock: Clock & { set(to: number): void };
  request(path: string, init?: RequestInit): Promise<Response>;
  /** As a browser that a person opened asks: `init` may say otherwise. */
  visit(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON, or nothing. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export const origin = 'http://sandbox.test';
/** What Chromium and Firefox send for a page, shortened. */
export const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export function sandboxOf(contracts: string | Contract | readonly Contract[], options: SandboxOptions = {}): Sandbox {
  const loaded =
    typeof contracts === 'string'
      ? [loadContract({ name: 'invented.yaml', text: contracts })]
      : Array.isArray(contracts)
        ? contracts
        : [contracts as Contract];
  const mockOf = ({ slug }: Contract): AnyMock | undefined => options.mocks?.[slug] ?? options.mock;
  const onBug = (error: unknown): void => {
    defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const gateway = createGateway({
    own: (beside) => ownControl(workspaces)(beside),
    besides: identityServed(),
    apis: [
      ...loaded.map((contract: Contract) => {
        const mock = mockOf(contract);
        return { contract, ...(mock && { mock }) };
      }),
      ...(options.announced ?? []),
    ],
    checkEveryAnswer: true,
    onDefect: (line) => {
      if (!options.tolerateDefects) defects.push(line);
    },
    onBug,
  });
  const workspace = openWorkspace({
    id: 'test',
    secret: 'a secret for tests',
    seed: options.seed ?? 42,
    clock: frozenClock(Date.UTC(2026, 0, 1)),
    store: options.store ?? createMemoryStore(),
    population: options.population ?? nobody,
    hasDemo: options.hasDemo ?? true,
    onBug,
    ...(options.settings ? { settings: options.settings } : {}),
  });
  const clock = { now: workspace.clock.now, set: (at: number) => workspace.clock.set({ mode: 'frozen', at }) };
  const workspaces = workspacesAround(
    workspace,
    { secret: 'a secret for tests', clock: clock.now() },
    {
      openWorkspace: ({ id, secret, seed }, store) =>
        openWorkspace({ id, secret, seed, clock, store, population: options.population ?? nobody, onBug }),
      bringing,
      now: () => clock.now(),
      onBug,
    },
  );
  const visits = openVisits({
    workspaces,
    opensNames: false,
    now: () => clock.now(),
    serve: (asked, visit) => gateway.fetch(asked, visit),
  });
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    const asked = new Request(path.startsWith('http') ? path : origin + path, init);
    const { prefix = '', caller = owner } = options;
    // One that was made here, unless the test says where it stands itself.
    const isOther = prefix === '' && new URL(asked.url).pathname.startsWith('/w/');
    return isOther ? visits.of(asked, { isHere: true }) : gateway.fetch(asked, { workspace, prefix, caller });
  };
  const visit = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('Accept', browserAccept);
    const asked = new Request(path.startsWith('http') ? path : origin + path, { ...init, headers });
    const { prefix = '', caller = owner } = options;
    const ask = (to: Request) => request(to.url, to);
    const read = async (to: Request) => gateway.fetch(to, { workspace, prefix, caller, isUnseen: true });
    return withPages(asked, { folder: '', ask, read }, () => ask(asked));
  };
  return {
    workspace,
    clock,
    request,
    visit,
    send: (method, path, body, headers = {}) =>
      request(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

/** The people of the sandbox: the same for all tests, since nothing changes them. */
export const world: () => Population = lazily(() => createWorld({ personas, organisations }));

/** JSON of any shape, for tests to look into. */
export interface Loose {
  readonly [key: string]: Loose | undefined;
  readonly [index: number]: Loose | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
}

export interface ApiSandbox<Name extends CatalogueName> extends Sandbox {
  readonly contract: Contract;
  /** Typed by the contract: what it does not document does not compile, nor do headers that are left out. */
  readonly client: ApiClient<Name>;
  /** For what a typed client would not send. The path is below the API's base; a header of '' is left out. */
  call(method: string, path: string, request?: { readonly body?: unknown; readonly headers?: Record<string, string> }): Promise<Answer>;
  /** NHS numbers of the test people by name. */
  readonly people: typeof testPerson;
}

/** One of our own APIs, with its rules, the people of the sandbox, and a clock that stands at the first of January 2026 until it is moved. */
export async function sandboxFor<Name extends CatalogueName>(name: Name, options: SandboxOptions = {}): Promise<ApiSandbox<Name>> {
  return (await sandboxesFor(name))(options);
}

/** Several of them together. */
export async function sandboxForAll(names: readonly CatalogueName[]): Promise<Sandbox> {
  const own = await ownApis(names);
  const mocks = Object.fromEntries(own.flatMap(({ contract: { slug }, mock }) => (mock ? [[slug, mock]] : [])));
  return sandboxOf(
    own.map(({ contract }) => contract),
    { population: world(), mocks },
  );
}

/** The same, for tests that open one after the other. */
export async function sandboxesFor<Name extends CatalogueName>(name: Name): Promise<(options?: SandboxOptions) => ApiSandbox<Name>> {
  const [served] = await ownApis([name]);
  if (!served) throw new Error(`${name} is not served`);
  const { contract, mock } = served;
  return (options = {}) => {
    const sandbox = sandboxOf(contract, { population: world(), ...(mock && { mock }), ...options });
    return {
      ...sandbox,
      contract,
      people: testPerson,
      client: createClient(name, { origin, fetch: (request) => sandbox.request(request.url, request) }),
      async call(method, path, { body, headers = {} } = {}) {
        const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
        const response = await sandbox.send(method, contract.basePath + path, body, sent);
        const text = await response.text();
        return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Loose };
      },
    };
  };
}

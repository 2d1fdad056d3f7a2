/** A whole sandbox inside this process, in Node or a browser, in memory. Nothing is shared between two of them. */
import { type Limits, OWN_BODY_BYTES, OWN_LIMITS } from '../../contract/limits.ts';
import type { Beside } from '../../contract/reading/several-files/contract-files.ts';
import type { Served } from '../../gateway/api.ts';
import type { Origins } from '../../gateway/callers/origins.ts';
import type { Visit } from '../../gateway/visit.ts';
import { owner } from '../../mock/caller.ts';
import { aloneIn } from '../../workspaces/alone.ts';
import { ownControl } from '../own-control.ts';
import { controlPath } from '../../gateway/reserved.ts';
import { createGateway, type Gateway } from '../../gateway/gateway.ts';
import type { Population } from '../../population.ts';
import { frozenClock, realClock, type Clock } from '../../workspace/time/clock.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Settings } from '../../workspace/settings.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { defaultSeed } from '../../world/world.ts';
import { catalogueNames } from '../../generated/api-paths.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { mustBeKnown, type CatalogueName } from './api-names.ts';
import { isBelow } from './claims.ts';
import { contractOnDisk } from '../node/contract-on-disk.ts';
import { officialTargets, type OfficialTarget, type Standing } from './official-hosts.ts';
import { populationOf } from '../population.ts';
import { defaultOrigin } from './sandbox-origin.ts';

export interface SandboxOptions {
  /** Names of the catalogue; all of it where nothing is said and no contract is brought. */
  readonly apis?: readonly CatalogueName[];
  /** Contracts of your own: OpenAPI 2.0 or 3.x, YAML or JSON. */
  readonly contracts?: readonly BroughtContract[];
  /** How large they may be; what a shared home takes unless you say more. */
  readonly contractLimits?: Partial<Limits>;
  readonly seed?: number;
  /** `real`, or the instant at which time stands still: `2026-01-01T00:00:00Z`. */
  readonly clock?: string;
  readonly settings?: Partial<Settings>;
  /** Told of a bug of ours, which the client sees as a 500. */
  readonly onBug?: (error: unknown) => void;
}

/**
 * A contract by its text, with the texts of the files it refers to by their paths below its folder (`schemas/pet.yaml`); or, on Node,
 * by its path: then those files are read from the folder. The name, or the file's, becomes the API's.
 */
export type BroughtContract =
  | { readonly name: string; readonly text: string; readonly files?: Readonly<Record<string, string>> }
  | { readonly path: string };

/** Why an answer is as it is: what was asked, which step answered, what is wrong with the request, and one that works. */
export type Explanation = components['schemas']['Explanation'];

export interface InProcessSandbox {
  /** As the platform's own: a request, or its address and what else there is to say of it. */
  fetch(request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Why a response of this sandbox is as it is; instead of the response its `X-Sandbox-Trace` will do. */
  explain(response: Response | string): Promise<Explanation>;
  /** What was asked since it was made or reset, oldest first, each with its explanation: the last 1,000, or fewer. */
  exchanges(limit?: number): Promise<readonly Explanation[]>;
  /** Resolves once every contract is understood, with the gateway before them. `fetch` waits for it by itself. */
  ready(): Promise<Gateway>;
  /** Back to the world as it was, and to the time at which the clock stood. */
  reset(): void;
  /** Moves a clock that stands still. */
  setClock(instant: string): void;
  readonly clock: Clock;
  readonly seed: number;
  readonly population: Population;
}

/** With what only those who put it before a network have to know. */
export interface StandingSandbox extends InProcessSandbox {
  standing(url: URL): Promise<Standing>;
}

/** `address` is where it stands, a folder included: `http://localhost:8787`, `https://ward.example/api`. */
export function createInProcessSandbox(options: SandboxOptions = {}, address: string = defaultOrigin): StandingSandbox {
  const { seed = defaultSeed, settings = {}, apis = [], onBug } = options;
  mustBeKnown(apis, catalogueNames);
  const clock = options.clock === undefined || options.clock === 'real' ? undefined : frozenClock(instantOf(options.clock));
  const population = populationOf(seed);
  // The secret hides a tenant's traces from other tenants; here there is one, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret: `seed ${seed}`,
    seed,
    clock: clock ?? realClock,
    store: createMemoryStore(),
    population,
    settings: { maxBody: OWN_BODY_BYTES, ...settings },
  });
  const visit: Visit = { workspace, prefix: new URL(address).pathname.replace(/\/+$/, ''), caller: owner };
  /** The same, as it is seen at a host of the NHS: there is no folder before its paths. */
  const atOfficialHosts: Visit = { ...visit, prefix: '' };
  const own = ownControl(aloneIn(workspace));
  let opened: Promise<Opened> | undefined;
  const open = (): Promise<Opened> =>
    (opened ??= served(options).then((those) => {
      const gateway = createGateway({ apis: those, own, origins, ...(onBug && { onBug }) });
      return { gateway, targetOf: officialTargets(gateway.apis) };
    }));

  async function fetch(asked: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = asked instanceof Request && init === undefined ? asked : new Request(asked, init);
    const { gateway, targetOf } = await open();
    const url = new URL(request.url);
    if (isBelow(url.origin + url.pathname, address)) return gateway.fetch(request, visit);
    const { standing, target } = targetOf(url);
    if (standing === 'elsewhere') return gateway.fetch(request, atOfficialHosts);
    // As the platform does, whatever it is asked about: else a page could not even read the refusal.
    const isPreflight = request.method === 'OPTIONS';
    const response =
      target === undefined && !isPreflight
        ? gateway.refuse(request, atOfficialHosts)
        : await gateway.fetch(
            target === undefined || target.href === request.url ? request : new Request(target, request),
            atOfficialHosts,
          );
    // Why an answer is as it is can be read here, and never at the NHS.
    const trace = response.headers.get(traceHeader);
    if (trace !== null) response.headers.set(traceHeader, address + new URL(trace).pathname);
    return response;
  }

  async function read(path: string): Promise<Response> {
    const { gateway } = await open();
    return gateway.fetch(new Request(address + controlPath + path, { headers: { Accept: 'application/json' } }), visit);
  }

  return {
    ready: async () => (await open()).gateway,
    fetch,
    standing: async (url) => (await open()).targetOf(url).standing,
    async explain(response) {
      const trace = typeof response === 'string' ? response : response.headers.get(traceHeader);
      const [, id] = /\/trace\/([^/?#]+)/.exec(trace ?? '') ?? [];
      if (id === undefined) throw new RangeError(`this is no response of a sandbox: it has no ${traceHeader}`);
      const found = await read(`/trace/${id}`);
      if (!found.ok) throw new RangeError('this sandbox has kept no such exchange: it was reset since, or another one answered');
      return (await found.json()) as Explanation; // as its contract says
    },
    async exchanges(limit = 1000) {
      const { exchanges } = (await (await read(`/exchanges?limit=${limit}`)).json()) as { readonly exchanges: readonly Explanation[] }; // as its contract says
      return exchanges.toReversed();
    },
    reset() {
      workspace.reset();
      if (options.clock !== undefined) clock?.set(instantOf(options.clock));
    },
    setClock(instant) {
      if (!clock) throw new RangeError('a real clock cannot be moved: create the sandbox with a clock, as in 2026-01-01T00:00:00Z');
      clock.set(instantOf(instant));
    },
    clock: workspace.clock,
    seed,
    population,
  };
}

interface Opened {
  readonly gateway: Gateway;
  readonly targetOf: (url: URL) => OfficialTarget;
}

/** Whoever asks is in this process, or a page that this is a part of. */
const origins: Origins = { allows: () => true, howToAllow: () => 'ask it from there.' };

const traceHeader = 'X-Sandbox-Trace';

/** Contracts are large, so they are loaded when the first request needs them. */
async function served({ apis, contracts = [], contractLimits = {} }: SandboxOptions): Promise<readonly Served[]> {
  const brought = contracts.length === 0 ? [] : await bring(contracts, { ...OWN_LIMITS, ...contractLimits });
  if (apis?.length === 0 || (apis === undefined && brought.length > 0)) return brought;
  const { ownApis } = await import('../own-apis.ts');
  return [...(await ownApis(apis)), ...brought];
}

async function bring(contracts: readonly BroughtContract[], limits: Limits): Promise<readonly Served[]> {
  const { loadContract } = await import('../../contract/load.ts');
  return contracts.map((brought) => {
    const file = 'path' in brought ? contractOnDisk(brought.path, limits) : { ...brought, beside: filesGiven(brought.files) };
    return { contract: loadContract(file, limits) };
  });
}

function filesGiven(files: Readonly<Record<string, string>> = {}): Beside {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path.replace(/^\.\//, ''), text]));
  return (path) => {
    const text = texts.get(path);
    return text === undefined ? { problem: 'missing' } : { text };
  };
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError('a clock stands at an instant, as in 2026-01-01T00:00:00Z');
  return instant;
}

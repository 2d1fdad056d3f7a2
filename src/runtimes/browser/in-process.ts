/** A whole sandbox inside this process, in Node or a browser, in memory. Nothing is shared between two of them. */
import { OWN_BODY_BYTES } from '../../contract/limits.ts';
import type { Served } from '../../gateway/api.ts';
import type { Origins } from '../../gateway/callers/origins.ts';
import type { Visit } from '../../gateway/visit.ts';
import { owner } from '../../mock/caller.ts';
import { workspacesAround } from '../../workspaces/in-memory.ts';
import { bringing } from '../bringing.ts';
import { gatewaysOf, type Gateways } from '../gateways.ts';
import { ownControl } from '../own-control.ts';
import { openVisits, type Sender } from '../visits.ts';
import { controlPath } from '../../gateway/reserved.ts';
import { createGateway, type Gateway } from '../../gateway/gateway.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Population } from '../../population.ts';
import { frozenClock, realClock } from '../../workspace/time/clock.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Store } from '../../workspace/store/store.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import { defaultSeed } from '../../world/world.ts';
import { catalogueNames } from '../../generated/api-paths.ts';
import { mustBeKnown } from './api-names.ts';
import { isBelow } from './claims.ts';
import { copiedStore } from './copy-store.ts';
import type { Explanation, InProcessSandbox, SandboxOptions } from './in-process-sandbox.ts';
import { officialTargets, type OfficialTarget, type Standing } from './official-hosts.ts';
import { populationOf } from '../population.ts';
import { defaultOrigin } from './sandbox-origin.ts';
import { served } from './served.ts';

/** With what only those who put it before a network have to know. */
export interface StandingSandbox extends InProcessSandbox {
  standing(url: URL): Promise<Standing>;
  fork(): StandingSandbox;
}

/** What a sandbox begins with: what is the same in all its forks, and what is its own. */
interface Beginning {
  readonly options: SandboxOptions;
  readonly address: string;
  readonly population: Population;
  readonly open: () => Promise<Opened>;
  readonly readers: Readers;
  readonly store: Store;
  /** The instant at which a clock that can be moved stands. */
  readonly instant: number | undefined;
}

/** `address` is where it stands, a folder included: `http://localhost:8787`, `https://ward.example/api`. */
export function createInProcessSandbox(options: SandboxOptions = {}, address: string = defaultOrigin): StandingSandbox {
  const { seed = defaultSeed, apis = [], onBug } = options;
  mustBeKnown(apis, catalogueNames);
  let opened: Promise<Opened> | undefined;
  return begin({
    options,
    address,
    population: populationOf(seed),
    open: () =>
      (opened ??= served(options).then((those) => {
        const gateway = createGateway({ apis: those, own: noControl, origins, ...(onBug && { onBug }) });
        return { served: those, gateway, targetOf: officialTargets(gateway.apis) };
      })),
    readers: {},
    store: createMemoryStore(),
    instant: options.clock === undefined || options.clock === 'real' ? undefined : instantOf(options.clock),
  });
}

function begin({ options, address, population, open, readers, store, instant }: Beginning): StandingSandbox {
  const { seed = defaultSeed, onBug } = options;
  const settings = { maxBody: OWN_BODY_BYTES, ...options.settings };
  const secret = `seed ${seed}`;
  const clock = instant === undefined ? undefined : frozenClock(instant);
  // The secret hides a tenant's traces from other tenants; here there is one, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret,
    seed,
    clock: clock ?? realClock,
    store,
    population,
    settings,
  });
  const workspaces = workspacesAround(
    workspace,
    { secret, clock: instant ?? 'real' },
    {
      openWorkspace: (facts, own) =>
        openWorkspace({
          id: facts.id,
          secret: facts.secret,
          seed: facts.seed,
          clock: facts.clock === 'real' ? realClock : frozenClock(facts.clock),
          store: own,
          population: facts.seed === seed && facts.population === undefined ? population : populationOf(facts.seed, facts.population),
          settings,
        }),
      bringing,
      now: () => realClock.now(),
      onBug: (error) => onBug?.(error),
    },
  );
  const folder = new URL(address).pathname.replace(/\/+$/, '');
  const visit: Visit = { workspace, prefix: folder, caller: owner };
  /** The same, as it is seen at a host of the NHS: there is no folder before its paths. */
  const atOfficialHosts: Visit = { ...visit, prefix: '' };
  let door: Promise<Entered> | undefined;
  const enter = (): Promise<Entered> => (door ??= open().then(entered));

  function entered({ served: apis, gateway: shared, targetOf }: Opened): Entered {
    const own = ownControl(workspaces);
    const gateways = gatewaysOf(apis, (those) =>
      those === apis ? shared.beside(own) : createGateway({ apis: those, own, origins, ...(onBug && { onBug }) }),
    );
    const serve = async (request: Request, to: Visit): Promise<Response> => (await gateways.of(to.workspace)).fetch(request, to);
    const visits = openVisits({ workspaces, opensNames: false, now: () => realClock.now(), folder, serve });
    return { gateways, targetOf, visit: (request) => visits.of(request, here) };
  }

  async function fetch(asked: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = asked instanceof Request && init === undefined ? asked : new Request(asked, init);
    const { gateways, targetOf, visit: visitHere } = await enter();
    const url = new URL(request.url);
    if (isBelow(url.origin + url.pathname, address)) return visitHere(request);
    const gateway = await gateways.of(workspace);
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
    const { gateways } = await enter();
    const own = await gateways.of(workspace);
    const gateway = own === gateways.common ? (readers.common ??= own) : own;
    return gateway.fetch(new Request(address + controlPath + path, { headers: { Accept: 'application/json' } }), visit);
  }

  return {
    ready: async () => (await enter()).gateways.common,
    fetch,
    standing: async (url) => (await enter()).targetOf(url).standing,
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
    snapshot(name = ownSnapshot) {
      mustBeRight(workspace.snapshots.take(name));
      return name;
    },
    restore(name = ownSnapshot) {
      const { at } = mustBeRight(workspace.snapshots.restore(name));
      clock?.set(at);
    },
    settings(changes = {}) {
      mustBeRight(workspace.changeSettings(changes) ?? {});
      return { ...workspace.settings };
    },
    export: () => [...workspace.exportLines()].join(''),
    import: (lines) => mustBeRight(workspace.importText(lines)),
    fork: () => begin({ options, address, population, open, readers, store: copiedStore(store), instant: clock?.now() }),
    setClock(to) {
      if (!clock) throw new RangeError('a real clock cannot be moved: create the sandbox with a clock, as in 2026-01-01T00:00:00Z');
      clock.set(instantOf(to));
    },
    clock: workspace.clock,
    seed,
    population,
  };
}

/** What a snapshot is called that nobody named. */
const ownSnapshot = 'snapshot';

function mustBeRight<T extends object>(answer: T | Problem): T {
  if (isProblem(answer)) throw new RangeError(answer.message);
  return answer;
}

/** Nobody comes in by the door that all forks have in common: each has its own. */
const noControl = (): never => {
  throw new Error('a sandbox in process is entered by its own door');
};

/** Whoever asks has the process. */
const here: Sender = { isHere: true };

/** To make the sandbox's own API takes a while; to read exchanges, whose they are is said with each request, forks use that of the first. */
interface Readers {
  common?: Gateway;
}

interface Entered {
  readonly gateways: Gateways;
  readonly targetOf: (url: URL) => OfficialTarget;
  visit(request: Request): Promise<Response>;
}

interface Opened {
  readonly served: readonly Served[];
  readonly gateway: Gateway;
  readonly targetOf: (url: URL) => OfficialTarget;
}

/** Whoever asks is in this process, or a page that this is a part of. */
const origins: Origins = { allows: () => true, howToAllow: () => 'ask it from there.' };

const traceHeader = 'X-Sandbox-Trace';

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError('a clock stands at an instant, as in 2026-01-01T00:00:00Z');
  return instant;
}

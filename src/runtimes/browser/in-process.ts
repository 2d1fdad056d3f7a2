/** A whole sandbox inside this process, in Node or a browser, in memory. Nothing is shared between two of them. */
import { OWN_BODY_BYTES } from '../../contract/limits.ts';
import type { Origins } from '../../gateway/callers/origins.ts';
import type { Visit } from '../../gateway/visit.ts';
import { owner } from '../../mock/caller.ts';
import { aloneIn, noWorkspaces } from '../../workspaces/alone.ts';
import { ownControl } from '../own-control.ts';
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
        const gateway = createGateway({ apis: those, own: ownControl(noWorkspaces), origins, ...(onBug && { onBug }) });
        return { gateway, targetOf: officialTargets(gateway.apis) };
      })),
    store: createMemoryStore(),
    instant: options.clock === undefined || options.clock === 'real' ? undefined : instantOf(options.clock),
  });
}

function begin({ options, address, population, open, store, instant }: Beginning): StandingSandbox {
  const { seed = defaultSeed, settings = {} } = options;
  const clock = instant === undefined ? undefined : frozenClock(instant);
  // The secret hides a tenant's traces from other tenants; here there is one, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret: `seed ${seed}`,
    seed,
    clock: clock ?? realClock,
    store,
    population,
    settings: { maxBody: OWN_BODY_BYTES, ...settings },
  });
  const visit: Visit = { workspace, prefix: new URL(address).pathname.replace(/\/+$/, ''), caller: owner };
  /** The same, as it is seen at a host of the NHS: there is no folder before its paths. */
  const atOfficialHosts: Visit = { ...visit, prefix: '' };
  let door: Promise<Opened> | undefined;
  const enter = (): Promise<Opened> =>
    (door ??= open().then(({ gateway, targetOf }) => ({ gateway: gateway.beside(ownControl(aloneIn(workspace))), targetOf })));

  async function fetch(asked: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = asked instanceof Request && init === undefined ? asked : new Request(asked, init);
    const { gateway, targetOf } = await enter();
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
    const { gateway } = await enter();
    return gateway.fetch(new Request(address + controlPath + path, { headers: { Accept: 'application/json' } }), visit);
  }

  return {
    ready: async () => (await enter()).gateway,
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
    fork: () => begin({ options, address, population, open, store: copiedStore(store), instant: clock?.now() }),
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

interface Opened {
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

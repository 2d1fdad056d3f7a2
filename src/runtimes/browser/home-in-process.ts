/** The home of one sandbox in this process: its workspaces in memory, and who is let in where. */
import { OWN_BODY_BYTES } from '../../contract/limits.ts';
import type { Mountable } from '../../gateway/announced.ts';
import type { Origins } from '../../gateway/callers/origins.ts';
import { DroppedConnection, FaultyResponse } from '../../gateway/faults/faulty-response.ts';
import { createGateway, type Gateway } from '../../gateway/gateway.ts';
import type { Visit } from '../../gateway/visit.ts';
import { owner } from '../../mock/caller.ts';
import type { Population } from '../../population.ts';
import type { Store } from '../../workspace/store/store.ts';
import { clockOf, realClock } from '../../workspace/time/clock.ts';
import type { Pending } from '../../workspace/time/schedule.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { workspacesAround } from '../../workspaces/local/in-memory.ts';
import { defaultSeed } from '../../world/world.ts';
import { bringing } from '../bringing.ts';
import { gatewaysOf, type Gateways } from '../gateways.ts';
import { mayBePage, withPages } from '../pages.ts';
import { ownControl } from '../own-control.ts';
import { populationOf } from '../population.ts';
import { openVisits, type Sender } from '../visits.ts';
import { isBelow } from './claims.ts';
import type { SandboxOptions } from './in-process-sandbox.ts';
import { officialTargets, type OfficialTarget, type Standing } from './official-hosts.ts';
import { served } from './served.ts';

/** What all forks of a sandbox have in common. */
export interface Common {
  readonly options: SandboxOptions;
  /** Where it stands, a folder included. */
  readonly address: string;
  readonly population: Population;
  /** Contracts are read when somebody asks for the first time. */
  open(): Promise<Opened>;
  /**
   * To make the sandbox's own API takes a while. For what is in one workspace all ask that of the first who did: whose it is is said with
   * each request.
   */
  readonly oneForAll: { gateway?: Gateway };
}

export function openCommon(asked: SandboxOptions, address: string): Common {
  const options = asked.rules && !asked.onBug ? { ...asked, onBug: (error: unknown) => console.error(error) } : asked;
  const { seed = defaultSeed, onBug } = options;
  let opened: Promise<Opened> | undefined;
  return {
    options,
    address,
    population: populationOf(seed),
    open: () =>
      (opened ??= Promise.all([served(options), import('../../identity/identity.ts')]).then(([those, { identityServed }]) => {
        const besides = identityServed();
        const gateway = createGateway({ apis: those, besides, own: noControl, origins, ...(onBug && { onBug }) });
        return { served: those, gateway, besides, targetOf: officialTargets(gateway.served) };
      })),
    oneForAll: {},
  };
}

export interface Home {
  /** That of whoever names none. */
  readonly workspace: Workspace;
  fetch(request: Request): Promise<Response>;
  /** Asks the sandbox's own API for what is in this workspace, or to do something in it: never about other workspaces. */
  ask(request: Request): Promise<Response>;
  standing(url: URL): Promise<Standing>;
  ready(): Promise<Gateway>;
  /** Does what is due by now, and gives what that was. */
  catchUp(): Promise<readonly Pending[]>;
}

/** With what is stored already, and the clock that it was made with. */
export function openHome(
  { options, address, population, open, oneForAll }: Common,
  { store, madeWith }: { readonly store: Store; readonly madeWith: 'real' | number },
): Home {
  const { seed = defaultSeed, onBug } = options;
  const settings = { maxBody: OWN_BODY_BYTES, ...(options.asOf !== undefined && { asOf: options.asOf }), ...options.settings };
  const secret = `seed ${seed}`;
  // The secret hides a tenant's traces from other tenants; here there is one, and repeatable ids are worth more.
  const workspace = openWorkspace({
    id: 'default',
    secret,
    seed,
    clock: clockOf(madeWith),
    store,
    population,
    settings,
    hasDemo: true,
  });
  const workspaces = workspacesAround(
    workspace,
    { secret, clock: madeWith },
    {
      openWorkspace: (facts, own) =>
        openWorkspace({
          id: facts.id,
          secret: facts.secret,
          seed: facts.seed,
          clock: clockOf(facts.clock),
          store: own,
          population: facts.seed === seed && facts.population === undefined ? population : populationOf(facts.seed, facts.population),
          settings,
          hasDemo: true,
        }),
      bringing,
      now: () => realClock.now(),
      onBug: (error) => onBug?.(error),
    },
  );
  const folder = new URL(address).pathname.replace(/\/+$/, '');
  const visit: Visit = { workspace, prefix: folder, caller: owner };
  /** The same, as it is seen at a host of the NHS: there is no folder before its paths. */
  const atOfficialHosts: Visit = { ...visit, prefix: '', official: {} };
  let door: Promise<Entered> | undefined;
  const enter = (): Promise<Entered> => (door ??= open().then(entered));

  function entered({ served: apis, gateway: shared, besides, targetOf }: Opened): Entered {
    const own = ownControl(workspaces);
    const gateways = gatewaysOf(apis, (those) =>
      those === apis ? shared.beside(own) : createGateway({ apis: those, besides, own, origins, ...(onBug && { onBug }) }),
    );
    const serve = async (request: Request, to: Visit): Promise<Response> => (await gateways.of(to.workspace)).fetch(request, to);
    const visits = openVisits({ workspaces, opensNames: false, now: () => realClock.now(), folder, serve });
    return { gateways, targetOf, visit: (request, sender = {}) => visits.of(request, { ...here, ...sender }) };
  }

  async function fetch(request: Request): Promise<Response> {
    const response = await answerTo(request);
    if (response instanceof FaultyResponse && response.isNothing) throw new DroppedConnection();
    return response;
  }

  async function answerTo(request: Request): Promise<Response> {
    const { gateways, targetOf, visit: visitHere } = await enter();
    const url = new URL(request.url);
    if (isBelow(url.origin + url.pathname, address)) {
      if (!mayBePage(request.url, request.headers.get('accept'))) return visitHere(request);
      return withPages(request, { folder, ask: visitHere, read: (asked) => visitHere(asked, { isUnseen: true }) }, () =>
        visitHere(request),
      );
    }
    const gateway = await gateways.of(workspace);
    const { standing, target } = targetOf(url);
    if (standing === 'elsewhere') return gateway.fetch(request, atOfficialHosts);
    // As the platform does, whatever it is asked about: else a page could not even read the refusal.
    const isPreflight = request.method === 'OPTIONS';
    const response =
      target === undefined && !isPreflight
        ? gateway.refuse(request, atOfficialHosts)
        : await gateway.fetch(
            target === undefined || target.url.href === request.url ? request : new Request(target.url, request),
            target?.base === undefined ? atOfficialHosts : { ...atOfficialHosts, official: { base: target.base } },
          );
    // Why an answer is as it is can be read here, and never at the NHS.
    const trace = response.headers.get(traceHeader);
    if (trace !== null) response.headers.set(traceHeader, address + new URL(trace).pathname);
    return response;
  }

  async function ask(request: Request): Promise<Response> {
    const { gateways } = await enter();
    const own = await gateways.of(workspace);
    const gateway = own === gateways.common ? (oneForAll.gateway ??= own) : own;
    return gateway.fetch(request, visit);
  }

  return {
    workspace,
    fetch,
    ask,
    standing: async (url) => (await enter()).targetOf(url).standing,
    ready: async () => (await enter()).gateways.common,
    catchUp: async () => (await (await enter()).gateways.of(workspace)).catchUpWhole(workspace),
  };
}

/** Nobody comes in by the door that all forks have in common: each has its own. */
const noControl = (): never => {
  throw new Error('a sandbox in process is entered by its own door');
};

/** Whoever asks has the process. */
const here: Sender = { isHere: true };

interface Entered {
  readonly gateways: Gateways;
  readonly targetOf: (url: URL) => OfficialTarget;
  visit(request: Request, sender?: Pick<Sender, 'isUnseen'>): Promise<Response>;
}

interface Opened {
  readonly served: readonly Mountable[];
  readonly besides: readonly Mountable[];
  readonly gateway: Gateway;
  readonly targetOf: (url: URL) => OfficialTarget;
}

/** Whoever asks is in this process, or a page that this is a part of. */
const origins: Origins = { allows: () => true, howToAllow: () => 'ask it from there.' };

export const traceHeader = 'X-Sandbox-Trace';

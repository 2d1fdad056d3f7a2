/** The front door: the sandbox's own API owns its path, whatever any contract says; everything else is asked of the mock APIs. */
import type { Mountable, Served } from './announced.ts';
import type { Api } from './api.ts';
import { lazilyLoaded } from '../contract/lazily.ts';
import { guardControl } from './callers/guard-control.ts';
import type { Origins } from './callers/origins.ts';
import { catchUp, catchUpWhole } from './cues.ts';
import { readFirst } from './mount.ts';
import { openRealm, type Realm } from './realm.ts';
import { openIncoming, readUrl } from './request/incoming.ts';
import { routingPath } from './request/path.ts';
import { controlPath } from './places.ts';
import { isReserved } from './reserved.ts';
import { respondWithProblem } from './response/respond.ts';
import { unserved } from './unserved.ts';
import type { Visit } from './visit.ts';
import { openKeptRequests, type KeptRequests } from './works/kept-requests.ts';
import { askWithin, type AskWithin } from './works/ask-within.ts';
import type { Pending } from '../workspace/time/schedule.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FirstRequests } from './works/first-requests.ts';
import { openWorkingRequests, type WorkingRequests } from './works/working-requests.ts';

export interface Gateway {
  fetch(request: Request, visit: Visit): Response | Promise<Response>;
  /** The answer to a request that nothing here serves, whatever is mounted at its path. */
  refuse(request: Request, visit: Visit): Response;
  /** Does what is due in a workspace though nobody asks it for anything: at once, unless an API has to be read for it. */
  catchUp(workspace: Workspace): void | Promise<void>;
  /** The same until nothing is due any more; gives what was done. */
  catchUpWhole(workspace: Workspace): Promise<readonly Pending[]>;
  readonly apis: readonly Api[];
  /** With what comes with the sandbox, which stands last. */
  readonly served: readonly Api[];
  readonly workingRequests: FirstRequests;
  /** The same mock APIs behind another door: with the own API of another home. */
  beside(own: GatewayOptions['own']): Gateway;
}

/** What the sandbox's own API is told of the mock APIs beside it. */
export interface BesideControl {
  readonly apis: readonly Api[];
  /** With what comes with the sandbox beside its own API, which stands last. */
  readonly served: readonly Api[];
  readonly workingRequests: WorkingRequests;
  /** A request that somebody brings as data. */
  readonly askWithin: AskWithin;
}

export interface OwnServed extends Served {
  /** Whether what is asked at a path below its base concerns the mock APIs, so that all of them have to be read. */
  readonly looksAtApis: (path: string) => boolean;
}

export interface GatewayOptions {
  readonly apis: readonly Mountable[];
  /** What comes with the sandbox: served like the mock APIs, with the same journal and faults, and not listed among them. */
  readonly besides?: readonly Mountable[];
  /** The sandbox's own API, made when it is asked for the first time: most programs never do. */
  readonly own: (beside: BesideControl) => Promise<OwnServed>;
  /** Whose web pages may use the sandbox's own API; left out where nobody is a stranger, or where they have been kept away before. */
  readonly origins?: Origins;
  readonly securityContact?: string;
  readonly checkEveryAnswer?: boolean;
  readonly onDefect?: (line: string) => void;
  readonly onBug?: (error: unknown) => void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const kept = openKeptRequests();
  return openDoor(options, openRealm({ ...options, isOwn: false, onRefused: (incoming) => kept.keep(incoming) }), kept);
}

function openDoor(options: GatewayOptions, mocks: Realm, kept: KeptRequests): Gateway {
  const { origins } = options;
  const { apis, served } = mocks;
  const workingRequests = openWorkingRequests(mocks, kept);
  const control = lazilyLoaded(async () => {
    const own = await options.own({ apis, served, workingRequests, askWithin: askWithin(mocks.prepare) });
    const realm = openRealm({ ...options, apis: [own], besides: [], isOwn: true, securityContact: undefined, onRefused: () => {} });
    return { realm, looksAtApis: own.looksAtApis };
  });
  /** Undefined where all are open that do what is due. */
  const openingForDue = ({ schedule, clock }: Workspace): Promise<unknown> | undefined => {
    const now = clock.now();
    if (!schedule.isDue(now) || apis.every(({ isRead }) => isRead())) return undefined;
    const due = schedule.dueTo(now);
    return readFirst(apis.filter(({ slug }) => due.has(slug)));
  };

  return {
    apis,
    served,
    workingRequests,
    catchUp(workspace) {
      const opening = openingForDue(workspace);
      const act = (): void => {
        catchUp(workspace, apis);
      };
      return opening ? opening.then(act) : act();
    },
    async catchUpWhole(workspace) {
      await openingForDue(workspace);
      return catchUpWhole(workspace, apis);
    },
    beside: (own) => openDoor({ ...options, own }, mocks, kept),
    refuse(request, visit) {
      const incoming = openIncoming(request, visit, { url: readUrl(request.url, visit.prefix), isOwn: false });
      return respondWithProblem(incoming, unserved(apis, { pathname: incoming.url.pathname, prefix: visit.prefix }));
    },
    fetch,
  };

  function fetch(request: Request, visit: Visit): Response | Promise<Response> {
    const opening = openingForDue(visit.workspace);
    if (opening) return opening.then(() => fetch(request, visit));
    catchUp(visit.workspace, apis);
    const url = readUrl(request.url, visit.prefix);
    const path = routingPath(url.pathname);
    if (!isReserved(path)) return mocks.fetch(request, visit, url);
    const answer = async (): Promise<Response> => {
      const { realm, looksAtApis } = await control();
      if (looksAtApis(path.slice(controlPath.length))) await readFirst(served);
      return realm.fetch(request, visit, url);
    };
    return origins ? guardControl({ request, own: url.origin, pathname: url.pathname }, origins, answer) : answer();
  }
}

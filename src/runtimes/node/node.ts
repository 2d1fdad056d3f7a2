/** The Node runtime: workspaces behind an HTTP server on this machine, of which whoever names none has the default one. */
import { getRequestListener, RequestError } from '@hono/node-server';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { OWN_BODY_BYTES } from '../../contract/limits.ts';
import { originsOf, type Origin } from '../../gateway/callers/origins.ts';
import { securityContact } from '../../gateway/security-txt.ts';
import { createGateway } from '../../gateway/gateway.ts';
import { firstLine } from '../../gateway/works/command-lines.ts';
import type { Mountable } from '../../gateway/announced.ts';
import type { Api } from '../../gateway/api.ts';
import type { Visit } from '../../gateway/visit.ts';
import { gatewaysOf, type Gateways } from '../gateways.ts';
import { notesBy } from '../notes-by.ts';
import { mayBePage } from '../pages.ts';
import { identityServed } from '../../identity/identity.ts';
import { ownControl } from '../own-control.ts';
import { owner } from '../../mock/caller.ts';
import { controlPath } from '../../gateway/places.ts';
import { isOverlay } from '../../workspace/store/store.ts';
import { isReserved } from '../../gateway/reserved.ts';
import { headersLimit } from '../../gateway/policies/limits.ts';
import type { Population } from '../../population.ts';
import type { Clock } from '../../workspace/time/clock.ts';
import { realClock } from '../../workspace/time/clock.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ClockSetting } from '../../workspace/time/workspace-clock.ts';
import { workspacePath } from '../../workspaces/address.ts';
import { badTarget, hostFault, refuse } from './server-faults.ts';
import { listen, type HandedConnections } from './server.ts';
import { openOwnWorkspaces } from './own-workspaces.ts';
import { headersTooLarge, ourBug, responseOf } from '../platform-fault.ts';
import { tellOf, tellRefused, type Tell } from './tell-exchanges.ts';
import { allowOriginVariable, hostName, ownNames } from './own-names.ts';
import { openVisits } from '../visits.ts';
import { withPagesFor } from './pages-for.ts';
import { receiver, type Receive } from './receive.ts';
import { onTheWire } from './send-faulty.ts';
import { senders } from './senders.ts';
import { openSending } from './sending.ts';

export interface NodeOptions {
  readonly apis: readonly Mountable[];
  readonly population: Population;
  /** That of the default workspace, until somebody sets it. */
  readonly clock: Clock;
  readonly seed: number;
  readonly settings?: Partial<Settings>;
  /** The SQLite file that keeps what is written; without one everything is forgotten at the end. */
  readonly data?: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where another process holds the port: it accepts the connections. */
  readonly connections?: HandedConnections;
  /** Names to answer to besides its own; `*.example.org` is every name below that one. */
  readonly allowHosts?: readonly string[];
  /** Whose web pages may use `/_sandbox`, besides those of this machine and its own. */
  readonly allowOrigins?: readonly Origin[];
  /** A certificate and its key, in PEM: HTTPS then, and nothing else. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Told of every exchange. */
  readonly onExchange?: Tell;
  /** Any name opens a workspace, which is made where there is none. */
  readonly opensNames?: boolean;
  /** Opens everything to whoever shows it. */
  readonly operatorKey?: string;
  /** Messages may go to public addresses, where a workspace wants it so. */
  readonly sendsOut?: boolean;
  readonly onBug?: (error: unknown) => void;
}

export interface NodeSandbox {
  /** The origin: `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly port: number;
  /** What is served, as it is understood. */
  apis(): readonly Api[];
  /** What the clock of the default workspace is set to. */
  clockSetting(): ClockSetting;
  /** A line that asks one of them for something that is there. */
  firstLine(): Promise<string | undefined>;
  /** Nobody has written anything in the default workspace, or brought anybody to it. */
  isUntouched(): boolean;
  /** Takes data into the default workspace; `first` is the number of its first line. */
  load(text: string, first: number): Promise<{ readonly rows: number } | { readonly refused: string }>;
  /** Puts stubs in the place of those of their source in the default workspace: all of them, or none. */
  replaceStubs(
    source: string,
    stubs: readonly unknown[],
  ): Promise<{ readonly stubs: readonly ReplacedStub[] } | { readonly refused: string }>;
  /** Serves other APIs, or the same ones changed, from the next request on. The workspace stays as it is. */
  serve(apis: readonly Mountable[]): void;
  /** Takes no more connections, lets requests in flight finish, then stores what is only in memory and lets go of the file. */
  close(): Promise<void>;
}

export interface ReplacedStub {
  readonly id: string;
  /** What of it no contract documents. */
  readonly warnings: readonly string[];
}

/** How long a quiet sandbox keeps its last exchanges in memory only, in milliseconds. */
const flushEvery = 1_000;
/** How long something may be due before it is done though nobody asks. */
const lookEvery = 500;
/** How long a workspace is kept, closed to everybody, after its time. */
const sweepEvery = 15_000;

export async function startNode(options: NodeOptions): Promise<NodeSandbox> {
  const { population, seed, host, port, onBug } = options;
  const failed = (error: unknown): void => onBug?.(error);
  const sending = openSending({ ...options, workspaces: () => workspaces, catchUp: (workspace) => catchUp(workspace), onBug: failed });
  const workspaces = openOwnWorkspaces({
    sending,
    data: options.data,
    clock: options.clock,
    seed,
    population,
    settings: { maxBody: OWN_BODY_BYTES, ...options.settings },
    notesOf: (workspace, few) => notesBy(gateways, workspace, few),
    onBug: failed,
  });
  const { clock } = workspaces.byDefault.workspace;
  const origins = originsOf(
    options.allowOrigins ?? [],
    (origin) => `start the sandbox with --allow-origin ${origin}, or with ${allowOriginVariable}=${origin} in its environment.`,
  );
  const own = ownControl(workspaces);
  const besides = identityServed();
  const openGateways = (apis: readonly Mountable[]): Gateways =>
    gatewaysOf(apis, (those) => createGateway({ apis: those, besides, own, origins, securityContact, ...(onBug && { onBug }) }));
  let gateways = openGateways(options.apis);

  const names = ownNames({ host, allowed: options.allowHosts ?? [] });
  const { onExchange, tls, connections, operatorKey, opensNames = false } = options;
  const serve = (request: Request, visit: Visit): Response | Promise<Response> => {
    const gateway = gateways.of(visit.workspace);
    return gateway instanceof Promise ? gateway.then((own) => own.fetch(request, visit)) : gateway.fetch(request, visit);
  };
  const now = (): number => realClock.now();
  const visits = openVisits({
    workspaces,
    opensNames,
    operatorKey,
    now,
    serve: onExchange ? tellOf(onExchange, serve) : serve,
    ...(onExchange && { refused: (request, status) => tellRefused(onExchange, request, status) }),
  });
  const senderOf = senders(now);
  const receive = withPagesFor(receiver(visits, { senderOf, showsOperatorKeys: operatorKey !== undefined }), { visits, senderOf });
  const answered = tls ? withoutPromise(receive) : receive;
  const listener = getRequestListener(
    (request, { incoming, outgoing }) =>
      // Of HTTP/1, as this server's are.
      onTheWire(answered(request, incoming as IncomingMessage), outgoing as ServerResponse),
    {
      hostname: hostName(host),
      errorHandler(error) {
        if (error instanceof RequestError) return badTarget(clock.now());
        failed(error);
        return responseOf(ourBug(clock.now()));
      },
    },
  );
  const admit = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = headersSize(request) > headersLimit ? headersTooLarge(clock.now()) : hostFault(request, names, clock);
    if (!fault) return listener(request, response);
    if (onExchange) tellRefused(onExchange, request, fault.status);
    refuse(response, fault);
  };
  const answer: RequestListener = (request, response) => {
    admit(request, response).catch((error: unknown) => {
      failed(error);
      refuse(response, ourBug(clock.now()));
    });
  };
  const flushing = setInterval(() => workspaces.each((workspace) => workspace.flush()), flushEvery).unref();
  const catchUp = (workspace: Workspace): void => {
    if (!workspace.schedule.isDue(workspace.clock.now())) return;
    const gateway = gateways.of(workspace);
    // One whose contracts are still being read has its turn the next time.
    const caughtUp = gateway instanceof Promise ? gateway : gateway.catchUp(workspace);
    caughtUp?.catch(failed);
  };
  const look = (workspace: Workspace): void => {
    catchUp(workspace);
    if (workspace.callbacks.deliveries.isOutgoing()) sending.send(workspace);
  };
  const looking = setInterval(() => workspaces.each(look), lookEvery).unref();
  const sweep = (): Promise<void> => workspaces.sweep().catch(failed);
  // What ended, or was cut off, while nothing ran.
  const swept = sweep();
  const sweeping = setInterval(sweep, sweepEvery).unref();
  const server = await listen(answer, { host, port, clock, failed, ...(tls && { tls }), ...(connections && { connections }) }).catch(
    (error: unknown) => {
      clearInterval(flushing);
      clearInterval(looking);
      clearInterval(sweeping);
      workspaces.close();
      throw error;
    },
  );

  sending.isAt(server.port);

  /** The sandbox's own API about the default workspace, as whoever started it. */
  const askOwn = async (path: string, init: RequestInit): Promise<Response> => {
    const { workspace } = workspaces.byDefault;
    const gateway = await gateways.of(workspace);
    return gateway.fetch(new Request(server.url + controlPath + path, init), { workspace, prefix: '', caller: owner });
  };

  return {
    url: server.url,
    port: server.port,
    apis: () => gateways.common.apis,
    clockSetting: clock.setting,
    async firstLine() {
      const request = await gateways.common.workingRequests.first(workspaces.byDefault.workspace);
      return request && firstLine(server.url, request);
    },
    isUntouched() {
      const { store, people } = workspaces.byDefault.workspace;
      return people.list().size === 0 && !store.collections().some(isOverlay);
    },
    async load(text, first) {
      const headers = { 'Content-Type': 'application/x-ndjson' };
      const answer = await askOwn(`/import?firstLine=${first}`, { method: 'POST', headers, body: text });
      const { rows = 0, detail = '' } = (await answer.json()) as { readonly rows?: number; readonly detail?: string }; // as its contract says
      return answer.ok ? { rows } : { refused: detail };
    },
    async replaceStubs(source, stubs) {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await askOwn('/stubs', { method: 'PUT', headers, body: JSON.stringify({ source, stubs }) });
      const told = (await answer.json()) as { readonly stubs?: readonly ReplacedStub[]; readonly detail?: string }; // as its contract says
      return answer.ok ? { stubs: told.stubs ?? [] } : { refused: told.detail ?? '' };
    },
    serve(apis) {
      gateways = openGateways(apis);
    },
    async close() {
      const closing = server.close();
      // Those who wait for a message or an exchange would be waited for.
      workspaces.each(({ callbacks, journal }) => {
        callbacks.inbox.letGo();
        journal.letGo();
      });
      await closing;
      await swept;
      clearInterval(flushing);
      clearInterval(looking);
      clearInterval(sweeping);
      await sending.stop();
      workspaces.close();
    },
  };
}

/**
 * A browser keeps the promise of HTTPS for a name on all its ports and for a year: not one to make for `localhost`. Only the sandbox's own pages make it; the answers of
 * APIs are left alone, since headers that are looked at here go out with another spelling and order than over HTTP.
 */
function withoutPromise(receive: Receive): Receive {
  return async (request, incoming) => {
    const response = await receive(request, incoming);
    if (isPageOrOwn(request, incoming) && response.headers.has('strict-transport-security'))
      response.headers.delete('strict-transport-security');
    return response;
  };
}

const isPageOrOwn = ({ url }: Request, { headers }: IncomingMessage): boolean =>
  mayBePage(url, headers.accept) || isReserved(new URL(url).pathname.replace(workspacePath, ''));

/** Bytes of names and values: Node gives them one character a byte. */
function headersSize({ rawHeaders }: IncomingMessage): number {
  let size = 0;
  for (const text of rawHeaders) size += text.length;
  return size;
}

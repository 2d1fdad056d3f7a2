/**
 * The network of a test file. Of two servers of msw that listen at once only the last is asked, and the first that closes silences
 * both: so kits share one, or use the project's own, and each test begins by making sure that it is asked at all.
 */
import network from 'node:http';
import { http, HttpResponse, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';

/** What a project's own server has of msw's. */
export interface ProjectServer {
  use(...handlers: HttpHandler[]): void;
  listHandlers(): readonly unknown[];
}

export interface TestNetwork {
  /** From now on these are asked, before those that were there. */
  join(handlers: readonly HttpHandler[]): void;
  leave(handlers: readonly HttpHandler[]): void;
  /** Rejects where requests would go past the sandbox. */
  mustBeAsked(handlers: readonly HttpHandler[]): Promise<void>;
}

/** A name that no host can have (RFC 6761 §6.4). */
const probe = 'http://nhs-sandbox.invalid/';
const probed = 'X-Sandbox-Probe';

/** Answers the question whether anybody is asked. */
export const probeHandler = (): HttpHandler => http.get(probe, () => new HttpResponse(null, { status: 204, headers: { [probed]: '1' } }));

export function networkOfOurOwn(): TestNetwork {
  const server = setupServer();
  let joined: readonly (readonly HttpHandler[])[] = [];
  const put = (next: typeof joined): void => {
    joined = next;
    // Without any, msw would put back those that it was made with: none.
    server.resetHandlers(...joined.flat());
  };
  return {
    join(handlers) {
      // Two versions of msw, two names for the same.
      const quiet = { onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' } as const;
      if (joined.length === 0) server.listen(quiet);
      put([handlers, ...joined]);
    },
    leave(handlers) {
      put(joined.filter((those) => those !== handlers));
      if (joined.length === 0) server.close();
    },
    mustBeAsked: () =>
      mustAnswer(
        'Another server of msw listens or was closed, and of two only the last is asked: give it to the kit, as in useSandbox({ server }).',
      ),
  };
}

/** The project's own server, which it starts and closes itself. */
export function networkOfServer(server: ProjectServer): TestNetwork {
  const put = (handlers: readonly HttpHandler[]): void => {
    const known = server.listHandlers();
    const missing = handlers.filter((handler) => !known.includes(handler));
    if (missing.length > 0) server.use(...missing);
  };
  return {
    join: put,
    leave() {},
    async mustBeAsked(handlers) {
      // A project takes added handlers away after each test.
      put(handlers);
      await mustAnswer(
        'The server that it was given does not listen, or another one does beside it: server.listen() belongs into beforeAll.',
      );
    },
  };
}

async function mustAnswer(advice: string): Promise<void> {
  const isAsked = await new Promise<boolean>((done) => {
    try {
      const request = network.get(probe, (response) => {
        response.resume();
        done(response.headers[probed.toLowerCase()] === '1');
      });
      request.on('error', () => done(false));
    } catch {
      done(false);
    }
  });
  if (!isAsked) throw new Error(`Requests of this test would go past the sandbox. ${advice}`);
}

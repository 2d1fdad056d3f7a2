/** `nhs-api-sandbox/msw`: request handlers for msw 3, in Node and in browsers, that answer from a sandbox in this process. */
import { http, type HttpHandler } from 'msw/http';
import { createInProcessSandbox, type InProcessSandbox, type SandboxOptions } from './in-process.ts';
import { officialTarget } from './official-hosts.ts';

export interface MswOptions extends SandboxOptions {
  /** The address that is the sandbox, all of it; the one that `nhs-sandbox start` has unless you say otherwise. */
  readonly origin?: string;
  /** Answer for the official hosts as well, where the sandbox has what is asked of them (true). */
  readonly officialHosts?: boolean;
}

export interface MswSandbox extends InProcessSandbox {
  /** For `setupServer(...handlers)` or `setupWorker(...handlers)`. What they do not answer passes through. */
  readonly handlers: readonly HttpHandler[];
}

export const defaultOrigin = 'http://localhost:8787';

export function createSandbox(options: MswOptions = {}): MswSandbox {
  const { origin = defaultOrigin, officialHosts = true } = options;
  const own = new URL(origin).origin;
  const sandbox = createInProcessSandbox(options);

  /** Where in the sandbox a request is answered; undefined where it is none of its business. */
  async function targetOf(address: string): Promise<URL | undefined> {
    const url = new URL(address);
    if (url.origin === own) return url;
    return officialHosts ? officialTarget(await sandbox.ready(), url) : undefined;
  }

  const handler = http.all(
    async ({ request }) => (await targetOf(request.url)) !== undefined,
    async ({ request }) => {
      const target = await targetOf(request.url);
      // msw may read the request again, for its log and its life-cycle events.
      return target && sandbox.fetch(target.href === request.url ? request.clone() : new Request(target, request.clone()));
    },
  );
  return { ...sandbox, handlers: [handler] };
}

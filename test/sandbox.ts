/** A sandbox in this process for a test: contracts in, a `fetch` out. Every answer is held to its contract; a bug or a bad answer fails the test. */
import { loadContract } from '../src/contract/load.ts';
import type { Contract } from '../src/contract/contract.ts';
import { ownControl } from '../src/runtimes/own-control.ts';
import { aloneIn } from '../src/workspaces/alone.ts';
import { owner } from '../src/mock/caller.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import type { AnyMock } from '../src/mock/mock.ts';
import { nobody, type Population } from '../src/population.ts';
import { frozenClock } from '../src/workspace/time/clock.ts';
import { createMemoryStore } from '../src/workspace/store/memory-store.ts';
import type { Settings } from '../src/workspace/settings.ts';
import type { Store } from '../src/workspace/store/store.ts';
import { openWorkspace, type Workspace } from '../src/workspace/workspace.ts';
import { defects } from './defects.ts';

export interface SandboxOptions {
  readonly seed?: number;
  readonly store?: Store;
  readonly population?: Population;
  readonly settings?: Partial<Settings>;
  readonly mock?: AnyMock;
  /** The path before every address of this workspace: `/w/name`. */
  readonly prefix?: string;
  /** Published documents break their own contracts; ours never do. */
  readonly tolerateDefects?: boolean;
}

export interface Sandbox {
  readonly workspace: Workspace;
  readonly clock: ReturnType<typeof frozenClock>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON, or nothing. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export const origin = 'http://sandbox.test';

export function sandboxOf(contracts: string | Contract | readonly Contract[], options: SandboxOptions = {}): Sandbox {
  const loaded =
    typeof contracts === 'string'
      ? [loadContract({ name: 'invented.yaml', text: contracts })]
      : Array.isArray(contracts)
        ? contracts
        : [contracts as Contract];
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const gateway = createGateway({
    own: (beside) => ownControl(aloneIn(workspace))(beside),
    apis: loaded.map((contract: Contract) => ({ contract, ...(options.mock ? { mock: options.mock } : {}) })),
    checkEveryAnswer: true,
    onDefect: (line) => {
      if (!options.tolerateDefects) defects.push(line);
    },
    onBug: (error) => {
      defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  });
  const workspace = openWorkspace({
    id: 'test',
    secret: 'a secret for tests',
    seed: options.seed ?? 42,
    clock,
    store: options.store ?? createMemoryStore(),
    population: options.population ?? nobody,
    ...(options.settings ? { settings: options.settings } : {}),
  });
  const request = async (path: string, init?: RequestInit): Promise<Response> =>
    gateway.fetch(new Request(path.startsWith('http') ? path : origin + path, init), {
      workspace,
      prefix: options.prefix ?? '',
      caller: owner,
    });
  return {
    workspace,
    clock,
    request,
    send: (method, path, body, headers = {}) =>
      request(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

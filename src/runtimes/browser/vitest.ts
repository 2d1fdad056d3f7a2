/** `nhs-api-sandbox/vitest`: one line in a test file gives it a sandbox, the same at the start of every test. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { personas, testPerson } from '../../../mocks/personas.ts';
import type { Persona } from '../../world/persona.ts';
import type { ApiName } from './api-names.ts';
import { createClient, type ApiClient, type ApiClientOptions } from './client.ts';
import { createSandbox, type MswOptions, type MswSandbox } from './msw.ts';
import { defaultOrigin } from './sandbox-origin.ts';
import { networkOfServer, networkOfOurOwn, probeHandler, type ProjectServer } from './test-network.ts';
import { toldFailure, untoward } from './told-failure.ts';

export interface VitestOptions extends MswOptions {
  /** Print, below a test that fails, why its requests were not answered with success (true). */
  readonly explainFailures?: boolean;
  /** The project's own `setupServer()`, where it has one: msw asks one at a time. What is added to it in a test wins over the sandbox. */
  readonly server?: ProjectServer;
}

export interface SandboxKit extends Omit<MswSandbox, 'handlers'> {
  readonly origin: string;
  /** NHS numbers of the test people, by name: `people.janeSmith`. */
  readonly people: typeof testPerson;
  /** The same people, with everything that is known of them and what they are for. */
  readonly personas: readonly Persona[];
  /** A client of one API, typed from its contract. It asks the sandbox directly. */
  client<Name extends ApiName>(name: Name, options?: Omit<ApiClientOptions, 'origin' | 'fetch'>): ApiClient<Name>;
}

/** msw listens for a whole process, so there is one of these for all kits that the process has. */
const shared = networkOfOurOwn();

/** Where time stands in tests, unless they say otherwise: the day for which the population is drawn. */
export const defaultInstant = '2026-01-01T09:00:00Z';

/**
 * Answers whatever the tests of this file, or of every file where a setup file says so, `fetch` from `origin` and from the hosts of the
 * NHS. Between tests everything that was written is forgotten and the clock goes back; tests that run at the same time share one
 * sandbox, until the last of them is done. Requests to other hosts pass through.
 */
export function useSandbox(options: VitestOptions = {}): SandboxKit {
  const { origin = defaultOrigin, explainFailures = true, server } = options;
  const { handlers: answering, ...sandbox } = createSandbox({ clock: defaultInstant, ...options });
  const handlers = [...answering, probeHandler()];
  const network = server ? networkOfServer(server) : shared;
  /** Tests that run now, each with the number of the last exchange before it. */
  const running = new Map<string, number>();

  beforeAll(async () => {
    network.join(handlers);
    await sandbox.ready();
  });
  beforeEach(async ({ task }) => {
    await network.mustBeAsked(handlers);
    running.set(task.id, (await sandbox.exchanges(1))[0]?.number ?? -1);
  });
  afterEach(async ({ task }) => {
    const before = running.get(task.id) ?? -1;
    const isAlone = running.size === 1;
    if (explainFailures && task.result?.state === 'fail' && !task.fails) {
      const own = untoward((await sandbox.exchanges()).filter(({ number }) => number > before));
      const explained = await Promise.all(own.map(({ id }) => sandbox.explain(`/trace/${id}`)));
      if (explained.length > 0) console.error(toldFailure(explained, { test: task.name, isAlone }));
    }
    running.delete(task.id);
    if (running.size === 0) sandbox.reset();
  });
  afterAll(() => network.leave(handlers));
  return {
    ...sandbox,
    origin,
    people: testPerson,
    personas,
    client: (name, others = {}) => createClient(name, { ...others, origin, fetch: (request) => sandbox.fetch(request) }),
  };
}

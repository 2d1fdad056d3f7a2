/** `nhs-api-sandbox/vitest`: one line in a test file gives it a sandbox, the same at the start of every test. */
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { personas, testPerson } from '../../mocks/personas.ts';
import type { Persona } from '../world/persona.ts';
import { createClient, type ApiClient, type ApiClientOptions, type ApiName } from './client.ts';
import { createSandbox, defaultOrigin, type MswOptions, type MswSandbox } from './msw.ts';

export interface SandboxKit extends Omit<MswSandbox, 'handlers'> {
  readonly origin: string;
  /** NHS numbers of the published test people, by name: `people.janeSmith`. */
  readonly people: typeof testPerson;
  /** The same people, with everything that is known of them and what they are for. */
  readonly personas: readonly Persona[];
  /** A client of one API, typed from its contract. It asks the sandbox directly. */
  client<Name extends ApiName>(name: Name, options?: Omit<ApiClientOptions, 'origin' | 'fetch'>): ApiClient<Name>;
}

/** Where time stands in tests, unless they say otherwise: the day for which the population is drawn. */
export const defaultInstant = '2026-01-01T09:00:00Z';

/**
 * Answers whatever the tests of this file `fetch` from `origin` and from the official hosts. Between tests everything that was
 * written is forgotten and the clock goes back. Requests to other hosts pass through.
 */
export function useSandbox(options: MswOptions = {}): SandboxKit {
  const { origin = defaultOrigin } = options;
  const { handlers, ...sandbox } = createSandbox({ clock: defaultInstant, ...options });
  const server = setupServer(...handlers);
  beforeAll(async () => {
    server.listen({ onUnhandledFrame: 'bypass' });
    await sandbox.ready();
  });
  afterEach(() => sandbox.reset());
  afterAll(() => server.close());
  return {
    ...sandbox,
    origin,
    people: testPerson,
    personas,
    client: (name, others = {}) => createClient(name, { ...others, origin, fetch: (request) => sandbox.fetch(request) }),
  };
}

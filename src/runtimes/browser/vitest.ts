/** `nhs-api-sandbox/vitest`: one line in a test file gives it a sandbox, the same at the start of every test. */
import * as vitest from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import type { PublishedPerson } from '../../population.ts';
import type { ApiName } from './api-names.ts';
import { createClient, type ApiClient, type ApiClientOptions } from './client.ts';
import { createInProcessSandbox } from './in-process.ts';
import type { InProcessSandbox } from './in-process-sandbox.ts';
import { handlersOf, type MswOptions } from './msw.ts';
import { addressOf, defaultOrigin } from './sandbox-origin.ts';
import { forksOf } from './test-forks.ts';
import { networkOfServer, networkOfOurOwn, probeHandler, type ProjectServer } from './test-network.ts';
import { isSuccess, toBeTold, toldFailure } from './told-failure.ts';

export interface VitestOptions extends MswOptions {
  /** Print, below a test that fails, its last requests, and why each was answered as it was (true). */
  readonly explainFailures?: boolean;
  /** The project's own `setupServer()`, where it has one: msw asks one at a time. What is added to it in a test wins over the sandbox. */
  readonly server?: ProjectServer;
}

/** What it does, it does to the sandbox of the test that runs; between tests, to that of the file. */
export interface SandboxKit extends InProcessSandbox {
  readonly origin: string;
  /** NHS numbers of the test people, by name: `people.janeSmith`. */
  readonly people: typeof testPerson;
  /** The same people, with everything that is known of them and what they are for. */
  readonly personas: readonly PublishedPerson[];
  /** A client of one API, typed from its contract. It asks the sandbox directly. */
  client<Name extends ApiName>(name: Name, options?: Omit<ApiClientOptions, 'origin' | 'fetch'>): ApiClient<Name>;
}

/** msw listens for a whole process, so there is one of these for all kits that the process has. */
const shared = networkOfOurOwn();

/** Where time stands in tests, unless they say otherwise. */
export const defaultInstant = '2026-01-01T09:00:00Z';

/**
 * Answers whatever the tests of this file, or of every file where a setup file says so, `fetch` from `origin` and from the hosts of the
 * NHS. Each test has a fork of the file's sandbox: it finds what `beforeAll` has written, and what it writes itself no other test sees, be
 * it one that runs at the same time. Requests to other hosts pass through.
 */
export function useSandbox(options: VitestOptions = {}): SandboxKit {
  const { origin = defaultOrigin, explainFailures = true, server } = options;
  const all = { clock: defaultInstant, ...options };
  const sandbox = createInProcessSandbox(all, addressOf(origin));
  const forks = forksOf(sandbox);
  const { current } = forks;
  const handlers = [...handlersOf(sandbox, all, (request) => current().fetch(request)), probeHandler()];
  const network = server ? networkOfServer(server) : shared;

  vitest.beforeAll(async () => {
    network.join(handlers);
    await sandbox.ready();
  });
  if (aroundEach) aroundEach((runTest, { task }) => forks.within(task, runTest));
  vitest.beforeEach(async ({ task }) => {
    if (!aroundEach) forks.begin(task);
    await network.mustBeAsked(handlers);
  });
  vitest.afterEach(async ({ task }) => {
    if (explainFailures && task.result?.state === 'fail' && !task.fails) await explain(task);
    if (!aroundEach) forks.end(task);
  });
  vitest.afterAll(() => network.leave(handlers));

  async function explain(task: { readonly id: string; readonly name: string }): Promise<void> {
    for (const { fork, isAlone } of forks.of(task)) {
      const told = toBeTold(await fork.exchanges());
      // To find what would have worked, requests are tried: of those that did no more is to be said.
      const explained = await Promise.all(told.map((each) => (isSuccess(each) ? each : fork.explain(`/trace/${each.id}`))));
      if (explained.length > 0) console.error(toldFailure(explained, { test: task.name, isAlone }));
    }
  }

  return {
    fetch: (request, init) => current().fetch(request, init),
    explain: (response) => current().explain(response),
    exchanges: (limit) => current().exchanges(limit),
    ready: () => sandbox.ready(),
    reset: () => current().reset(),
    snapshot: (name) => current().snapshot(name),
    restore: (name) => current().restore(name),
    settings: (changes) => current().settings(changes),
    inbox: {
      list: (wanted) => current().inbox.list(wanted),
      next: (wanted) => current().inbox.next(wanted),
    },
    journal: {
      list: (wanted) => current().journal.list(wanted),
      last: (wanted) => current().journal.last(wanted),
      assert: (wanted) => current().journal.assert(wanted),
    },
    official: () => current().official(),
    faults: {
      add: (fault) => current().faults.add(fault),
      profile: (name) => current().faults.profile(name),
      list: () => current().faults.list(),
      clear: () => current().faults.clear(),
    },
    stub: (written) => current().stub(written),
    export: () => current().export(),
    import: (lines) => current().import(lines),
    addPerson: (person) => current().addPerson(person),
    load: (data) => current().load(data),
    fork: () => current().fork(),
    setClock: (to) => current().setClock(to),
    clock: {
      now: () => current().clock.now(),
      set: (to) => current().clock.set(to),
      advance: (by) => current().clock.advance(by),
    },
    seed: sandbox.seed,
    get population() {
      return current().population;
    },
    origin,
    people: testPerson,
    get personas() {
      return current().population.published;
    },
    client: (name, others = {}) => createClient(name, { ...others, origin, fetch: (request) => current().fetch(request) }),
  };
}

/** Since vitest 4.1. Before, a test cannot be followed while it waits. */
const { aroundEach } = vitest as Partial<typeof vitest>;

/**
 * Test settings: every file loads the guard that keeps tests on this machine. Files share the process of their worker, so that the sandbox
 * is loaded once per worker and not once per file. `npm test` is what shows whether a change is right, `npm run test:every` what goes through
 * every operation of every contract for one thing, and `npm run test:processes` all that starts processes.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vitest begins with the largest files. This one is small, and lasts longest: begun last, it would be waited for by all other workers. */
const longest = 'test/documents.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(longest);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** They wait for processes half of the time, so there are two more of them at once than there are processors. */
const waiting = [
  'test/{cli,package,runtimes,setup}/**/*.test.ts',
  'test/fuzz/hostile-http.test.ts',
  'test/portal/portal-host.test.ts',
  'test/workspaces/{homes,races}.test.ts',
  longest,
];

/** These change what a process is, as msw does that answers in the place of the network: each has one of its own. */
const apart = ['test/runtimes/{client,homes,msw}.test.ts', 'test/setup/**/*.test.ts'];

/** Each takes one thing that must hold through everything that is served, and so minutes together. */
const every = [
  'test/answer/every-operation.test.ts',
  'test/control/{access-told,failures}.test.ts',
  'test/fuzz/every-operation.test.ts',
  'test/gateway/works/every-operation.test.ts',
  'test/laws/laws.test.ts',
  'test/portal/every-route.test.ts',
  'test/workspaces/isolation.test.ts',
];

const processors = Math.max(2, availableParallelism() - 1);
const later = { maxWorkers: processors + 2, sequence: { groupOrder: 1 } };

/** Of every run that tests the sources. */
export const everyRun = {
  globalSetup: ['test/setup/generated.ts', 'test/setup/made.ts'],
  setupFiles: [
    'test/setup/network-guard.ts',
    'test/setup/property-seed.ts',
    'test/setup/numbers-withheld.ts',
    'test/setup/every-answer.ts',
  ],
  // No test asserts how long something takes; a busy machine only has to finish.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    ...everyRun,
    // By default vitest keeps one processor free, which on a machine of two leaves one.
    maxWorkers: processors,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'in-process', include: ['test/**/*.test.ts'], exclude: [...waiting, ...every], isolate: false } },
      { extends: true, test: { name: 'every', include: every, isolate: false } },
      { extends: true, test: { name: 'processes', include: waiting, exclude: apart, isolate: false, ...later } },
      { extends: true, test: { name: 'apart', include: apart, ...later } },
    ],
  },
});

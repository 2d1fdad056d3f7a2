/**
 * Test settings: every file loads the guard that keeps tests on this machine. Suites that stay in their process share it, so that
 * the sandbox is loaded once per worker and not once per file; those that start servers, or change what a process is, have one each.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const apart = ['test/{cli,package,runtimes,setup}/**/*.test.ts', 'test/documents.test.ts'];

const processors = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
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
    // By default vitest keeps one processor free, which on a machine of two leaves one.
    maxWorkers: processors,
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: apart, isolate: false } },
      // These wait for processes half of the time, so there is one more of them than there are processors.
      { extends: true, test: { name: 'apart', include: apart, maxWorkers: processors + 1, sequence: { groupOrder: 1 } } },
    ],
  },
});

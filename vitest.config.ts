/** Test settings: every worker loads the guard that keeps tests on this machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/network-guard.ts'],
    // No test asserts how long something takes; a busy machine only has to finish.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

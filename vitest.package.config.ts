/** `npm run test:package`: the package as `npm pack` makes it, in projects of its users that are installed from the registry. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/package/**/*.package.ts'],
    globalSetup: ['test/package/packed.ts', 'test/setup/made.ts'],
    setupFiles: ['test/setup/network-guard.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});

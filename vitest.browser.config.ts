/** `npm run test:browser`: what is done in a browser, Debian's Chromium or the one that CHROMIUM names. Without one these tests skip. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.browser.ts'],
    globalSetup: ['test/setup/generated.ts', 'test/setup/made.ts'],
    setupFiles: [
      'test/setup/network-guard.ts',
      'test/setup/property-seed.ts',
      'test/setup/numbers-withheld.ts',
      'test/setup/every-answer.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});

/** `npm run test:browser`: what is done in a browser, Debian's Chromium or the one that CHROMIUM names. Without one these tests skip. */
import { defineConfig } from 'vitest/config';
import { everyRun } from './vitest.config.ts';

export default defineConfig({
  test: {
    ...everyRun,
    include: ['test/**/*.browser.ts'],
    maxWorkers: 2,
  },
});

/** `npm run test:soak`: what the ordinary run shows with ten kills, shown with a hundred. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/runtimes/kills.test.ts'],
    setupFiles: ['test/setup/network-guard.ts'],
    env: { KILLS: '100' },
  },
});

/** `npm run test:soak`: what the ordinary run shows with ten kills, fifty fuzzed requests and forty drawn contracts, shown with ten times as many. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/gateway/live-data.test.ts',
      'test/runtimes/live-data.test.ts',
      'test/runtimes/kills.test.ts',
      'test/runtimes/hostile-contracts.test.ts',
      'test/fuzz/every-operation.test.ts',
      'test/fuzz/outgoing.test.ts',
      'test/laws/*.test.ts',
      'test/workspaces/races.test.ts',
      'test/**/*.soak.ts',
    ],
    setupFiles: ['test/setup/network-guard.ts', 'test/setup/numbers-withheld.ts', 'test/setup/every-answer.ts'],
    env: {
      LIVE_NUMBERS: '5000',
      KILLS: '100',
      HOSTILE_CONTRACTS: '2000',
      FUZZ_RUNS: '500',
      LAWS_RUNS: '1000',
      OUTGOING_RUNS: '500',
      RACES: '50',
    },
  },
});

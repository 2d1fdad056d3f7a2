/** `npm run test:soak`: what the ordinary run shows with two kills, eight fuzzed requests and fifteen drawn contracts, shown with many more, and properties tried ten times as often. */
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
      'test/contract/{,reading/several-files/}damage.test.ts',
      'test/contract/pattern.test.ts',
      'test/contract/reading/text/read-yaml.test.ts',
      'test/mocks/personal-demographics/{fuzz,model,record/fhir}.test.ts',
      'test/**/*.soak.ts',
    ],
    globalSetup: 'test/setup/made.ts',
    setupFiles: ['test/setup/network-guard.ts', 'test/setup/numbers-withheld.ts', 'test/setup/every-answer.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    env: {
      RUNS_TIMES: '10',
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

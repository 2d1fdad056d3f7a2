/** The suites of the shared core, in processes that may not make code from strings: what a Worker allows (T29). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{answer,contract,making,meaning,plan,dialect,fhir,gateway,control,nhs,workspace,world}/**/*.test.ts'],
    setupFiles: ['test/setup/network-guard.ts', 'test/setup/property-seed.ts', 'test/setup/every-answer.ts', 'test/setup/no-eval.ts'],
    // Where ajv makes code, as a build step or as the judge of ours; and pages in a browser. Published contracts are served in test/answer.
    exclude: [
      'test/contract/{generate,api-folders,validators,published}.test.ts',
      'test/fhir/clinical/write-entry.test.ts',
      'test/gateway/{trace-page,kept,type-faults,works/works}.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    pool: 'forks',
    execArgv: ['--disallow-code-generation-from-strings'],
  },
});

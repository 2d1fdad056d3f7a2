/** Tests that are there to fail; see `numbers-withheld.test.ts`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/setup/failing/failing.ts'], setupFiles: ['test/setup/numbers-withheld.ts'] },
});

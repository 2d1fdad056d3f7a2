/** Fails a test whose sandbox sent an answer that breaks its contract, or met a bug. Here, since a worker runs setup anew for every file. */
import { afterEach } from 'vitest';
import { defects } from '../defects.ts';

afterEach(() => {
  const found = defects.splice(0);
  if (found.length > 0) throw new Error(`answers broke their contract:\n${found.join('\n')}`);
});

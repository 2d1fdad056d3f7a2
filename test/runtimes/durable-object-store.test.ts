/** The Durable Object's store passes the suite of all stores, on real workerd. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from './vitest-in-workerd.ts';
import { startWorkerd, workerdPlace } from './workerd.ts';

const place = await workerdPlace(async (outdir) => {
  await build({
    entryPoints: { worker: join(import.meta.dirname, 'store-suite.worker.ts') },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    external: ['cloudflare:workers'],
    alias: { vitest: join(import.meta.dirname, 'vitest-in-workerd.ts') },
  });
});
const workerd = await startWorkerd(place);
const outcomes = (await (await fetch(workerd.url)).json()) as readonly Outcome[];
await workerd.stop();
place.remove();

describe('Durable Object', () => {
  test.each(outcomes.map(({ name, error }) => [name, error]))('%s', (_, error) => {
    expect(error).toBeUndefined();
  });

  test('runs the whole suite', () => {
    expect(outcomes.length).toBeGreaterThan(12);
  });
});

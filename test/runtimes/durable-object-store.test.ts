/** The Durable Object's store passes the suite of all stores, and workspaces over it that of all workspaces, on real workerd. */
import { describe, expect, test } from 'vitest';
import { bundleTestWorker } from './bundle-test-worker.ts';
import type { Outcome } from './vitest-in-workerd.ts';
import { startWorkerd, workerdPlace } from './workerd.ts';

const place = await workerdPlace(bundleTestWorker('store-suite.worker.ts', { vitest: 'vitest-in-workerd.ts' }));
const workerd = await startWorkerd(place);
const outcomes = (await (await fetch(workerd.url)).json()) as readonly Outcome[];
await workerd.stop();
place.remove();

describe('Durable Object', () => {
  test.each(outcomes.map(({ name, error }) => [name, error]))('%s', (_, error) => {
    expect(error).toBeUndefined();
  });

  test('runs both suites', () => {
    expect(outcomes.length).toBeGreaterThan(45);
  });
});

/** A workspace of a test's own, over any store. */
import { nobody } from '../../src/population.ts';
import type { Exchange } from '../../src/workspace/journal/exchange.ts';
import type { Journal } from '../../src/workspace/journal/journal.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import type { Store } from '../../src/workspace/store/store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../src/workspace/workspace.ts';

export function opened(store: Store = createMemoryStore(), options: Partial<WorkspaceOptions> = {}): Workspace {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  return openWorkspace({ id: 'test', secret: 'a secret for tests', seed: 42, clock, store, population: nobody, ...options });
}

export function addExchange(journal: Journal, more: Partial<Exchange> = {}): void {
  const number = journal.next();
  journal.add({ number, id: String(number), at: 0, method: 'GET', url: '/', status: 200, ...more });
}

/** Ends workspaces and events whose time is over, deletes what nobody owns, and closes what nobody uses. */
import { deleteStored, endWorkspace } from './end.ts';
import type { LocalPremises } from './local-workspaces.ts';
import { idleFor } from '../limits.ts';

/** Looked up together; others go first between any two. */
const together = 100;

export async function sweep(premises: LocalPremises): Promise<void> {
  const { read, open, making, now, pause } = premises;
  open.closeIdle(now() - idleFor);
  for (const id of read().workspaces.loose.ids()) {
    if (making.has(id)) continue;
    deleteStored(id, premises);
    await pause();
  }
  for (;;) {
    const over = read().workspaces.expired(now(), together);
    for (const { id } of over) {
      endWorkspace(id, premises);
      await pause();
    }
    if (over.length < together) break;
  }
  for (const { id, expires } of read().events.list()) {
    if (expires <= now() && read().workspaces.count(id) === 0) read().events.remove(id);
  }
}

/** Ends a workspace: from one moment to the next nobody can open it, and what is stored in it goes. */
import type { LocalPremises } from './local-workspaces.ts';

/** False where there was none. */
export function endWorkspace(id: string, premises: LocalPremises): boolean {
  if (!premises.read().end(id)) return false;
  deleteStored(id, premises);
  return true;
}

/** Of what has no owner any more, or never had one. Where that fails, it is tried again by the next sweep. */
export function deleteStored(id: string, { read, open, onBug }: LocalPremises): void {
  try {
    open.end(id);
    read().workspaces.loose.remove(id);
  } catch (error) {
    onBug(error);
  }
}

/** What would be refused in integration of the last exchanges of a workspace, by the APIs that it serves. */
import { failingLately } from '../conformance/failing-lately.ts';
import type { NotesOfRecent } from '../workspace/counters.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Gateways } from './gateways.ts';

/** Undefined while its contracts are still being read. */
export function notesBy(gateways: Gateways, workspace: Workspace, few: number): NotesOfRecent | undefined {
  const gateway = gateways.of(workspace);
  return gateway instanceof Promise ? undefined : failingLately(workspace.journal.newest(), few, gateway.apis);
}

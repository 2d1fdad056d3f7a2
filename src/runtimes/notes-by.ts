/** What would be refused in integration of the last exchanges of a workspace, by the APIs that it serves. */
import { failingLately, judgedOf } from '../conformance/failing-lately.ts';
import { readFirst } from '../gateway/mount.ts';
import type { NotesOfRecent } from '../workspace/counters.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Gateways } from './gateways.ts';

/** Undefined while what they are judged by is still being read. */
export function notesBy(gateways: Gateways, workspace: Workspace, few: number): NotesOfRecent | undefined {
  const gateway = gateways.of(workspace);
  if (gateway instanceof Promise) return undefined;
  const exchanges = judgedOf(workspace.journal.newest(), few);
  const slugs = new Set(exchanges.map(({ api }) => api));
  const asked = gateway.apis.filter(({ slug }) => slugs.has(slug));
  const reading = readFirst(asked);
  if (!reading) return failingLately(exchanges, few, asked);
  // Whoever asks for the API next is told what cannot be read.
  reading.catch(() => {});
  return undefined;
}

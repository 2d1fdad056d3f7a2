/** A workspace over the storage of its object. */
import type { DurableObjectStorage } from 'cloudflare:workers';
import { controlRingBounds } from '../../workspace/journal/bounds.ts';
import type { Reach } from '../../outbound/guard.ts';
import { openQuota } from '../../workspace/quota.ts';
import { clockOf } from '../../workspace/time/clock.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import type { Pump } from '../outbound/pump.ts';
import { notesBy } from '../notes-by.ts';
import { gateways, populationFor, report } from './edge-gateway.ts';
import { createDurableObjectStore } from './object-store.ts';

interface Home {
  readonly hasEnded: () => boolean;
  readonly reach: Reach;
  readonly send: (workspace: Workspace) => void;
  readonly ask: Pump['ask'];
}

/** Where something is to be sent, `send` is told: what told it may still be undone. */
export function openInObject(facts: WorkspaceFacts, storage: DurableObjectStorage, { hasEnded, reach, send, ask }: Home): Workspace {
  // The journals, which are never refused, have their share from the beginning.
  const journals = (): number => workspace.journal.bytes() + workspace.controlJournal.bytes();
  const share = (): number => workspace.settings.journalBytes + controlRingBounds.bytes;
  const { take } = openQuota(() => storage.sql.databaseSize - journals() + share());
  const workspace: Workspace = openWorkspace({
    id: facts.id,
    secret: facts.secret,
    seed: facts.seed,
    clock: clockOf(facts.clock),
    store: createDurableObjectStore(storage, hasEnded),
    population: populationFor(facts.seed, facts.population),
    size: () => storage.sql.databaseSize,
    take,
    sending: { reach, onOutgoing: () => send(workspace), ask: (handed) => ask(workspace, handed) },
    notesOf: (those, few) => notesBy(gateways, those, few),
    onBug: (error) => hasEnded() || report(error),
  });
  return workspace;
}

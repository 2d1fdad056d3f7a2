/** Back to the beginning, or to a point of one's own; and everything that was written, out and in again. */
import type { BesideControl } from '../../gateway/gateway.ts';
import { holdsLiveNumber } from '../../gateway/policies/live-data.ts';
import { stepped } from '../../mock/mock.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import { isSeed } from '../../workspace/seed-lines.ts';
import type { SnapshotFacts } from '../../workspace/snapshots.ts';
import type { Ask, Behaviours } from '../behaviours.ts';
import { aboutLostLines } from '../lost-lines.ts';
import { unspeakable } from '../said-names.ts';
import { readSeed, takeSeed, type ReadSeed } from './seed.ts';
import { clockBehaviours } from './clock.ts';
import { settingsBehaviours } from './settings.ts';

type Snapshots = 'list-snapshots' | 'take-snapshot' | 'read-snapshot' | 'delete-snapshot' | 'restore-snapshot';
type Clock = 'read-clock' | 'set-clock' | 'change-clock' | 'advance-clock';
type Ids = Clock | 'reset' | 'read-settings' | 'change-settings' | Snapshots | 'export-state' | 'import-state';

/** What was exported, or lines as a person writes them. */
type ReadImport = { readonly exported: string } | { readonly seed: ReadSeed };

export function stateBehaviours(beside: BesideControl): Behaviours<Ids> {
  return {
    ...clockBehaviours(beside),
    ...settingsBehaviours,

    reset: ({ visit: { workspace } }) => {
      workspace.reset();
      return { status: 204 };
    },

    'list-snapshots': ({ visit: { workspace } }) => ({ status: 200, body: { snapshots: workspace.snapshots.list().map(described) } }),
    'take-snapshot': (call) => {
      const { name } = call.body;
      const refused = unspeakable({ name });
      if (refused) return refused;
      const taken = call.visit.workspace.snapshots.take(name);
      return isProblem(taken) ? taken : { status: 201, headers: { Location: call.url(`/snapshots/${name}`) }, body: described(taken) };
    },
    'read-snapshot': ({ path: { name }, visit: { workspace } }) => {
      const known = workspace.snapshots.list().find((snapshot) => snapshot.name === name);
      return known ? { status: 200, body: described(known) } : noSnapshot;
    },
    'delete-snapshot': ({ path: { name }, visit: { workspace } }) => (workspace.snapshots.delete(name) ? { status: 204 } : noSnapshot),
    'restore-snapshot': ({ path: { name }, visit: { workspace } }) => {
      const restored = workspace.snapshots.restore(name);
      return isProblem(restored) ? restored : { status: 204 };
    },

    'export-state': ({ visit: { workspace } }) => {
      const text = [...workspace.exportLines()].join('');
      return { status: 200, binary: { bytes: new TextEncoder().encode(text), type: 'application/x-ndjson' } };
    },
    'import-state': stepped({
      reads: async ({ binary, query: { firstLine = 1 }, visit }: Ask<'import-state'>): Promise<ReadImport | Problem> => {
        const text = binary && readUtf8(binary.bytes);
        if (text === undefined) return { problem: 'malformed-body', message: 'An export is UTF-8 text.' };
        const allowed = beside.apis.map(({ plan }) => plan.publishedNumbers().fingerprints);
        const live = text.split('\n').findIndex((line) => holdsLiveNumber(line, allowed));
        if (live >= 0) return liveIn(live + firstLine);
        if (!isSeed(text)) return { exported: text };
        const seed = await readSeed(text, firstLine, visit, beside);
        return isProblem(seed) ? seed : { seed };
      },
      turn: ({ visit: { workspace } }, { read }) => {
        if ('seed' in read) {
          const taken = takeSeed(read.seed, workspace);
          return isProblem(taken) ? taken : { status: 200, body: taken };
        }
        const imported = workspace.importText(read.exported);
        return isProblem(imported)
          ? { ...imported, message: imported.message + aboutLostLines(read.exported) }
          : { status: 200, body: { rows: imported.rows, notes: [...imported.notes] } };
      },
    }),
  };
}

const described = ({ name, at, rows, bytes }: SnapshotFacts) => ({ name, taken: new Date(at).toISOString(), rows, bytes });

const noSnapshot: Problem = { problem: 'not-found', message: 'This workspace has no snapshot of this name.' };

const liveIn = (line: number): Problem => ({
  problem: 'live-data',
  message: `Line ${line} holds an NHS number from the ranges issued to real patients. Nothing was taken in.`,
  faults: [
    { in: 'body', pointer: '', keyword: 'live-data', message: `line ${line} holds an NHS number from the ranges issued to real patients` },
  ],
});

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

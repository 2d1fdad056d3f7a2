/** A workspace as it is described: never what is in it, and its key only on the one occasion when that is shown. */
import { csvLine } from '../../contract/csv-line.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import { firstLine } from '../../gateway/works/command-lines.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { durationText } from '../../workspace/time/duration.ts';
import type { ClockSetting } from '../../workspace/time/workspace-clock.ts';
import type { CountedNow } from '../../workspace/workspace.ts';
import type { Visited } from '../visited.ts';
import { describeWorkspace } from '../../workspaces/describe.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import type { Counters, Minted } from '../../workspaces/workspaces.ts';

type Schemas = components['schemas'];

/** Where addresses of other workspaces begin: what stands before `/w/{id}`, or before the paths of the default workspace. */
export function rootOf({ visit: { prefix, workspace }, origin }: Visited): string {
  const own = `/w/${workspace.id}`;
  return origin + (prefix.endsWith(own) ? prefix.slice(0, -own.length) : prefix);
}

export type ShownWorkspace = Schemas['ListedWorkspace'];

export const listedWorkspace = (facts: WorkspaceFacts, root: string): ShownWorkspace => describeWorkspace(facts, root);

export function described(facts: WorkspaceFacts, counters: CountedNow & Partial<Counters>, root: string): Schemas['Workspace'] {
  return { ...listedWorkspace(facts, root), ...announced(facts), hasKey: facts.keys.length > 0, counters: countersOf(counters) };
}

/** One that was taken back is an empty one. */
export const announced = ({ announcement = '' }: { readonly announcement?: string }): { readonly announcement?: string } =>
  announcement === '' ? {} : { announcement };

export function countersOf({ lastUsed, clock, ...counted }: CountedNow & Partial<Counters>): Schemas['Counters'] {
  return {
    ...counted,
    ...(lastUsed !== undefined && { lastUsed: new Date(lastUsed).toISOString() }),
    ...(clock && { clock: shownSetting(clock) }),
  };
}

const shownSetting = (setting: ClockSetting): NonNullable<Schemas['Counters']['clock']> => ({
  mode: setting.mode,
  ...(setting.mode === 'frozen' && { at: new Date(setting.at).toISOString() }),
  ...(setting.mode === 'offset' && { by: durationText(setting.by) }),
});

export type MadeWorkspace = Schemas['MadeWorkspace'];

/** How those that are made by a call are described: with a line that asks a mock API for something that is there. */
export async function describingMade(
  call: Visited,
  { workingRequests }: Pick<BesideControl, 'workingRequests'>,
): Promise<(made: Minted) => MadeWorkspace> {
  const root = rootOf(call);
  const first = await workingRequests.first(call.visit.workspace);
  return ({ facts, managementKey }) => {
    const { baseUrl, ...others } = listedWorkspace(facts, root);
    return {
      ...others,
      baseUrl,
      managementKey,
      curl: first ? firstLine(baseUrl, first) : `curl ${baseUrl}/_sandbox/catalogue`,
      env: [`NHS_SANDBOX_URL=${baseUrl}`, `NHS_SANDBOX_KEY=${managementKey}`],
    };
  };
}

const columns = ['name', 'id', 'baseUrl', 'managementKey', 'expires'] as const;

/** For a spreadsheet (RFC 4180). */
export function asCsv(workspaces: readonly Schemas['MadeWorkspace'][]): string {
  const rows = workspaces.map((one) => columns.map((column) => one[column] ?? ''));
  return [columns, ...rows].map((row) => `${csvLine(row)}\r\n`).join('');
}

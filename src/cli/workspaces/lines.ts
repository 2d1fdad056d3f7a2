/** Workspaces as lines of a terminal. Their names are whatever somebody called them, so only what can be seen of them is shown. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import { columns, table } from '../lay-out.ts';
import { dayAndTime, minuteOf } from '../remote/moment.ts';
import type { Terminal } from '../terminal.ts';

type Schemas = components['schemas'];

/** What a workspace is called, or else its id. */
export const named = ({ name, id }: { readonly name?: string | undefined; readonly id: string }): string =>
  name === undefined ? id : plainText(name, 80);

/** All that there is to keep of new workspaces, keys included. */
export function madeLines(made: readonly Schemas['MadeWorkspace'][], { bold }: Terminal): string {
  return made
    .map(({ name, id, baseUrl, managementKey, curl, env }) =>
      [
        bold(named({ name, id })),
        columns([
          ['address', baseUrl],
          ['key', managementKey],
          ...(made.length === 1 ? ([['try it', curl], ...env.map((line, i) => [i === 0 ? '.env' : '', line])] as [string, string][]) : []),
        ]),
      ].join('\n'),
    )
    .join('\n\n');
}

export function listLines(workspaces: readonly Schemas['ListedWorkspace'][], { bold }: Terminal): string {
  const isCounted = workspaces.some(({ counters }) => counters !== undefined);
  return table(
    ['Name', ...(isCounted ? ['Requests', 'Refused', 'Changes', 'Last used (UTC)'] : []), 'Ends (UTC)', 'Id'],
    workspaces.map(({ name = '', id, expires, counters }) => [
      plainText(name, 40),
      ...(isCounted ? countersOf(counters ?? nothingYet) : []),
      expires === undefined ? 'never' : minuteOf(expires),
      id,
    ]),
    bold,
  );
}

const countersOf = ({ requests, refused, changes, lastUsed }: Schemas['Counters']): readonly string[] => [
  ...[requests, refused, changes].map(String),
  lastUsed === undefined ? '' : minuteOf(lastUsed),
];

const nothingYet: Schemas['Counters'] = { requests: 0, refused: 0, changes: 0 };

/** Everything but what is in it. */
export function workspaceLines(workspace: Schemas['Workspace'], { bold }: Terminal): string {
  const { id, name, baseUrl, seed, population, clock, made, expires, event, counters, announcement, contracts = [], settings } = workspace;
  const { requests, refused, changes, lastUsed, bytes } = counters ?? nothingYet;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', name === undefined ? undefined : id],
    ['address', baseUrl],
    ['event', event],
    ['says', announcement && plainText(announcement, 500)],
    ['made', dayAndTime(made)],
    ['ends', expires === undefined ? 'never' : dayAndTime(expires)],
    ['clock', clock],
    ['seed', String(seed)],
    ['people', population === undefined ? undefined : String(population)],
    ['requests', `${requests}, of which ${refused} were refused and ${changes} changed something`],
    ['last used', lastUsed === undefined ? undefined : dayAndTime(lastUsed)],
    ['stored', bytes === undefined ? undefined : counted(bytes, 'byte')],
    ['contracts', contracts.length === 0 ? undefined : contracts.map((slug) => plainText(slug, 100)).join(', ')],
    [
      'settings',
      settings &&
        Object.entries(settings)
          .map(([setting, value]) => `${setting}=${String(value)}`)
          .join(' '),
    ],
  ];
  return [bold(named({ name, id })), columns(rows.flatMap(([left, right]) => (right === undefined ? [] : [[left, right]])))].join('\n');
}

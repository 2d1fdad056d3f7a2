/** Events as lines of a terminal. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { plainText } from '../../contract/plain-text.ts';
import { columns, table } from '../lay-out.ts';
import { dayAndTime, minuteOf } from '../remote/moment.ts';
import type { Terminal } from '../terminal.ts';

type Event = components['schemas']['Event'];

export function eventLines(
  { id, name, limit, workspaces, expires, announcement, contracts = [], counters }: Event,
  { bold }: Terminal,
): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', id],
    ['workspaces', `${workspaces} of ${limit}`],
    ['ends', dayAndTime(expires)],
    ['says', announcement && plainText(announcement, 500)],
    ['contracts', contracts.length === 0 ? undefined : contracts.map((slug) => plainText(slug, 100)).join(', ')],
    ['requests', counters && `${counters.requests}, of which ${counters.refused} were refused and ${counters.changes} changed something`],
  ];
  return [bold(plainText(name, 80)), columns(rows.flatMap(([left, right]) => (right === undefined ? [] : [[left, right]])))].join('\n');
}

export function eventTable(events: readonly Event[], { bold }: Terminal): string {
  return table(
    ['Name', 'Workspaces', 'Ends (UTC)', 'Id'],
    events.map(({ id, name, limit, workspaces, expires }) => [plainText(name, 40), `${workspaces} of ${limit}`, minuteOf(expires), id]),
    bold,
  );
}

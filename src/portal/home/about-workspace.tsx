/** What is known of this workspace, and the way to reset it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ControlAnswer } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';

interface AboutWorkspaceProps {
  readonly visit: PageVisit;
  readonly workspace: ControlAnswer<components['schemas']['Workspace']>;
  readonly clock: ControlAnswer<components['schemas']['Clock']>;
}

export function AboutWorkspace({ visit, workspace, clock }: AboutWorkspaceProps) {
  if (!workspace.ok) return null;
  const { name, seed, expires, announcement, counters } = workspace.body;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', name],
    ['From the organiser', announcement],
    ['Requests so far', counters && `${counters.requests} in all; refused: ${counters.refused}; with a change made: ${counters.changes}`],
    ['Clock', clock.ok ? clockLine(clock.body) : undefined],
    ['Seed', `${seed}: whoever starts with the same number gets the same made-up data`],
    ['Ends', expires],
  ];
  return (
    <>
      <h2>This workspace</h2>
      <p>A workspace is one copy of everything here: the people, what was sent, and what that changed.</p>
      <dl>
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([what, value]) => (
            <>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      <p>
        <a href={to(visit, '/reset')}>Reset this workspace</a>
      </p>
    </>
  );
}

function clockLine({ mode, now, by = '', scheduled, next: [first] }: components['schemas']['Clock']): string {
  const way = by.startsWith('-') ? `${by.slice(1)} behind the real time` : `${by} ahead of the real time`;
  const time = { real: 'the real time', frozen: `stands at ${now}`, offset: `${now}, ${way}` }[mode];
  return first ? `${time}; ${scheduled} to be done, the next at ${first.due} (${first.api})` : time;
}

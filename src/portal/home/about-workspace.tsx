/** This workspace in short, and the way to everything that can be done with it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ControlAnswer } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { to, type PageVisit } from '../visit.ts';

interface AboutWorkspaceProps {
  readonly visit: PageVisit;
  readonly workspace: ControlAnswer<components['schemas']['Workspace']>;
}

export function AboutWorkspace({ visit, workspace }: AboutWorkspaceProps) {
  if (!workspace.ok) return null;
  const { name, expires, announcement, counters } = workspace.body;
  return (
    <>
      <h2>This workspace</h2>
      {/* Whoever has the key is told on every page. */}
      {announcement !== undefined && visit.key === undefined && <p class="said">From the organiser: {announcement}</p>}
      <p>
        {name !== undefined && `It is called ${name}. `}
        {counters.requests} requests so far, of which {counters.refused} were refused.
        {expires !== undefined && ` It ends at ${minuteIn(expires)} UTC.`}
      </p>
      <p>
        <a href={to(visit, '/workspace')}>Its clock, faults, snapshots and everything else that can be set</a>
      </p>
      <p>
        <a href={to(visit, '/reset')}>Reset this workspace</a>
      </p>
    </>
  );
}

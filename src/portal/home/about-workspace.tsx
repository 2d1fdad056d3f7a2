/** What is known of this workspace, and the way to reset it. */
import type { components, operations } from '../../generated/sandbox-control.types.ts';
import type { ControlAnswer } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';

type Extras = operations['list-extras']['responses']['200']['content']['application/json'];

interface AboutWorkspaceProps {
  readonly visit: PageVisit;
  readonly workspace: ControlAnswer<components['schemas']['Workspace']>;
  readonly clock: ControlAnswer<components['schemas']['Clock']>;
  readonly extras: ControlAnswer<Extras>;
}

export function AboutWorkspace({ visit, workspace, clock, extras }: AboutWorkspaceProps) {
  if (!workspace.ok) return null;
  const { name, seed, expires, announcement, counters } = workspace.body;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', name],
    ['From the organiser', announcement],
    ['Requests so far', counters && `${counters.requests} in all; refused: ${counters.refused}; with a change made: ${counters.changes}`],
    ['Clock', clock.ok ? clockLine(clock.body) : undefined],
    ...(extras.ok ? accessFacts(extras.body) : []),
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

/** Whom the APIs let in, and what is as it is at the real services. */
function accessFacts({ extras }: Extras): readonly (readonly [string, string | undefined])[] {
  const leftOut = extras.filter(({ isThere }) => !isThere).map(({ name }) => name);
  const access = leftOut.includes('open-access')
    ? 'strict: each request shows a token that was granted here, or the key of an application, as its API asks'
    : 'open: whoever asks is let in, with whatever token or with none';
  const others = leftOut.filter((name) => name !== 'open-access');
  return [
    ['Access', access],
    ['As at the real services', others.length > 0 ? `without ${others.join(', ')}` : undefined],
  ];
}

function clockLine({ mode, now, by = '', scheduled, next: [first] }: components['schemas']['Clock']): string {
  const way = by.startsWith('-') ? `${by.slice(1)} behind the real time` : `${by} ahead of the real time`;
  const time = { real: 'the real time', frozen: `stands at ${now}`, offset: `${now}, ${way}` }[mode];
  return first ? `${time}; ${scheduled} to be done, the next at ${first.due} (${first.api})` : time;
}

/** On home of a workspace that has a key: whether this browser has it, and what it opens. A card of an event has address and key, and leads here. */
import { to, type PageVisit } from '../visit.ts';

interface KeyHereProps {
  readonly visit: PageVisit;
  /** What only the key opens was refused. */
  readonly isLocked: boolean;
}

export function KeyHere({ visit, isLocked }: KeyHereProps) {
  if (isLocked && !visit.isDemonstration && visit.shows !== 'explanations')
    return (
      <p class="panel">
        You can call every API here without a key. To see what was sent, and to set clock, faults and everything else,{' '}
        <a href={to(visit, '/key')}>give the key of this workspace</a>: it begins with <code>nhss_</code>, and stands beside the address on
        your card.
      </p>
    );
  if (visit.key === undefined) return null;
  return (
    <p>
      This browser has the key of this workspace, until it is closed: see <a href={to(visit, '/exchanges')}>what is sent to it</a>, or{' '}
      <a href={to(visit, '/workspace')}>set it up</a>.
    </p>
  );
}

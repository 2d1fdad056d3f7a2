/** Who may make workspaces, and when no more can be made: of a home, and of an event. */
import type { Problem } from '../../mock/problem.ts';
import type { EventFacts, SignUp } from '../workspaces.ts';

interface Asking {
  readonly signUp: SignUp;
  readonly byOperator: boolean;
  /** How many are asked for. */
  readonly count: number;
  readonly now: number;
  /** The event that they are to belong to, undefined where there is none of this id, and how many it has. */
  readonly event?: EventFacts | undefined;
  readonly taken?: number;
}

/** Undefined where nothing stands against it. */
export function admission(asking: Asking): Problem | undefined {
  const { signUp, byOperator, count, now, event, taken } = asking;
  const isOfEvent = 'event' in asking;
  if (!byOperator && (signUp === 'closed' || (signUp === 'events' && !isOfEvent))) return signUp === 'closed' ? closed : forEvents;
  if (!isOfEvent) return undefined;
  if (!event || event.expires <= now) return over;
  const left = event.workspaces - (taken ?? 0);
  if (count <= left) return undefined;
  return {
    problem: 'conflict',
    message: `This event may have ${event.workspaces} workspaces at a time and has ${taken}: ${left > 0 ? `${left} more can be made` : 'none can be made until one is ended'}.`,
  };
}

const closed: Problem = { problem: 'forbidden', message: 'Whoever operates this sandbox has closed the making of workspaces.' };
const forEvents: Problem = {
  problem: 'forbidden',
  message: 'Here workspaces are made for events only: send the code of an event in "Authorization: Bearer".',
};
const over: Problem = { problem: 'not-found', message: 'There is no such event here, or it is over.' };

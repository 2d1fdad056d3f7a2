/** The inbox of a workspace: what its APIs have sent by themselves. */
import { catchUp } from '../../gateway/cues.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Message } from '../../workspace/callbacks/inbox.ts';
import { isOfMessageType } from '../../workspace/callbacks/subscriptions.ts';
import { realClock } from '../../workspace/time/clock.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';

type Schemas = components['schemas'];
type Query = Ask<'list-messages'>['query'];

/** How often somebody who waits is looked after: what is due by then may send something. */
const lookEvery = 250;

export function inboxBehaviours({ apis }: BesideControl): Behaviours<'list-messages' | 'read-message'> {
  return {
    'list-messages': elsewhere({
      async reads({ query, visit: { workspace } }: Ask<'list-messages'>): Promise<Found | Problem> {
        const until = realClock.now() + Number(query.wait ?? 0) * 1000;
        const { inbox } = workspace.callbacks;
        let found = wantedMessages(query, workspace);
        let seen = inbox.last();
        for (let left = until - realClock.now(); left > 0 && isNothing(found) && !inbox.hasLetGo(); left = until - realClock.now()) {
          await inbox.arrival(Math.min(left, lookEvery));
          catchUp(workspace, apis);
          if (inbox.last() === seen) continue;
          found = wantedMessages({ ...query, since: String(seen) }, workspace);
          seen = inbox.last();
        }
        return found;
      },
      turn: ({ visit: { workspace } }: Ask<'list-messages'>, { read: { messages, last } }) => ({
        status: 200 as const,
        body: { data: 'synthetic' as const, messages: messages.map((one) => toldMessage(one, workspace)), last },
      }),
    }),
    'read-message': ({ path: { id }, visit: { workspace } }) => {
      const known = workspace.callbacks.inbox.find(id);
      return known ? { status: 200, body: toldMessage(known, workspace) } : noMessage;
    },
  };
}

const isNothing = (found: Found | Problem): boolean => 'messages' in found && found.messages.length === 0;

interface Found {
  readonly messages: readonly Message[];
  readonly last: number;
}

function wantedMessages({ since, type, api, subject, limit = 100 }: Query, { callbacks: { inbox } }: Workspace): Found | Problem {
  const from = since === undefined ? 0 : numberIn(since, inbox.find(since));
  if (from === undefined) return noPoint;
  const fitting = inbox
    .after(from)
    .filter(
      (message) =>
        (type === undefined || isOfMessageType(message.type, type)) &&
        (api === undefined || message.api === api) &&
        (subject === undefined || message.subject === subject),
    );
  const messages = since === undefined ? fitting.slice(-limit) : fitting.slice(0, limit);
  // Where some are left out, the next page begins with the first of them.
  return { messages, last: messages.length < fitting.length ? (messages.at(-1)?.number ?? from) : inbox.last() };
}

/** An id that is not kept any more asks for all. */
const numberIn = (since: string, message: Message | undefined): number | undefined =>
  /^\d{1,12}$/.test(since) ? Number(since) : /^[\da-f-]{36}$/.test(since) ? (message?.number ?? 0) : undefined;

export function toldMessage({ time, ...others }: Message, { callbacks }: Workspace): Schemas['Message'] {
  const deliveries = callbacks.deliveries.of(others).map(({ id, url, state }) => ({ id, url, state }));
  return { ...others, time: new Date(time).toISOString(), deliveries };
}

const sinceMessage = 'since must be the number of a message, as in 12, or its id.';
const noPoint: Problem = {
  problem: 'invalid-value',
  message: sinceMessage,
  faults: [{ in: 'query', name: 'since', pointer: '', keyword: 'value', message: sinceMessage }],
};

const noMessage: Problem = {
  problem: 'not-found',
  message: 'The inbox has no message of this id: it keeps the last 1,000, and a reset forgets them.',
};

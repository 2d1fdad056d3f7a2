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

function wantedMessages(query: Query, { callbacks: { inbox } }: Workspace): Found | Problem {
  const { since, before, limit = 100 } = query;
  const from = since === undefined ? 0 : numberIn(since, inbox.find(since));
  const until = before === undefined ? undefined : numberIn(before, inbox.find(before));
  if (from === undefined) return noPoint('since');
  if (before !== undefined && until === undefined) return noPoint('before');
  const fits = fitting(query);
  if (since === undefined) {
    const newest = first(inbox.before(until), fits, limit).messages;
    return { messages: newest.toReversed(), last: until === undefined ? inbox.last() : Math.max(0, until - 1) };
  }
  const { messages, isAll } = first(inbox.after(from), (one) => (until === undefined || one.number < until) && fits(one), limit);
  // Where some are left out, the next page begins with the first of them.
  return { messages, last: isAll ? inbox.last() : (messages.at(-1)?.number ?? from) };
}

function fitting({ type, api, for: reader, subject, person }: Query): (message: Message) => boolean {
  return (message) =>
    (type === undefined || isOfMessageType(message.type, type)) &&
    (api === undefined || message.api === api) &&
    (reader === undefined || (reader === 'people') === (message.isShownOnly ?? false)) &&
    (subject === undefined || message.subject === subject) &&
    (person === undefined || message.subject === person || JSON.stringify(message.body).includes(person));
}

/** The first so many, and whether there are no others. */
function first(messages: Iterable<Message>, fits: (message: Message) => boolean, limit: number) {
  const found: Message[] = [];
  for (const message of messages) {
    if (!fits(message)) continue;
    if (found.length === limit) return { messages: found, isAll: false };
    found.push(message);
  }
  return { messages: found, isAll: true };
}

/** An id that is not kept any more asks for all. */
const numberIn = (since: string, message: Message | undefined): number | undefined =>
  /^\d{1,12}$/.test(since) ? Number(since) : /^[\da-f-]{36}$/.test(since) ? (message?.number ?? 0) : undefined;

export function toldMessage({ time, ...others }: Message, { callbacks }: Workspace): Schemas['Message'] {
  const deliveries = callbacks.deliveries.of(others).map(({ id, url, state }) => ({ id, url, state }));
  return { ...others, time: new Date(time).toISOString(), deliveries };
}

function noPoint(name: 'since' | 'before'): Problem {
  const message = `${name} must be the number of a message, as in 12, or its id.`;
  return { problem: 'invalid-value', message, faults: [{ in: 'query', name, pointer: '', keyword: 'value', message }] };
}

const noMessage: Problem = {
  problem: 'not-found',
  message: 'The inbox has no message of this id: it keeps the last 1,000, and a reset forgets them.',
};

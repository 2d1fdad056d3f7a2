/** What only the operator of a deployment may ask: its numbers, who may make workspaces, and the events it has. */
import type { Problem } from '../mock/problem.ts';
import type { SignUp, Workspaces } from '../workspaces/workspaces.ts';
import { elsewhere, type Ask, type Behaviours } from './behaviours.ts';
import { describedEvent, describedNewEvent } from './event/described-event.ts';
import { endEvent } from './event/members.ts';
import { unspeakable } from './said-names.ts';

type Ids = 'read-deployment' | 'change-deployment' | 'list-events' | 'make-event' | 'end-any-event';

export function deploymentBehaviours(workspaces: Workspaces): Behaviours<Ids> {
  const { deployment, events } = workspaces;
  const numbers = async () => {
    const [signUp, counted] = await Promise.all([deployment.signUp(), deployment.numbers()]);
    return { data: 'synthetic' as const, signUp, ...counted };
  };
  return {
    'read-deployment': elsewhere({
      sends: numbers,
      turn: (_: Ask<'read-deployment'>, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'change-deployment': elsewhere({
      async sends({ body }: { readonly body: { readonly signUp: SignUp } }) {
        // Read before it is changed: nothing may go wrong after.
        const before = await numbers();
        await deployment.setSignUp(body.signUp);
        return { ...before, signUp: body.signUp };
      },
      turn: (_: { readonly body: { readonly signUp: SignUp } }, { sent }) => ({ status: 200 as const, body: sent }),
    }),
    'list-events': elsewhere({
      sends: async () => {
        const described: Awaited<ReturnType<typeof describedEvent>>[] = [];
        for (const event of await events.list()) described.push(await describedEvent(workspaces, event));
        return described;
      },
      turn: (_: Ask<'list-events'>, { sent }) => ({ status: 200 as const, body: { events: sent } }),
    }),
    'make-event': elsewhere({
      async sends({ body: { name, limit = 100, hours = 72 } }: Ask<'make-event'>) {
        const refused = unspeakable({ name });
        if (refused) return refused;
        const { facts, code } = await events.make({ name, workspaces: limit, hours });
        return { ...describedNewEvent(facts), code };
      },
      turn: (_: Ask<'make-event'>, { sent }) => ({ status: 201 as const, body: sent }),
    }),
    'end-any-event': elsewhere({
      sends: async ({ path: { event } }: Ask<'end-any-event'>): Promise<undefined | Problem> =>
        (await events.find(event)) ? endEvent(workspaces, event) : { problem: 'not-found', message: 'There is no event of this id.' },
      turn: () => ({ status: 204 as const }),
    }),
  };
}

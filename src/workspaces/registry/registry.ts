/**
 * Who has which workspace: facts, events, switches and numbers of a home, over one store. It is the authority where one process holds all
 * workspaces, and a mirror where each holds its own facts. Every change is one transaction.
 */
import type { Problem } from '../../mock/problem.ts';
import type { Store } from '../../workspace/store/store.ts';
import { deploymentRows, type DeploymentRows } from './deployment-rows.ts';
import { eventRows, type EventRows } from './event-rows.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { admission } from './sign-up.ts';
import { workspaceRows, type WorkspaceRows } from './workspace-rows.ts';
import type { EventFacts } from '../workspaces.ts';
import type { Wishes } from '../wishes.ts';

export interface Registry {
  readonly workspaces: Omit<WorkspaceRows, 'add' | 'end'>;
  readonly events: EventRows;
  readonly deployment: Omit<DeploymentRows, 'count'>;
  /** Why nobody may make these now; undefined where they may. */
  refusal(wishes: Pick<Wishes, 'count' | 'event' | 'byOperator'>, now: number): Problem | undefined;
  /** All of them, or none. */
  add(facts: readonly WorkspaceFacts[]): void;
  /** False where there was none. */
  end(id: string): boolean;
  /** With it those ends of its workspaces that would come after its own. */
  changeEvent(id: string, changes: Pick<EventFacts, 'announcement'> & { readonly expires?: number }): EventFacts | undefined;
}

export function openRegistry(store: Store): Registry {
  const workspaces = workspaceRows(store);
  const events = eventRows(store);
  const deployment = deploymentRows(store);
  return {
    workspaces,
    events,
    deployment,
    refusal: ({ count, event, byOperator = false }, now) =>
      admission({
        signUp: deployment.signUp(),
        byOperator,
        count,
        now,
        ...(event !== undefined && { event: events.find(event), taken: workspaces.count(event) }),
      }),
    add(facts) {
      store.transaction(() => {
        for (const each of facts) {
          workspaces.add(each);
          workspaces.loose.remove(each.id);
        }
        deployment.count('made', facts.length);
      });
    },
    end: (id) =>
      store.transaction(() => {
        if (!workspaces.end(id)) return false;
        workspaces.loose.add(id);
        deployment.count('ended', 1);
        return true;
      }),
    changeEvent: (id, changes) =>
      store.transaction(() => {
        const changed = events.change(id, changes);
        if (!changed || changes.expires === undefined) return changed;
        for (const member of workspaces.list({ event: id, limit: workspaces.count(id) }).workspaces) {
          if ((member.expires ?? Infinity) > changed.expires) workspaces.change(member.id, { expires: changed.expires });
        }
        return changed;
      }),
  };
}

/** Ends workspaces that did not end by themselves, and deletes what nobody owns: behind the alarm that each workspace has of its own. */
import type { DurableObjectNamespace } from 'cloudflare:workers';
import type { EventRows } from '../../../workspaces/registry/event-rows.ts';
import { report } from '../edge-gateway.ts';
import type { WorkspaceObject } from '../workspace-object.ts';
import type { MemberRows } from './members.ts';

/** How much later than its time a workspace is ended from here, in milliseconds. */
const grace = 120_000;
const againAfter = 60_000;
/** Of each kind, at one time: an alarm has as many calls as a request. */
const atMost = 40;

interface Swept {
  readonly members: MemberRows;
  readonly events?: EventRows;
  readonly isBeingMade: (id: string) => boolean;
  readonly workspaces: DurableObjectNamespace<WorkspaceObject>;
}

/** When to sweep again; undefined where there is nothing left that could ever have to be swept. */
export async function sweep({ members, events, isBeingMade, workspaces }: Swept): Promise<number | undefined> {
  const now = Date.now();
  let isMore = false;
  async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
    isMore ||= ids.length > atMost;
    for (const id of ids.slice(0, atMost)) {
      try {
        await work(id);
      } catch (error) {
        isMore = true;
        report(error);
      }
    }
  }
  const loose = members.loose.ids();
  await each(
    loose.filter((id) => !isBeingMade(id)),
    async (id) => {
      await workspaces.getByName(id).discard();
      members.loose.remove(id);
    },
  );
  await each(members.expired(now - grace, atMost + 1), async (id) => {
    // One whose end was moved says so.
    const facts = await workspaces.getByName(id).known();
    if (facts) return members.change(facts);
    members.end(id);
    await workspaces.getByName(id).discard();
    members.loose.remove(id);
  });
  for (const { id, expires } of events?.list() ?? []) if (expires <= now && members.count(id) === 0) events?.remove(id);

  if (isMore || loose.some(isBeingMade)) return now + againAfter;
  const ends = [members.firstEnd() ?? Infinity, ...(events?.list() ?? []).map(({ expires }) => expires)].map((end) => end + grace);
  const next = Math.min(...ends);
  return next === Infinity ? undefined : Math.max(next, now + againAfter);
}

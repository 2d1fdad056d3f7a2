/** All workspaces of an event, one after another: their number is bounded by the event. */
import type { Tenant, Workspaces } from '../../workspaces/workspaces.ts';

const pageSize = 100;

export async function membersOf(workspaces: Workspaces, event: string): Promise<readonly Tenant[]> {
  const members: Tenant[] = [];
  for (let after: string | undefined; ;) {
    const { workspaces: found, next } = await workspaces.list({ event, limit: pageSize, ...(after !== undefined && { after }) });
    for (const { id } of found) {
      // One that has ended since it was listedWorkspace is no member any more.
      const member = await workspaces.find(id);
      if (member) members.push(member);
    }
    if (next === undefined) return members;
    after = next;
  }
}

/** Its workspaces first: what is left, should this be cut off, can be ended again. */
export async function endEvent(workspaces: Workspaces, event: string): Promise<undefined> {
  for (const member of await membersOf(workspaces, event)) await member.end();
  await workspaces.events.remove(event);
}

/** All workspaces of an event, one after another: their number is bounded by the event. */
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import type { Tenant, Workspaces } from '../../workspaces/workspaces.ts';

const pageSize = 100;

export async function membersOf(workspaces: Workspaces, event: string): Promise<readonly Tenant[]> {
  const members: Tenant[] = [];
  for (const { id } of await listedMembers(workspaces, event)) {
    // One that has ended since it was listed is no member any more.
    const member = await workspaces.find(id);
    if (member) members.push(member);
  }
  return members;
}

/** As they are listed: none of them is asked. */
export async function listedMembers(workspaces: Workspaces, event: string): Promise<readonly WorkspaceFacts[]> {
  const members: WorkspaceFacts[] = [];
  for (let after: string | undefined; ;) {
    const { workspaces: found, next } = await workspaces.list({ event, limit: pageSize, ...(after !== undefined && { after }) });
    members.push(...found);
    if (next === undefined) return members;
    after = next;
  }
}

/** So many are asked at a time: none waits long for the others, and whoever asks for something else does not either. */
const together = 20;

export async function ofEach<M, T>(members: readonly M[], ask: (member: M) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let first = 0; first < members.length; first += together)
    answers.push(...(await Promise.all(members.slice(first, first + together).map(ask))));
  return answers;
}

/** Its workspaces first: what is left, should this be cut off, can be ended again. */
export async function endEvent(workspaces: Workspaces, event: string): Promise<undefined> {
  await ofEach(await membersOf(workspaces, event), (member) => member.end());
  await workspaces.events.remove(event);
}

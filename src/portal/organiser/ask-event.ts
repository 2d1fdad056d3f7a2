/** Asks the sandbox's own API with the code of an event, as its organiser does. */
import type { components, operations } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';

export type HeldEvent = components['schemas']['Event'];
export type Team = components['schemas']['ListedWorkspace'];

/** `askEvent<'read-event'>(visit, '/event')`. */
export const askEvent = <Id extends keyof operations>(visit: PageVisit, path: string, init: RequestInit = {}) =>
  askControl<Id>(visit, path, shownWith(visit.eventCode ?? '', init));

export function shownWith(secret: string, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${secret}`);
  return { ...init, headers };
}

/** All of its workspaces, with what they did, where that is wanted. */
export async function askTeams(visit: PageVisit, counters: boolean): Promise<readonly Team[]> {
  const teams: Team[] = [];
  for (let after = ''; ;) {
    const found = await askEvent<'list-workspaces'>(visit, `/workspaces?limit=100&counters=${counters}${after}`);
    if (!found.ok) return teams;
    teams.push(...found.body.workspaces);
    if (found.body.next === undefined) return teams;
    after = `&after=${encodeURIComponent(found.body.next)}`;
  }
}

/** What a team is called, or else its id. */
export const teamName = ({ name, id }: { readonly name?: string; readonly id: string }): string => name ?? id;

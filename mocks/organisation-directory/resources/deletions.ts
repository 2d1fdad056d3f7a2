/** The lists of what was taken out of the directory, made in error: by their names, of which only the first has something on it. */
import type { Directory } from '../directory.ts';
import { firstDay } from '../../../src/world/reach.ts';
import { refreshedAt } from '../nights.ts';
import { systems } from '../systems.ts';
import type { Schemas } from './typed-period.ts';

const lists: ReadonlyMap<string, readonly [title: string, what: string]> = new Map([
  ['Organization-deletion', ['Organisations taken out', 'Organization']],
  ['OrganizationAffiliation-deletion', ['Relationships taken out', 'OrganizationAffiliation']],
  ['Organization-role-deletion', ['Roles taken out', 'Organization']],
  ['Organization-succession-deletion', ['Successions taken out', 'Organization']],
]);

export const namesOfLists: readonly string[] = [...lists.keys()];

export function deletionList({ register, night }: Directory, name: string): Schemas['DeletionList'] | undefined {
  const [title, type] = lists.get(name) ?? [];
  if (title === undefined || type === undefined) return undefined;
  const deletions = name === 'Organization-deletion' ? register.deletions().filter(({ on }) => on <= night) : [];
  const last = deletions.reduce((latest, { on }) => (on > latest ? on : latest), '');
  return {
    resourceType: 'List',
    id: name,
    meta: { versionId: String(deletions.length + 1), lastUpdated: refreshedAt(last === '' ? firstDay : last, night, name) },
    status: 'current',
    mode: 'working',
    title,
    ...(last !== '' && { date: `${last}T00:00:00Z` }),
    ...(deletions.length > 0 && {
      entry: deletions.map(({ ods, on }) => ({
        date: `${on}T00:00:00Z`,
        item: { type, identifier: { system: systems.organisation, value: ods } },
      })),
    }),
  };
}

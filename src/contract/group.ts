/** Among which others a contract is shown: an extension of our own, in its `info`. */
import type { Contract, Json } from './contract.ts';
import { isObject } from './json.ts';

export const GROUP = 'x-sandbox-group';

/** Says in an `info` that the contract is of what comes with the sandbox, and of no API that is mocked. */
const OWN = 'x-sandbox-own';

export const isOfSandbox = (info: Json | undefined): boolean => isObject(info) && info[OWN] === true;

/** In the order in which they are shown. */
export const GROUPS = [
  'People and records',
  'Organisations and services',
  'Messages',
  'Medicines',
  'Referrals and appointments',
  'Vaccinations',
  'Staff',
] as const;

/** Where a contract stands that names none of these. */
export const YOUR_OWN = 'Your own';

export type ApiGroup = (typeof GROUPS)[number] | typeof YOUR_OWN;

export function groupOf({ document }: Pick<Contract, 'document'>): ApiGroup {
  return named(document['info']) ?? YOUR_OWN;
}

function named(info: Json | undefined): (typeof GROUPS)[number] | undefined {
  const said = isObject(info) ? info[GROUP] : undefined;
  return GROUPS.find((group) => group === said);
}

/** What is wrong with the group that an `info` of ours names; undefined where nothing is. */
export function groupMistake(info: Json | undefined): string | undefined {
  if (named(info) !== undefined) return undefined;
  const said = isObject(info) ? info[GROUP] : undefined;
  const unknown = said === undefined ? '' : `, not ${JSON.stringify(said)}`;
  return `info wants ${GROUP}: one of ${GROUPS.join(' | ')}${unknown}`;
}

const inOrder: readonly ApiGroup[] = [YOUR_OWN, ...GROUPS];

export interface Grouped<T> {
  readonly group: ApiGroup;
  readonly members: readonly T[];
}

/** What a person brought comes first. Within a group everything stays in its order, and no group is empty. */
export function inGroups<T>(all: readonly T[], groupOfOne: (one: T) => ApiGroup): readonly Grouped<T>[] {
  const byGroup = Map.groupBy(all, groupOfOne);
  return inOrder.flatMap((group) => {
    const members = byGroup.get(group);
    return members ? [{ group, members }] : [];
  });
}

/** The ids of entries in an API: their own where the contract has room for them, else one that holds it. */
import type { Entry } from '../../clinical-record.ts';
import type { Contract } from '../../contract/contract.ts';
import { chanceOf, uuidOf } from '../../making/seed.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Store } from '../../workspace/store/store.ts';

/** `Y12345-…` is how pointers to records are told apart. */
const ways: readonly ((id: string, ods: string) => string)[] = [
  (id) => id,
  (id, ods) => `${ods}-${id}`,
  (id) => id.toUpperCase(),
  (id) => id.replaceAll('-', ''),
];

export function toldId(
  { check }: Pick<Contract, 'check'>,
  { id: { schemas } }: Resource,
  { id, organisation }: Pick<Entry, 'id' | 'organisation'>,
): string {
  const fits = (one: string): boolean => schemas.every((at) => check(at, one).length === 0);
  return ways.map((way) => way(id, organisation ?? 'X26')).find(fits) ?? id;
}

const whole = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const atEnd = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The entry's own id, of an id in an API. What an API has numbered itself is another elsewhere. */
export function entryIdOf({ collection }: Resource, id: string): string {
  if (whole.test(id)) return dashed(id.toLowerCase());
  return atEnd.exec(id)?.[0].toLowerCase() ?? uuidOf(chanceOf(`${collection} ${id}`), 'entry');
}

const dashed = (id: string): string =>
  id.replace(/^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/, '$1-$2-$3-$4-$5');

/** Collections of APIs have a path in their name. */
const written = 'entries written';
const placeOf = ({ collection }: Resource, entry: string): string => `${collection} ${entry}`;

/** Whether rows of a collection tell an entry already. */
export const isWrittenHere = (store: Store, resource: Resource, entry: string): boolean =>
  store.count(written) > 0 && store.get(written, placeOf(resource, entry)) !== undefined;

export const keepWritten = (store: Store, resource: Resource, entry: string): void => store.put(written, placeOf(resource, entry), 'here');

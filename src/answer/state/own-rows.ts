/** The rows of an API for its mock, which knows them by operations and ids. */
import type { Json } from '../../contract/contract.ts';
import type { Rows, RowId } from '../../mock/rows.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Store } from '../../workspace/store/store.ts';
import { readRow } from './row.ts';
import { resourceOf, setRow, withId } from './set-row.ts';

export function ownRows(plan: ApiPlan, store: Store, now: () => number): Rows {
  function resourceAbout(id: string): Resource {
    const operation = plan.contract.operations.find((one) => one.id === id);
    const resource = operation && resourceOf(plan, operation);
    if (!resource) throw new RangeError(`the operation ${id} ${operation ? 'is about nothing that is stored' : 'is not there'}`);
    return resource;
  }

  return {
    get<Row>(operation: string, id: RowId) {
      const row = readRow(store, resourceAbout(operation).collection, keyOf(id));
      return row && !row.deleted && row.binary === undefined ? (JSON.parse(row.text) as Row) : undefined; // its author knows
    },
    put(operation, id, body) {
      const resource = resourceAbout(operation);
      const own = typeof id === 'string' ? id : (id.at(-1) ?? '');
      setRow(plan, store, { collection: resource.collection, key: keyOf(id), body: withId(resource, asJson(body), own) }, now());
    },
    delete(operation, id) {
      setRow(plan, store, { collection: resourceAbout(operation).collection, key: keyOf(id) }, now());
    },
  };
}

const keyOf = (id: RowId): string => (typeof id === 'string' ? [id] : id).map(encodeURIComponent).join('/');

/** Without what JSON has no word for, an undefined member say. */
const asJson = (body: object): Json => JSON.parse(JSON.stringify(body));

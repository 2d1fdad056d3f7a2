/** What clients have written into people's records: rows of the overlay, so that a reset or a snapshot takes them along. */
import type { Entry, RecordChange } from '../clinical-record.ts';
import type { NhsNumber } from '../population.ts';
import type { RecordChanges } from '../world/clinical/with-changes.ts';
import type { Found, IndexEntry, Store } from './store/store.ts';

export interface WrittenRecords extends RecordChanges {
  /** In the place of what was written under this id before. To be called in a transaction. */
  enter(change: RecordChange): void;
}

/** Collections of APIs have a path in their name. */
const collection = 'clinical-record';
/** Is changed with what the entries of a row are made of. */
const definition = 'clinical-record/3';
/** More than anybody writes about one person. */
const atMost = 10_000;

type Written = Pick<RecordChange, 'nhsNumber'> & { readonly entry?: Entry };

const placeOf = (id: string): string => encodeURIComponent(id);

export function openRecordChanges(store: Store): WrittenRecords {
  function indexed(): boolean {
    if (store.count(collection) === 0) return false;
    store.reindex(collection, definition, (document) => indexEntriesOf(JSON.parse(document) as Written)); // as `enter` wrote it
    return true;
  }

  return {
    enter({ nhsNumber, id, entry }) {
      const written: Written = { nhsNumber, ...(entry && { entry: { ...entry, id } }) };
      indexed();
      store.put(collection, placeOf(id), JSON.stringify(written), indexEntriesOf(written));
    },
    of: (nhsNumber) => (indexed() ? store.find(collection, [{ name: 'person', anyOf: [nhsNumber] }], { limit: atMost }).map(changeIn) : []),
    prescribedTo(prescription) {
      if (!indexed()) return undefined;
      const [row] = store.find(collection, [{ name: 'prescription', anyOf: [prescription] }], { limit: 1 });
      return row && changeIn(row).nhsNumber;
    },
    takes(slot) {
      if (!indexed()) return undefined;
      const those = store
        .find(collection, [{ name: 'slot', anyOf: [slot] }], { limit: atMost })
        .flatMap((row) => changeIn(row).entry ?? []);
      if (those.length === 0) return undefined;
      return those.some((entry) => entry.kind === 'appointment' && entry.status !== 'cancelled');
    },
    byId(id) {
      const document = store.count(collection) === 0 ? undefined : store.get(collection, placeOf(id));
      return document === undefined ? undefined : changeIn({ key: placeOf(id), document });
    },
  };
}

const indexEntriesOf = ({ nhsNumber, entry }: Written): readonly IndexEntry[] => [
  { name: 'person', value: nhsNumber },
  ...(entry?.kind === 'issue' ? [{ name: 'prescription', value: entry.prescription }] : []),
  ...(entry?.kind === 'appointment' ? [entry.slot ?? [], entry.slotsAfter ?? []].flat().map((value) => ({ name: 'slot', value })) : []),
];

function changeIn({ key, document }: Pick<Found, 'key' | 'document'>): RecordChange {
  const { nhsNumber, entry }: Written = JSON.parse(document);
  return { nhsNumber: nhsNumber satisfies NhsNumber, id: decodeURIComponent(key), entry };
}

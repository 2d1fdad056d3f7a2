/**
 * The pointers of a workspace, which the producer's side and the consumer's see alike: those that somebody made or changed, over those that
 * are told of people's records.
 */
import type { AnyCall } from '../../src/mock/any-call.ts';
import { idOf, type Pointer } from './pointer.ts';
import { toldById, toldOf } from './told.ts';

const pointers = 'record-locator/pointer';
/** Keys are `{NHS number}/{id}`. */
const byPatient = 'record-locator/by-patient';
/** In the place of one that is told and was deleted. */
const gone = '';

const read = (document: string): Pointer => JSON.parse(document) as Pointer; // only `keep` writes these

export function findPointer(call: AnyCall, id: string): Pointer | undefined {
  const kept = call.store.get(pointers, idOf(id));
  if (kept === undefined) return toldById(call, idOf(id));
  return kept === gone ? undefined : read(kept);
}

export function pointersOf(call: AnyCall, nhsNumber: string): readonly Pointer[] {
  const { store } = call;
  const own = store.list(byPatient, `${nhsNumber}/`).flatMap(([key]) => {
    const kept = store.get(pointers, key.slice(nhsNumber.length + 1));
    return kept === undefined || kept === gone ? [] : [read(kept)];
  });
  return [...own, ...toldOf(call, nhsNumber).filter(({ id }) => store.get(pointers, id) === undefined)];
}

export function keep({ store }: AnyCall, pointer: Pointer): void {
  store.put(pointers, pointer.id, JSON.stringify(pointer));
  store.put(byPatient, `${pointer.subject.identifier.value}/${pointer.id}`, '{}');
}

/** Nothing of it is left: no history, and no sign that it was there. */
export function remove(call: AnyCall, { id, subject }: Pointer): void {
  if (toldById(call, id)) call.store.put(pointers, id, gone);
  else call.store.delete(pointers, id);
  call.store.delete(byPatient, `${subject.identifier.value}/${id}`);
}

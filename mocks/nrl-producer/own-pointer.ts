/** A pointer that somebody wants to read or delete: theirs by its id, before it is known whether there is one. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor } from '../record-locator/access.ts';
import { idOf, ownerOf, type Pointer } from '../record-locator/pointer.ts';
import { notFound, refused } from '../record-locator/refusals.ts';
import { findPointer } from '../record-locator/store.ts';

export function ownPointer(call: AnyCall, id: string, what: 'read' | 'deleted'): Pointer | Problem {
  if (ownerOf(idOf(id)) !== askingFor(call))
    return refused(
      'AUTHOR_CREDENTIALS_ERROR',
      `The requested DocumentReference cannot be ${what} because it belongs to another organisation`,
    );
  return findPointer(call, id) ?? notFound;
}

/** The pointers that a new one takes the place of. All that it relates to are looked at; those alone that it replaces go. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { askingFor, hasFlag } from '../record-locator/access.ts';
import { idOf, ownerOf, typeOf, type Pointer, type SentPointer } from '../record-locator/pointer.ts';
import { refused } from '../record-locator/refusals.ts';
import { findPointer } from '../record-locator/store.ts';

export function replacedBy(call: AnyCall, sent: SentPointer): readonly Pointer[] | Problem {
  const replaced: Pointer[] = [];
  for (const [n, { code, target }] of (sent.relatesTo ?? []).entries()) {
    const wrong = (diagnostics: string): Problem => refused('BAD_REQUEST', diagnostics, { at: `/relatesTo/${n}/target/identifier/value` });
    const id = idOf(target.identifier?.value ?? '');
    if (id === '') return wrong('No identifier value provided for relatesTo target');
    if (ownerOf(id) !== askingFor(call))
      return wrong('The relatesTo target identifier value does not include the expected ODS code for this organisation');
    const before = findPointer(call, id);
    if (!before) {
      if (hasFlag(call, 'supersede-ignore-delete-fail')) continue;
      return wrong('The relatesTo target document does not exist');
    }
    if (before.subject.identifier.value !== sent.subject.identifier.value)
      return wrong('The relatesTo target document NHS number does not match the NHS number in the request');
    if (typeOf(before) !== typeOf(sent)) return wrong('The relatesTo target document type does not match the type in the request');
    if (code === 'replaces') replaced.push(before);
  }
  return replaced;
}

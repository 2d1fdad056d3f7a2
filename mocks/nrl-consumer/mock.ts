/** The consumer's side of the record locator: finds pointers of whichever organisation, of the types that it may see. */
import type { operations } from '../../src/generated/nrl-consumer.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { typesFor } from '../record-locator/access.ts';
import { dialect, headerRules, problems } from '../record-locator/dialect.ts';
import { readDocument } from '../record-locator/documents.ts';
import { typeOf } from '../record-locator/pointer.ts';
import { notFound, refused } from '../record-locator/refusals.ts';
import { invalidNumber, search } from '../record-locator/search.ts';
import { findPointer } from '../record-locator/store.ts';

const asConsumer = { invalidNumber: invalidNumber.ofConsumer };

export default {
  access: applicationsOnly,
  dialect,
  headerRules,
  problems,
  refusesUnknownParameters: true,
  behaviours: {
    searchDocumentReference: (call) => search(call, call.query, asConsumer),
    searchPostDocumentReference: (call) => search(call, call.body, asConsumer),
    countDocumentReference: (call) => search(call, { ...call.query, _summary: 'count' }, { invalidNumber: invalidNumber.ofCount }),
    readDocumentReference(call) {
      const pointer = findPointer(call, call.path.id);
      if (!pointer) return notFound;
      if (typesFor(call).includes(typeOf(pointer))) return { status: 200, body: pointer };
      return refused('ACCESS DENIED', 'The requested DocumentReference is not of a type that this organisation is allowed to access');
    },
    readDocument,
  },
} satisfies Mock<operations>;

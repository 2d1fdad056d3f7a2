/** The producer's side of the record locator: an organisation tells where documents are that it keeps, and sees no pointers but its own. */
import type { operations } from '../../src/generated/nrl-producer.types.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { askingFor } from '../record-locator/access.ts';
import { dialect, headerRules, problems } from '../record-locator/dialect.ts';
import { readDocument } from '../record-locator/documents.ts';
import { invalidNumber, search } from '../record-locator/search.ts';
import { remove } from '../record-locator/store.ts';
import { create } from './create.ts';
import { done } from './outcomes.ts';
import { ownPointer } from './own-pointer.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';

export default {
  access: applicationsOnly,
  dialect,
  headerRules,
  problems,
  refusesUnknownParameters: true,
  behaviours: {
    createDocumentReference: (call) => create(call, call.body),
    upsertDocumentReference: (call) => upsert(call, call.body),
    updateDocumentReference: (call) => update(call, call.path.id, call.body),
    searchDocumentReference: (call) => search(call, call.query, { owner: askingFor(call), invalidNumber: invalidNumber.ofProducer }),
    searchPostDocumentReference: (call) => search(call, call.body, { owner: askingFor(call), invalidNumber: invalidNumber.ofProducer }),
    readDocumentReference(call) {
      const pointer = ownPointer(call, call.path.id, 'read');
      return 'problem' in pointer ? pointer : { status: 200, body: pointer };
    },
    deleteDocumentReference(call) {
      const pointer = ownPointer(call, call.path.id, 'deleted');
      if ('problem' in pointer) return pointer;
      remove(call, pointer);
      return done('RESOURCE_DELETED');
    },
    readDocument,
  },
} satisfies Mock<operations>;

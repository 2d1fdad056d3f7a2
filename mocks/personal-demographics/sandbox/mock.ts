/**
 * The official sandbox of the Personal Demographics Service (`--compatibility official-sandbox`): a fixed set of answers, known by heart by
 * the test suites of its clients. It keeps nothing, and its own checks are all that a request is held to.
 */
import type { operations } from '../../../src/generated/personal-demographics.types.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Mock } from '../../../src/mock/mock.ts';
import { notifyBirth } from '../create/birth.ts';
import { createPatient, numbered, type Keep } from '../create/create.ts';
import { outcomeBody } from '../dialect.ts';
import { asRetrieved } from '../record/withheld.ts';
import { readUpdate, updated } from '../update/update.ts';
import { headerRules } from './checks.ts';
import { readCoverage, sendCoverage } from './coverage.ts';
import { dialect } from './dialect.ts';
import { relatedPeople } from './related-people.ts';
import { retrieve } from './retrieve.ts';
import { search } from './search/search.ts';

/** It always allocates the same number. */
const always =
  (nhsNumber: string): Keep =>
  ({ clock }: AnyCall, person) => {
    const patient = numbered(person, nhsNumber, dateOf(clock.now()));
    return { patient, text: JSON.stringify(patient) };
  };

export default {
  dialect,
  headerRules,
  order: ['expectation', 'faults', 'size', 'header-rules'],
  behaviours: {
    'get-patient': retrieve,
    'search-patient': search,

    'update-patient-partial': (call) => {
      const update = readUpdate(call);
      if ('problem' in update) return update;
      const record = updated(call, update);
      if ('problem' in record) return record;
      const { patient } = record;
      return { status: 200 as const, headers: { ETag: etag(patient.meta?.versionId ?? '1') }, body: asRetrieved(patient) };
    },

    'create-patient': (call) => {
      const created = createPatient(call, call.body, always('5182663366'));
      if ('problem' in created) return created;
      return 'matched' in created ? { status: 200, body: outcomeBody(created.matched) } : { status: 201, rendered: created.created.text };
    },

    'process-birth-details': (call) => {
      const created = notifyBirth(call, always('5900010775'));
      const headers = { 'notification-id': '2AE84248-5180-42B6-8BB7-C93C0991B863' };
      if ('problem' in created) return { ...created, headers };
      return 'matched' in created
        ? { status: 200, headers, body: outcomeBody(created.matched) }
        : { status: 201, headers, rendered: created.created.text };
    },

    'get-related-people': relatedPeople,
    'get-coverage': readCoverage,
    'post-coverage': sendCoverage,
  },
} satisfies Mock<operations>;

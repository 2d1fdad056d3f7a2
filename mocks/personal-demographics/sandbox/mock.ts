/**
 * The official sandbox of the Personal Demographics Service (`--compatibility official-sandbox`): a fixed set of answers, known by heart by
 * the test suites of its clients. It keeps nothing, and its own checks are all that a request is held to.
 */
import type { operations } from '../../../src/generated/personal-demographics.types.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { Mock } from '../../../src/mock/mock.ts';
import { readCoverage, replaceCoverage } from '../coverage/coverage.ts';
import { notifyBirth } from '../create/birth.ts';
import { createPatient } from '../create/create.ts';
import { dialect, outcomeBody } from '../dialect.ts';
import { relatedPeople } from '../related-person/related-person.ts';
import { retrieve } from '../retrieve/retrieve.ts';
import { readCriteria } from '../search/criteria.ts';
import { readUpdate, updated } from '../update/update.ts';
import { asRetrieved } from '../record/withheld.ts';
import { headerRules } from './checks.ts';
import { keeper, sandboxCoverageConflict, sandboxRelatedPeople, sandboxSearch } from './interim.ts';

export default {
  dialect,
  headerRules,
  order: ['expectation', 'faults', 'size', 'header-rules'],
  behaviours: {
    'get-patient': retrieve,

    'search-patient': (call) => {
      const criteria = readCriteria(call.query, call.undeclared);
      return 'problem' in criteria ? criteria : { status: 200, body: sandboxSearch(call, criteria) };
    },

    'update-patient-partial': (call) => {
      const update = readUpdate(call);
      if ('problem' in update) return update;
      const record = updated(call, update);
      if ('problem' in record) return record;
      const { patient } = record;
      return { status: 200 as const, headers: { ETag: etag(patient.meta?.versionId ?? '1') }, body: asRetrieved(patient) };
    },

    'create-patient': (call) => {
      const created = createPatient(call, call.body, keeper('created'));
      if ('problem' in created) return created;
      return 'matched' in created ? { status: 200, body: outcomeBody(created.matched) } : { status: 201, rendered: created.created.text };
    },

    'process-birth-details': (call) => {
      const created = notifyBirth(call, keeper('born'));
      const headers = { 'notification-id': '2AE84248-5180-42B6-8BB7-C93C0991B863' };
      if ('problem' in created) return { ...created, headers };
      return 'matched' in created
        ? { status: 200, headers, body: outcomeBody(created.matched) }
        : { status: 201, headers, rendered: created.created.text };
    },

    'get-related-people': (call) => {
      const found = sandboxRelatedPeople(call) ?? relatedPeople(call);
      return 'problem' in found ? found : { status: 200, ...found };
    },

    'get-coverage': (call) => {
      const coverage = readCoverage(call, String(call.query['subscriber:identifier'] ?? ''));
      return 'problem' in coverage ? coverage : { status: 200, ...coverage };
    },

    'post-coverage': (call) => {
      const coverage = sandboxCoverageConflict(call) ?? replaceCoverage(call, call.body);
      return 'problem' in coverage ? coverage : { status: 201 as const, ...coverage };
    },
  },
} satisfies Mock<operations>;

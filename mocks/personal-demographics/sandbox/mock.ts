/**
 * The official sandbox of the Personal Demographics Service (`--compatibility official-sandbox`): a fixed set of answers, known by heart by
 * the test suites of its clients. It keeps nothing, and its own checks are all that a request is held to.
 */
import type { operations } from '../../../src/generated/personal-demographics.types.ts';
import type { Mock } from '../../../src/mock/mock.ts';
import { headerRules } from './checks.ts';
import { readCoverage, sendCoverage } from './coverage.ts';
import { notifyBirth } from './create/birth.ts';
import { create } from './create/create.ts';
import { dialect } from './dialect.ts';
import { relatedPeople } from './related-people.ts';
import { retrieve } from './retrieve.ts';
import { search } from './search/search.ts';
import { update } from './update/update.ts';

export default {
  dialect,
  headerRules,
  preflight: {
    'Access-Control-Allow-Methods': 'GET, PUT, POST, PATCH, DELETE',
    'Access-Control-Allow-Headers':
      'origin, x-requested-with, accept, content-type, if-match, nhsd-session-urid, authorization, x-correlation-id, x-request-id, nhsd-end-user-organisation-ods',
    'Access-Control-Expose-Headers': 'x-correlation-id, x-request-id',
  },
  order: ['expectation', 'faults', 'size', 'header-rules'],
  behaviours: {
    'get-patient': retrieve,
    'search-patient': search,
    'update-patient-partial': update,
    'create-patient': create,
    'process-birth-details': notifyBirth,
    'get-related-people': relatedPeople,
    'get-coverage': readCoverage,
    'post-coverage': sendCoverage,
    'poll-write': () => ({ problem: 'unknown-path', message: 'The official sandbox has nothing to poll: its writes are never slow.' }),
  },
} satisfies Mock<operations>;

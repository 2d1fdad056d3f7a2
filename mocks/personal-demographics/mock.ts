/** The Personal Demographics Service: what each operation does, in the words of its contract. The rules stand in the files beside. */
import type { operations } from '../../src/generated/personal-demographics.types.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { fromUkCore, inUkCore } from '../../src/fhir/uk-core.ts';
import { etag } from '../../src/fhir/version.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { idempotentWrites, tooSlow } from '../../src/nhs/idempotency.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { headerRules } from './faults/checks.ts';
import { access, limits, resultsAllowed } from './access.ts';
import { conformance } from './conformance.ts';
import { readCoverage, replaceCoverage } from './coverage/coverage.ts';
import { notifyBirth } from './create/birth.ts';
import { createPatient, type Created } from './create/create.ts';
import { dialect, outcomeBody } from './dialect.ts';
import { events, tellOfChange } from './events.ts';
import type { OperationOutcome } from './record/patient.ts';
import { problemInSpineWords } from './faults/problems.ts';
import { register } from './record/register.ts';
import { relatedPeople } from './related-person/related-person.ts';
import { retrieve } from './retrieve/retrieve.ts';
import { readCriteria } from './search/criteria.ts';
import { search } from './search/search.ts';
import { readUpdate, updated } from './update/update.ts';
import { asRetrieved } from './record/withheld.ts';

const { inTime, poll } = idempotentWrites({ api: 'personal-demographics', slow: outcomeBody(tooSlow) });

export default {
  dialect,
  access,
  limits,
  headerRules,
  problems: problemInSpineWords,
  events,
  conformance,
  profiles: { 'uk-core': { tell: inUkCore, read: fromUkCore } },
  compatibility: { 'official-sandbox': () => import('./sandbox/mock.ts') },
  // The published sandbox looks at no type of a registration, and nothing is published of the service: JSON is read, whatever it is called.
  bodies: { 'create-patient': { plain: true } },
  behaviours: {
    'get-patient': retrieve,

    'search-patient': (call) => {
      const asked = readCriteria(call.query, call.undeclared);
      if ('problem' in asked) return asked;
      const criteria = { ...asked, maxResults: resultsAllowed(call.caller, asked.maxResults) };
      const answer = search(call, criteria);
      // Too many matches are no fault of the request: they are said with status 200.
      return 'problem' in answer ? { status: 200, body: said(answer) } : answer;
    },

    'update-patient-partial': (call) =>
      inTime(call, () => {
        const update = readUpdate(call);
        if ('problem' in update) return update;
        const record = updated(call, update);
        if ('problem' in record) return record;
        register.save(call, record);
        tellOfChange(call, update.record.patient, record.patient);
        const { patient } = record;
        return { status: 200 as const, headers: { ETag: etag(patient.meta?.versionId ?? '1') }, body: asRetrieved(patient) };
      }),

    'create-patient': (call) => inTime(call, () => replyOf(createPatient(call, call.body))),

    'process-birth-details': (call) =>
      inTime(call, () => {
        const reply = replyOf(notifyBirth(call));
        return 'problem' in reply || reply.status !== 201 ? reply : { ...reply, headers: { 'notification-id': notificationId(call) } };
      }),

    'get-related-people': (call) => {
      const found = relatedPeople(call);
      return 'problem' in found ? found : { status: 200, ...found };
    },

    'get-coverage': (call) => {
      const coverage = readCoverage(call, call.query['subscriber:identifier']);
      return 'problem' in coverage ? coverage : { status: 200, ...coverage };
    },

    'post-coverage': (call) =>
      inTime(call, () => {
        const coverage = replaceCoverage(call, call.body);
        return 'problem' in coverage ? coverage : { status: 201 as const, ...coverage };
      }),

    // An extension: only the service's own proxy polls. Whatever a write answers can be asked for.
    'poll-write': (call) => poll<PolledReply>(call),
  },
} satisfies Mock<operations>;

interface PolledReply {
  readonly status: 200 | 201;
  readonly rendered: string;
}

type CreateReply = { readonly status: 200; readonly body: OperationOutcome } | { readonly status: 201; readonly rendered: string };

/** A match is no fault of the request: it is said with status 200. */
function replyOf(result: Created | Problem): CreateReply | Problem {
  if ('problem' in result) return result;
  return 'matched' in result ? { status: 200, body: said(result.matched) } : { status: 201, rendered: result.created.text };
}

function said(problem: Problem): OperationOutcome {
  // The outcome is the catalogue's own, which the contract's schema describes.
  return outcomeBody(problem);
}

/** A version 4 UUID that depends on the request alone, in capitals as Spine writes its own. */
function notificationId(call: AnyCall): string {
  return uuidBy((part) => call.chance(`notification/${part}/${call.header('X-Request-ID')}`)).toUpperCase();
}

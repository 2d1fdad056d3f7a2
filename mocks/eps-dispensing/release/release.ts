/** Prescriptions are released to a dispenser: one that somebody has come with, or those that wait for a pharmacy which is nominated. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { told, type Outcome } from '../../electronic-prescriptions/issues.ts';
import { noMorePrescriptions, type SpineOutcome } from '../../electronic-prescriptions/outcomes-of-spine.ts';
import { isSound, signatureIn } from '../../electronic-prescriptions/signature.ts';
import { waitingAt } from '../../prescriptions/find.ts';
import { takeOver, takeStep } from '../../prescriptions/keep.ts';
import type { Prescription } from '../../prescriptions/prescription.ts';
import { currentIssue, givenBack, isWithDispenser, type ItemStatus, type PrescriptionStatus } from '../../prescriptions/status.ts';
import { isOtherDispenser, withAnother } from '../dispensers.ts';
import { bringIn } from '../published/published.ts';
import { isRefused, known, refuse } from '../steps.ts';
import type { ReleaseRequest } from './read-release.ts';
import { orderTold } from './told-order.ts';

/** What there is to say of one that cannot be released. */
const refusals: Readonly<Partial<Record<PrescriptionStatus, SpineOutcome>>> = {
  '0000': 'RESOURCE_NOT_FOUND',
  '0004': 'PRESCRIPTION_EXPIRED',
  '0005': 'PRESCRIPTION_CANCELLED',
  '0006': 'PRESCRIPTION_DISPENSED',
  '0007': 'PRESCRIPTION_DISPENSED',
  '0008': 'PRESCRIPTION_DISPENSED',
  '0009': 'PRESCRIPTION_DISPENSED',
  '9000': 'RESOURCE_NOT_FOUND',
  '9001': 'RESOURCE_NOT_FOUND',
  '9005': 'PRESCRIPTION_CANCELLED',
};

export function release(call: AnyCall, asked: ReleaseRequest): Outcome {
  const { dispenser, prescription: id } = asked;
  // A dispenser that has closed is none any more.
  if (call.population.register.entry(dispenser)?.isActive === false) return refuse(call, 'SERVICE_DISABLED');
  if (id === undefined) {
    const waiting = waitingAt(call, dispenser);
    if (waiting.length === 0) return told([noMorePrescriptions], call.clock.now());
    return released(call, asked, waiting);
  }
  const found = known(call, { prescription: id, dispenser }, 'release', 'RESOURCE_NOT_FOUND');
  if (isRefused(found)) return found;
  const state = currentIssue(found);
  if (isWithDispenser(state.status) && isOtherDispenser(state, dispenser)) return withAnother(call, found, state);
  const refusal = refusals[state.status];
  return refusal === undefined ? released(call, asked, [found]) : refuse(call, refusal);
}

/** Whoever has one already, and asks again, is told it again. */
function released(call: AnyCall, { dispenser, owner }: ReleaseRequest, prescriptions: readonly Prescription[]): Outcome<200> {
  const message = idOf(call, 'release');
  const passed: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const before of prescriptions) {
    const { issue, status, items } = currentIssue(before);
    bringIn(call, before);
    if (isWithDispenser(status)) takeOver(call, before.id);
    const open = Object.fromEntries(
      Object.entries(items).flatMap(([item, at]): [string, ItemStatus][] => (isOpen(at) ? [[item, '0008']] : [])),
    );
    const prescription = isWithDispenser(status)
      ? before
      : takeStep(call, before.id, {
          at: call.clock.now(),
          what: 'released',
          issue,
          status: '0002',
          items: open,
          by: { organisation: dispenser },
          message,
          sent: JSON.stringify(owner),
        });
    const told = orderTold(call, prescription, dispenser, owner);
    const order = entryOf(call, `${before.id}/order`, told);
    if (isSound(signatureIn(told) ?? '')) passed.push(order);
    else {
      failed.push(wrongSignature(call, prescription), order);
      giveBack(call, prescription);
    }
  }
  const parameters = {
    resourceType: 'Parameters',
    id: message,
    parameter: [
      { name: 'passedPrescriptions', resource: searchsetOf(call, 'passed', passed) },
      { name: 'failedPrescriptions', resource: searchsetOf(call, 'failed', failed) },
    ],
  };
  return { status: 200, rendered: JSON.stringify(parameters) };
}

const isOpen = (status: ItemStatus): boolean => status === '0007' || status === '0003' || status === '0004';

/** Of each request others: it is the number of its message that dispensers refer to. */
const idOf = (call: AnyCall, what: string): string =>
  uuidBy((part) => call.chance(`${call.header('X-Request-ID') ?? ''}/${call.clock.now()}/${what}/${part}`));

function entryOf(call: AnyCall, what: string, resource: JsonObject): JsonObject {
  const id = idOf(call, what);
  return { fullUrl: `urn:uuid:${id}`, search: { mode: 'match' }, resource: { ...resource, id } };
}

function searchsetOf(call: AnyCall, what: string, entries: readonly JsonObject[]): JsonObject {
  const id = idOf(call, what);
  return {
    resourceType: 'Bundle',
    id,
    meta: { lastUpdated: instant(call.clock.now()) },
    identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: id },
    type: 'searchset',
    link: [{ relation: 'self', url: call.url('/FHIR/R4/Task/$release') }],
    total: entries.length,
    ...(entries.length > 0 && { entry: [...entries] }),
  };
}

function wrongSignature(call: AnyCall, { uuid, id }: Prescription): JsonObject {
  const own = idOf(call, `${id}/signature`);
  return {
    fullUrl: `urn:uuid:${own}`,
    search: { mode: 'outcome' },
    resource: {
      resourceType: 'OperationOutcome',
      id: own,
      meta: { lastUpdated: instant(call.clock.now()) },
      extension: [
        {
          url: 'https://fhir.nhs.uk/StructureDefinition/Extension-Spine-supportingInfo-prescription',
          valueReference: { identifier: { system: 'https://tools.ietf.org/html/rfc4122', value: uuid } },
        },
      ],
      issue: [
        {
          severity: 'error',
          code: 'invalid',
          details: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
                code: 'INVALID_VALUE',
                display: 'Signature is invalid.',
              },
            ],
          },
          expression: ['Provenance.signature.data'],
        },
      ],
    },
  };
}

/** Nobody dispenses what was not signed. */
function giveBack(call: AnyCall, prescription: Prescription): void {
  const state = currentIssue(prescription);
  takeStep(call, prescription.id, {
    at: call.clock.now(),
    what: 'returned',
    issue: state.issue,
    ...givenBack(state),
    ...(state.dispenser !== undefined && { by: { organisation: state.dispenser } }),
    reason: {
      system: 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-return-status-reason',
      code: '0005',
      display: 'Invalid digital signature',
    },
  });
}

/** A cancellation, and each outcome that it can have: by what the prescription and its item stand at. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { elementAt, stringAt } from '../../src/fhir/clinical/element.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { mayDo } from '../../src/nhs/access-modes.ts';
import { outcomeOfIssues, type MessageIssue, type Outcome } from '../electronic-prescriptions/issues.ts';
import { identifierIn, ofType, type Placed } from '../electronic-prescriptions/message.ts';
import { prescription } from '../prescriptions/find.ts';
import { takeStep } from '../prescriptions/keep.ts';
import type { IssueState, Prescription } from '../prescriptions/prescription.ts';
import {
  currentIssue,
  isAhead,
  isWaiting,
  isWithDispenser,
  requestStatuses,
  statusOfWaiting,
  type ItemStatus,
} from '../prescriptions/status.ts';
import { prescriberIn } from './order.ts';

/** `medicationrequest-status-history`; with the type of an issue where no prescription is answered. */
const outcomes = {
  'R-0001': ['Prescription/item was cancelled'],
  'R-0002': ['Prescription/item was not cancelled. With dispenser. Marked for cancellation'],
  'R-0003': ['Prescription/item was not cancelled. With dispenser active. Marked for cancellation'],
  'R-0004': ['Prescription/item was not cancelled. Prescription has been dispensed.'],
  'R-0005': ['Prescription/item has expired'],
  'R-0006': ['Prescription/item had already been cancelled'],
  'R-0007': ['Prescription/item cancellation requested by another prescriber'],
  'R-0008': ['Prescription/item not found', 'not-found'],
  'R-0009': ['Cancellation functionality disabled in SPINE', 'not-supported'],
  'R-0010': ['Prescription/item was not cancelled. Prescription has been not dispensed.'],
  'R-5000': [
    'Unable to process message. Information missing or invalid - Mismatch between prescription and cancellation NHSNumber',
    'processing',
  ],
  'R-5888': ['Invalid Message.', 'invalid'],
} as const satisfies Readonly<Record<string, readonly [display: string, issue?: string]>>;

type CancelOutcome = keyof typeof outcomes;

const history = 'https://fhir.nhs.uk/CodeSystem/medicationrequest-status-history';
const nhs = (name: string): string => `https://fhir.nhs.uk/StructureDefinition/Extension-${name}`;
const reasons = /^000[1-9]$/;

export function cancel(call: AnyCall, placed: readonly Placed[]): Outcome {
  const [request] = ofType(placed, 'MedicationRequest');
  const reason = elementAt(request?.resource, 'statusReason', 'coding');
  const id = stringAt(request?.resource, 'groupIdentifier', 'value');
  const item = identifierIn(request?.resource, system.prescriptionItem)?.toLowerCase();
  if (request === undefined || id === undefined || item === undefined || !reasons.test(stringAt(reason, 'code') ?? ''))
    return noPrescription(call, 'R-5888');
  if (!mayDo(call, 'eps-prescribing', (permission) => permission === 'cancellation')) return noPrescription(call, 'R-0009');
  const found = prescription(call, id);
  if (found === undefined || !found.items.some((each) => each.id === item)) return noPrescription(call, 'R-0008');
  const [patient] = ofType(placed, 'Patient');
  if (identifierIn(patient?.resource, system.nhsNumber) !== found.patient) return noPrescription(call, 'R-5000');

  const by = prescriberIn(placed, request);
  const before = currentIssue(found);
  const code: CancelOutcome = by.organisation === found.prescriber.organisation ? outcomeOf(before, item) : 'R-0007';
  if (code === 'R-0001' || code === 'R-0002' || code === 'R-0003')
    take(call, found, {
      item,
      isMarked: code !== 'R-0001',
      by: { organisation: by.organisation, ...(by.practitioner !== undefined && { practitioner: by.practitioner }) },
      reason: {
        system: stringAt(reason, 'system') ?? '',
        code: stringAt(reason, 'code') ?? '',
        display: stringAt(reason, 'display') ?? '',
      },
    });
  const after = code === 'R-0001' ? 'cancelled' : code === 'R-0004' ? 'completed' : requestStatuses[before.items[item] ?? '0007'];
  const status = code === 'R-0005' ? 'stopped' : code === 'R-0006' ? 'cancelled' : after;
  const rendered = JSON.stringify(answer(call, { placed, request, code, status, found, state: before }));
  return { status: code === 'R-0001' ? 200 : 400, rendered };
}

/** An item may be over before its prescription is. */
function outcomeOf({ status, items }: IssueState, item: string): CancelOutcome {
  const ofItem: Partial<Record<ItemStatus, CancelOutcome>> = { '0001': 'R-0004', '0002': 'R-0010', '0005': 'R-0006', '0006': 'R-0005' };
  const over = ofItem[items[item] ?? '0007'];
  if (over) return over;
  if (isWaiting(status) || isAhead(status)) return 'R-0001';
  if (isWithDispenser(status)) return status === '0002' ? 'R-0002' : 'R-0003';
  if (status === '0004') return 'R-0005';
  if (status === '0005' || status === '9005') return 'R-0006';
  return status === '0007' ? 'R-0010' : 'R-0004';
}

interface Taken {
  readonly item: string;
  readonly isMarked: boolean;
  readonly by: { readonly organisation: string; readonly practitioner?: string };
  readonly reason: { readonly system: string; readonly code: string; readonly display: string };
}

/** Of the issue that it is about now, and of all that would follow. */
function take(call: AnyCall, { id, states }: Prescription, { item, isMarked, by, reason }: Taken): void {
  const at = call.clock.now();
  for (const { issue, status, items } of states) {
    const step = { at, issue, by, reason };
    if (isWithDispenser(status) && isMarked) takeStep(call, id, { ...step, what: 'marked for cancellation', status, marked: [item] });
    if (!isWaiting(status) && !isAhead(status)) continue;
    takeStep(call, id, {
      ...step,
      what: 'cancelled',
      status: statusOfWaiting(status, { ...items, [item]: '0005' }),
      items: { [item]: '0005' },
    });
  }
}

const codingOf = (code: CancelOutcome) => ({ system: history, code, display: outcomes[code][0] });

function noPrescription(call: AnyCall, code: CancelOutcome): Outcome {
  const [display, type = 'processing']: readonly [string, string?] = outcomes[code];
  call.note(`${code}: ${display}`);
  const issue: MessageIssue = { severity: 'error', code: type, coding: codingOf(code) };
  return { status: 400, rendered: JSON.stringify(outcomeOfIssues([issue], call.clock.now())) };
}

interface Cancelled {
  readonly placed: readonly Placed[];
  readonly request: Placed;
  readonly code: CancelOutcome;
  readonly status: string;
  readonly found: Prescription;
  readonly state: IssueState;
}

/** The request comes back with what became of it, and with whoever has the prescription. */
function answer(call: AnyCall, { placed, request, code, status, found, state }: Cancelled): JsonObject {
  const now = instant(call.clock.now());
  const fresh = (of: string): string =>
    uuidBy((part) => call.chance(`cancellation/${found.id}/${found.steps.length}/${now}/${of}/${part}`));
  const outcome = {
    url: nhs('DM-PrescriptionStatusHistory'),
    extension: [
      { url: 'status', valueCoding: codingOf(code) },
      { url: 'statusDate', valueDateTime: now },
    ],
  };
  const holder = state.dispenser === undefined ? undefined : dispenserIn(call, state.dispenser, fresh);
  const { extension, dispenseRequest, ...members } = request.resource;
  const medication: JsonObject = {
    ...members,
    extension: [...listed(extension), outcome],
    status,
    ...(dispenseRequest !== undefined && { dispenseRequest: holder ? heldBy(dispenseRequest, holder) : dispenseRequest }),
  };
  const [sent] = ofType(placed, 'MessageHeader');
  const sender = stringAt(sent?.resource, 'sender', 'identifier', 'value') ?? '';
  const [messageId, of] = [fresh('message'), stringAt(sent?.resource, 'id') ?? (request.fullUrl ?? '').replace(/^urn:uuid:/, '')];
  const header: JsonObject = {
    resourceType: 'MessageHeader',
    extension: [{ url: nhs('MessageHeader-messageId'), valueIdentifier: { system: system.uuid, value: messageId } }],
    eventCoding: {
      system: 'https://fhir.nhs.uk/CodeSystem/message-event',
      code: 'prescription-order-response',
      display: 'Prescription Order Response',
    },
    destination: [{ endpoint: `urn:nhs-uk:addressing:ods:${sender}`, receiver: { identifier: { system: system.ods, value: sender } } }],
    sender: { identifier: { system: system.ods, value: 'X2601' }, display: 'NHS Digital Spine' },
    source: { name: 'NHS Spine', endpoint: call.url('/FHIR/R4/$process-message') },
    response: { identifier: of, code: 'ok' },
    focus: [{ reference: request.fullUrl ?? '' }],
  };
  const others = placed.filter(
    ({ resource }) => !['MessageHeader', 'MedicationRequest', 'Provenance'].includes(String(resource['resourceType'])),
  );
  return {
    resourceType: 'Bundle',
    identifier: { system: system.uuid, value: messageId },
    timestamp: now,
    type: 'message',
    entry: [
      { fullUrl: `urn:uuid:${fresh('header')}`, resource: header },
      { fullUrl: request.fullUrl ?? '', resource: medication },
      ...others.map(({ fullUrl = '', resource }) => ({ fullUrl, resource })),
      ...(holder?.entries ?? []),
    ],
  };
}

const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []); // an array of JSON holds JSON

interface Holder {
  readonly ods: string;
  readonly name: string;
  readonly reference: string;
  readonly entries: readonly JsonObject[];
}

function dispenserIn({ population }: AnyCall, ods: string, fresh: (of: string) => string): Holder {
  const known = population.organisation(ods);
  const [role, organisation] = [`urn:uuid:${fresh('role')}`, `urn:uuid:${fresh('organisation')}`];
  const name = known?.name ?? ods;
  return {
    ods,
    name,
    reference: role,
    entries: [
      { fullUrl: role, resource: { resourceType: 'PractitionerRole', organization: { reference: organisation } } },
      {
        fullUrl: organisation,
        resource: {
          resourceType: 'Organization',
          identifier: [{ system: system.ods, value: ods }],
          name,
          ...(known && {
            telecom: [{ system: 'phone', use: 'work', value: known.phone }],
            address: [
              {
                use: 'work',
                line: known.address.lines.filter((line) => line !== ''),
                ...(known.address.postcode !== undefined && { postalCode: known.address.postcode }),
              },
            ],
          }),
        },
      },
    ],
  };
}

function heldBy(dispenseRequest: Json, { ods, name, reference }: Holder): JsonObject {
  return {
    ...(isObject(dispenseRequest) && dispenseRequest),
    performer: {
      extension: [{ url: nhs('DM-DispensingPerformer'), valueReference: { reference } }],
      identifier: { system: system.ods, value: ods },
      display: name,
    },
  };
}

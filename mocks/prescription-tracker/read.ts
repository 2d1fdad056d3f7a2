/** A prescription is read: with its items, what was dispensed of them, and its history. */
import type { operations } from '../../src/generated/prescription-tracker.types.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import { fhirElement } from '../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Behaviour } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { prescription } from '../prescriptions/find.ts';
import type { IssueState, Item, Prescription } from '../prescriptions/prescription.ts';
import { currentIssue, requestStatuses } from '../prescriptions/status.ts';
import { businessStatusIn, businessStatusSystem } from '../prescriptions/status-updates/statuses.ts';
import { latestOf } from '../prescriptions/updates.ts';
import { missingHeaders, textOf, wrongId } from './asked.ts';
import { wrong } from './dialect.ts';
import { dispensesOf } from './dispenses.ts';
import { entryOf, headOf, idFor, instantText, medicineOf, moreOf, patientOf, quantityOf, referTo, roleOf, type Entry } from './head.ts';
import { historyOf } from './history.ts';
import { courses, extensionOf, identifier, intents, itemStatusCoding, siteCoding } from './systems.ts';

const nothing: Problem = {
  problem: 'not-found',
  message: 'There is no prescription of this id, or no such issue of it.',
  said: { diagnostics: 'No prescription was found.' },
};

export const read: Behaviour<operations['prescription-details-bundle']> = (call) => {
  const { prescriptionId } = call.path;
  const number = textOf(call.query.issueNumber);
  const isNumber = number === '' || /^[1-9]\d?$/.test(number);
  const texts = [...wrongId(prescriptionId), ...(isNumber ? [] : ['issueNumber does not match required format.'])];
  const problem = wrong([...texts, ...missingHeaders(call)]);
  if (problem) return problem;
  const found = prescription(call, prescriptionId);
  const state = found && (number === '' ? currentIssue(found) : found.states.find(({ issue }) => issue === Number(number)));
  if (!found || !state) return nothing;
  const entries = told(call, found, state);
  return { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [...entries] } };
};

function told(call: AnyCall, found: Prescription, state: IssueState): readonly Entry[] {
  const id = (what: string): string => idFor(call, `${found.id} ${state.issue} ${what}`);
  const [group, patient, prescriber] = [id('group'), id('patient'), id('prescriber')];
  const dispensed = dispensesOf(found, state, { id, patient });
  const head = headOf(found, state, patient);
  const days = Math.max(...found.items.map((item) => item.days));
  const resource: Entry['resource'] = {
    ...head,
    id: group,
    ...(found.prescriber.organisation !== '' && {
      author: { identifier: identifier('ods-organization-code', found.prescriber.organisation) },
    }),
    extension: [...(Array.isArray(head['extension']) ? head['extension'] : []), ...moreOf(found, state)],
    action: [
      {
        title: 'Prescription Line Items(Medications)',
        ...(days > 0 && { timingTiming: { repeat: { frequency: 1, period: days, periodUnit: 'd' } } }),
        action: found.items.map((item) => ({ resource: referTo(id(item.id)) })),
      },
      { title: 'Prescription status transitions', action: historyOf(found, state, dispensed.byStep) },
    ],
  };
  return [
    entryOf('match', group, resource),
    entryOf('include', patient, patientOf(call, found.patient, patient, true)),
    entryOf('include', prescriber, roleOf(prescriber, found.prescriber.organisation)),
    ...found.items.map((item) =>
      entryOf('include', id(item.id), lineOf(call, found, state, item, { id: id(item.id), patient, prescriber })),
    ),
    ...dispensed.entries,
  ];
}

interface Ids {
  readonly id: string;
  readonly patient: string;
  readonly prescriber: string;
}

function lineOf(call: AnyCall, found: Prescription, state: IssueState, item: Item, ids: Ids): Entry['resource'] {
  const status = state.items[item.id] ?? '0007';
  const reason = found.steps.findLast((step) => step.items?.[item.id] === '0005' && step.reason !== undefined)?.reason;
  return {
    resourceType: 'MedicationRequest',
    ...fhirElement({
      id: ids.id,
      identifier: [identifier('prescription-order-item-number', item.id)],
      subject: referTo(ids.patient),
      status: requestStatuses[status],
      statusReason: status === '0005' && reason ? { coding: [{ ...reason }] } : undefined,
      intent: intents[found.treatment],
      requester: referTo(ids.prescriber),
      performer: performerOf(state.dispenser),
      groupIdentifier: identifier('prescription-order-number', found.id),
      medicationCodeableConcept: medicineOf(item.medicine.text),
      courseOfTherapyType: { coding: [{ ...courses[found.treatment] }] },
      dispenseRequest: {
        quantity: quantityOf(item.quantity),
        ...(found.pharmacy !== undefined && { performer: performerOf(found.pharmacy) }),
        extension: [extensionOf('DM-PerformerSiteType', { valueCoding: { ...siteCoding(found.siteType) } })],
      },
      dosageInstruction: [{ text: item.dose }],
      extension: [
        extensionOf('EPS-DispensingInformation', {
          extension: [{ url: 'dispenseStatus', valueCoding: { ...itemStatusCoding(status) } }],
        }),
        extensionOf('PendingCancellation', {
          extension: [{ url: 'lineItemPendingCancellation', valueBoolean: state.marked.includes(item.id) }],
        }),
        ...saidByPharmacy(call, found, item),
      ],
    }),
    substitution: { allowedBoolean: false },
  };
}

/** What the pharmacy last said of it. */
function saidByPharmacy(call: AnyCall, { id }: Prescription, item: Item): readonly JsonObject[] {
  const update = latestOf(call, id, item.id);
  const code = update && businessStatusIn(update.status);
  if (!update || code === undefined) return [];
  return [
    extensionOf('DM-PrescriptionStatusHistory', {
      extension: [
        { url: 'status', valueCoding: { system: businessStatusSystem, code } },
        { url: 'statusDate', valueDateTime: instantText(update.modified) },
      ],
    }),
  ];
}

const performerOf = (ods: string | undefined): JsonObject =>
  ods === undefined ? {} : { identifier: [identifier('ods-organization-code', ods)] };

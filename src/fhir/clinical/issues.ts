/** Prescriptions as MedicationRequest (an order), with what became of each, and back. */
import type { IssueEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, toResource, type Writing } from './about.ts';
import { extension, inDays, period, readQuantity, writtenQuantity } from './concepts.ts';
import { eachOf, extensionIn, fhirElement, listOf, numberAt, present, stringAt, elementAt } from './element.ts';
import { dayOfText, englishDateTime, englishInstant } from './england-time.ts';
import { beforeOf, headOfEntry, idReferredTo, organisationAmong, readHead, uuidIdentifier, type ReadingEntry } from './head.ts';
import {
  community,
  courseTold,
  courseMember,
  dosageIn,
  dosageOf,
  medicineIn,
  medicineMember,
  medicineOf,
  noSubstitution,
  prescribersIn,
  prescriptionType,
} from './medicine-elements.ts';
import { system, ukCoreExtension } from './systems.ts';

/** What became of it in the words of the prescription tracking services, and the status of the request that goes with them. */
const statuses: { readonly [Status in IssueEntry['status']]: readonly [business: string, request: 'active' | 'completed' | 'cancelled'] } =
  {
    prescribed: ['Prescriber Approved', 'active'],
    'with-pharmacy': ['With Pharmacy', 'active'],
    ready: ['Ready to Collect', 'active'],
    collected: ['Collected', 'completed'],
    'not-collected': ['Not Dispensed', 'completed'],
    cancelled: ['Prescriber Cancelled', 'cancelled'],
  };

const statusNames = Object.keys(statuses).filter((name): name is IssueEntry['status'] => name in statuses);

const statusHistory = 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionStatusHistory';

export function writtenIssue(entry: IssueEntry, writing: Writing): readonly JsonObject[] {
  const { version } = writing;
  const { course, dose, quantity, days, number, of, pharmacy, prescription, recorded, status } = entry;
  const [business, requestStatus] = statuses[status];
  const by = toPractitioner(writing, entry.practitioner, entry.organisation);
  const shared = {
    status: requestStatus,
    intent: 'order',
    ...medicineMember(entry, writing),
    subject: toPerson(writing),
    authoredOn: englishDateTime(recorded, entry.time),
    basedOn: listOf(toResource(writing, { type: 'MedicationRequest', id: entry.medication })),
    groupIdentifier: { system: system.prescription, value: prescription },
    dosageInstruction: [dosageOf(dose)],
    dispenseRequest: fhirElement({
      validityPeriod: period(recorded),
      numberOfRepeatsAllowed: of === undefined ? undefined : of - 1,
      quantity: writtenQuantity(quantity),
      expectedSupplyDuration: inDays(days),
      performer: toOrganisation(writing, pharmacy),
    }),
  };
  const head = headOfEntry('MedicationRequest', entry, writing);
  if (version === 'STU3')
    return [
      fhirElement({ ...head, identifier: [uuidIdentifier(entry.id)], extension: [prescriptionType(course)], ...shared, recorder: by }),
      medicineOf(entry, writing),
    ];
  return [
    fhirElement({
      ...head,
      identifier: [{ system: system.prescriptionItem, value: entry.id }],
      extension: [
        {
          url: statusHistory,
          extension: [
            extension('status', { valueCoding: { system: system.prescriptionStatus, code: business } }),
            extension('statusDate', { valueDateTime: englishInstant(entry.dispensed ?? recorded, entry.time) }),
          ],
        },
        {
          url: ukCoreExtension('MedicationRepeatInformation'),
          extension: [extension('numberOfPrescriptionsIssued', { valueUnsignedInt: number })],
        },
      ],
      ...shared,
      category: [community()],
      requester: by,
      recorder: by,
      courseOfTherapyType: courseMember(course),
      substitution: noSubstitution,
    }),
  ];
}

export function readIssue(resource: JsonObject, reading: ReadingEntry): IssueEntry | undefined {
  const before = beforeOf('issue', reading);
  const medicine = medicineIn(resource, before);
  if (medicine === undefined) return undefined;
  const head = readHead('issue', { recorded: [stringAt(resource, 'authoredOn')], by: prescribersIn(resource) }, reading);
  const dispense = elementAt(resource, 'dispenseRequest');
  const repeats = numberAt(dispense, 'numberOfRepeatsAllowed');
  const pharmacy = organisationAmong([elementAt(dispense, 'performer')], reading) ?? before?.pharmacy;
  const { status, dispensed } = stateIn(resource, before);
  return {
    ...head,
    medication: idReferredTo(elementAt(resource, 'basedOn')) ?? before?.medication ?? reading.id,
    medicine,
    dose: dosageIn(resource).text ?? before?.dose ?? 'As directed',
    quantity: readQuantity(elementAt(dispense, 'quantity')) ?? before?.quantity ?? { value: 1, unit: 'item' },
    days: numberAt(dispense, 'expectedSupplyDuration', 'value') ?? before?.days ?? 28,
    course: courseTold(resource) ?? before?.course ?? (repeats === undefined ? 'acute' : 'repeat'),
    number: numberIssued(resource) ?? before?.number ?? 1,
    ...(repeats !== undefined && { of: repeats + 1 }),
    status,
    ...(pharmacy !== undefined && { pharmacy }),
    ...(dispensed !== undefined && { dispensed }),
    prescription: stringAt(resource, 'groupIdentifier', 'value') ?? before?.prescription ?? '',
  };
}

const partsIn = (resource: JsonObject, name: string) => eachOf(extensionIn(resource, name)?.['extension']);

function numberIssued(resource: JsonObject): number | undefined {
  const part = partsIn(resource, 'MedicationRepeatInformation').find((each) => stringAt(each, 'url') === 'numberOfPrescriptionsIssued');
  return numberAt(part, 'valueUnsignedInt');
}

/** As it was before, where no more is said than fits that. */
function stateIn(resource: JsonObject, before: IssueEntry | undefined): Pick<IssueEntry, 'status' | 'dispensed'> {
  const parts = partsIn(resource, 'DM-PrescriptionStatusHistory');
  const part = (name: string) => parts.find((each) => stringAt(each, 'url') === name);
  const business = stringAt(part('status'), 'valueCoding', 'code')?.toLowerCase();
  const request = stringAt(resource, 'status');
  if (business === undefined && before && statuses[before.status][1] === request) return before;
  const known = business === undefined ? undefined : statusNames.find((name) => business.startsWith(statuses[name][0].toLowerCase()));
  const status = known ?? (request === 'completed' ? 'collected' : request === 'cancelled' ? 'cancelled' : 'prescribed');
  return {
    status,
    ...present({ dispensed: status === 'collected' ? dayOfText(stringAt(part('statusDate'), 'valueDateTime')) : undefined }),
  };
}

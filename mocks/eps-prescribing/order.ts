/** A prescription out of the message that orders it, or what Spine refuses of it. */
import type { CodedText } from '../../src/clinical-record.ts';
import { uuid, uuidBy } from '../../src/contract/uuid.ts';
import { readConcept, readQuantity } from '../../src/fhir/clinical/concepts.ts';
import { eachOf, elementAt, numberAt, stringAt } from '../../src/fhir/clinical/element.ts';
import { englishInstant } from '../../src/fhir/clinical/england-time.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import {
  extensionOf,
  identifierOf,
  itemSystem,
  nhsNumberSystem,
  odsSystem,
  ofType,
  referred,
  type Placed,
} from '../prescription-messages/bundle.ts';
import { extensions } from '../prescription-messages/extensions.ts';
import { signatureOf } from '../prescription-messages/signature.ts';
import { refusedBySpine } from '../prescription-messages/spine-outcomes.ts';
import type { Refusal } from '../prescription-messages/issues.ts';
import { prescription, prescriptionWithItem } from '../prescriptions/find.ts';
import { medicationOf } from '../prescriptions/medication.ts';
import type { Item, Order, Prescriber, Treatment } from '../prescriptions/prescription.ts';
import { hasRightCheck, hasShortIdForm } from '../prescriptions/short-id.ts';
import { monthsAfter } from '../prescriptions/told.ts';
import { courseOf, professionalCodesOf } from './create-rules.ts';

const mostItems = 4;
const mostIssues = 99;
const monthsValid = { acute: 6, continuous: 6, 'continuous-repeat-dispensing': 12 } as const;

export function orderIn(call: AnyCall, placed: readonly Placed[], message: string): Order | Refusal {
  const requests = ofType(placed, 'MedicationRequest');
  const [first] = requests;
  if (first === undefined || requests.length > mostItems) return refusedBySpine('INVALID_NUMBER_MEDICATIONREQUESTS');
  const patient = parseNhsNumber(patientIn(placed, first) ?? '');
  if (patient === undefined) return refusedBySpine('MISSING_VALUE', { why: 'The patient has no valid NHS number.' });
  const id = stringAt(first.resource, 'groupIdentifier', 'value')?.toUpperCase() ?? '';
  const repeats = numberAt(first.resource, 'dispenseRequest', 'numberOfRepeatsAllowed') ?? 0;
  const treatment = treatmentOf(first);
  const issues = treatment === 'continuous-repeat-dispensing' ? repeats + 1 : 1;
  const refusal = refusedId(call, id) ?? refusedPatient(call, patient) ?? refusedRepeats(first, issues);
  if (refusal) return refusal;
  const items: Item[] = [];
  for (const request of requests) {
    const item = itemIn(call, request, patient);
    if ('problem' in item) return item;
    items.push(item);
  }
  if (signatureOf(placed) === 'missing') return refusedBySpine('MISSING_DIGITAL_SIGNATURE');

  const now = call.clock.now();
  const authored = instantOf(stringAt(first.resource, 'authoredOn'));
  const start = instantOf(stringAt(first.resource, 'dispenseRequest', 'validityPeriod', 'start'));
  if (authored === 'wrong' || start === 'wrong') return refusedBySpine('INVALID_DATE_FORMAT');
  const from = Math.max(authored ?? 0, start ?? 0);
  const end = instantOf(stringAt(first.resource, 'dispenseRequest', 'validityPeriod', 'end'));
  const pharmacy = stringAt(first.resource, 'dispenseRequest', 'performer', 'identifier', 'value')?.toUpperCase();
  const long = stringAt(extensionOf(elementAt(first.resource, 'groupIdentifier'), extensions.id), 'valueIdentifier', 'value');
  return {
    id,
    uuid: long?.toLowerCase() ?? uuidBy((part) => call.chance(`prescription/${id}/${part}`)),
    patient,
    prescriber: prescriberIn(placed, first),
    type: stringAt(extensionOf(first.resource, extensions.type), 'valueCoding', 'code') ?? '',
    treatment,
    authored: Math.min(authored ?? now, now),
    ...(from > now && { from }),
    // One that was over before it was sent is counted from the day on which it was: examples that are published are years old.
    until: typeof end === 'number' && end > now ? end : monthsAfter(Math.max(from, now), monthsValid[treatment]),
    ...(pharmacy !== undefined && { pharmacy }),
    siteType: stringAt(extensionOf(elementAt(first.resource, 'dispenseRequest'), extensions.siteType), 'valueCoding', 'code') ?? '0004',
    issues,
    items,
    message,
  };
}

function patientIn(placed: readonly Placed[], { resource }: Placed): string | undefined {
  const patient = referred(placed, resource['subject']) ?? ofType(placed, 'Patient')[0];
  return patient && identifierOf(patient.resource, nhsNumberSystem);
}

function refusedId(call: AnyCall, id: string): Refusal | undefined {
  if (id === '') return refusedBySpine('MISSING_VALUE', { why: 'The prescription has no id.' });
  if (!hasShortIdForm(id)) return refusedBySpine('INVALID_RESOURCE_ID', { why: 'The id of the prescription has not the form of one.' });
  if (!hasRightCheck(id)) return refusedBySpine('INVALID_CHECK_DIGIT');
  return prescription(call, id) ? refusedBySpine('DUPLICATE_PRESCRIPTION_ID') : undefined;
}

function refusedPatient({ population }: AnyCall, patient: string): Refusal | undefined {
  return population.find(patient)?.death ? refusedBySpine('PATIENT_DECEASED') : undefined;
}

/** Of repeat dispensing so many issues; of a repeat prescription no more than was authorised. */
function refusedRepeats({ resource }: Placed, issues: number): Refusal | undefined {
  if (!Number.isInteger(issues) || issues < 1 || issues > mostIssues) return refusedBySpine('INVALID_REPEAT_COUNT');
  const based = eachOf(resource['basedOn']).map((each) => extensionOf(each, extensions.ofRepeat));
  const allowed = partOf(based[0], 'numberOfRepeatsAllowed');
  const issued = partOf(extensionOf(resource, extensions.repeats), 'numberOfPrescriptionsIssued');
  return allowed !== undefined && issued !== undefined && issued > allowed + 1
    ? refusedBySpine('MISMATCH_AUTHORISED_REPEAT_COUNT')
    : undefined;
}

function partOf(whole: ReturnType<typeof extensionOf>, name: string): number | undefined {
  const part = extensionOf(whole, name);
  return numberAt(part, 'valueInteger') ?? numberAt(part, 'valueUnsignedInt');
}

const treatments: readonly Treatment[] = ['acute', 'continuous', 'continuous-repeat-dispensing'];

const treatmentOf = ({ resource }: Placed): Treatment => treatments.find((each) => each === courseOf(resource)) ?? 'acute';

function itemIn(call: AnyCall, { resource }: Placed, patient: string): Item | Refusal {
  const id = identifierOf(resource, itemSystem)?.toLowerCase();
  if (id === undefined) return refusedBySpine('MISSING_VALUE', { why: 'An item has no id.' });
  if (!uuid.test(id)) return refusedBySpine('INVALID_MESSAGE', { why: 'The id of an item is no UUID.' });
  if (prescriptionWithItem(call, id) || call.population.entry(id)) return refusedBySpine('DUPLICATE_MEDICATIONREQUEST_ID');
  const medicine: CodedText = readConcept(resource['medicationCodeableConcept']) ?? { text: 'Not stated' };
  const lines = eachOf(resource['dosageInstruction']).flatMap((line) => stringAt(line, 'text') ?? []);
  return {
    id,
    medicine,
    dose: lines.length === 0 ? 'As directed' : lines.join('; '),
    quantity: readQuantity(elementAt(resource, 'dispenseRequest', 'quantity')) ?? { value: 1, unit: 'item' },
    days: Math.min(Math.max(1, numberAt(resource, 'dispenseRequest', 'expectedSupplyDuration', 'value') ?? 28), 366),
    medication: medicationOf(call, patient, id, medicine),
  };
}

export function prescriberIn(placed: readonly Placed[], { resource }: Pick<Placed, 'resource'>): Prescriber {
  const role = referred(placed, resource['requester']);
  const practitioner = role && referred(placed, role.resource['practitioner'])?.resource;
  const organisation = role && referred(placed, role.resource['organization'])?.resource;
  const sender = stringAt(ofType(placed, 'MessageHeader')[0]?.resource, 'sender', 'identifier', 'value');
  const [professionalCode] = practitioner ? professionalCodesOf(practitioner) : [];
  const user = identifierOf(practitioner, 'https://fhir.nhs.uk/Id/sds-user-id');
  const roleProfile = identifierOf(role?.resource, 'https://fhir.nhs.uk/Id/sds-role-profile-id');
  const name = elementAt(practitioner, 'name');
  const words = [stringAt(name, 'prefix'), stringAt(name, 'given'), stringAt(name, 'family')].filter((word) => word !== undefined);
  const told = stringAt(name, 'text') ?? words.join(' ');
  return {
    organisation: (identifierOf(organisation, odsSystem) ?? sender ?? '').toUpperCase(),
    ...(user !== undefined && { practitioner: user }),
    ...(roleProfile !== undefined && { role: roleProfile }),
    ...(professionalCode !== undefined && { professionalCode }),
    ...(told !== '' && { name: told }),
  };
}

/** Of a day its beginning in England. */
function instantOf(text: string | undefined): number | 'wrong' | undefined {
  if (text === undefined) return undefined;
  const instant = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? englishInstant(text) : text);
  return Number.isNaN(instant) ? 'wrong' : instant;
}

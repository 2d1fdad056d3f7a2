/** A prescription out of the message that orders it, or what Spine refuses of it. */
import type { CodedText } from '../../src/clinical-record.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import { uuid, uuidBy } from '../../src/contract/uuid.ts';
import { readConcept, readQuantity } from '../../src/fhir/clinical/concepts.ts';
import { eachOf, elementAt, extensionIn, numberAt, stringAt } from '../../src/fhir/clinical/element.ts';
import { englishInstant } from '../../src/fhir/clinical/england-time.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { entriesOf, identifierIn, ofType, referredTo, type Placed } from '../electronic-prescriptions/message.ts';
import type { SpineOutcome } from '../electronic-prescriptions/outcomes-of-spine.ts';
import { signatureIn } from '../electronic-prescriptions/signature.ts';
import { prescription, prescriptionWithItem } from '../prescriptions/find.ts';
import { medicationOf } from '../prescriptions/medication.ts';
import type { Item, Order, Prescriber, Treatment } from '../prescriptions/prescription.ts';
import { hasRightCheck, hasShortIdForm } from '../prescriptions/short-id.ts';
import { monthsAfter } from '../prescriptions/told.ts';
import { courseOf, professionalCodesOf } from './create-rules.ts';
import { diedOn } from '../demographics-now.ts';

const mostItems = 4;
const mostIssues = 99;
const monthsValid = { acute: 6, continuous: 6, 'continuous-repeat-dispensing': 12 } as const;

export function orderIn(call: AnyCall, bundle: JsonObject): Order | SpineOutcome {
  const placed = entriesOf(bundle);
  const requests = ofType(placed, 'MedicationRequest');
  const [first] = requests;
  if (first === undefined || requests.length > mostItems) return 'INVALID_NUMBER_MEDICATIONREQUESTS';
  const patient = parseNhsNumber(patientIn(placed, first) ?? '');
  if (patient === undefined) return 'MISSING_VALUE';
  const id = stringAt(first.resource, 'groupIdentifier', 'value')?.toUpperCase() ?? '';
  const repeats = numberAt(first.resource, 'dispenseRequest', 'numberOfRepeatsAllowed') ?? 0;
  const treatment = treatmentOf(first);
  const issues = treatment === 'continuous-repeat-dispensing' ? repeats + 1 : 1;
  const refusal = refusedId(call, id) ?? refusedPatient(call, patient) ?? refusedRepeats(first, issues);
  if (refusal) return refusal;
  const items: Item[] = [];
  for (const request of requests) {
    const item = itemIn(call, request, patient);
    if (typeof item === 'string') return item;
    items.push(item);
  }
  if (signatureIn(bundle) === undefined) return 'MISSING_DIGITAL_SIGNATURE';

  const now = call.clock.now();
  const authored = instantOf(stringAt(first.resource, 'authoredOn'));
  const start = instantOf(stringAt(first.resource, 'dispenseRequest', 'validityPeriod', 'start'));
  if (authored === 'wrong' || start === 'wrong') return 'INVALID_DATE_FORMAT';
  const from = Math.max(authored ?? 0, start ?? 0);
  const end = instantOf(stringAt(first.resource, 'dispenseRequest', 'validityPeriod', 'end'));
  const pharmacy = stringAt(first.resource, 'dispenseRequest', 'performer', 'identifier', 'value')?.toUpperCase();
  const long = stringAt(extensionIn(elementAt(first.resource, 'groupIdentifier'), 'DM-PrescriptionId'), 'valueIdentifier', 'value');
  return {
    id,
    uuid: long?.toLowerCase() ?? uuidBy((part) => call.chance(`prescription/${id}/${part}`)),
    patient,
    prescriber: prescriberIn(placed, first),
    type: stringAt(extensionIn(first.resource, 'DM-PrescriptionType'), 'valueCoding', 'code') ?? '',
    treatment,
    authored: Math.min(authored ?? now, now),
    ...(from > now && { from }),
    // One that was over before it was sent is counted from the day on which it was: examples that are published are years old.
    until: typeof end === 'number' && end > now ? end : monthsAfter(Math.max(from, now), monthsValid[treatment]),
    ...(pharmacy !== undefined && { pharmacy }),
    siteType: stringAt(extensionIn(elementAt(first.resource, 'dispenseRequest'), 'DM-PerformerSiteType'), 'valueCoding', 'code') ?? '0004',
    issues,
    items,
    message: JSON.stringify(bundle),
  };
}

function patientIn(placed: readonly Placed[], { resource }: Placed): string | undefined {
  const patient = referredTo(placed, resource['subject']) ?? ofType(placed, 'Patient')[0];
  return patient && identifierIn(patient.resource, system.nhsNumber);
}

function refusedId(call: AnyCall, id: string): SpineOutcome | undefined {
  if (id === '') return 'MISSING_VALUE';
  if (!hasShortIdForm(id)) return 'INVALID_RESOURCE_ID';
  if (!hasRightCheck(id)) return 'INVALID_CHECK_DIGIT';
  return prescription(call, id) ? 'DUPLICATE_PRESCRIPTION_ID' : undefined;
}

function refusedPatient(call: AnyCall, patient: string): SpineOutcome | undefined {
  return diedOn(call, patient) === undefined ? undefined : 'PATIENT_DECEASED';
}

/** Of repeat dispensing so many issues; of a repeat prescription no more than was authorised. */
function refusedRepeats({ resource }: Placed, issues: number): SpineOutcome | undefined {
  if (!Number.isInteger(issues) || issues < 1 || issues > mostIssues) return 'INVALID_REPEAT_COUNT';
  const based = eachOf(resource['basedOn']).map((each) => extensionIn(each, 'EPS-RepeatInformation'));
  const allowed = partOf(based[0], 'numberOfRepeatsAllowed');
  const issued = partOf(extensionIn(resource, 'MedicationRepeatInformation'), 'numberOfPrescriptionsIssued');
  return allowed !== undefined && issued !== undefined && issued > allowed + 1 ? 'MISMATCH_AUTHORISED_REPEAT_COUNT' : undefined;
}

function partOf(whole: JsonObject | undefined, name: string): number | undefined {
  const part = extensionIn(whole, name);
  return numberAt(part, 'valueInteger') ?? numberAt(part, 'valueUnsignedInt');
}

const treatments: readonly Treatment[] = ['acute', 'continuous', 'continuous-repeat-dispensing'];

const treatmentOf = ({ resource }: Placed): Treatment => treatments.find((each) => each === courseOf(resource)) ?? 'acute';

function itemIn(call: AnyCall, { resource }: Placed, patient: string): Item | SpineOutcome {
  const id = identifierIn(resource, system.prescriptionItem)?.toLowerCase();
  if (id === undefined) return 'MISSING_VALUE';
  if (!uuid.test(id)) return 'INVALID_MESSAGE';
  if (prescriptionWithItem(call, id) || call.population.entry(id)) return 'DUPLICATE_MEDICATIONREQUEST_ID';
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
  const role = referredTo(placed, resource['requester']);
  const practitioner = role && referredTo(placed, role.resource['practitioner'])?.resource;
  const organisation = role && referredTo(placed, role.resource['organization'])?.resource;
  const sender = stringAt(ofType(placed, 'MessageHeader')[0]?.resource, 'sender', 'identifier', 'value');
  const [professionalCode] = practitioner ? professionalCodesOf(practitioner) : [];
  const user = identifierIn(practitioner, system.sdsUser);
  const roleProfile = identifierIn(role?.resource, system.sdsRole);
  const name = elementAt(practitioner, 'name');
  const words = [stringAt(name, 'prefix'), stringAt(name, 'given'), stringAt(name, 'family')].filter((word) => word !== undefined);
  const told = stringAt(name, 'text') ?? words.join(' ');
  return {
    organisation: (identifierIn(organisation, system.ods) ?? sender ?? '').toUpperCase(),
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

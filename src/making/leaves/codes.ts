/** Codes where a contract lists none: the word that an ordinary resource of FHIR has at a place (required bindings of R4), else one by name. */
import type { Json } from '../../contract/contract.ts';
import { wordsOf } from '../../meaning/words.ts';

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ['status', 'active'],
  ['state', 'active'],
  ['use', 'official'],
  ['intent', 'order'],
  ['priority', 'routine'],
  ['urgency', 'routine'],
  ['severity', 'information'],
  ['mode', 'match'],
  ['relation', 'self'],
  ['rel', 'self'],
  ['method', 'GET'],
  ['action', 'create'],
  ['language', 'en'],
  ['currency', 'GBP'],
  ['scope', 'read'],
  ['environment', 'sandbox'],
  ['weekday', 'Monday'],
  ['week', 'Monday'],
]);

/** By place in the resource (https://hl7.org/fhir/R4/terminologies-valuesets.html). */
const BY_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AllergyIntolerance: { category: 'medication', criticality: 'low', type: 'allergy' },
    Appointment: { status: 'booked', 'participant.required': 'required', 'participant.status': 'accepted' },
    AppointmentResponse: { participantStatus: 'accepted' },
    AuditEvent: { action: 'R', outcome: '0' },
    Bundle: { type: 'searchset', 'entry.search.mode': 'match', 'entry.request.method': 'GET' },
    CapabilityStatement: {
      kind: 'instance',
      'rest.mode': 'server',
      'rest.resource.interaction.code': 'read',
      'rest.resource.versioning': 'versioned',
    },
    CarePlan: { intent: 'plan', 'activity.detail.status': 'in-progress' },
    Claim: { use: 'claim' },
    CodeSystem: { content: 'complete' },
    Communication: { status: 'completed' },
    Composition: { status: 'final', 'section.mode': 'snapshot' },
    ConceptMap: { 'group.element.target.equivalence': 'equivalent' },
    Consent: { status: 'active', 'provision.type': 'permit' },
    Device: { 'deviceName.type': 'user-friendly-name' },
    DiagnosticReport: { status: 'final' },
    DocumentReference: { docStatus: 'final', 'relatesTo.code': 'appends', status: 'current' },
    DocumentManifest: { status: 'current' },
    Encounter: { status: 'finished' },
    EpisodeOfCare: { status: 'active' },
    Goal: { lifecycleStatus: 'active' },
    Immunization: { status: 'completed' },
    List: { mode: 'working', status: 'current' },
    Location: { mode: 'instance' },
    MedicationAdministration: { status: 'completed' },
    MedicationDispense: { status: 'completed' },
    MessageDefinition: { category: 'notification' },
    MessageHeader: { 'response.code': 'ok' },
    Observation: { status: 'final' },
    OperationDefinition: { kind: 'operation', 'parameter.use': 'in' },
    OperationOutcome: { 'issue.code': 'invalid', 'issue.severity': 'error' },
    Patient: { 'link.type': 'seealso' },
    Procedure: { status: 'completed' },
    Provenance: { 'entity.role': 'source' },
    Questionnaire: { 'item.type': 'string' },
    QuestionnaireResponse: { status: 'completed' },
    RequestGroup: { intent: 'plan' },
    Slot: { status: 'free' },
    Specimen: { status: 'available' },
    Subscription: { 'channel.type': 'rest-hook' },
    SupplyRequest: { status: 'active' },
    Task: { intent: 'order', status: 'requested' },
  }).flatMap(([type, places]) => Object.entries(places).map(([place, code]) => [`${type}.${place}`, code] as const)),
);

/** By the data type around, wherever it stands. */
const BY_ELEMENT: readonly (readonly [RegExp, string])[] = [
  [/(telecom|contactPoint)\.system$/i, 'phone'],
  [/(telecom|contactPoint)\.use$/i, 'work'],
  [/address\.use$/i, 'home'],
  [/address\.type$/i, 'both'],
  [/identifier\.use$/i, 'official'],
  [/\.text\.status$/, 'generated'],
  [/\.daysOfWeek$/, 'mon'],
  [/repeat\.(duration|period)Unit$/, 'd'],
  [/\.comparator$/, '<'],
  [/signature\.type\.code$/i, '1.2.840.10065.1.12.1.1'],
];

/** What is known of a place, where anything is. */
export function knownCode(path: string): string | undefined {
  return BY_PLACE.get(path) ?? BY_ELEMENT.find(([place]) => place.test(path))?.[1];
}

/** `path` is the leaf's place in its FHIR resource, type first; '' outside one. */
export function codeFor(name: string, path: string): readonly Json[] {
  const known = knownCode(path) ?? BY_NAME.get(wordsOf(name).at(-1) ?? '');
  const plain = ['example', 'EXAMPLE', 'A', '1', 1];
  if (known !== undefined) return [known, known.toUpperCase(), ...plain];
  // Most lists of FHIR have this word; none has `example`.
  return path === '' ? plain : ['unknown', ...plain];
}

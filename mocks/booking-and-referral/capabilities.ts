/** What a receiver can do, or the gateway for itself; and which messages it takes. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { decoded } from './decoded.ts';
import { askedReceiver } from './target/checks.ts';
import { receiverOf } from './target/receivers.ts';
import { organisationSystem, serviceSystem } from './target/service-ids.ts';
import { eventSystems } from './messages/read-message.ts';

type Rendered = { readonly status: 200; readonly rendered: string };

const written = '2025-12-01';
const interactions = (...codes: readonly string[]): JsonObject[] => codes.map((code) => ({ code }));

const definitions = [
  ['booking-request', 'BookingRequest', 'A booking is made, changed or cancelled', 'Appointment'],
  ['servicerequest-request', 'ServiceRequestRequest', 'A referral is made, changed or revoked', 'ServiceRequest'],
  ['servicerequest-response', 'ServiceRequestResponse', 'A receiver says what becomes of a referral', 'ServiceRequest'],
] as const;

const urlOf = (event: string): string => `https://fhir.nhs.uk/MessageDefinition/bars-message-${event}`;

const resources: readonly JsonObject[] = [
  {
    type: 'Appointment',
    interaction: interactions('read', 'search-type', 'create', 'update', 'patch', 'delete'),
    versioning: 'no-version',
    searchParam: ['patient:identifier', 'patient:name', 'patient:birthdate', 'patient:address-postalcode'].map((name) => ({
      name,
      type: name.endsWith('birthdate') ? 'date' : name.endsWith('identifier') ? 'token' : 'string',
    })),
  },
  {
    type: 'ServiceRequest',
    interaction: interactions('read', 'search-type', 'create', 'update', 'patch', 'delete'),
    versioning: 'no-version',
    searchParam: [{ name: 'patient:identifier', type: 'token' }],
  },
  {
    type: 'Slot',
    interaction: interactions('search-type'),
    searchParam: [
      { name: 'status', type: 'token' },
      { name: 'start', type: 'date' },
    ],
    searchInclude: ['Slot:schedule', 'Schedule:actor:HealthcareService'],
  },
];

export function capabilities(call: AnyCall): Rendered {
  const receiver = askedReceiver(call);
  const organisation = receiver?.ods === undefined ? undefined : call.population.organisation(receiver.ods);
  const name = receiver ? (organisation?.name ?? `Receiver ${receiver.value}`) : 'The gateway';
  const statement = {
    resourceType: 'CapabilityStatement',
    id: receiver ? `receiver-${receiver.value}` : 'gateway',
    url: call.url('/metadata'),
    name: receiver ? 'BookingAndReferralReceiver' : 'BookingAndReferralGateway',
    status: 'active',
    version: '1.4.0',
    experimental: true,
    date: `${written}T09:00:00+00:00`,
    publisher: 'NHS API Sandbox',
    kind: 'instance',
    software: { name: 'Booking and referral sandbox', version: '1.4.0' },
    implementation: { description: name, url: call.url('') },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        resource: resources,
        operation: [{ name: 'process-message', definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message' }],
      },
    ],
    messaging: [
      {
        endpoint: [{ protocol: { code: 'http' }, address: call.url('/$process-message') }],
        supportedMessage: definitions.map(([event]) => ({ mode: 'receiver', definition: urlOf(event) })),
      },
    ],
  };
  return { status: 200, rendered: JSON.stringify(statement) };
}

/** None for a service that nobody knows. */
export function messageDefinitions(call: AnyCall): Rendered {
  const now = instant(call.clock.now());
  const known = isKnown(call, decoded(String(call.query['context'] ?? ''))) ? definitions : [];
  const entry = known.map(([event, name, title, code]) => {
    const id = uuidBy((part) => call.chance(`definition ${part} ${event}`));
    const resource = {
      resourceType: 'MessageDefinition',
      id,
      url: urlOf(event),
      name,
      title,
      status: 'active',
      date: written,
      eventCoding: { system: eventSystems[0], code: event },
      useContext: [
        {
          code: [{ system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'workflow' }],
          valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/usecases-categories-bars', code: 'a4t2' }] },
        },
      ],
      focus: [{ code, profile: `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${code}`, min: 1, max: '1' }],
    };
    return { fullUrl: call.url(`/MessageDefinition/${id}`), resource };
  });
  const bundle = {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`definitions ${part} ${call.search}`)),
    type: 'searchset',
    timestamp: now,
    total: entry.length,
    link: [{ relation: 'self', url: call.url(`/MessageDefinition${call.search}`) }],
    ...(entry.length > 0 && { entry }),
  };
  return { status: 200, rendered: JSON.stringify(bundle) };
}

/** The service stands in `context` with its system or without, and a use case may follow. */
function isKnown(call: AnyCall, context: string): boolean {
  const [text = ''] = context.split(/[$,&]/);
  const value = text.slice(text.lastIndexOf('|') + 1);
  return [serviceSystem, organisationSystem].some((system) => receiverOf(call, { system, value }) !== undefined);
}

/** What patients have asked for, as it was sent, and how far each request has come. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { Cue } from '../../../src/mock/event.ts';
import type { NhsNumber } from '../../../src/population.ts';
import { publishedRequests, whoseRequest, type PublishedRequest } from '../published.ts';

const collection = 'gp-connect-prescriptions/task';
/** Is changed with what the entries of a row are made of. */
const definition = 'gp-connect-prescriptions/1';
/** More than anybody asks for. */
const atMost = 10_000;

export type RequestStatus = 'requested' | 'in-progress' | 'completed' | 'rejected' | 'cancelled';

export interface Request {
  readonly id: string;
  readonly nhsNumber: NhsNumber;
  /** The id of the plan in the record. */
  readonly plan: string;
  readonly status: RequestStatus;
  /** When it was taken, and when it came to its status, in milliseconds. */
  readonly asked: number;
  readonly modified: number;
  /** The pharmacy that it is to go to this once. */
  readonly pharmacy?: string;
  /** Why it was rejected. */
  readonly reason?: string;
  /** Id of the item of the prescription that it led to. */
  readonly item?: string;
  /** The Task as it was sent. */
  readonly sent: JsonObject;
}

type Held = Pick<Cue, 'store'>;

export function keepRequest({ store }: Held, request: Request): void {
  indexed(store);
  store.put(collection, request.id, JSON.stringify(request), entriesOf(request));
}

export function requestOf({ store }: Held, id: string): Request | undefined {
  const document = store.get(collection, encodeURIComponent(id));
  return document === undefined ? publishedOf(id) : read(document);
}

/** Oldest first. */
export function requestsOf({ store }: Held, nhsNumber: string): readonly Request[] {
  indexed(store);
  const kept = store.find(collection, [{ name: 'patient', anyOf: [nhsNumber] }], { limit: atMost }).map(({ document }) => read(document));
  return [...publishedRequests(nhsNumber).flatMap(({ id }) => publishedOf(id) ?? []), ...kept];
}

export const isOpen = ({ status }: Request): boolean => status === 'requested' || status === 'in-progress';

/** Undefined for an id that no published example has. */
function publishedOf(id: string): Request | undefined {
  const nhsNumber = whoseRequest(id);
  const found = publishedRequests(nhsNumber ?? '').find((each) => each.id === id);
  return nhsNumber && found && asRequest(found, nhsNumber);
}

function asRequest({ id, status, plan, authored, note, reason }: PublishedRequest, nhsNumber: NhsNumber): Request {
  const at = Date.parse(authored);
  const patient = { reference: `Patient/${nhsNumber}`, identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber } };
  return {
    id,
    nhsNumber,
    plan,
    status,
    asked: at,
    modified: at,
    ...(reason !== undefined && { reason }),
    sent: {
      resourceType: 'Task',
      meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Task'] },
      status,
      intent: 'order',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '103742009', display: 'Renewal of prescription' }] },
      focus: { reference: `MedicationRequest/${plan}` },
      for: patient,
      authoredOn: instant(at),
      requester: patient,
      ...(note !== undefined && { note: [{ authorString: 'Patient', text: note }] }),
    },
  };
}

function indexed(store: Held['store']): void {
  store.reindex(collection, definition, (document) => entriesOf(read(document)));
}

const entriesOf = ({ nhsNumber }: Request) => [{ name: 'patient', value: nhsNumber }];

const read = (document: string): Request => JSON.parse(document) as Request; // as `keepRequest` wrote it

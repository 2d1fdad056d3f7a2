/** A communication is accepted: echoed with the identifier by which receipts and replies will name it, and kept under that. */
import { uuidBy } from '../../src/contract/uuid.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';

const accepted = 'nhs-app communications';
const own = 'https://fhir.nhs.uk/Id/nhs-app-communication-id';
const known = new Set(['campaign-id', 'request-id', 'on-behalf-of'].map((name) => `https://fhir.nhs.uk/NHSApp/${name}`));

interface Identifier {
  readonly system?: string;
  readonly value?: string;
}

export interface Accepted<Body> {
  readonly status: 201;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body & { readonly identifier: readonly Identifier[] };
}

/** Identifiers of systems that nobody knows are left out without a word. */
export function accept<Body extends object>(
  call: AnyCall,
  channel: 'in-app' | 'notification',
  body: Body,
  identifiers: readonly Identifier[] = [],
): Accepted<Body> {
  const id = newId(call);
  const identifier = [{ system: own, value: id }, ...identifiers.filter(({ system }) => system !== undefined && known.has(system))];
  call.store.put(accepted, id, JSON.stringify({ channel, ...body, identifier }));
  return {
    status: 201,
    headers: { Location: call.url(`/communication/${channel}/FHIR/R4/CommunicationRequest/${id}`) },
    body: { ...body, identifier },
  };
}

/** A version 4 UUID, another for each that is accepted. */
function newId(call: AnyCall): string {
  const count = call.store.count(accepted);
  return uuidBy((part) => call.chance(`communication/${count}/${part}`));
}

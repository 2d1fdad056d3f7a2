/** What the producer is told of a write that was done: an outcome, never the pointer. */
import type { components } from '../../src/generated/nrl-producer.types.ts';

type OperationOutcome = components['schemas']['OperationOutcome'];

const words = {
  RESOURCE_CREATED: [201, 'Resource created', 'The document has been created'],
  RESOURCE_SUPERSEDED: [201, 'Resource created and resource(s) deleted', 'The document has been superseded by a new version'],
  RESOURCE_UPDATED: [200, 'Resource updated', 'The DocumentReference has been updated'],
  RESOURCE_DELETED: [200, 'Resource deleted', 'The requested DocumentReference has been deleted'],
} as const;

type Done = keyof typeof words;

export function done<D extends Done>(code: D): { readonly status: (typeof words)[D][0]; readonly body: OperationOutcome } {
  const [status, display, diagnostics]: (typeof words)[D] = words[code];
  const coding = [{ system: 'https://fhir.nhs.uk/ValueSet/NRL-ResponseCode', code, display }];
  const issue = [{ severity: 'information', code: 'informational', details: { coding }, diagnostics }];
  return { status, body: { resourceType: 'OperationOutcome', issue } };
}

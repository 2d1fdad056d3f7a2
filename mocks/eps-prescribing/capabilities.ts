/** What this API can do, as it says itself. */
import type { AnyCall } from '../../src/mock/any-call.ts';
import { rendered, type Rendered } from '../prescription-messages/dialect.ts';

const operations = ['prepare', 'process-message', 'validate', 'convert'];

export function capabilities({ url }: Pick<AnyCall, 'url'>): Rendered {
  return rendered(200, {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-30',
    kind: 'instance',
    implementation: { description: 'Prescribing in the sandbox', url: url('/FHIR/R4') },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        operation: operations.map((name) => ({ name, definition: `http://hl7.org/fhir/OperationDefinition/MessageHeader-${name}` })),
      },
    ],
  });
}

/** What a side of the service can do, as a CapabilityStatement. */
import { testData } from '../../src/fhir/clinical/head.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Outcome } from './issues.ts';

/** The resources, each with the operations on it. */
export function capabilitiesOf(call: AnyCall, name: string, operations: readonly string[], resources: readonly string[]): Outcome<200> {
  const statement = {
    resourceType: 'CapabilityStatement',
    meta: { tag: [testData('R4')] },
    status: 'active',
    date: '2025-12-01',
    publisher: 'NHS API Sandbox',
    kind: 'instance',
    name,
    software: { name: 'Electronic prescriptions sandbox' },
    implementation: { description: 'A sandbox', url: call.url('/FHIR/R4') },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        ...(resources.length > 0 && { resource: resources.map((type) => ({ type, interaction: [{ code: 'create' }] })) }),
        operation: operations.map((operation) => ({
          name: operation,
          definition: `http://hl7.org/fhir/OperationDefinition/${operation}`,
        })),
      },
    ],
  };
  return { status: 200, rendered: JSON.stringify(statement) };
}

/** What the API says of itself. */

export const capabilities = {
  resourceType: 'CapabilityStatement' as const,
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  implementation: { description: 'Prescription Status Update, of a sandbox' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [{ mode: 'server', interaction: [{ code: 'transaction' }] }],
};

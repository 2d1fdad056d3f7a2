/** How this API writes a problem: as practices do, under GP Connect's own profile. */
import { practiceDialect } from '../gp-practice/dialect.ts';
import type { Term } from '../gp-practice/faults.ts';

const noRecord: Term = ['NO_RECORD_FOUND', 'No record found', 'not-found'];
/** The gateway knows no interaction of the name: it finds no address to send it to. */
const noEndpoint: Term = ['404', 'Target Endpoint Not Found', '404'];
const stale: Term = ['FHIR_CONSTRAINT_VIOLATION', 'FHIR constraint violated', 'conflict'];

export const dialect = practiceDialect({
  name: 'practice-appointments-outcome',
  profile: 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1',
  system: 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1',
  statuses: { 'precondition-failed': [409], 'version-conflict': [409] },
  terms: { 'unknown-path': noEndpoint, 'not-found': noRecord, gone: noRecord, 'precondition-failed': stale, 'version-conflict': stale },
});

/** How this API writes a problem: as practices do, under the profile of UK Core. */
import { practiceDialect } from '../gp-practice/dialect.ts';
import type { Term } from '../gp-practice/faults.ts';

const notFound: Term = ['RESOURCE_NOT_FOUND', 'Resource not found', 'not-found'];
/** The gateway knows no interaction of the name. It writes its status as the issue code, which is none of FHIR's. */
const noEndpoint: Term = ['404', 'Not Found', 'not-found'];

export const dialect = practiceDialect({
  name: 'practice-prescriptions-outcome',
  profile: 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome',
  system: 'https://fhir.nhs.uk/R4/ValueSet/Spine-ErrorOrWarningCode-1',
  terms: { 'unknown-path': noEndpoint, 'not-found': notFound, gone: notFound },
});

/** How this API writes a problem: one issue, with nothing but its text. */
import type { Dialect } from '../../src/mock/dialect.ts';

export const dialect: Dialect = {
  name: 'history-outcome',
  type: 'application/fhir+json',
  write: ({ message, said = {} }) => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: said.issue ?? 'processing', diagnostics: said.diagnostics ?? message }],
  }),
};

/** How this API writes a problem: an OperationOutcome with one of few codes. */
import type { Dialect } from '../../src/mock/dialect.ts';
import type { Problem, ProblemKind } from '../../src/mock/problem.ts';

type Words = readonly [issue: string, code: string, system?: string];

const http = 'https://fhir.nhs.uk/CodeSystem/http-error-codes';
const gateway = 'https://fhir.nhs.uk/CodeSystem/NHSD-API-ErrorOrWarningCode';
const notFound: Words = ['not-found', 'REC_NOT_FOUND'];
const failure: Words = ['exception', 'REC_SERVER_ERROR'];

const words: Readonly<Partial<Record<ProblemKind, Words>>> = {
  unauthorised: ['login', 'ACCESS_DENIED', gateway],
  forbidden: ['forbidden', 'REC_FORBIDDEN'],
  'not-found': notFound,
  'unknown-path': notFound,
  'rate-limited': ['throttled', 'TOO_MANY_REQUESTS', gateway],
  timeout: ['timeout', 'GATEWAY_TIMEOUT'],
  internal: failure,
  unavailable: failure,
};

export const dialect: Dialect = {
  name: 'patient-care-outcome',
  type: 'application/fhir+json',
  statuses: { timeout: [504], unavailable: [500] },
  write(problem, { now }) {
    const [issue, code, system = http] = words[problem.problem] ?? badRequest(problem);
    const [first] = problem.faults ?? [];
    return {
      resourceType: 'OperationOutcome',
      meta: { lastUpdated: now, profile: ['https://fhir.nhs.uk/StructureDefinition/NHSDigital-OperationOutcome'] },
      issue: [
        {
          severity: 'error',
          code: issue,
          details: { coding: [{ system, code }] },
          diagnostics: problem.message,
          ...(first?.name !== undefined && { expression: [`http.${JSON.stringify(first.name)}`] }),
        },
      ],
    };
  },
};

const badRequest = ({ faults = [] }: Problem): Words => [
  faults.some(({ keyword }) => keyword === 'required') ? 'required' : 'invalid',
  'REC_BAD_REQUEST',
];

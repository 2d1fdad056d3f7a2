/** How this API writes a problem: codes of Spine's in a system of its own, dated, and with the diagnostics inside the details. */
import type { Dialect } from '../../src/mock/dialect.ts';
import type { ProblemKind, Said } from '../../src/mock/problem.ts';
import { outcomeOf, spineDialect } from '../../src/nhs/spine/spine-dialect.ts';
import { unknownOds } from './access.ts';
import { isOfGateway, isOfPds } from '../gp-practice/gateway.ts';

const own = 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode';
/** What the gateway refuses itself. */
const ofGateway = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';

const words: Readonly<Partial<Record<ProblemKind, Said>>> = {
  unauthorised: { code: 'ACCESS_DENIED', display: 'Access token is not valid', issue: 'forbidden' },
  forbidden: { code: 'ACCESS_DENIED', display: 'Access denied', issue: 'forbidden' },
  'not-found': { code: 'PATIENT_NOT_FOUND', display: 'Patient not found', issue: 'not-found' },
  'rate-limited': { code: 'TOO_MANY_REQUESTS', display: 'Too many requests', issue: 'throttled' },
  internal: { code: 'INTERNAL_SERVER_ERROR', display: 'Internal server error', issue: 'processing' },
  unavailable: { code: 'INTERNAL_SERVER_ERROR', display: 'Internal server error', issue: 'processing' },
  timeout: { code: 'INTERNAL_SERVER_ERROR', display: 'Internal server error', issue: 'timeout' },
};

export const dialect: Dialect = {
  ...spineDialect,
  name: 'permissions-operation-outcome',
  write(fault, { now }) {
    const { problem, message, said, token } = fault;
    if (isOfPds(said)) return outcomeOf(fault);
    const unnamed: Said = { code: 'INVALID_VALUE', display: 'Provided value is invalid', issue: 'value', diagnostics: message };
    const { code, display, issue, severity, diagnostics } = said?.code === undefined ? (words[problem] ?? said ?? unnamed) : said;
    const coding = {
      system: isOfGateway(fault) || said === unknownOds.said ? ofGateway : own,
      version: '1',
      code: code ?? '',
      display: (token ? message : display) ?? '',
    };
    return {
      resourceType: 'OperationOutcome',
      meta: { lastUpdated: now },
      issue: [
        {
          severity: severity ?? 'error',
          code: issue ?? 'value',
          details: { coding: [coding], ...(diagnostics !== undefined && { diagnostics }) },
        },
      ],
    };
  },
};

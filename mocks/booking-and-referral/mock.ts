/** Booking and referral: by its contract alone, but for the words of its faults and for the header that names the receiver. */
import type { operations } from '../../src/generated/booking-and-referral.types.ts';
import type { Call } from '../../src/mock/call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';
import { dialect } from './dialect.ts';

const header = 'NHSD-Target-Identifier';

export default {
  access: applicationsOnly,
  dialect,
  headerRules: (call) => (hasIds(call) && isRouted(call) ? targetProblem(call.header(header)) : undefined),
  // The gateway's own fault says 401 of an application that is not subscribed.
  problems: (problem) => (problem.token === 'no-product' ? { ...problem, problem: 'forbidden' } : problem),
  behaviours: {},
} satisfies Mock<operations>;

/** The ids of a request come before its target; the contract asks for them. */
function hasIds(call: Call): boolean {
  return ['X-Request-Id', 'X-Correlation-Id'].every((name) => /\S/.test(call.header(name) ?? ''));
}

function isRouted({ operation }: Call): boolean {
  return operation.parameters.some(({ name }) => name.toLowerCase() === header.toLowerCase());
}

function targetProblem(sent: string | undefined): Problem | undefined {
  if (sent === undefined || sent === '') return undefined;
  const text = decoded(sent);
  if (text === undefined) return refused('400', 'The base64 decoding of the NHSD-Target-Identifier header failed.');
  const value = valueIn(text);
  if (value === undefined) return refused('structure', 'Invalid schema for NHSD-Target-Identifier header');
  if (/^(2000|NHS)/.test(value)) return undefined;
  const diagnostics = 'The target endpoint does not exist in the Endpoint Catalogue.';
  return { problem: 'not-found', message: diagnostics, said: { code: 'PROXY_NOT_FOUND', issue: 'not-found', diagnostics } };
}

function refused(issue: string, diagnostics: string): Problem {
  return { problem: 'invalid-value', message: diagnostics, said: { code: 'PROXY_BAD_REQUEST', issue, diagnostics } };
}

/** The JSON in it, or nothing where it is not base64 of any. */
function decoded(base64: string): unknown {
  try {
    return JSON.parse(atob(base64));
  } catch {
    return undefined;
  }
}

function valueIn(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('system' in target) || !('value' in target)) return undefined;
  return typeof target.system === 'string' && typeof target.value === 'string' ? target.value : undefined;
}

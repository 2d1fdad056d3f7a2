/** What the sandbox's own API says of what it cannot do (RFC 9457), in every home. */
import { redactLiveNumbers } from '../fhir/live-numbers.ts';

const headers = {
  'Content-Type': 'application/problem+json',
  'X-Sandbox-Data': 'synthetic',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

export interface ControlProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is wrong with a contract may be told with a name out of it: a number of a patient is told of nobody. */
export function controlProblem({ status, title, detail, headers: more }: ControlProblem): Response {
  const about = { type: 'about:blank', title, status, detail: redactLiveNumbers(detail) };
  return new Response(JSON.stringify(about), { status, headers: { ...headers, ...more } });
}
